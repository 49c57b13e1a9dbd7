import { waysIn } from '../../channels/ways.js';
import { encodeAction } from '../../core/action.js';
import { buildDirective, directiveButtons, type DirectiveText } from '../../core/directive-message.js';
import { bold, joinLines, plain, type Attachment, type Content, type RichText } from '../../core/message.js';
import { sayDeadline } from '../../core/deadline/say-deadline.js';
import type { AnswerSpec } from '../../core/reading/answer.js';
import type { Terms } from '../../core/terms.js';
import { findPassedPart } from '../../store/cascade.js';
import type { Directive } from '../../store/directives.js';
import { peekNumber } from '../../store/settings.js';
import type { Context } from '../context.js';
import { describeDraft } from './describe-draft.js';
import { findMovedDue } from './describe-due.js';

const rule = '――――――――――';

/** What goes out on the tap, as the groups will see it, and all the issuer should know before. */
export async function buildPreview(ctx: Context, draft: Directive): Promise<Content> {
  const { t } = ctx;
  const message = await buildMessage(ctx, draft);
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

/** What of a draft the groups will see. */
type MessageWords = Pick<Directive, 'kind' | 'urgent' | 'title' | 'body' | 'dueAt' | 'version'> & {
  passedFromId?: number | null;
  answer: unknown;
  attachments: unknown;
  terms: unknown;
};

/** With the number it would get now. The groups' buttons are shown as words: here nobody answers. */
export async function buildMessage(ctx: Context, draft: MessageWords): Promise<Content> {
  const { capabilities } = ctx.channel;
  const part = draft.passedFromId ? await findPassedPart(ctx.db, draft.passedFromId) : null;
  const directive: DirectiveText = {
    ...draft,
    number: await peekNumber(ctx.db, 'directive'),
    answer: draft.answer as AnswerSpec | null,
    attachments: draft.attachments as Attachment[],
    terms: draft.terms as Terms | null,
    passedBy: part?.unit.name ?? null,
  };
  const content = buildDirective(ctx.t, directive, {
    assignmentId: null,
    zone: ctx.runtime.settings.ORG_TIME_ZONE,
    orgName: ctx.runtime.settings.ORG_NAME,
    ways: waysIn(ctx.channel, { isGroup: true, hearsAll: false }),
  });
  const labels = capabilities.buttons ? directiveButtons(ctx.t, draft.kind) : [];
  const buttons: RichText[] =
    labels.length > 0
      ? [[plain(labels.map((label) => `[\u00a0${label.replaceAll(' ', '\u00a0')}\u00a0]`).join('  '))]]
      : [];
  return { ...content, text: joinLines([content.text, ...buttons]) };
}
