import { sayDeadline } from '../../core/deadline/say-deadline.js';
import { judgeRequest } from '../../core/more-time/judge-request.js';
import { say } from '../../core/message.js';
import { readTimeWish, wishedDue, type WishReading } from '../../core/reading/details/time-wish.js';
import { textsFor } from '../../locales/texts.js';
import { countApprovals, decideApproval, openApproval } from '../../store/approvals.js';
import { recordAudit } from '../../store/audit.js';
import { findDeciderChat } from '../../store/decider-chat.js';
import { findDirective } from '../../store/directives.js';
import { stopClock } from '../../store/lateness.js';
import { giveMoreTime } from '../../services/changes/extend-unit.js';
import { noteDayOff, sayDayOff } from '../../services/changes/note-day-off.js';
import { tell } from '../../services/tell.js';
import type { Context } from '../context.js';
import type { OpenTarget } from '../../services/replies/taken.js';
import { findUnitPlace } from '../../services/office-calendar.js';
import { cardKey } from '../../services/approvals/settle-card.js';
import { buildRequestCard, type Doubt, type RequestFacts } from './card.js';

interface Asked {
  replyId: number;
  /** Said.moreTime: the words that name the time. */
  moreTime: string;
  text: string;
  doneAt: Date | null;
}

/**
 * A unit asks for more time: a row and a card for the issuer, or granted by rule. Returns the line for the unit. Its
 * part is locked, so that two members who ask at once make one request.
 */
export async function requestMoreTime(ctx: Context, target: OpenTarget, asked: Asked): Promise<string> {
  const { db, now } = ctx;
  const { number, assignmentId, dueAt } = target;
  const { calendar, zone } = await findUnitPlace(ctx, target.unitId);
  const wish = wishedDue(readTimeWish(asked.moreTime), { now, zone, calendar, dueAt });
  const wishedAt = wish.due;
  const { open, decided } = await countApprovals(db, assignmentId, 'more-time');
  const grantedDays = grantedDaysOf(ctx, target);
  const { doneAt } = asked;
  const isPending = open > 0;
  const isExact = wish.reason === null && wish.isGuessed !== true;
  const ruling = judgeRequest({
    ...{ now, dueAt, doneAt, isPending, decided, grantedDays },
    wishedAt: isExact ? wishedAt : null,
  });
  if (ruling === 'done' || ruling === 'noDeadline' || ruling === 'pending' || dueAt === null)
    return ctx.t(`approval.told.${ruling}`, { number });
  const { id } = await openApproval(db, {
    ...{ kind: 'more-time', assignmentId, replyId: asked.replyId, wishedAt },
    ...{ personId: ctx.speaker?.personId ?? null, dueBefore: dueAt, askedAt: now },
  });
  if (ruling === 'grant' && wishedAt) return grantByRule(ctx, target, { id, wishedAt, zone });
  // Behind the deadline it holds meanwhile, and the unit is told so.
  if (ruling === 'ask') await stopClock(db, assignmentId, 'more-time', now);
  await askIssuer(ctx, target, { id, wishedAt, doubt: doubtOf(wish), dueAt, words: asked.text });
  return ctx.t(`approval.told.${ruling}`, { number });
}

function doubtOf(wish: WishReading): Doubt | null {
  if (wish.reason === 'early' || wish.reason === 'far') return { kind: wish.reason, at: wish.named };
  return wish.reason === 'several' ? { kind: 'several' } : null;
}

/** What was agreed on the directive, else the organisation's way. */
const grantedDaysOf = ({ runtime }: Context, { terms }: OpenTarget): number =>
  terms?.moreTimeDays ?? runtime.settings.MORE_TIME_DAYS;

async function askIssuer(
  ctx: Context,
  target: OpenTarget,
  { id, dueAt, words, ...wish }: Pick<RequestFacts, 'id' | 'dueAt' | 'words' | 'wishedAt' | 'doubt'>,
): Promise<void> {
  const { settings } = ctx.runtime;
  const { number, title, unitId, unitCode, unitName } = target;
  const chat = await findDeciderChat(ctx.db, target);
  const t = textsFor(chat.locale, settings.ORG_LOCALE);
  const unit = { id: unitId, timeZone: null };
  const facts = {
    ...{ id, number, title, code: unitCode, name: unitName ?? '', words, dueAt, ...wish },
    ...{ zone: settings.ORG_TIME_ZONE, isLate: ctx.now > dueAt },
    dayOff: await sayDayOff({ ...ctx, t }, wish.wishedAt, unit),
  };
  await tell(ctx, chat, buildRequestCard(t, facts), { dedupKey: cardKey(id) });
}

/** The rule of the organisation decides; the issuer reads of it in one line. */
async function grantByRule(
  ctx: Context,
  target: OpenTarget,
  { id, wishedAt, zone }: { id: number; wishedAt: Date; zone: string },
): Promise<string> {
  const { db, now } = ctx;
  const { settings } = ctx.runtime;
  const { number, unitId, unitCode, directiveId } = target;
  const directive = await findDirective(db, directiveId);
  if (!directive) throw new Error(`directive ${directiveId} is gone`);
  const unit = { id: unitId, code: unitCode };
  const before = await giveMoreTime(ctx, { ...directive, number }, unit, wishedAt);
  await decideApproval(db, id, {
    ...{ state: 'granted', decidedAt: now, decidedById: null, dueAfter: wishedAt },
  });
  await recordAudit(db, {
    ...{ at: now, personId: null, action: 'grant-more-time', target: `directive:${number}` },
    data: {
      unit: unitCode,
      before: { dueAt: before?.toISOString() ?? null },
      after: { dueAt: wishedAt.toISOString() },
    },
  });
  const chat = await findDeciderChat(db, target);
  const t = textsFor(chat.locale, settings.ORG_LOCALE);
  const due = sayDeadline(t, wishedAt, settings.ORG_TIME_ZONE);
  const values = { number, code: unitCode, due, count: grantedDaysOf(ctx, target) };
  const said = await noteDayOff({ ...ctx, t }, t('approval.byRule', values), wishedAt, {
    ...unit,
    timeZone: null,
  });
  await tell(ctx, chat, say(said), { dedupKey: cardKey(id) });
  return ctx.t('approval.told.grant', { number, due: sayDeadline(ctx.t, wishedAt, zone) });
}
