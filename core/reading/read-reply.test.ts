import { expect, test } from 'vitest';
import { readReplyExamples } from '../../test/harness/reply-examples.js';
import { readReply } from './read-reply.js';

const examples = readReplyExamples();

test.each(examples)('$text ($at)', ({ text, title, unit, saidOn, expected, neverDone, hasDifficulty }) => {
  const reading = readReply(text, title, unit, saidOn);
  expect(reading).toMatchObject(expected);
  if (hasDifficulty) expect(reading.difficulty).not.toBeNull();
  if (neverDone) expect(reading.status).not.toBe('done');
});

// What no rule reads yet: whatever else comes of it, it is not done unless it is meant so.
test.each(readReplyExamples('not-read-yet'))(
  '$text is not taken for done ($at)',
  ({ text, title, unit, expected }) => {
    if (expected.status !== 'done') expect(readReply(text, title, unit).status).not.toBe('done');
  },
);

test('no text stands twice in the tables', () => {
  const seen = new Set<string>();
  const isRepeated = (text: string): boolean => seen.size === seen.add(text).size;
  expect(examples.flatMap(({ text }) => (isRepeated(text) ? text : []))).toEqual([]);
});
