import { reminderPlan } from '../../config/rules.js';
import { isNewObstacle } from '../../core/cascade/sum-below.js';
import { bold, plain } from '../../core/message.js';
import type { AnswerState } from '../../core/replies/answer-state.js';
import { pathOf } from '../../core/tree.js';
import { createTexts, type Locale } from '../../locales/texts.js';
import { findIssuerChat, getChat } from '../../store/chats.js';
import { findLeads, takeSteps } from '../../store/escalations.js';
import { listPaths } from '../../store/units.js';
import { tell } from '../tell.js';
import type { Deed } from '../deed.js';
import type { OpenTarget } from './taken.js';
import { shorten } from './words.js';

/** Longest part of the obstacle that is passed on; the whole text is in the ledger. */
const passedLength = 300;

/**
 * What blocks a unit goes up at once, once a reply: to the chat the directive was sent from and to the leads of the
 * nearest unit above that has any. The same obstacle said again does not.
 */
export async function raiseBlocked(
  ctx: Deed,
  target: OpenTarget,
  { replyId, next }: { replyId: number; next: AnswerState },
): Promise<void> {
  const isNews = target.state !== 'blocked' || isNewObstacle(target.difficulty, next.difficulty);
  if (next.state !== 'blocked' || !isNews || !reminderPlan(ctx.runtime.settings).escalation) return;
  const { db, now } = ctx;
  const step = `blocked:${replyId}`;
  const path = pathOf(await listPaths(db, [target.unitId]), target.unitId).slice(1);
  const leads = await findLeads(db, path);
  const above = path.find((unitId) => leads.some((lead) => lead.unitId === unitId));
  const chats = leads.flatMap(({ unitId, chat }) => (unitId === above && chat ? [chat.id] : []));
  const reached = chats.length > 0 ? 'private' : 'issuer';
  const taken = await takeSteps(db, [{ assignmentId: target.assignmentId, step, reached }], now);
  if (taken.length === 0) return;
  const issuerChat = await findIssuerChat(db, target.issuerChatId);
  for (const chatId of new Set([issuerChat.id, ...chats])) {
    const chat = await getChat(db, chatId);
    const t = createTexts((chat.locale ?? ctx.runtime.settings.ORG_LOCALE) as Locale);
    const { number, title, unitCode, unitName } = target;
    const values = { number, title: shorten(title), words: shorten(next.difficulty ?? '', passedLength) };
    const line = t(next.difficulty ? 'escalation.blocked' : 'escalation.blockedBare', values);
    const text = [bold(`${unitCode} ${unitName ?? ''}`.trim()), plain(` ${line}`)];
    await tell(ctx, chat, { text }, { dedupKey: `${step}:chat:${chatId}` });
  }
}
