import { expect, test } from 'vitest';
import { readReply, type Reading } from '../../core/reading/read-reply.js';
import { dropMarks, readMarkedTexts } from '../harness/marks.js';

const stand = ({ status, percent, done, total }: Reading) => ({ status, percent, done, total });

// A test for each table, not for each row: the rows have theirs beside the tables, and thousands of tests cost more than
// what they run.
test.each(readMarkedTexts())('marks dropped or decomposed change nothing in %s', (_, texts) => {
  for (const { text, title } of texts) {
    const wanted = readReply(text, title);
    expect.soft(stand(readReply(dropMarks(text), title)), text).toEqual(stand(wanted));
    expect.soft(readReply(text.normalize('NFD'), title), text).toEqual(wanted);
    // In capitals a name looks like any word: Mai is tomorrow, and no place is known by its name.
    if (text.includes(' Mai ')) continue;
    const untitled = title === '' ? wanted : readReply(text);
    expect.soft(stand(readReply(text.toUpperCase())), text).toEqual(stand(untitled));
  }
});
