import { UserError } from '../../core/errors.js';
import { monthOf } from '../../core/usage.js';
import { findGroupsOf, type UnitGroup } from '../../store/drafts.js';
import type { Directive } from '../../store/directives.js';
import { findUsage } from '../../store/usage.js';
import type { Context } from '../context.js';

/** What stands around title and body in a directive: head, deadline, sender, ways to answer. */
const frameLength = 300;

interface Need {
  platform: string;
  need: number;
  left: number;
  limit: number;
}

/** What the draft takes of each month that a plan limits. */
async function findNeeds(ctx: Context, draft: Directive, groups: UnitGroup[]): Promise<Need[]> {
  const month = monthOf(ctx.now, ctx.runtime.settings.ORG_TIME_ZONE);
  const needs: Need[] = [];
  for (const { name, label, capabilities } of ctx.runtime.channels.values()) {
    const { monthlyLimit: limit, textLimit } = capabilities;
    const count = groups.filter(({ channel, state }) => channel === name && state === 'active').length;
    if (limit === 0 || count === 0) continue;
    const parts = Math.ceil((draft.title.length + draft.body.length + frameLength) / textLimit);
    const left = Math.max(0, limit - (await findUsage(ctx.db, name, month)));
    needs.push({ platform: label, need: count * parts, left, limit });
  }
  return needs;
}

/** A line for each channel whose plan limits the month: what the draft takes and what is left. */
export async function describeUsage(ctx: Context, draft: Directive, groups: UnitGroup[]): Promise<string[]> {
  const needs = await findNeeds(ctx, draft, groups);
  return needs.map((one) => ctx.t(one.need > one.left ? 'usage.tooFew' : 'usage.takes', { ...one }));
}

/** Throws UserError when the month has too few messages left for the draft. */
export async function requireUsage(ctx: Context, draft: Directive, unitIds: number[]): Promise<void> {
  const needs = await findNeeds(ctx, draft, await findGroupsOf(ctx.db, unitIds));
  const short = needs.find(({ need, left }) => need > left);
  if (short) throw new UserError('usage.tooFew', { ...short });
}
