import { reminderPlan } from '../../config/rules.js';
import { findBranches } from '../../core/authorise.js';
import { UserError } from '../../core/errors.js';
import { say } from '../../core/message.js';
import { branchOf } from '../../core/tree.js';
import { closeDialogue, findDialogue } from '../../store/dialogues.js';
import { openDirective, type Directive } from '../../store/directives.js';
import { discardDraft } from '../../store/drafts.js';
import { listUnits, type Unit } from '../../store/units.js';
import { getSpeaker } from '../../services/authorise.js';
import { rewrite, toast, type Context } from '../context.js';
import { requireUsage } from '../../services/drafts/check-usage.js';
import { markPassed } from '../cascade/mark-passed.js';
import { listReach } from '../../services/cascade/read-reach.js';
import { explainSettled } from './find-draft.js';

/** Sends a draft now. Two who decide at once: the state changes for one of them, the other is told. */
export async function sendDraft(ctx: Context, draft: Directive): Promise<void> {
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
  await endTalk(ctx, draft.id);
  await markPassed(ctx, draft);
  await rewrite(ctx, say(ctx.t('preview.sent', { number: opened.number, title: draft.title })));
  await toast(ctx, ctx.t('preview.toast.sent', { number: opened.number }));
}

/** Discards a draft, also one that waits for its time. */
export async function dropDraft(ctx: Context, draft: Directive): Promise<void> {
  if (!(await discardDraft(ctx.db, draft.id))) throw await explainSettled(ctx, draft.id);
  await endTalk(ctx, draft.id);
  await rewrite(ctx, say(ctx.t('preview.dropped', { title: draft.title })));
  await toast(ctx, ctx.t('preview.toast.dropped'));
}

/** A question about this draft that is still open is answered by the decision. */
async function endTalk(ctx: Context, draftId: number): Promise<void> {
  const row = await findDialogue(ctx.db, { chatId: ctx.chat.id, personId: getSpeaker(ctx).personId });
  if ((row?.data as { draftId?: number } | undefined)?.draftId === draftId)
    await closeDialogue(ctx.db, row!.id);
}

/** Units to which the speaker may send this draft; right below the unit that passes it on, where it is passed on. */
async function findReach(ctx: Context, draft: Directive, units: Unit[]): Promise<Set<number>> {
  if (draft.passedFromId !== null)
    return new Set((await listReach(ctx, draft.passedFromId)).map(({ id }) => id));
  const reach = findBranches(getSpeaker(ctx).roles, 'send-directive');
  return new Set(reach === 'all' ? units.map(({ id }) => id) : reach.flatMap((id) => branchOf(units, id)));
}

/** The units of the preview that still exist; whoever sends must be allowed to send to each of them. */
async function checkUnits(ctx: Context, draft: Directive): Promise<number[]> {
  const units = await listUnits(ctx.db);
  const known = new Set(units.map(({ id }) => id));
  const unitIds = draft.unitIds.filter((id) => known.has(id));
  const within = await findReach(ctx, draft, units);
  if (unitIds.some((id) => !within.has(id))) throw new UserError('error.notAllowed');
  if (unitIds.length === 0) throw new UserError('compose.emptyAudience');
  return unitIds;
}
