import { foldText } from '../../text/fold.js';
import { findDay, findLength, type DayWord } from './day-words.js';
import { findDayInNote, findTrap, type OrderProblem } from './traps.js';
import { CODE, findUnit, type UnitBook } from './units.js';

/** What is said about days, before they are counted. */
export interface Clause {
  /** Undefined: none was named, all are meant. */
  unit: string | null | undefined;
  first: DayWord | null;
  /** Another name of the first day: `thứ 7 28/11`. */
  alias: DayWord | null;
  last: DayWord | null;
  /** `từ` stood before the first day. */
  isFrom: boolean;
  /** `3 ngày`. */
  length: number | null;
  note: string;
  /** What follows is the other day of a swap. */
  swap: string[] | null;
}

interface Cursor {
  words: readonly string[];
  folded: readonly string[];
  at: number;
  book: UnitBook;
}

const UNTIL = /^(?:den|toi|to|through|thru|until|till|-|het)$/;
const FROM = /^(?:tu|from)$/;
const FILLER = /^(?:ngay|vao|on|the|cho|for|o|tai|at|ke|bat|tinh|starting|ca|nguyen|va|and)$/;
const AND = /^(?:va|roi|hoac|hay|voi|cung|then|and|or|&|\+)$/;
const SWAPS = {
  off: /^(?:(?:va|roi|and|then|thi|&) )?(?:di )?(?:lam bu|bu|lam viec|lam|work(?:ing|ed)?)(?: (?:vao|on|bang|ngay(?= \d+[/.-])))* /,
  work: /^(?:(?:va|roi|and|then|de|&) )?(?:duoc )?(?:nghi bu|nghi|off|bu cho|bu|thay cho|thay|cho|for|instead of)(?: (?:vao|cho|on|ngay(?= \d+[/.-])))* /,
};

/** A unit that nobody knows by this name, where a note would begin. */
const STRANGER = /^(?:cho|for|xa|phuong|thi tran|truong|thon|huyen|don vi|phong|khoa) /;

