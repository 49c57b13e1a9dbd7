import { DateTime } from 'luxon';
import { addWorkingDays, createWorkingCalendar } from '../../calendar/working-calendar.js';
import { readDeadline, type DeadlineContext, type DeadlineReading } from '../../deadline/read-deadline.js';
import { isFarOff, isWeekdayAlone } from './wished-day.js';
import { foldText } from '../../text/fold.js';
import { readLeadingNumber } from '../../text/read-number.js';

/**
 * What a request for more time wishes. `longer`: so much beyond the deadline (`thêm 2 ngày`); `until`: a day or hour,
 * in the words that name it (`thứ 4`, read by wishedDue); `open`: none is named, or not exactly (`thêm vài hôm`);
 * `several`: two are named, and whoever decides chooses.
 */
export type TimeWish =
  | {
      type: 'longer';
      count: number;
      unit: 'minute' | 'hour' | 'day' | 'workingDay' | 'week' | 'month';
    }
  | { type: 'until'; words: string }
  | { type: 'open' }
  | { type: 'several' };

const UNITS: readonly (readonly [RegExp, (TimeWish & { type: 'longer' })['unit']])[] = [
  [/^(?:ngay lam viec|ngay cong|(?:more |extra )?working days?|business days?)$/, 'workingDay'],
  [/^(?:ngay|hom|bua|(?:more |extra |additional )?days?)$/, 'day'],
  [/^(?:tuan|tuan le|(?:more |extra |additional )?weeks?)$/, 'week'],
  [/^(?:thang|(?:more )?months?)$/, 'month'],
  [/^(?:gio|tieng|h|tieng dong ho|(?:more )?hours?)$/, 'hour'],
  [/^(?:phut|(?:more )?minutes?)$/, 'minute'],
];
const VAGUE = /(?:^| )(?:vai|it|may|mot it|mot vai|nua|buoi|few|some|several|half)(?: |$)/;
/** `a week`, `another day`: one of it. */
const ONE = /^(?:a|an|another|one more|an extra|an additional) /;
/** `5/12 hoặc 7/12`, `2-3 ngày`, `2 ngày, không thì 1 ngày`, `5/12, 7/12` */
const SEVERAL =
  /\S,? (?:hoac|hay|or|otherwise|at the latest|(?:cham|muon|tre) nhat|(?:neu )?(?:khong|ko|k)(?: duoc| thi)) |^\d{1,3} ?- ?\d{1,3} [a-z]|\d[-/]\d{1,2}(?:[-/]\d+)?(?: ?[,;] ?| - )\d{1,2}[-/]\d/;
/** `từ 30/11 sang 3/12`: from the deadline that is, to another. */
const MOVED = /^(?:từ|tu|from)\s.*?\s(?:sang|qua|đến|den|tới|toi|thành|to|until|till)\s+(\S.*)$/iu;
const longestCount = 366;
const calendar = createWorkingCalendar();

/** Reads the words of Reading.moreTime: the ones that name the time wished for, `''` for none. */
export function readTimeWish(words: string): TimeWish {
  const folded = foldText(words).replace(ONE, '1 ');
  if (folded === '') return { type: 'open' };
  if (SEVERAL.test(folded)) return { type: 'several' };
  const moved = MOVED.exec(words.normalize('NFC').trim())?.[1];
  if (moved !== undefined) return { type: 'until', words: moved };
  // More time is asked for: `2 ngày nữa` goes on from the deadline. `2 ngày nửa` may be half a day more.
  const further = /nửa$/iu.test(words.normalize('NFC').trim()) ? folded : folded.replace(/ nua$/, '');
  const found = readLeadingNumber(further);
  const unit = found && UNITS.find(([pattern]) => pattern.test(found.rest))?.[1];
  if (found && unit && Number.isInteger(found.number) && found.number > 0 && found.number <= longestCount)
    return { type: 'longer', count: found.number, unit };
  return VAGUE.test(folded) ? { type: 'open' } : { type: 'until', words };
}

/**
 * A deadline that is wished for, or why there is none. `early`: it is no later than the one that holds; `far`: so far
 * away that the year may be a slip. `isGuessed`: a weekday that was counted from the deadline.
 */
export type WishReading =
  | (DeadlineReading & { isGuessed?: boolean })
  | { due: null; reason: 'early' | 'far'; named: Date }
  | { due: null; reason: 'several' };

/**
 * The deadline that is wished for. So much longer counts from the deadline that holds (`dueAt`), or from now when that
 * would still be over; a day is read like any deadline and must be later than the one that holds. A weekday that comes
 * before it is the next one behind it.
 */
export function wishedDue(
  wish: TimeWish,
  { dueAt, ...at }: DeadlineContext & { dueAt: Date | null },
): WishReading {
  if (wish.type === 'open') return { due: null, reason: 'empty' };
  if (wish.type === 'several') return { due: null, reason: 'several' };
  if (wish.type === 'until') return untilDay(wish.words, dueAt, at);
  const due = dueAt === null ? null : later(dueAt, wish, at);
  return {
    due: due !== null && due > at.now ? due : later(at.now, wish, at),
    reason: null,
  };
}

function untilDay(words: string, dueAt: Date | null, at: DeadlineContext): WishReading {
  const read = readDeadline(words, at);
  if (read.due === null) return read;
  if (isFarOff(words, read.due, { now: at.now, dueAt })) return { due: null, reason: 'far', named: read.due };
  if (dueAt === null || read.due > dueAt) return read;
  const behind = isWeekdayAlone(words) ? readDeadline(words, { ...at, now: dueAt }) : null;
  return behind?.due && behind.due > dueAt
    ? { ...behind, isGuessed: true }
    : { due: null, reason: 'early', named: read.due };
}

function later(from: Date, { count, unit }: TimeWish & { type: 'longer' }, at: DeadlineContext): Date {
  const start = DateTime.fromJSDate(from, { zone: at.zone });
  if (unit !== 'workingDay') return start.plus({ [unit]: count }).toJSDate();
  const day = addWorkingDays(start.toISODate()!, count, at.calendar ?? calendar);
  const [year, month, date] = day.split('-').map(Number);
  return start.set({ year: year!, month: month!, day: date! }).toJSDate();
}
