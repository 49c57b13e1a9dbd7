import { isDeepStrictEqual } from 'node:util';
import { expect, test } from 'vitest';
import { readReply, type Reading } from '../../core/reading/read-reply.js';
import { dropMarks, readMarkedTexts, type MarkedText } from '../harness/marks.js';

const stand = ({ status, percent, done, total }: Reading) => ({ status, percent, done, total });

/** Which ways of typing the text are read otherwise. */
function findOthers({ text, title, unit, saidOn }: MarkedText): string[] {
  const read = (typed: string, of = title) => readReply(typed, of, unit, saidOn);
  const wanted = read(text);
  const hasSameStand = (typed: string, of = title, as = wanted) =>
    isDeepStrictEqual(stand(read(typed, of)), stand(as));
  const others: string[] = [];
  if (!hasSameStand(dropMarks(text))) others.push(dropMarks(text));
  if (!isDeepStrictEqual(read(text.normalize('NFD')), wanted)) others.push(`NFD of ${text}`);
  // In capitals a name looks like any word: Mai is tomorrow, and no place is known by its name.
  const isShouted = !text.includes(' Mai ');
  if (isShouted && !hasSameStand(text.toUpperCase(), '', title === '' ? wanted : read(text, '')))
    others.push(text.toUpperCase());
  return others;
}

// A test for each table, not for each row: the rows have theirs beside the tables, and thousands of tests, or of
// expectations, cost more than what they look at.
test.each(readMarkedTexts())('marks dropped or decomposed change nothing in %s', (_, texts) => {
  expect(texts.flatMap(findOthers)).toEqual([]);
});
