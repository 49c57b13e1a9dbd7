import { DateTime } from 'luxon';
import { sayDeadline } from '../../core/deadline/say-deadline.js';
import { UserError } from '../../core/errors.js';
import { readTimeWish, wishedDue, type TimeWish } from '../../core/reading/details/time-wish.js';
import { isFarOff } from '../../core/reading/details/wished-day.js';
import { listOpenItems } from '../../store/answers.js';
import type { Deed } from '../deed.js';
import { readDue, shorten } from '../drafts/words.js';
import { findCalendar } from '../office-calendar.js';
import type { OpenDirective } from './find-changeable.js';

const MORE =
  /^(?:(?:gia hạn|gia han|xin|cho)\s+)?(?:thêm|them|cộng|cong|lùi|lui|gia hạn|gia han|(?:extend )?by|extend|for)\s+(?=\S)/iu;
const MORE_IN_ENGLISH = /(?:^|\s)(?:more|another|extra|additional)(?:\s|$)/i;
const AGAIN = /\s(?:nữa|nua)(?:\s+(?:ạ|a|nhé))?$/iu;

/**
 * The deadline that gives more time, as it was said: `thêm 2 ngày`, `2 ngày nữa` count from the one that holds for the
 * unit or for all, else it is a day like any other. Null without words. Throws UserError with the reason.
 */
export async function readNewDue(
  ctx: Deed,
  directive: Pick<OpenDirective, 'number' | 'dueAt'>,
  unit: { id: number } | null,
  words: string,
): Promise<Date | null> {
  const unitId = unit?.id ?? null;
  const more = words.trim().replace(MORE, '');
  const wish = readTimeWish(more);
  if (wish.type === 'several') throw new UserError('compose.deadline.ambiguous', { text: shorten(words) });
  const dueAt = await findHeld(ctx, directive, unitId);
  if (isLonger(wish, more !== words.trim() || MORE_IN_ENGLISH.test(words) || AGAIN.test(words))) {
    const calendar = await findCalendar(ctx, unitId);
    const zone = ctx.runtime.settings.ORG_TIME_ZONE;
    return wishedDue(wish, { now: ctx.now, zone, calendar, dueAt }).due;
  }
  const due = await readDue(ctx, wish.type === 'until' && wish.words !== more ? wish.words : words, unitId);
  if (due && isFarOff(words, due, { now: ctx.now, dueAt })) throw askYear(ctx, due);
  return due;
}

/** `2 ngày` goes on from the deadline in whatever words; `17 giờ` alone is a time of the day. */
function isLonger(wish: TimeWish, saysMore: boolean): boolean {
  return wish.type === 'longer' && (saysMore || (wish.unit !== 'hour' && wish.unit !== 'minute'));
}

async function findHeld(
  ctx: Deed,
  { number, dueAt }: Pick<OpenDirective, 'number' | 'dueAt'>,
  unitId: number | null,
): Promise<Date | null> {
  const own =
    unitId !== null && (await listOpenItems(ctx.db, [unitId])).find((item) => item.number === number);
  return own ? own.dueAt : dueAt;
}

/** Nothing is extended to next year by a slip: the year must be said. */
function askYear(ctx: Deed, due: Date): UserError {
  const zone = ctx.runtime.settings.ORG_TIME_ZONE;
  return new UserError('change.farDue', {
    due: sayDeadline(ctx.t, due, zone),
    day: DateTime.fromJSDate(due, { zone }).toFormat('dd/MM/yyyy'),
  });
}
