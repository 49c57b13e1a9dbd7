import { sayDeadline } from '../../core/deadline/say-deadline.js';
import { bold, joinLines, plain } from '../../core/message.js';
import { shorten } from '../../services/replies/words.js';
import { listDirectives } from '../../store/directive-list.js';
import type { Watcher } from '../../store/progress.js';
import { answer, type Context } from '../context.js';
import { dropButton } from '../presses/drop-scheduled.js';

/** So many fit one message with their buttons; the page lists the others. */
const mostListed = 10;

/** Tells in a message of its own what waits for its time, with a button to call off what is the reader's. Returns whether anything does. */
export async function listScheduled(ctx: Context, watcher: Watcher): Promise<boolean> {
  const filter = { state: 'scheduled' as const, words: '', offset: 0, most: mostListed };
  const { rows, total } = await listDirectives(ctx.db, watcher, filter);
  if (rows.length === 0) return false;
  const zone = ctx.runtime.settings.ORG_TIME_ZONE;
  const lines = rows.map(({ title, sendAt }, index) => {
    const at = sayDeadline(ctx.t, sendAt ?? ctx.now, zone);
    return [plain(ctx.t('progress.scheduled.line', { index: index + 1, title: shorten(title, 80), at }))];
  });
  const more =
    total > rows.length ? [[plain(ctx.t('progress.scheduled.more', { count: total - rows.length }))]] : [];
  const buttons = rows.flatMap(({ id, isOwn }, index) =>
    isOwn ? [[dropButton(id, ctx.t('progress.scheduled.drop', { index: index + 1 }))]] : [],
  );
  await answer(ctx, {
    text: joinLines([[bold(ctx.t('progress.scheduled.head', { count: total }))], ...lines, ...more]),
    ...(buttons.length > 0 ? { buttons } : {}),
  });
  return true;
}
