import { UserError } from '../../core/errors.js';
import { bold, joinLines, plain } from '../../core/message.js';
import { compareUrgency } from '../../core/replies/urgency.js';
import { findWatcher } from '../../services/find-watcher.js';
import {
  findWatched,
  listExcused,
  listOpenProgress,
  listProgress,
  type Watcher,
} from '../../store/progress.js';
import type { Command } from '../command.js';
import { answer, type Context } from '../context.js';
import { getSpeaker } from '../../services/authorise.js';
import { writeProgress } from '../replies/write-progress.js';
import { describeDeadline, shorten } from '../../services/replies/words.js';

/** `/progress` lists what is open; `/progress 12` says unit by unit how #12 stands. Everybody sees their branch only. */
export const progressCommand: Command = {
  names: ['progress', 'tiendo'],
  places: ['private', 'office'],
  right: 'watch',
  async run(ctx, args) {
    const watcher = await findWatcher(ctx.db, getSpeaker(ctx));
    if (args === '') return showAll(ctx, watcher);
    const number = /^#?(\d{1,9})$/.exec(args)?.[1];
    if (number === undefined) throw new UserError('progress.usage');
    await showOne(ctx, Number(number), watcher);
  },
};

async function showOne(ctx: Context, number: number, watcher: Watcher): Promise<void> {
  const directive = await findWatched(ctx.db, number);
  if (!directive) throw new UserError('progress.unknown', { number });
  if (directive.kind === 'notice') throw new UserError('progress.notice', { number });
  const rows = await listProgress(ctx.db, directive.id, watcher);
  const excused = await listExcused(ctx.db, directive.id, watcher);
  if (rows.length + excused.length === 0) throw new UserError('progress.notYours', { number });
  const { now, chat } = ctx;
  await answer(ctx, {
    text: writeProgress(
      ctx.t,
      directive,
      { rows, excused },
      { now, isNaming: chat.naming, zone: ctx.runtime.settings.ORG_TIME_ZONE },
    ),
  });
}

async function showAll(ctx: Context, watcher: Watcher): Promise<void> {
  const open = (await listOpenProgress(ctx.db, watcher)).sort(compareUrgency);
  if (open.length === 0) return answer(ctx, ctx.t('progress.none'));
  const lines = open.map(({ number, title, fulfilled, blocked, awaiting, total, dueAt }) => [
    bold(`#${number}`),
    plain(
      [
        ` ${shorten(title, 80)}`,
        ctx.t('progress.share', { fulfilled, total }),
        ...(awaiting > 0 ? [ctx.t('progress.count.awaiting', { count: awaiting })] : []),
        ...(blocked > 0 ? [ctx.t('progress.count.blocked', { count: blocked })] : []),
        describeDeadline(ctx.t, dueAt, ctx.now),
      ].join(' · '),
    ),
  ]);
  const head = [bold(ctx.t('progress.head', { count: open.length }))];
  await answer(ctx, { text: joinLines([head, ...lines]) });
}
