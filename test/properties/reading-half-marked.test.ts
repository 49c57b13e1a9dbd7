import { expect, test } from 'vitest';
import { readReply } from '../../core/reading/read-reply.js';
import { readAmbiguous } from '../harness/ambiguous-texts.js';
import { dropMarks, readMarkedTexts } from '../harness/marks.js';

// Somebody who turns the marks on in the middle of a text, or whose phone sets some of them.
const half = readAmbiguous('half-marked');

/** The text with its marks up to each of its words, once where that makes no difference. */
function halfTyped(text: string): string[] {
  const words = text.split(' ');
  const bare = words.map(dropMarks);
  return [
    ...new Set(words.slice(1).map((_, at) => [...words.slice(0, at + 1), ...bare.slice(at + 1)].join(' '))),
  ];
}

test.each(readMarkedTexts())('marks added word by word never make done of what is not in %s', (_, texts) => {
  const open = texts.filter(
    ({ text, title, unit, saidOn }) =>
      dropMarks(text) !== text && !half.has(text) && readReply(text, title, unit, saidOn).status !== 'done',
  );
  const done = open.flatMap(({ text, title, unit, saidOn }) =>
    halfTyped(text).filter((typed) => readReply(typed, title, unit, saidOn).status === 'done'),
  );
  expect(done).toEqual([]);
});
