import type { Channel } from '../../channels/channel.js';
import { waysIn } from '../../channels/ways.js';
import { buildDirective, directiveButtons, type DirectiveText } from '../../core/directive-message.js';
import { joinLines, plain, type Attachment, type Content, type RichText } from '../../core/message.js';
import type { AnswerSpec } from '../../core/reading/answer.js';
import type { Terms } from '../../core/terms.js';
import { findPassedPart } from '../../store/cascade.js';
import type { Directive } from '../../store/directives.js';
import { peekNumber } from '../../store/settings.js';
import type { Asking } from '../deed.js';

/** What of a draft the groups will see. */
type MessageWords = Pick<Directive, 'kind' | 'urgent' | 'title' | 'body' | 'dueAt' | 'version'> & {
  /** The one it has; absent or null: the one it would get now. */
  number?: number | null;
  passedFromId?: number | null;
  answer: unknown;
  attachments: unknown;
  terms: unknown;
};

/** As it shows on a channel. The groups' buttons are shown as words: here nobody answers. */
export async function buildMessage(
  ctx: Asking,
  draft: MessageWords,
  channel: Pick<Channel, 'capabilities' | 'botName'>,
): Promise<Content> {
  const { capabilities } = channel;
  const part = draft.passedFromId ? await findPassedPart(ctx.db, draft.passedFromId) : null;
  const directive: DirectiveText = {
    ...draft,
    number: draft.number ?? (await peekNumber(ctx.db, 'directive')),
    answer: draft.answer as AnswerSpec | null,
    attachments: draft.attachments as Attachment[],
    terms: draft.terms as Terms | null,
    passedBy: part?.unit.name ?? null,
  };
  const content = buildDirective(ctx.t, directive, {
    assignmentId: null,
    zone: ctx.runtime.settings.ORG_TIME_ZONE,
    orgName: ctx.runtime.settings.ORG_NAME,
    ways: waysIn(channel, { isGroup: true, hearsAll: false }),
  });
  const labels = capabilities.buttons ? directiveButtons(ctx.t, draft.kind) : [];
  const buttons: RichText[] =
    labels.length > 0
      ? [[plain(labels.map((label) => `[\u00a0${label.replaceAll(' ', '\u00a0')}\u00a0]`).join('  '))]]
      : [];
  return { ...content, text: joinLines([content.text, ...buttons]) };
}
