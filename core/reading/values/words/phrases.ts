import { createPhraseBook } from '../../../text/phrase-book.js';
import { phraseList } from '../phrase-list.js';
import { MEASURES, SLANG } from './measures.js';
import { NAMES } from './names.js';
import { DOERS, PLAIN } from './plain.js';
import { DEEDS, NO_DEEDS, RELATIONS } from './relations.js';
import { SLIPS, TALK } from './talk.js';
import { COUNTERS, THINGS } from './things.js';

type Row = readonly [tag: string, phrases: string];

const rowsOf = (table: string): Row[] =>
  table
    .trim()
    .split('\n')
    .map((line) => {
      const at = line.lastIndexOf('\t');
      return [line.slice(0, at), line.slice(at + 1)];
    });

/** A kind goes by the first name of its line. */
const kinds = THINGS.trim()
  .split('\n')
  .map((line): Row => [line.split(',')[0]!, line]);

export const things = phraseList([...kinds, ['', COUNTERS]]);
export const measures = phraseList(rowsOf(MEASURES));
export const slangMeasures = phraseList(rowsOf(SLANG));
export const relations = phraseList(rowsOf(RELATIONS));
export const nameWords = phraseList([['name', NAMES]]);
export const talk = phraseList([['talk', TALK]]);
export const slips = phraseList([['slip', SLIPS]]);
export const doers = phraseList([['doer', DOERS]]);
export const plain = phraseList([['plain', PLAIN]]);
export const deeds = phraseList([
  ['deed', DEEDS],
  ['', NO_DEEDS],
]);

const NUMBERS =
  'nửa, rưỡi, rưởi, một, hai, ba, bốn, tư, năm, lăm, sáu, bảy, tám, chín, mười, mươi, hăm, chục, trăm, nghìn, ngàn, triệu, tỷ, k, tr';
/** Every word of the tables and of numbers: any other is looked up among the spellings of the chat. */
export const known = createPhraseBook({
  word: [
    [THINGS, COUNTERS, NAMES, DEEDS, NUMBERS, TALK, SLIPS, DOERS].join(','),
    ...[MEASURES, SLANG, RELATIONS].flatMap(rowsOf).map(([, phrases]) => phrases),
  ].join(','),
});
