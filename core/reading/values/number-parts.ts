import { parseSyllable } from '../../text/syllable.js';
import type { Token } from '../../text/tokens.js';
import type { Words } from './phrase-list.js';

const keysOf = (words: string): ReadonlySet<string> =>
  new Set(words.split(/\s+/).map((word) => parseSyllable(word).key));

const DIGITS = 'một mốt hai ba bốn tư năm lăm nhăm sáu bảy bẩy tám chín mười hăm';
const SCALES = 'mươi chục trăm nghìn ngàn triệu tỷ tỉ rưỡi rưởi dozen hundred thousand million billion';
const ENGLISH = `one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen
  nineteen twenty thirty forty fifty sixty seventy eighty ninety`;
const PARTS = keysOf(`${DIGITS} ${SCALES} ${ENGLISH} linh lẻ không and`);
export const UNMARKED_PARTS = new Set([...PARTS].map((key) => key.split(' ')[0]!));
export const STARTS = keysOf(`${DIGITS} ${ENGLISH}`.replace(' tư ', ' ').replace(' mốt ', ' '));
/** Without marks these are other words as well: `từ`, `nam`, `sau`, `làm`. */
export const UNMARKED_STARTS = new Set([...STARTS].map((key) => key.split(' ')[0]!));
for (const other of ['nam', 'sau', 'lam', 'nham', 'mot', 'ham']) UNMARKED_STARTS.delete(other);
UNMARKED_STARTS.add('mot');
export const SCALE_STARTS = keysOf('trăm nghìn ngàn triệu chục');

/** Whether a word can go on with a number. */
export const isPart = (token: Token | undefined, { isMarked }: Words): boolean =>
  token !== undefined &&
  (PARTS.has(token.key) || (!isMarked && token.marks === '' && UNMARKED_PARTS.has(token.fold)));
