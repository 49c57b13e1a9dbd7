import { expect, test } from 'vitest';
import { codeOf } from './log.js';

test('a fault is named by the code of where it came from', () => {
  const cause = { originalCode: '53300', originalMessage: 'too many clients', kind: 'TooManyConnections' };
  expect(codeOf(Object.assign(new Error(), { code: 'P2010', meta: { driverAdapterError: { cause } } }))).toBe(
    '53300',
  );
  expect(codeOf(Object.assign(new Error(), { cause }))).toBe('53300');
  const away = { driverAdapterError: { cause: { kind: 'DatabaseNotReachable', host: 'h' } } };
  expect(codeOf(Object.assign(new Error(), { code: 'P2010', meta: away }))).toBe('DatabaseNotReachable');
  expect(codeOf(Object.assign(new Error(), { code: 'ECONNREFUSED' }))).toBe('ECONNREFUSED');
  expect(codeOf(new Error('x'))).toBeUndefined();
});
