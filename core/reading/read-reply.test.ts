import { describe, expect, test } from 'vitest';
import { BRIEFING_EXAMPLES } from './examples-briefing.js';
import { DONE_EXAMPLES } from './examples-done.js';
import { ENGLISH_EXAMPLES } from './examples-english.js';
import { EVERYDAY_EXAMPLES } from './examples-everyday.js';
import { MIXED_EXAMPLES } from './examples-mixed.js';
import { OPEN_EXAMPLES } from './examples-open.js';
import { NEVER_DONE, TRICKY_EXAMPLES } from './examples-tricky.js';
import { PHONE_EXAMPLES } from './examples-phone.js';
import { readReply } from './read-reply.js';

describe.each([
  ['done or not', DONE_EXAMPLES],
  ['taken, under way, blocked, asked', OPEN_EXAMPLES],
  ['several statements', MIXED_EXAMPLES],
  ['everyday', EVERYDAY_EXAMPLES],
  ['on a phone', PHONE_EXAMPLES],
  ['at the briefing', BRIEFING_EXAMPLES],
  ['tricky', TRICKY_EXAMPLES],
  ['English', ENGLISH_EXAMPLES],
])('replies: %s', (_, examples) => {
  test.each(examples.map(([text, status, more]) => ({ text, status, more })))(
    '$text',
    ({ text, status, more }) => {
      expect(readReply(text)).toMatchObject({ status, ...more });
    },
  );
});

test.each(NEVER_DONE)('never done: %s', (text) => {
  expect(readReply(text).status).not.toBe('done');
});
