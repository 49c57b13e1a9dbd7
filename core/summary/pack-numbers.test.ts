import fc from 'fast-check';
import { expect, test } from 'vitest';
import { packNumbers, unpackNumbers } from './pack-numbers.js';

test('a column is kept as distances, what repeats is counted', () => {
  expect(packNumbers([501, 502, 503, 503, NaN, NaN, 500])).toBe('501,1*2,0,x*2,-3');
  expect(packNumbers([])).toBe('');
});

test('comes back as it was, whatever stands in it', () => {
  const number = fc.oneof(
    fc.constantFrom(0, 1, 7),
    fc.integer(),
    fc.integer({ min: -(2 ** 50), max: 2 ** 50 }),
  );
  fc.assert(
    fc.property(fc.array(fc.option(number, { freq: 3 })), (list) => {
      const numbers = list.map((one) => one ?? NaN);
      expect([...unpackNumbers(packNumbers(numbers), list.length)]).toEqual(numbers);
    }),
  );
});
