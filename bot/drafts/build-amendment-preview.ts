import { encodeAction } from '../../core/action.js';
import { sayDeadline } from '../../core/deadline/say-deadline.js';
import { buildChangeNote, findChanges } from '../../core/directive-change.js';
import { bold, joinLines, plain, type Content, type RichText } from '../../core/message.js';
import { amendPrefix } from '../../services/changes/amendment-draft.js';
import type { OpenDirective } from '../../services/changes/find-changeable.js';
import { countTold } from '../../services/changes/tell-groups.js';
import { buildMessage } from '../../services/drafts/build-message.js';
import { describeDue, findMovedDue } from '../../services/drafts/describe-due.js';
import type { AmendmentDraft } from '../../store/amendment-drafts.js';
import type { Context } from '../context.js';
import { amendVerbs, labelOf } from './amend-verbs.js';
import { rule } from './build-preview.js';

/** The new wording as the groups will see it with the note on what changed, and all its author should know before. */
export async function buildAmendmentPreview(
  ctx: Context,
  directive: OpenDirective,
  draft: AmendmentDraft,
): Promise<Content> {
  const { t, channel } = ctx;
  const { title, body, dueAt } = draft;
  const { number, version } = directive;
  const after = { title, body, dueAt };
  const message = await buildMessage(ctx, { ...directive, ...after, version: version + 1 }, channel);
  const zone = ctx.runtime.settings.ORG_TIME_ZONE;
  const note = { number, before: directive, after, count: version, zone, withBody: false };
  const text = joinLines([
    [bold(t('change.preview.title', { number }))],
    [plain(rule)],
    message.text,
    ...(message.attachment ? [[plain(t('preview.attachment'))]] : []),
    [plain(rule)],
    [plain(t('change.preview.note'))],
    buildChangeNote(t, note),
    [plain(rule)],
    [plain(t('change.preview.groups', { count: await countTold(ctx, directive, after) }))],
    ...(await sayDue(ctx, directive, draft)),
    ...sayVerbs(ctx),
  ]);
  return {
    text,
    ...offerVerbs(ctx, draft.id),
    ...(message.attachment ? { attachment: message.attachment } : {}),
  };
}

/** What there is to know about a new deadline. */
async function sayDue(ctx: Context, directive: OpenDirective, draft: AmendmentDraft): Promise<RichText[]> {
  const { dueAt } = draft;
  if (!dueAt || !findChanges(directive, draft).includes('dueAt')) return [];
  const lines = await describeDue(ctx, { dueAt, unitIds: directive.unitIds });
  const moved = await findMovedDue(ctx, dueAt);
  const due = moved && sayDeadline(ctx.t, moved, ctx.runtime.settings.ORG_TIME_ZONE);
  return [...lines, ...(due ? [ctx.t('preview.moveTo', { due })] : [])].map((line) => [plain(line)]);
}

function offerVerbs(ctx: Context, id: number): Pick<Content, 'buttons'> {
  if (!ctx.channel.capabilities.buttons) return {};
  const button = (verb: (typeof amendVerbs)[number]) => ({
    label: labelOf(ctx, verb),
    action: encodeAction(amendPrefix, id, verb),
  });
  return { buttons: [amendVerbs.map(button)] };
}

/** The same in words, where there are no buttons. */
function sayVerbs(ctx: Context): RichText[] {
  if (ctx.channel.capabilities.buttons) return [];
  const words = amendVerbs.map((verb) => labelOf(ctx, verb)).join(' / ');
  return [[plain(ctx.t('preview.decideBy', { words }))]];
}
