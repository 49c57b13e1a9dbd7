import { buildButtons, buildWays, type DirectiveText, type GroupFacts } from '../directive-message.js';
import { bold, joinLines, plain, type Content, type RichText } from '../message.js';
import { sayDue } from '../reminders/reminder-message.js';
import type { Say } from '../say.js';
import type { EscalationStep } from './plan-escalation.js';
import type { Standing } from './settle-escalation.js';

/** A unit's part that is still owed when the message goes out. */
export interface EscalatedItem extends DirectiveText {
  assignmentId: number;
  unitCode: string;
  unitName: string;
  standing: Exclude<Standing, 'answering'>;
}

export interface EscalationPlace extends Pick<GroupFacts, 'zone' | 'orgName' | 'ways'> {
  now: Date;
  step: Exclude<EscalationStep, 'follow-up'>;
  /** Whom a group's message names; empty in a private or office chat. */
  names: readonly string[];
}

/** Longer lists are cut and counted: the message is read on a phone. */
const unitsNamed = 15;

/** What a lead or the issuer hears of one directive: who has not answered. Items must not be empty. */
export function buildEscalation(t: Say, items: readonly EscalatedItem[], place: EscalationPlace): Content {
  const [first] = items;
  if (!first) throw new Error('an escalation of nothing');
  const lines: RichText[] = [];
  if (place.names.length > 0) lines.push([plain(t('escalation.to', { names: place.names.join(', ') }))]);
  const urgent = first.urgent ? `${t('directive.urgent')} · ` : '';
  lines.push([plain(`${urgent}#${first.number} `), bold(first.title)], ...sayDue(t, first, place));
  for (const standing of ['silent', 'received'] as const) lines.push(...listUnits(t, items, standing));
  lines.push([plain(t(`escalation.ask.${place.step}`, { number: first.number }))]);
  return { text: joinLines(lines) };
}

function listUnits(t: Say, items: readonly EscalatedItem[], standing: EscalatedItem['standing']): RichText[] {
  const units = items.filter((item) => item.standing === standing);
  if (units.length === 0) return [];
  const names = units.slice(0, unitsNamed).map(({ unitCode, unitName }) => `${unitCode} ${unitName}`);
  const more = units.length - names.length;
  const all = more > 0 ? [...names, t('escalation.more', { count: more })] : names;
  return [[plain(t(`escalation.${standing}`, { count: units.length, units: all.join('; ') }))]];
}

/** The unit's group said "received" and nothing since: what is expected of it before the deadline. */
export function buildFollowUp(
  t: Say,
  item: EscalatedItem,
  place: Omit<EscalationPlace, 'step' | 'names'>,
): Content {
  const facts = { ...place, assignmentId: item.assignmentId };
  const urgent = item.urgent ? [t('directive.urgent')] : [];
  const lines: RichText[] = [
    [plain([...urgent, `#${item.number}`, t('escalation.followUp.header')].join(' · '))],
    [bold(item.title)],
    ...sayDue(t, item, place),
    [plain(t('escalation.followUp.text'))],
    buildWays(t, item, facts),
  ];
  const buttons = buildButtons(t, item.kind, facts);
  return { text: joinLines(lines), ...(buttons.length > 0 ? { buttons } : {}) };
}
