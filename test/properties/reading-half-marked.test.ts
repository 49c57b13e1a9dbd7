import { expect, test } from 'vitest';
import { readReply } from '../../core/reading/read-reply.js';
import { readAmbiguous } from '../harness/ambiguous-texts.js';
import { dropMarks, readMarkedTexts } from '../harness/marks.js';

// Somebody who turns the marks on in the middle of a text, or whose phone sets some of them.
const half = readAmbiguous('half-marked');

test.each(readMarkedTexts())('marks added word by word never make done of what is not in %s', (_, texts) => {
  const open = texts.filter(
    ({ text, title }) =>
      dropMarks(text) !== text && !half.has(text) && readReply(text, title).status !== 'done',
  );
  for (const { text, title } of open) {
    const words = text.split(' ');
    const typed = words.slice(1).map((_, at) => {
      const from = at + 1;
      return [...words.slice(0, from), ...words.slice(from).map(dropMarks)].join(' ');
    });
    expect.soft(typed.filter((said) => readReply(said, title).status === 'done')).toEqual([]);
  }
});
