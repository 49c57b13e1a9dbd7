import { bold, plain, type RichText } from '../../core/message.js';
import { isAwaiting } from '../../core/replies/answer-state.js';
import { compareUrgency } from '../../core/replies/urgency.js';
import { describeDeadline, describeStand, shorten } from '../../services/replies/words.js';
import type { OpenItem } from '../../store/answers.js';
import type { Context } from '../context.js';

/** Done, or said to be done: nothing more is expected of the unit. */
export const isOwed = (item: OpenItem) => item.doneAt === null && !isAwaiting(item);

/** What is owed first, the most urgent at the top. */
export function sortItems(items: OpenItem[]): OpenItem[] {
  return items.sort((a, b) => Number(!isOwed(a)) - Number(!isOwed(b)) || compareUrgency(a, b));
}

/** One line of a list: which directive, until when, how it stands. */
export function writeItem(ctx: Pick<Context, 't' | 'now'>, item: OpenItem, namesUnit: boolean): RichText {
  const { number, title, dueAt, kind, urgent } = item;
  const unit = namesUnit ? ` ${item.unitCode}` : '';
  const mark = urgent ? ` ${ctx.t('tasks.urgent')}` : '';
  const deadline = isOwed(item) ? ` · ${describeDeadline(ctx.t, dueAt, ctx.now)}` : '';
  return [
    bold(`#${number}${unit}${mark}`),
    plain(` ${shorten(title)}${deadline} · ${describeStand(ctx.t, kind, item, item.spec)}`),
  ];
}
