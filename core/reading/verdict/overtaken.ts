import type { Clause } from '../clause/part.js';
import { find, tags } from '../clause/sense.js';
import { isOpen, type Statement } from './statement.js';

const OLD = tags('ago', 'since');
const TURNS = tags('now', 'today');

/** `hôm qua chưa nộp được vì mạng lỗi, sáng nay em nộp rồi`: what was said before no longer holds. */
export function isOvertaken(said: readonly Statement[], index: number, settled: Settled): boolean {
  const { clause, sense } = said[index]!;
  const { last, isOpenAfter, isOfPart } = settled;
  // `nay đủ 100%, hôm trước mới 92%`
  if (isOpen(said[index]!) && isBefore(clause, said[last]!.clause)) return true;
  if (
    index >= last ||
    isOpenAfter ||
    sense.meaning === 'done' ||
    (sense.meaning === 'unclear' && !isOldNews(clause))
  )
    return false;
  const turn = said[last]!.clause;
  const isContrast = turn.opener === 'contrast';
  // `chưa nộp là tổ 3, chứ tổ 4 tôi nộp rồi`: others have not.
  if (isContrast && find(turn.parts, 'self') && !find(clause.parts, 'self')) return true;
  if (isOfPart || clause.parts.length === 0) return false;
  return isContrast || settled.turns || index >= settled.firstAgo;
}

/** `bữa nói chưa xong`, `hôm trước bảo chưa nộp` */
const isOldNews = ({ parts }: Clause): boolean =>
  OLD.holds(parts[0]) && find(parts, 'notYet') !== undefined && !find(parts, 'already');

function isBefore({ parts }: Clause, done: Clause): boolean {
  return (
    find(parts, 'ago') !== undefined && find(done.parts, TURNS) !== undefined && !find(done.parts, 'ago')
  );
}

/** What is said last to be done, and what that says of all before it. */
interface Settled {
  last: number;
  isOpenAfter: boolean;
  isOfPart: boolean;
  turns: boolean;
  /** The first statement that names a time that is over. */
  firstAgo: number;
}

/** What is said last to be done. `isOfPart`: only a part of the work is. */
export function findSettled(said: readonly Statement[], isOfPart: boolean): Settled {
  const last = said.findLastIndex(({ sense }) => sense.meaning === 'done');
  const firstAgo = said.findIndex(({ clause }) => find(clause.parts, 'ago') !== undefined);
  return {
    last,
    isOpenAfter: said.slice(last).some(isOpen),
    isOfPart,
    turns: find(said[last]!.clause.parts, TURNS) !== undefined,
    firstAgo: firstAgo < 0 ? said.length : firstAgo,
  };
}
