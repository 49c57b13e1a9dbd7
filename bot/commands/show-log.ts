import { UserError } from '../../core/errors.js';
import { plain } from '../../core/message.js';
import { loadEntryScene, maySeeAllLog, readLogWish, type LogWish } from '../../services/log/read-log-wish.js';
import { listAudit } from '../../store/audit.js';
import type { Command } from '../command.js';
import { answer, type Context } from '../context.js';
import { writeLog } from '../log/write-log.js';

/** So many lines are three screens of a phone; older ones are found by naming a unit. */
const mostShown = 60;

/** `/log 12`: who changed what of #12, and when; `/log 12 XA01` for one unit, `/log XA01` a unit itself, `/log` everything. */
export const logCommand: Command = {
  names: ['log', 'nhatky'],
  isLookup: true,
  places: ['private', 'office'],
  right: 'read-log',
  async run(ctx, args) {
    const wish = await readLogWish(ctx, args);
    // Roles and units of the whole organisation stand here too: not for an issuer of one branch.
    if (wish.about === 'all' && !maySeeAllLog(ctx)) throw new UserError('log.usage');
    await show(ctx, wish);
  },
};

async function show(ctx: Context, { head, filter, spec }: LogWish): Promise<void> {
  const { entries, total } = await listAudit(ctx.db, filter, { most: mostShown });
  if (entries.length === 0) throw new UserError('log.none');
  const scene = await loadEntryScene(ctx, entries, { filter, spec });
  const text = writeLog(ctx.t, head, entries.reverse(), scene);
  const more =
    total > entries.length ? [plain(`\n\n${ctx.t('log.more', { count: entries.length, total })}`)] : [];
  await answer(ctx, { text: [...text, ...more] });
}
