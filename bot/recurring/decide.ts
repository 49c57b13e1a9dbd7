import { isAllowed } from '../../core/authorise.js';
import { sayDeadline } from '../../core/deadline/say-deadline.js';
import { UserError } from '../../core/errors.js';
import { listOpenings, take, type OnDayOff } from '../../core/recurrence/periods.js';
import {
  dropRecurrenceDraft,
  findLastPeriod,
  findRecurrence,
  rewordRecurrence,
  setDraftRule,
  setRecurrenceState,
  startRecurrence,
  type Recurrence,
} from '../../store/recurrences.js';
import { takeNumber } from '../../store/settings.js';
import { audit } from '../../services/audit.js';
import { answer, rewrite, settle, toast, type Context } from '../context.js';
import { getSpeaker } from '../../services/authorise.js';
import { findPlace } from '../../services/office-calendar.js';
import { buildRecurringPreview } from './preview.js';
import { requireOpenings } from './words.js';

/** One that the speaker may decide on: their own, or any where they may change all directives. Throws UserError. */
export async function getRecurrence(ctx: Context, id: number | null): Promise<Recurrence> {
  const found = id === null ? null : await findRecurrence(ctx.db, id);
  if (!found) throw new UserError('error.oldButton');
  requireMine(ctx, found);
  return found;
}

/** Throws UserError unless the speaker may change it. */
export function requireMine(ctx: Context, { issuerId }: Recurrence): void {
  const { personId, roles } = getSpeaker(ctx);
  if (personId !== issuerId && !isAllowed(roles, 'change-directive', []))
    throw new UserError('recurrence.notYours');
}

/** The draft begins, or gives its words to the one it changes, from the next period on. */
export async function startDraft(ctx: Context, draft: Recurrence): Promise<void> {
  if (draft.replacesId !== null) return applyChange(ctx, draft, draft.replacesId);
  const next = await findNextOf(ctx, draft);
  const number = await takeNumber(ctx.db, 'recurrence');
  if (!(await startRecurrence(ctx.db, draft.id, { number, next }))) throw new UserError('recurrence.settled');
  await audit(ctx, 'start-recurrence', `recurrence:${number}`);
  await finish(ctx, 'started', { ...draft, number }, next.opensAt);
}

async function applyChange(ctx: Context, draft: Recurrence, id: number): Promise<void> {
  const changed = await getRecurrence(ctx, id);
  const { kind, urgent, audience, rhythmWords, rule, dueWords, title, body } = draft;
  const { answer: asked, reminders, terms, attachments } = draft;
  const words = { kind, urgent, audience, rhythmWords, rule, dueWords, title, body };
  const next = await findNextOf(ctx, { ...draft, id });
  if (!(await dropRecurrenceDraft(ctx.db, draft.id))) throw new UserError('recurrence.settled');
  if (!(await rewordRecurrence(ctx.db, id, { ...words, answer: asked, reminders, terms, attachments }, next)))
    throw new UserError('recurrence.settled');
  await audit(ctx, 'change-recurrence', `recurrence:${changed.number ?? 0}`);
  await finish(ctx, 'changed', { ...draft, number: changed.number }, next.opensAt);
}

/** Discards a draft. */
export async function dropDraft(ctx: Context, draft: Recurrence): Promise<void> {
  if (!(await dropRecurrenceDraft(ctx.db, draft.id))) throw new UserError('recurrence.settled');
  await settle(ctx, ctx.t('recurrence.dropped', { title: draft.title }));
}

/** Turns a draft's way with days off or with Tết round; the preview is shown as it is then. */
export async function turnDraft(ctx: Context, draft: Recurrence, part: 'off' | 'tet'): Promise<void> {
  const { onDayOff, pausesOverTet } = draft.rule;
  const other: OnDayOff = onDayOff === 'move' ? 'skip' : 'move';
  const rule =
    part === 'off' ? { ...draft.rule, onDayOff: other } : { ...draft.rule, pausesOverTet: !pausesOverTet };
  requireOpenings(await findPlace(ctx), { ...draft, rule }, ctx.now);
  if (!(await setDraftRule(ctx.db, draft.id, rule))) throw new UserError('recurrence.settled');
  const replaced = draft.replacesId === null ? null : await findRecurrence(ctx.db, draft.replacesId);
  const content = await buildRecurringPreview(ctx, { ...draft, rule }, replaced?.number ?? null);
  if (!ctx.channel.capabilities.edits) return answer(ctx, content);
  await rewrite(ctx, content);
  await toast(ctx, ctx.t('compose.noted'));
}

export type Switch = 'pause' | 'resume' | 'end';
const states = { pause: 'paused', resume: 'active', end: 'ended' } as const;

/** Pauses, resumes with the next period that is ahead, or ends for good. What is open already stays open. */
export async function switchRecurrence(ctx: Context, recurrence: Recurrence, to: Switch): Promise<void> {
  const next = to === 'resume' ? await findNextOf(ctx, recurrence) : null;
  const number = recurrence.number ?? 0;
  if (!(await setRecurrenceState(ctx.db, recurrence.id, { state: states[to], next })))
    throw new UserError(`recurrence.already.${recurrence.state}`, { number });
  await audit(ctx, `${to}-recurrence`, `recurrence:${number}`);
  const at = next ? sayDeadline(ctx.t, next.opensAt, ctx.runtime.settings.ORG_TIME_ZONE) : '';
  await toast(ctx, ctx.t(`recurrence.done.${to}`, { number, title: recurrence.title, at }));
}

/** The next opening that is ahead and was not decided on yet. Throws UserError where none comes any more. */
async function findNextOf(
  ctx: Context,
  { id, rule, rhythmWords }: Pick<Recurrence, 'id' | 'rule' | 'rhythmWords'>,
) {
  const after = await findLastPeriod(ctx.db, id);
  const place = await findPlace(ctx);
  requireOpenings(place, { rhythmWords, rule }, ctx.now);
  const [next] = take(listOpenings(rule, place, { after, now: ctx.now }), 1);
  return next!;
}

async function finish(
  ctx: Context,
  key: string,
  { number, title }: Recurrence,
  opensAt: Date,
): Promise<void> {
  const at = sayDeadline(ctx.t, opensAt, ctx.runtime.settings.ORG_TIME_ZONE);
  await settle(ctx, ctx.t(`recurrence.${key}`, { number: number ?? '', title, at }));
}
