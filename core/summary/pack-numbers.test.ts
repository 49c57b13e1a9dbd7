import fc from 'fast-check';
import { expect, test } from 'vitest';
import { packNumbers, unpackNumbers } from './pack-numbers.js';

test('a column is kept as distances, what repeats is counted', () => {
  expect(packNumbers([501, 502, 503, 503, null, null, 500], (number) => number)).toBe('501,1*2,0,x*2,-3');
  expect(packNumbers([], (number) => number)).toBe('');
});

test('comes back as it was, whatever stands in it', () => {
  const number = fc.oneof(
    fc.constantFrom(0, 1, 7),
    fc.integer(),
    fc.integer({ min: -(2 ** 50), max: 2 ** 50 }),
  );
  fc.assert(
    fc.property(fc.array(fc.option(number, { freq: 3 })), (list) => {
      const text = packNumbers(list, (one) => one);
      expect([...unpackNumbers(text, list.length)]).toEqual(list.map((one) => one ?? NaN));
    }),
  );
});
