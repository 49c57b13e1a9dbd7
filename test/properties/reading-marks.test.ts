import { expect, test } from 'vitest';
import { readReply } from '../../core/reading/read-reply.js';
import { dropMarks, readMarkedTexts } from '../harness/marks.js';

const stand = (said: string) => {
  const { status, percent, done, total } = readReply(said);
  return { status, percent, done, total };
};

// A test for each table, not for each row: the rows have theirs beside the tables, and thousands of tests cost more than
// what they run.
test.each(readMarkedTexts())('marks dropped or decomposed change nothing in %s', (_, texts) => {
  for (const text of texts) {
    const wanted = stand(text);
    expect.soft(stand(dropMarks(text)), text).toEqual(wanted);
    expect.soft(readReply(text.normalize('NFD')), text).toEqual(readReply(text));
    // In capitals the name Mai cannot be told from tomorrow.
    if (!text.includes(' Mai ')) expect.soft(stand(text.toUpperCase()), text).toEqual(wanted);
  }
});
