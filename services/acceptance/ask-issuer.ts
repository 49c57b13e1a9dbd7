import { reminderPlan } from '../../config/rules.js';
import { buildAcceptanceCard } from '../../core/acceptance/acceptance-message.js';
import { priority } from '../../core/delivery.js';
import type { Attachment } from '../../core/message.js';
import { findMorning } from '../../core/reminders/plan-reminders.js';
import { textsFor } from '../../locales/texts.js';
import { openApproval } from '../../store/approvals.js';
import { listAwaiting } from '../../store/awaiting.js';
import type { ChatWithUnit } from '../../store/chats.js';
import { findDeciderChat } from '../../store/decider-chat.js';
import { findReply } from '../../store/replies.js';
import { cardKey } from '../approvals/settle-card.js';
import { tell } from '../tell.js';
import type { Deed } from '../deed.js';
import type { OpenTarget } from '../replies/taken.js';
import { findCalendar } from '../office-calendar.js';

/** So many units of a directive wait with a card each; further ones are gathered in a list. */
const cardsAtMost = 3;
/** So long a list gathers what comes in. */
export const gatheredMs = 15 * 60_000;

/** A unit's `done` goes to the issuer. Who does not decide at once is shown what waits on the next working morning. */
export async function askIssuer(
  ctx: Deed,
  target: OpenTarget,
  { replyId, claimedAt }: { replyId: number; claimedAt: Date },
): Promise<void> {
  const { db, now } = ctx;
  const { assignmentId, directiveId, number, title, dueAt } = target;
  const { id } = await openApproval(db, {
    ...{ kind: 'acceptance', assignmentId, replyId, wishedAt: null, dueBefore: dueAt, askedAt: claimedAt },
    personId: ctx.speaker?.personId ?? null,
  });
  const chat = await findDeciderChat(db, target);
  const waiting = await listAwaiting(db, directiveId);
  const item = waiting.find((one) => one.id === id);
  if (item && waiting.length <= cardsAtMost) {
    const reply = await findReply(db, replyId);
    const [attachment = null] = (reply?.attachments ?? []) as unknown as Attachment[];
    const t = textsFor(chat.locale, ctx.runtime.settings.ORG_LOCALE);
    await tell(ctx, chat, buildAcceptanceCard(t, { number, title }, item, attachment), {
      dedupKey: cardKey(id),
    });
  } else
    queueList(ctx, chat, directiveId, new Date(Math.ceil((now.getTime() + 1) / gatheredMs) * gatheredMs));
  const calendar = await findCalendar(ctx);
  const morning = findMorning({ ...reminderPlan(ctx.runtime.settings), calendar }, now)?.at;
  if (morning) queueList(ctx, chat, directiveId, morning);
}

/** One list a directive and moment; it says what waits then, if anything does. */
function queueList(ctx: Deed, { id, channel }: ChatWithUnit, directiveId: number, at: Date): void {
  ctx.outbox.push({
    ...{ channel, chatId: id, kind: 'acceptance', priority: priority.answer, directiveId, notBefore: at },
    dedupKey: `acceptance:${directiveId}:${at.toISOString()}`,
  });
}
