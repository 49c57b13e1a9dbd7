import { UserError } from '../../core/errors.js';
import { bold, joinLines, plain } from '../../core/message.js';
import { compareUrgency } from '../../core/replies/urgency.js';
import { foldText } from '../../core/text/fold.js';
import { findWatcher } from '../../services/find-watcher.js';
import { findNumberOrUnit } from '../../services/units/number-or-unit.js';
import { findNamedUnits } from '../../services/units/find-named-units.js';
import { listOpenItems } from '../../store/answers.js';
import {
  findWatched,
  listExcused,
  listOpenProgress,
  listProgress,
  type OpenDirective,
  type Watcher,
} from '../../store/progress.js';
import type { Unit } from '../../store/units.js';
import type { Command } from '../command.js';
import { answer, type Context } from '../context.js';
import { getSpeaker } from '../../services/authorise.js';
import { listScheduled } from '../drafts/list-scheduled.js';
import { sortItems, writeItems } from '../replies/write-item.js';
import { writeProgress } from '../replies/write-progress.js';
import { describeDeadline, shorten } from '../../services/replies/words.js';

/** Of other units' directives nothing is seen for having sent them. */
const nobody = 0;

/**
 * `/progress` lists what is open and what waits for its time; `/progress 12` says unit by unit how #12 stands, `/progress XA01` how it stands with one
 * unit or several, `/progress báo cáo` finds it by its title. Everybody sees their branch only.
 */
export const progressCommand: Command = {
  names: ['progress', 'tiendo'],
  isLookup: true,
  places: ['private', 'office'],
  right: 'watch',
  async run(ctx, args) {
    const watcher = await findWatcher(ctx.db, getSpeaker(ctx));
    if (args === '') return showAll(ctx, watcher);
    const one = await findNumberOrUnit(ctx, args);
    if (one && 'number' in one) {
      await showOne(ctx, one.number, watcher);
      const code = one.alsoUnit?.code;
      return code === undefined ? undefined : answer(ctx, ctx.t('progress.alsoUnit', { code }));
    }
    const units = await findNamedUnits(ctx, one ? one.unit.code : args, watcher);
    if (units) return showUnits(ctx, units);
    const open = await listOpenProgress(ctx.db, watcher);
    const titled = open.filter(({ title }) => holdsWords(title, args));
    if (titled.length === 0) throw new UserError('progress.nothingNamed', { words: shorten(args, 40) });
    return titled.length === 1 ? showOne(ctx, titled[0]!.number, watcher) : showOpen(ctx, titled);
  },
};

function holdsWords(title: string, words: string): boolean {
  const said = ` ${foldText(title)} `;
  return foldText(words)
    .split(' ')
    .every((word) => said.includes(` ${word}`));
}

async function showUnits(ctx: Context, units: Unit[]): Promise<void> {
  if (units.length === 0) throw new UserError('error.notAllowed');
  const unitIds = units.map(({ id }) => id);
  if (units.length > 1) return showOpen(ctx, await listOpenProgress(ctx.db, { unitIds, personId: nobody }));
  const [{ code, name }] = units as [Unit];
  const items = sortItems(await listOpenItems(ctx.db, unitIds));
  if (items.length === 0) return answer(ctx, ctx.t('progress.noneOfUnit', { code, name }));
  const head = ctx.t('progress.ofUnit', { code, name, count: items.length });
  await answer(ctx, { text: writeItems(ctx, head, items, false) });
}

async function showOne(ctx: Context, number: number, watcher: Watcher): Promise<void> {
  const directive = await findWatched(ctx.db, number);
  if (!directive) throw new UserError('progress.unknown', { number });
  const { mergedInto } = directive;
  if (mergedInto !== null) throw new UserError('progress.merged', { number, into: mergedInto });
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

/** What is open, and what waits for its time; that nothing is open is no news where something waits. */
async function showAll(ctx: Context, watcher: Watcher): Promise<void> {
  const open = await listOpenProgress(ctx.db, watcher);
  if (open.length > 0) await showOpen(ctx, open);
  const waits = await listScheduled(ctx, watcher);
  if (open.length === 0 && !waits) await answer(ctx, ctx.t('progress.none'));
}

async function showOpen(ctx: Context, open: OpenDirective[]): Promise<void> {
  if (open.length === 0) return answer(ctx, ctx.t('progress.none'));
  const lines = open
    .sort(compareUrgency)
    .map(({ number, title, fulfilled, blocked, awaiting, total, dueAt }) => [
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
