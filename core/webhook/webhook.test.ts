import { expect, test } from 'vitest';
import { checkWebhookUrl, hostOf, pauseEndpointMs, retryCallMs } from './webhook.js';

test.each([
  ['https://example.org/hook?key=1', false, null],
  ['https://example.org:8443/', false, null],
  ['http://example.org/', false, 'scheme'],
  ['http://10.0.0.5/hook', true, null],
  ['ftp://example.org/', true, 'scheme'],
  ['file:///etc/passwd', true, 'form'],
  ['https://user:pass@example.org/', false, 'credentials'],
  ['https://', false, 'form'],
  ['example.org', false, 'form'],
  ['javascript:alert(1)', true, 'form'],
] as const)('%s (own network: %s): %s', (url, isPrivate, problem) => {
  expect(checkWebhookUrl(url, isPrivate)).toBe(problem);
});

test('a host is named without the rest of its address', () => {
  expect(hostOf('https://example.org:8443/a/secret?key=1')).toBe('example.org:8443');
});

test('a call is tried for three days, an endpoint rests half an hour at most', () => {
  const waits = Array.from({ length: 20 }, (_, at) => retryCallMs(at + 1)).filter((wait) => wait !== null);
  const hours = waits.reduce((sum, wait) => sum + wait, 0) / 3_600_000;
  expect([waits.length, Math.round(hours)]).toEqual([10, 76]);
  expect([1, 2, 99].map(pauseEndpointMs)).toEqual([10_000, 20_000, 1_800_000]);
});
