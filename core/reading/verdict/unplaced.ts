import { foldedWords, type Clause, type Part } from '../clause/part.js';
import { find, indexOf, isNumber, isSettled, isUnknownWord, tags } from '../clause/sense.js';
import type { Statement } from './statement.js';

const ACTS = tags('complete', 'hand', 'work', 'draft', 'every', 'noMore');
const PLANNED = tags('ahead', 'day', 'within', 'will');
const TELLS = tags('complete', 'every', 'noMore', 'notYet', 'past', 'already', 'just', 'ago');
const NOTICED = tags('yes', 'ack', 'take');
const BEFORE_YES = tags('past', 'already', 'self', 'you', 'member', 'particle');

/**
 * Beside a yes, a clause that speaks of the work in a way that was not understood: `dạ em lên đơn đủ`. Behind one that
 * stands for itself it tells what will be done: `vâng ạ, em bố trí người trực từ tối nay`.
 */
export function isUnplaced({ clause, sense }: Statement, at: number, said: readonly Statement[]): boolean {
  if (at > 0 && isPlainYes(said[0]!) && !find(clause.parts, TELLS)) return false;
  const isPlan = find(clause.parts, PLANNED) !== undefined && !isSettled(clause.parts);
  return (
    sense.meaning === 'none' &&
    clause.opener !== 'propose' &&
    !isPlan &&
    !isTaken(clause.parts) &&
    !isAddressed(clause) &&
    (find(clause.parts, ACTS) !== undefined || isToldOver(clause.parts))
  );
}

/** `đã nhận được công văn`, `vâng ạ`; `84 hộ nhận đủ` tells of others. */
function isPlainYes({ clause: { parts }, sense: { meaning, decided } }: Statement): boolean {
  const yes = parts.findIndex((part) => NOTICED.holds(part));
  return (
    meaning === 'ack' &&
    decided.includes(parts[yes]!) &&
    parts.slice(0, yes).every((part) => BEFORE_YES.holds(part))
  );
}

/** `Báo cáo thủ trưởng, tiểu đội đã rõ`: to whom it is said. */
const isAddressed = ({ parts, end }: Clause): boolean =>
  end === ',' && foldedWords(parts[0]) === 'bao cao' && parts.slice(1).every(({ tag }) => tag === 'you');

/** `loa chỉnh lại rồi`: a word that is not known, and that it is over. */
function isToldOver(parts: readonly Part[]): boolean {
  const already = indexOf(parts, 'already', 1);
  return already > 0 && parts.slice(0, already).some(isUnknownWord);
}

const ACT = tags('work', 'draft', 'prep');
const OFFICE = /^(?:truong|xa|phuong|tram|to|thon|ap|khoa|phong|doi|htx)$/;
const WHO = tags('self', 'member', 'particle', 'other', 'resource');
const NOT_TAKEN = tags('complete', 'every', 'noMore', 'hand', 'ago', 'able', 'newly');

/** `vâng, trường xếp lịch`, `hiểu rồi, em làm theo mẫu`: who will do what. */
function isTaken(parts: readonly Part[]): boolean {
  // `nhận chỉ đạo, trường báo cáo đúng hạn`
  const at = parts.findIndex(
    (part, index) => ACT.holds(part) || (part.tag === 'hand' && find(parts, 'onTime', index)),
  );
  // `ok anh, em đi kiểm tra`
  const who = parts.slice(0, at).filter((part) => foldedWords(part) !== 'di');
  const rest = parts.slice(at + 1);
  if (at < 0 || at > 3 || who.some((part) => !WHO.holds(part) && !isNumber(part))) return false;
  if (at === 1 && rest.every(({ tag }) => tag === 'particle' || tag === 'you')) return true;
  // `được ạ, trường bố trí phòng cho đoàn khám`
  const isOffice = at === 1 && OFFICE.test(foldedWords(who[0]));
  const isOurs =
    isOffice ||
    find(who, 'self') !== undefined ||
    parts[at]!.tag === 'prep' ||
    find(rest, 'onTime') !== undefined;
  return isOurs && !isSettled(parts) && !find(rest, NOT_TAKEN) && !rest.some(isNumber);
}
