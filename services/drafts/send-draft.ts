import { reminderPlan } from '../../config/rules.js';
import { maySendTo } from '../../core/authorise.js';
import { UserError } from '../../core/errors.js';
import { settlePreviews } from '../../jobs/settle-previews.js';
import { openDirective, type Directive } from '../../store/directives.js';
import { discardDraft } from '../../store/drafts.js';
import { listUnits, type Unit } from '../../store/units.js';
import { getSpeaker } from '../authorise.js';
import { markPassed } from '../cascade/mark-passed.js';
import { listReach } from '../cascade/read-reach.js';
import type { Deed } from '../deed.js';
import { requireUsage } from './check-usage.js';
import { explainSettled } from './find-draft.js';

/** Sends a draft now. Two who decide at once: the state changes for one of them, the other is told. Returns its number. */
export async function sendDraft(ctx: Deed, draft: Directive): Promise<number> {
  if (draft.dueAt && draft.dueAt <= ctx.now) throw new UserError('preview.duePast');
  const unitIds = await checkUnits(ctx, draft);
  await requireUsage(ctx, draft, unitIds);
  const opened = await openDirective(ctx.db, {
    directiveId: draft.id,
    unitIds,
    now: ctx.now,
    from: draft.state as 'draft' | 'scheduled',
    reminders: reminderPlan(ctx.runtime.settings),
  });
  if (!opened) throw await explainSettled(ctx, draft.id);
  await markPassed(ctx, draft);
  const { number } = opened;
  ctx.outbox.push(...(await settlePreviews(ctx.runtime, ctx.db, draft, { key: 'preview.sent', number })));
  return number;
}

/** Discards a draft, also one that waits for its time. */
export async function dropDraft(ctx: Deed, draft: Directive): Promise<void> {
  if (!(await discardDraft(ctx.db, draft.id))) throw await explainSettled(ctx, draft.id);
  ctx.outbox.push(...(await settlePreviews(ctx.runtime, ctx.db, draft, { key: 'preview.dropped' })));
}

/** Right below the unit that passes it on, where it is passed on; else where the speaker may send. */
async function isWithinReach(
  ctx: Deed,
  draft: Directive,
  units: Unit[],
  unitIds: number[],
): Promise<boolean> {
  if (draft.passedFromId === null) return maySendTo(getSpeaker(ctx).roles, units, unitIds);
  const below = new Set((await listReach(ctx, draft.passedFromId)).map(({ id }) => id));
  return unitIds.every((id) => below.has(id));
}

/** The units of the preview that still exist. Throws UserError unless the speaker may send to each of them. */
export async function checkUnits(ctx: Deed, draft: Directive): Promise<number[]> {
  const units = await listUnits(ctx.db);
  const known = new Set(units.map(({ id }) => id));
  const unitIds = draft.unitIds.filter((id) => known.has(id));
  if (!(await isWithinReach(ctx, draft, units, unitIds))) throw new UserError('error.notAllowed');
  if (unitIds.length === 0) throw new UserError('compose.emptyAudience');
  return unitIds;
}
