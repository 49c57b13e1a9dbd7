import { monthlyPlans } from '../../channels/monthly-plans.js';
import { reminderPlan } from '../../config/rules.js';
import { sayDeadline } from '../../core/deadline/say-deadline.js';
import { UserError } from '../../core/errors.js';
import { leaveQuietHours } from '../../core/reminders/plan-reminders.js';
import { monthOf, nextMonth, type UsageNeed } from '../../core/usage.js';
import { findGroupsOf, type UnitGroup } from '../../store/drafts.js';
import type { Directive } from '../../store/directives.js';
import { findLeft, findNeeds, lockUsage } from '../../store/usage.js';
import type { Asking } from '../deed.js';

type Words = Pick<Directive, 'title' | 'body'>;

/** What the draft takes of each month that a plan limits. */
function findDraftNeeds(ctx: Asking, draft: Words, groups: UnitGroup[]): Promise<UsageNeed[]> {
  const month = monthOf(ctx.now, ctx.runtime.settings.ORG_TIME_ZONE);
  return findNeeds(ctx.db, monthlyPlans(ctx.runtime.channels), { words: draft, groups, month });
}

/** A line for each channel whose plan limits the month: what the draft takes and what is left. */
export async function describeUsage(ctx: Asking, draft: Words, groups: UnitGroup[]): Promise<string[]> {
  const needs = await findDraftNeeds(ctx, draft, groups);
  return needs.map((one) => ctx.t(one.need > one.left ? 'usage.tooFew' : 'usage.takes', { ...one }));
}

/** Throws UserError when the month has too few messages left for the draft. */
export async function requireUsage(ctx: Asking, draft: Words, unitIds: number[]): Promise<void> {
  await lockUsage(ctx.db, monthlyPlans(ctx.runtime.channels));
  const needs = await findDraftNeeds(ctx, draft, await findGroupsOf(ctx.db, unitIds));
  const short = needs.find(({ need, left }) => need > left);
  if (short) throw new UserError('usage.tooFew', { ...short });
}

/** A line for each channel whose month is used up: reminders to these units' groups on it wait for the next one. */
export async function describeHeld(ctx: Asking, unitIds: number[]): Promise<string[]> {
  const { db, t, now, runtime } = ctx;
  const { zone, rules } = reminderPlan(runtime.settings);
  const used = new Set((await findGroupsOf(db, unitIds)).map(({ channel }) => channel));
  const lines: string[] = [];
  for (const { channel, platform, limit } of monthlyPlans(runtime.channels)) {
    if (!used.has(channel)) continue;
    const left = await findLeft(db, { channel, limit }, monthOf(now, zone));
    const at = sayDeadline(t, leaveQuietHours(nextMonth(now, zone), zone, rules), zone);
    if (left <= 0) lines.push(t('usage.remindersHeld', { platform, limit, left: 0, at }));
  }
  return lines;
}
