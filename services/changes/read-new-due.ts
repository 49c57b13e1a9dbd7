import { readTimeWish, wishedDue } from '../../core/reading/details/time-wish.js';
import { listOpenItems } from '../../store/answers.js';
import type { Unit } from '../../store/units.js';
import type { Deed } from '../deed.js';
import { readDue } from '../drafts/words.js';
import { findCalendar } from '../office-calendar.js';
import type { OpenDirective } from './find-changeable.js';

const MORE = /^(?:thêm|them|cộng|lùi|lui)\s+(?=\S)/iu;
const MORE_IN_ENGLISH = /(?:^|\s)(?:more|another|extra|additional)(?:\s|$)/i;

/**
 * The deadline that gives more time, as it was said: `thêm 2 ngày` counts from the one that holds for the unit or for all, else
 * it is a day like any other. Null without words. Throws UserError with the reason.
 */
export async function readNewDue(
  ctx: Deed,
  { number, dueAt }: OpenDirective,
  unit: Unit | null,
  words: string,
): Promise<Date | null> {
  const more = words.replace(MORE, '');
  const wish = more === words && !MORE_IN_ENGLISH.test(words) ? null : readTimeWish(more);
  if (wish?.type !== 'longer') return readDue(ctx, words, unit?.id ?? null);
  const own = unit && (await listOpenItems(ctx.db, [unit.id])).find((item) => item.number === number);
  const calendar = await findCalendar(ctx, unit?.id ?? null);
  const zone = ctx.runtime.settings.ORG_TIME_ZONE;
  return wishedDue(wish, { now: ctx.now, zone, calendar, dueAt: own ? own.dueAt : dueAt }).due;
}
