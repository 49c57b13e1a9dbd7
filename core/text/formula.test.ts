import fc from 'fast-check';
import { expect, test } from 'vitest';
import { neutralise, strip } from './formula.js';

test('nothing is run, and every text comes back', () => {
  const start = fc.constantFrom('=', '+', '-', '@', "'", ' ', '\t', 'a');
  const text = fc.tuple(fc.array(start), fc.string()).map(([signs, rest]) => signs.join('') + rest);
  fc.assert(
    fc.property(text, (words) => {
      expect(strip(neutralise(words))).toBe(words);
      expect(neutralise(words)).not.toMatch(/^\s*[=+\-@]/);
    }),
  );
});
