import { proposeEarlierDue } from '../../core/cascade/earlier-due.js';
import { UserError } from '../../core/errors.js';
import { textsFor, type Locale } from '../../locales/texts.js';
import { listUnitsBelow } from '../../store/cascade.js';
import type { ChatWithUnit } from '../../store/chats.js';
import { findPrivateChat } from '../../store/people.js';
import { findDirective, type Directive } from '../../store/directives.js';
import type { Attachment } from '../../core/message.js';
import type { AnswerSpec } from '../../core/reading/answer.js';
import { getSpeaker } from '../../services/authorise.js';
import { addOwnWords } from '../../services/cascade/own-words.js';
import { listReach } from '../../services/cascade/read-reach.js';
import type { DraftWords } from '../../services/drafts/words.js';
import { findCalendar } from '../../services/office-calendar.js';
import type { OpenTarget } from '../../services/replies/taken.js';
import { toast, type Context } from '../context.js';
import { showDraft } from '../dialogues/compose-directive.js';

/**
 * A lead passes a part on to the units right below: the directive's own words with the lead's before them and an earlier
 * deadline, as a draft to be looked at. It is shown in private where the lead has written to the bot, else where they are.
 */
export async function startPassing(ctx: Context, target: OpenTarget, own: string): Promise<void> {
  const { number, assignmentId, unitCode: code } = target;
  const speaker = getSpeaker(ctx);
  const reach = await listReach(ctx, assignmentId);
  if (reach.length === 0) throw new UserError('cascade.noUnits', { code });
  const known = await listUnitsBelow(ctx.db, assignmentId);
  const rest = reach.filter(({ id }) => !known.some(({ unitId }) => unitId === id));
  const numbers = [...new Set(known.map((one) => `#${one.number}`))].join(', ');
  if (rest.length === 0) throw new UserError('cascade.already', { number, numbers });
  const directive = (await findDirective(ctx.db, target.directiveId))!;
  const aside =
    ctx.chat.role === 'private' ? null : await findPrivateChat(ctx.db, speaker.personId, ctx.channel.name);
  const place = aside ? moveTo(ctx, { ...aside, unit: null }) : ctx;
  await showDraft(place, {
    ...fromDirective(directive),
    ...{ targets: rest.map((unit) => unit.code).join(' '), passedFromId: assignmentId },
    body: await addOwnWords(place, assignmentId, own),
    dueAt: proposeEarlierDue(target.dueAt, ctx.now, {
      zone: ctx.runtime.settings.ORG_TIME_ZONE,
      calendar: await findCalendar(ctx, target.unitId),
    }),
  });
  if (aside) await toast(ctx, ctx.t('cascade.shownInPrivate', { number }));
}

function fromDirective(directive: Directive): Omit<DraftWords, 'targets' | 'body' | 'dueAt'> {
  const { kind, urgent, title } = directive;
  return {
    ...{ kind, urgent, title, reminders: null, terms: {} },
    answer: directive.answer as unknown as AnswerSpec | null,
    attachments: directive.attachments as unknown as Attachment[],
  };
}

/** The same event, spoken of in the person's private chat. */
function moveTo(ctx: Context, chat: ChatWithUnit): Context {
  const wanted = ctx.speaker?.locale ?? chat.locale;
  const locale: Locale = wanted === 'vi' || wanted === 'en' ? wanted : ctx.runtime.settings.ORG_LOCALE;
  return { ...ctx, chat, locale, t: textsFor(locale, ctx.runtime.settings.ORG_LOCALE) };
}