/** Reads units, days and the note behind the verb. `swapOf`: the other day of a swap may follow. */
export function readClause(
  words: readonly string[],
  book: UnitBook,
  swapOf: 'off' | 'work' | null,
): Clause | OrderProblem {
  const folded = words.map((word) => foldText(word).replace(/^[("“]+|[)”",;:.!]+$/g, ''));
  const cursor: Cursor = { words, folded, at: 0, book };
  const clause: Clause = {
    unit: undefined,
    first: null,
    alias: null,
    last: null,
    isFrom: false,
    length: null,
    note: '',
    swap: null,
  };
  return (
    readFront(cursor, clause) ?? readBehind(cursor, clause) ?? readTail(cursor, clause, swapOf) ?? clause
  );
}

/** All up to the day; nothing here may be a note. */
function readFront(cursor: Cursor, clause: Clause): OrderProblem | null {
  while (cursor.at < cursor.words.length && clause.first === null && clause.last === null) {
    const { folded, at } = cursor;
    const length = findLength(folded, at);
    const day = findDay(folded, at);
    const unit = readUnit(cursor, clause);
    if (unit === 'read') continue;
    if (unit !== null) return unit;
    const trap = findTrap(folded.slice(at).join(' '), 'front');
    if (trap !== undefined && !isUntil(cursor, clause)) return { problem: trap, value: restOf(cursor) };
    if (length && clause.length === null) {
      clause.length = length.days;
      cursor.at += length.size;
    } else if (day) readDay(cursor, clause, day);
    else if (isUntil(cursor, clause)) {
      const problem = readUntil(cursor, clause);
      if (problem) return problem;
    } else if (FROM.test(folded[at]!) || FILLER.test(folded[at]!)) {
      clause.isFrom ||= FROM.test(folded[at]!);
      cursor.at += 1;
    } else return sayFront(cursor);
  }
  return null;
}

function readDay(cursor: Cursor, clause: Clause, day: DayWord): void {
  clause.first = { ...day, said: typed(cursor, day.size) };
  cursor.at += day.size;
}

function sayFront({ words, folded, at }: Cursor): OrderProblem {
  const word = words[at]!.replace(/[,;:.]+$/, '');
  if (CODE.test(word)) return { problem: 'unit', value: word };
  if (/^\d+[/.-]\d+/.test(word)) return { problem: 'date', value: word };
  const end = folded.findIndex((_one, place) => place > at && findDay(folded, place) !== undefined);
  return { problem: 'front', value: words.slice(at, end < 0 ? undefined : end).join(' ') };
}

/** A unit here: 'read', a problem where it is one too many, null where there is none. */
function readUnit(cursor: Cursor, clause: Clause): 'read' | OrderProblem | null {
  const found = findUnit(cursor.words, cursor.folded, cursor.at, cursor.book);
  if (!found) return null;
  const named = cursor.words.slice(cursor.at, cursor.at + found.size).join(' ');
  if (found.isTwice || clause.unit !== undefined) return { problem: 'one', value: named };
  clause.unit = found.unit;
  cursor.at += found.size;
  return 'read';
}

/** `tối` and `tới` are one word without marks: an evening is no end, and bare `toi` is one only behind a day. */
function isUntil({ words, folded, at }: Cursor, { first }: Clause): boolean {
  const word = folded[at]!;
  if (!UNTIL.test(word)) return false;
  if (word === '-') return findDay(folded, at + 1) !== undefined;
  if (word === 'toi')
    return /^tới$/i.test(words[at]!.normalize('NFC')) || (first !== null && /^toi$/i.test(words[at]!));
  return word === 'het' || !findTrap(folded.slice(at).join(' '), 'front');
}

/** `đến hết thứ 6`; until when must not be guessed. */
function readUntil(cursor: Cursor, clause: Clause): OrderProblem | null {
  do cursor.at += 1;
  while (
    /^(?:het|ngay|the|end|of)$/.test(cursor.folded[cursor.at] ?? '') &&
    !findDay(cursor.folded, cursor.at)
  );
  const day = findDay(cursor.folded, cursor.at);
  if (!day) return { problem: restOf(cursor) === '' ? 'form' : 'date', value: restOf(cursor) };
  clause.last = { ...day, said: typed(cursor, day.size) };
  cursor.at += day.size;
  return null;
}

/** The end of the span, another name of the day, its unit or length. */
function readBehind(cursor: Cursor, clause: Clause): OrderProblem | null {
  while (cursor.at < cursor.words.length) {
    const { folded, at } = cursor;
    const unit = readUnit(cursor, clause);
    if (unit === 'read') continue;
    if (unit !== null) return unit;
    const day = findDay(folded, at) ?? (AND.test(folded[at]!) ? findDay(folded, at + 1) : undefined);
    const next = findUnit(cursor.words, folded, at + 1, cursor.book);
    const length = findLength(folded, at);
    if (day) {
      if (clause.last || !isAlias(clause, day) || AND.test(folded[at]!))
        return { problem: 'several', value: '' };
      clause.alias = { ...day, said: typed(cursor, day.size) };
      cursor.at += day.size;
    } else if (/^(?:cho|for|o|tai|at|va|and)$/.test(folded[at]!) && next) cursor.at += 1;
    else if (length && clause.length === null) {
      clause.length = length.days;
      cursor.at += length.size;
    } else if (clause.last === null && isUntil(cursor, clause)) {
      const problem = readUntil(cursor, clause);
      if (problem) return problem;
    } else if (folded[at] === 'ngay' && findDay(folded, at + 1)) cursor.at += 1;
    else return null;
  }
  return null;
}

const isAlias = ({ first, alias }: Clause, day: DayWord): boolean =>
  first !== null && alias === null && first.kind !== 'period' && first.kind !== day.kind;

/** A swap or the note. */
function readTail(cursor: Cursor, clause: Clause, swapOf: 'off' | 'work' | null): OrderProblem | null {
  const { words, folded, at, book } = cursor;
  const rest = folded.slice(at).join(' ');
  const swap = swapOf === null ? undefined : SWAPS[swapOf].exec(`${rest} `)?.[0].trim().split(' ').length;
  if (swap !== undefined && findDay(folded, at + swap)) {
    clause.swap = words.slice(at + swap);
    return null;
  }
  const trap = findTrap(rest, 'behind');
  if (trap !== undefined && !(trap === 'half' && findDayInNote(rest)))
    return { problem: trap, value: `${clause.first?.said ?? ''} ${restOf(cursor)}`.trim() };
  const inNote = findDayInNote(rest);
  if (inNote !== undefined) return { problem: inNote, value: restOf(cursor) };
  const isAlone = words.length - at === 1;
  if (clause.unit === undefined && isAlone && CODE.test(words[at]!))
    return { problem: 'unit', value: words[at]! };
  const strange = STRANGER.test(rest) || words.slice(at).some((word) => book.isUnit(word));
  if (clause.unit === undefined && strange) return { problem: 'front', value: restOf(cursor) };
  clause.note = restOf(cursor).replace(/^[-–—:,;]\s*/, '');
  return null;
}

const typed = ({ words, at }: Cursor, size: number): string =>
  words
    .slice(at, at + size)
    .join(' ')
    .replace(/^[(]+|[),;:.]+$/g, '');

const restOf = ({ words, at }: Cursor): string => words.slice(at).join(' ');
