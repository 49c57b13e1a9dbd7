import { foldedWords, type Clause, type Part } from '../clause/part.js';
import { find, indexOf, isNumber, LIGHT, tags } from '../clause/sense.js';
import { endMark } from './splits.js';

const TAKES_BACK =
  /^(?:nham|lon|quen|(?:em |minh )?(?:bao|noi|viet|ghi|go|nhan) (?:nham|lon)|wrong|oh wait|no wait|wait no|scratch that|correction|oops|i mean)$/;

const TURNS = tags('undo', 'not', 'notYet');

/** `chưa xong... à nhầm, xong rồi ạ`: what is taken back at once does not count, if anything is said instead. */
export function withoutCorrected(clauses: Clause[]): Clause[] {
  const last = clauses.findLastIndex(isTakenBack);
  return last < 0 || last === clauses.length - 1 ? clauses : clauses.slice(last + 1);
}

function isTakenBack({ parts, end }: Clause): boolean {
  if (end === '?' || !find(parts, TURNS)) return false;
  const said = parts.filter((part) => !LIGHT.holds(part) && part.tag !== 'ask' && part.tag !== 'already');
  const [first, ...rest] = said;
  if (first === undefined || !rest.every(isNumber)) return false;
  // `xong rồi... à chưa, còn thiếu phụ lục`
  if (first.tag === 'notYet') return rest.length === 0 && parts[0]!.tag === 'ask';
  // `à không`
  if (first.tag === 'not') return foldedWords(first) === 'khong' && parts[0]!.tag === 'ask';
  return TAKES_BACK.test(foldedWords(first));
}

/** `không phải đang làm mà đã xong`: before `mà` stands what is denied. */
export function isDenied(said: readonly Part[]): boolean {
  const first = said.find((part) => !LIGHT.holds(part));
  return first?.tag === 'not' && /^(?:khong|chang|cha) phai(?: la)?$/.test(foldedWords(first));
}

const REFUTING = tags('contrast', 'not');

/** `20/20 hộ chứ không phải 18/20`: what stands behind, up to the next mark, is not so. */
export function withoutRefuted(parts: readonly Part[]): readonly Part[] {
  if (indexOf(parts, REFUTING) < 0) return parts;
  let isRefuted = false;
  return parts.filter((part, at) => {
    if (isRefuting(part, parts[at - 1])) isRefuted = !isOfUs(parts, at + 1);
    else if (isRefuted && endMark(part) !== null) isRefuted = false;
    return !isRefuted;
  });
}

/** `phường kế bên bị vướng chứ không phải tụi em`: that it is not us tells whose it is. */
const isOfUs = (parts: readonly Part[], at: number): boolean =>
  parts[at]?.tag === 'self' &&
  parts.slice(at + 1).every((part) => LIGHT.holds(part) || endMark(part) !== null);

/** `chứ không phải`, also where `rồi chứ` is one phrase */
function isRefuting(part: Part, before: Part | undefined): boolean {
  if (part.tag === 'contrast') return /^ch[uo] (?:khong|hong) phai$/.test(foldedWords(part));
  return (
    part.tag === 'not' &&
    foldedWords(part) === 'khong phai' &&
    /^ch[uo]$/.test(before?.tokens.at(-1)!.fold ?? '')
  );
}
