import { describe, expect, test } from 'vitest';
import { DONE_EXAMPLES } from './examples-done.js';
import { ENGLISH_EXAMPLES } from './examples-english.js';
import { OPEN_EXAMPLES } from './examples-open.js';
import { readReply } from './read-reply.js';

describe.each([
  ['done or not', DONE_EXAMPLES],
  ['taken, under way, blocked, asked', OPEN_EXAMPLES],
  ['English', ENGLISH_EXAMPLES],
])('replies: %s', (_, examples) => {
  test.each(examples.map(([text, status, more]) => ({ text, status, more })))(
    '$text',
    ({ text, status, more }) => {
      expect(readReply(text)).toMatchObject({ status, ...more });
    },
  );
});
