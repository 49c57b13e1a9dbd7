import { reminderPlan } from '../../config/rules.js';
import { parseId } from '../../core/action.js';
import { findBranches } from '../../core/authorise.js';
import { UserError } from '../../core/errors.js';
import { say } from '../../core/message.js';
import { branchOf } from '../../core/tree.js';
import { openDirective, type Directive } from '../../store/directives.js';
import { discardDraft } from '../../store/drafts.js';
import { listUnits } from '../../store/units.js';
import { getSpeaker, rewrite, toast, type Context } from '../context.js';
import { fromDraft } from '../dialogues/compose-data.js';
import { startComposing } from '../dialogues/compose-directive.js';
import { explainSettled, getDraft } from '../drafts/find-draft.js';
import type { Press } from '../press.js';

/** The buttons under a preview: send now, send later, change, discard. Nothing leaves before the first of them. */
export const decideDraft: Press = {
  prefix: 'draft',
  async run(ctx, [idPart, verb = '']) {
    const decide = verbs[verb];
    if (!decide) throw new UserError('error.oldButton');
    const states =
      verb === 'send' || verb === 'drop' ? (['draft', 'scheduled'] as const) : (['draft'] as const);
    await decide(ctx, await getDraft(ctx, parseId(idPart), states));
  },
};

const verbs: Record<string, (ctx: Context, draft: Directive) => Promise<void>> = {
  send,
  drop,
  async later(ctx, draft) {
    await startComposing(ctx, fromDraft(draft), 'time');
    await toast(ctx, ctx.t('preview.toast.later'));
  },
  async change(ctx, draft) {
    await startComposing(ctx, fromDraft(draft), 'change');
    await toast(ctx, ctx.t('preview.toast.change'));
  },
};

/** Two who press at once: the state changes for one of them, the other is told. */
async function send(ctx: Context, draft: Directive): Promise<void> {
  if (draft.dueAt && draft.dueAt <= ctx.now) throw new UserError('preview.duePast');
  const unitIds = await checkUnits(ctx, draft);
  const opened = await openDirective(ctx.db, {
    directiveId: draft.id,
    unitIds,
    now: ctx.now,
    from: draft.state as 'draft' | 'scheduled',
    reminders: reminderPlan(ctx.runtime.settings),
  });
  if (!opened) throw await explainSettled(ctx, draft.id);
  const words = ctx.t('preview.sent', { number: opened.number, title: draft.title });
  await rewrite(ctx, say(words));
  await toast(ctx, ctx.t('preview.toast.sent', { number: opened.number }));
}

async function drop(ctx: Context, draft: Directive): Promise<void> {
  if (!(await discardDraft(ctx.db, draft.id))) throw await explainSettled(ctx, draft.id);
  await rewrite(ctx, say(ctx.t('preview.dropped', { title: draft.title })));
  await toast(ctx, ctx.t('preview.toast.dropped'));
}

/** The units of the preview that still exist; whoever sends must be allowed to send to each of them. */
async function checkUnits(ctx: Context, draft: Directive): Promise<number[]> {
  const units = await listUnits(ctx.db);
  const known = new Set(units.map(({ id }) => id));
  const unitIds = draft.unitIds.filter((id) => known.has(id));
  const reach = findBranches(getSpeaker(ctx).roles, 'send-directive');
  const within = reach === 'all' ? known : new Set(reach.flatMap((id) => branchOf(units, id)));
  if (unitIds.some((id) => !within.has(id))) throw new UserError('error.notAllowed');
  if (unitIds.length === 0) throw new UserError('compose.emptyAudience');
  return unitIds;
}
