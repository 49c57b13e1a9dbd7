import { bold, joinLines, plain, type RichText } from '../../core/message.js';
import { isAwaiting } from '../../core/replies/answer-state.js';
import { compareUrgency } from '../../core/replies/urgency.js';
import { describeDeadline, describeStand, shorten } from '../../services/replies/words.js';
import type { OpenItem } from '../../store/answers.js';
import type { Context } from '../context.js';

/** Items that are named at all: more are no answer for a phone. */
export const mostListed = 30;

/** Done, or said to be done: nothing more is expected of the unit. */
export const isOwed = (item: OpenItem) => item.doneAt === null && !isAwaiting(item);

/** What is owed first, the most urgent at the top. */
export function sortItems(items: OpenItem[]): OpenItem[] {
  return items.sort((a, b) => Number(!isOwed(a)) - Number(!isOwed(b)) || compareUrgency(a, b));
}

/** One line of a list: which directive, until when, how it stands. */
function writeItem(ctx: Pick<Context, 't' | 'now'>, item: OpenItem, namesUnit: boolean): RichText {
  const { number, title, dueAt, kind, urgent } = item;
  const unit = namesUnit ? ` ${item.unitCode}` : '';
  const mark = urgent ? ` ${ctx.t('tasks.urgent')}` : '';
  const deadline = isOwed(item) ? ` · ${describeDeadline(ctx.t, dueAt, ctx.now)}` : '';
  return [
    bold(`#${number}${unit}${mark}`),
    plain(` ${shorten(title)}${deadline} · ${describeStand(ctx.t, kind, item, item.spec)}`),
  ];
}

/** The first of them, one a line, below a head. */
export function writeItems(
  ctx: Pick<Context, 't' | 'now'>,
  head: string,
  items: readonly OpenItem[],
  namesUnit: boolean,
): RichText {
  const more = items.length - mostListed;
  return joinLines([
    [bold(head)],
    ...items.slice(0, mostListed).map((item) => writeItem(ctx, item, namesUnit)),
    ...(more > 0 ? [[plain(ctx.t('tasks.more', { count: more }))]] : []),
  ]);
}
