import { expect, test } from 'vitest';
import { readReply } from '../../core/reading/read-reply.js';
import { dropMarks, readMarkedTexts } from '../harness/marks.js';

const stand = (said: string, title: string) => {
  const { status, percent, done, total } = readReply(said, title);
  return { status, percent, done, total };
};

// A test for each table, not for each row: the rows have theirs beside the tables, and thousands of tests cost more than
// what they run.
test.each(readMarkedTexts())('marks dropped or decomposed change nothing in %s', (_, texts) => {
  for (const { text, title } of texts) {
    const wanted = stand(text, title);
    expect.soft(stand(dropMarks(text), title), text).toEqual(wanted);
    expect.soft(readReply(text.normalize('NFD'), title), text).toEqual(readReply(text, title));
    // In capitals a name looks like any word: Mai is tomorrow, and no place is known by its name.
    if (!text.includes(' Mai ')) expect.soft(stand(text.toUpperCase(), ''), text).toEqual(stand(text, ''));
  }
});
