import { expect, test } from 'vitest';
import { isInternal, isInternalHost, lookupPublic } from './public-lookup.js';

test.each([
  ...['127.0.0.1', '0.0.0.0', '10.1.2.3', '172.16.0.1', '172.31.255.255', '192.168.1.1', '169.254.169.254'],
  ...[
    '100.64.0.1',
    '224.0.0.1',
    '255.255.255.255',
    '::',
    '::1',
    '::ffff:127.0.0.1',
    '::ffff:8.8.8.8',
    '64:ff9b::7f00:1',
  ],
  ...['fe80::1', 'fc00::1', 'fd12::1', 'ff02::1', '2002:7f00:1::', '2001:db8::1', '2001::1', 'no address'],
])('%s is no address of the open internet', (address) => {
  expect(isInternal(address)).toBe(true);
});

test.each(['8.8.8.8', '172.15.0.1', '172.32.0.1', '192.169.0.1', '2606:4700::1111', '2a00:1450::1'])(
  '%s is one',
  (address) => {
    expect(isInternal(address)).toBe(false);
  },
);

test('a host in a URL is judged as the URL reads it', () => {
  const hostOf = (text: string) => new URL(text).hostname;
  for (const text of [
    'http://2130706433/',
    'http://0x7f.1/',
    'http://127.1/',
    'http://[::1]/',
    'http://[::ffff:7f00:1]/',
  ])
    expect(isInternalHost(hostOf(text))).toBe(true);
  expect(isInternalHost(hostOf('http://example.org/'))).toBe(false);
});

test('a name that leads here is not looked up', async () => {
  const look = (all: boolean) =>
    new Promise((resolve) => lookupPublic('localhost', { all }, (error) => resolve(error?.code)));
  expect([await look(true), await look(false)]).toEqual(['INTERNAL_ADDRESS', 'INTERNAL_ADDRESS']);
});
