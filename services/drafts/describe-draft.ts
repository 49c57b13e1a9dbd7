import { looksAlike } from '../../core/compose/look-alike.js';
import { startOfDay } from '../../core/calendar/iso-date.js';
import { sayDeadline } from '../../core/deadline/say-deadline.js';
import { plain, type Content, type RichText } from '../../core/message.js';
import { splitText } from '../../core/split-text.js';
import { isTopicFault } from '../../core/units/lost-chat.js';
import type { Directive } from '../../store/directives.js';
import { countFullGroups } from '../../store/group-days.js';
import { findGroupsOf, findRecentDirectives, type UnitGroup } from '../../store/drafts.js';
import { fromTermsColumn } from '../../store/terms.js';
import { listUnits, type Unit } from '../../store/units.js';
import type { Asking } from '../deed.js';
import { describeUsage } from './check-usage.js';
import { describeReminders } from './describe-reminders.js';
import { describeDue } from './describe-due.js';
import { describeTerms } from './terms.js';

/** A preview is read on a phone: longer lists are cut and counted. */
const unitsNamed = 15;
const alikeWithinMs = 48 * 3600 * 1000;

/** A directive that is to go out, stored as a draft or not yet. */
export type Proposed = Pick<
  Directive,
  | 'kind'
  | 'urgent'
  | 'audience'
  | 'unitIds'
  | 'title'
  | 'body'
  | 'dueAt'
  | 'answer'
  | 'reminders'
  | 'terms'
  | 'attachments'
>;

/** The facts below the message in a preview, a line each. */
export async function describeDraft(ctx: Asking, draft: Proposed, message: Content): Promise<RichText[]> {
  const groups = await findGroupsOf(ctx.db, draft.unitIds);
  const lines = [
    ...(await describeAudience(ctx, draft, groups)),
    ...(await describeDue(ctx, draft)),
    ...(await describeReminders(ctx, draft)),
    ...(await describeTerms(ctx, fromTermsColumn(draft.terms), draft.unitIds)),
    ...(await forecastBudget(ctx, draft)),
    describeDuration(ctx, groups, message),
    ...(await describeUsage(ctx, draft, groups)),
    ...(await warnOfAlike(ctx, draft)),
  ];
  return lines.map((line) => [plain(line)]);
}

/** How many units and groups it goes to, and which it does not reach now. */
export async function describeAudience(
  ctx: Asking,
  draft: Pick<Directive, 'unitIds' | 'audience'>,
  groups: UnitGroup[],
): Promise<string[]> {
  const { t } = ctx;
  const reached = groups.filter(({ state }) => state === 'active');
  const counts = t('preview.audience', {
    units: t('preview.units', { count: draft.unitIds.length }),
    groups: t('preview.groups', { count: reached.length }),
    words: draft.audience,
  });
  const addressed = new Set(draft.unitIds);
  const units = (await listUnits(ctx.db)).filter(({ id }) => addressed.has(id));
  const byUnit = new Map<number | null, UnitGroup[]>();
  for (const group of groups) byUnit.set(group.unitId, [...(byUnit.get(group.unitId) ?? []), group]);
  const missed = units.flatMap((unit) => findMissed(unit, byUnit.get(unit.id) ?? []));
  if (missed.length === 0) return [counts];
  const named = missed.slice(0, unitsNamed).map((one) => `– ${sayMissed(ctx, one)}`);
  const more = missed.length - named.length;
  return [
    counts,
    t('preview.missed', { count: missed.length }),
    ...named,
    ...(more > 0 ? [`– ${t('preview.moreMissed', { count: more })}`] : []),
  ];
}

interface Missed {
  unit: Unit;
  /** Null: the unit has no group. */
  group: UnitGroup | null;
}

/** What of a unit does not get the message now: it has no group, or some can't be reached. */
function findMissed(unit: Unit, own: UnitGroup[]): Missed[] {
  if (own.length === 0) return [{ unit, group: null }];
  return own.filter(({ state }) => state === 'unreachable').map((group) => ({ unit, group }));
}

function sayMissed(ctx: Asking, { unit, group }: Missed): string {
  const values = { code: unit.code, name: unit.name };
  if (!group) return ctx.t('preview.noGroup', values);
  const since = sayDeadline(ctx.t, group.unreachableAt ?? ctx.now, ctx.runtime.settings.ORG_TIME_ZONE);
  const reason = group.unreachableReason ?? '';
  if (isTopicFault(reason))
    return ctx.t('preview.lostTopic', { ...values, since, reason: ctx.t(`card.reason.${reason}`) });
  return ctx.t('preview.unreachable', { ...values, since });
}

/** Groups that have heard enough today get the directive, but no more reminders beside last calls. */
async function forecastBudget(ctx: Asking, { kind, unitIds }: Proposed): Promise<string[]> {
  const { GROUP_DAILY_MESSAGES: limit, ORG_TIME_ZONE: zone } = ctx.runtime.settings;
  if (kind === 'notice' || limit === 0) return [];
  const count = await countFullGroups(ctx.db, unitIds, { since: startOfDay(ctx.now, zone), limit });
  return count > 0 ? [ctx.t('preview.full', { count, limit })] : [];
}

/** Channels send side by side; on each, one message after the other at its pace. */
function describeDuration(ctx: Asking, groups: UnitGroup[], message: Content): string {
  const perChannel = new Map<string, number>();
  for (const { channel, state } of groups)
    if (state === 'active') perChannel.set(channel, (perChannel.get(channel) ?? 0) + 1);
  const seconds = [...perChannel].map(([name, count]) => {
    const capabilities = ctx.runtime.channels.get(name)?.capabilities;
    if (!capabilities || capabilities.pace.perSecond === 0) return 0;
    const parts = splitText(message.text, capabilities.textLimit).length;
    return (count * parts) / capabilities.pace.perSecond;
  });
  const longest = Math.ceil(Math.max(0, ...seconds));
  if (longest <= 1) return ctx.t('preview.atOnce');
  if (longest < 90) return ctx.t('preview.seconds', { count: longest });
  return ctx.t('preview.minutes', { count: Math.ceil(longest / 60) });
}

async function warnOfAlike(ctx: Asking, draft: Proposed): Promise<string[]> {
  const recent = await findRecentDirectives(ctx.db, new Date(ctx.now.getTime() - alikeWithinMs));
  const addressed = new Set(draft.unitIds);
  const alike = recent.find(
    (other) => other.unitIds.some((id) => addressed.has(id)) && looksAlike(other, draft),
  );
  if (!alike) return [];
  const at = sayDeadline(ctx.t, alike.sentAt ?? ctx.now, ctx.runtime.settings.ORG_TIME_ZONE);
  return [ctx.t('preview.alike', { number: alike.number ?? '', title: alike.title, at })];
}
