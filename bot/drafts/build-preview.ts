import { encodeAction } from '../../core/action.js';
import { bold, joinLines, plain, type Content, type RichText } from '../../core/message.js';
import { sayDeadline } from '../../core/deadline/say-deadline.js';
import type { Directive } from '../../store/directives.js';
import type { Context } from '../context.js';
import { buildMessage } from '../../services/drafts/build-message.js';
import { describeDraft } from '../../services/drafts/describe-draft.js';
import { findMovedDue } from '../../services/drafts/describe-due.js';

export const rule = '――――――――――';

/** What goes out on the tap, as the groups will see it, and all the issuer should know before. */
export async function buildPreview(ctx: Context, draft: Directive): Promise<Content> {
  const { t } = ctx;
  const message = await buildMessage(ctx, draft, ctx.channel);
  const facts = await describeDraft(ctx, draft, message);
  const moved = await findMovedDue(ctx, draft.dueAt);
  const text = joinLines([
    [bold(t('preview.title'))],
    [plain(rule)],
    message.text,
    ...(message.attachment ? [[plain(t('preview.attachment'))]] : []),
    [plain(rule)],
    ...facts,
    ...(moved
      ? [[plain(t('preview.moveTo', { due: sayDeadline(t, moved, ctx.runtime.settings.ORG_TIME_ZONE) }))]]
      : []),
    ...sayDecisions(ctx, [...(moved ? ['move' as const] : []), 'send', 'later', 'change', 'drop']),
  ]);
  return {
    text,
    ...offerDecisions(ctx, draft.id, [
      ...(moved ? [['move' as const]] : []),
      ['send', 'later'],
      ['change', 'drop'],
    ]),
    ...(message.attachment ? { attachment: message.attachment } : {}),
  };
}

export type DraftVerb = 'send' | 'later' | 'change' | 'drop' | 'move';

/** The buttons that decide on a draft; none where the channel has none. */
export function offerDecisions(
  ctx: Context,
  draftId: number,
  rows: readonly (readonly DraftVerb[])[],
): Pick<Content, 'buttons'> {
  if (!ctx.channel.capabilities.buttons) return {};
  const button = (verb: DraftVerb) => ({
    label: ctx.t(`preview.button.${verb}`),
    action: encodeAction('draft', draftId, verb),
  });
  return { buttons: rows.map((row) => row.map(button)) };
}

/** The same in words, where there are no buttons. */
export function sayDecisions(ctx: Context, verbs: readonly DraftVerb[]): RichText[] {
  if (ctx.channel.capabilities.buttons) return [];
  const words = verbs.map((verb) => ctx.t(`preview.button.${verb}`)).join(' / ');
  return [[plain(ctx.t('preview.decideBy', { words }))]];
}
