import { readLeadingNumber } from '../../text/read-number.js';
import { foldedWords, joinedWords, type Part } from '../clause/part.js';
import { find, isNumber, tags } from '../clause/sense.js';
import type { Statement } from './statement.js';

const AIMS =
  /^(?:theo )?(?:ke hoach|chi tieu|muc tieu|dinh muc|kh|danh sach|ds|dang ky)(?: (?:la|giao|can|phai|duoc giao))* \d/;
const REACHED = tags('complete', 'already', 'past', 'able');

/** `đã trồng 150 cây, theo kế hoạch 400 cây`: less than was meant to be. */
export function isShortOfAim(said: readonly Statement[]): boolean {
  if (said.some(isCounted) && said.some(isOwed)) return true;
  const aim = said.find(({ clause: { parts } }) => isAim(parts));
  if (aim === undefined) return false;
  const [many, of] = countOf(aim.clause.parts);
  return said.some(({ clause: { parts }, sense: { meaning } }) => {
    if (meaning !== 'done' || parts === aim.clause.parts) return false;
    const [reached, what] = countOf(parts);
    return reached < many && (what === of || of === '');
  });
}

const isCounted = ({ clause: { parts }, sense: { meaning } }: Statement): boolean =>
  meaning === 'done' && parts.some(isNumber);

/** `làm bù xong 2 tiết, nợ 3 tiết` */
const isOwed = ({ clause: { parts }, sense: { meaning } }: Statement): boolean =>
  meaning !== 'done' &&
  /^(?:con )?no$/.test(joinedWords(parts.slice(0, Math.max(parts.findIndex(isNumber), 0))));

const isAim = (parts: readonly Part[]): boolean => {
  const figure = parts.findIndex(isNumber);
  return figure > 0 && figure < 5 && AIMS.test(joinedWords(parts)) && !find(parts, REACHED);
};

/** How many, and of what. */
function countOf(parts: readonly Part[]): [count: number, what: string] {
  const at = parts.findIndex(isNumber);
  const { kind, raw = '' } = parts[at]?.tokens[0] ?? {};
  const count = kind === 'number' ? readLeadingNumber(raw)?.number : undefined;
  return [count ?? Number.NaN, at < 0 ? '' : foldedWords(parts[at + 1])];
}
