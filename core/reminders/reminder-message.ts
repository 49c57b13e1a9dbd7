import { sayDeadline } from '../deadline/say-deadline.js';
import {
  buildButtons,
  buildWays,
  formsIn,
  sayExample,
  sayQuestion,
  type DirectiveText,
  type GroupFacts,
} from '../directive-message.js';
import { bold, code, joinLines, plain, type Content, type RichText } from '../message.js';
import { sayQuorumStand, type QuorumStand } from '../quorum/quorum-stand.js';
import { compareUrgency } from '../replies/urgency.js';
import type { Say } from '../say.js';

/** An assignment that the group is reminded of. */
export interface ReminderItem extends DirectiveText {
  assignmentId: number;
  /** How far it has been answered, where several persons must answer. */
  quorum?: QuorumStand;
}

export interface ReminderPlace extends Pick<GroupFacts, 'zone' | 'orgName' | 'ways'> {
  now: Date;
  /** Whether persons may be named there. */
  isNaming: boolean;
}

/** What a group is reminded of: one item with its buttons, or a list of several. Items must not be empty. */
export function buildReminder(t: Say, items: readonly ReminderItem[], place: ReminderPlace): Content {
  const [item, ...others] = [...items].sort(compareUrgency);
  if (!item) throw new Error('a reminder of nothing');
  return others.length === 0 ? buildOne(t, item, place) : buildMany(t, [item, ...others], place);
}

function buildOne(t: Say, item: ReminderItem, place: ReminderPlace): Content {
  const header = [
    ...(item.urgent ? [t('directive.urgent')] : []),
    `#${item.number}`,
    t('reminder.header'),
  ].join(' · ');
  const lines: RichText[] = [[plain(header)], [bold(item.title)]];
  if (item.answer) lines.push([plain(sayQuestion(t, item.answer))]);
  lines.push(...sayDue(t, item, place), ...sayQuorum(t, item, place));
  lines.push(buildWays(t, item, { ...place, assignmentId: item.assignmentId }));
  const buttons = buildButtons(t, item.kind, { ...place, assignmentId: item.assignmentId });
  return { text: joinLines(lines), ...(buttons.length > 0 ? { buttons } : {}) };
}

function buildMany(t: Say, items: readonly ReminderItem[], place: ReminderPlace): Content {
  const lines: RichText[] = [[bold(t('reminder.many', { count: items.length }))]];
  for (const item of items) {
    const urgent = item.urgent ? `${t('directive.urgent')} · ` : '';
    lines.push([], [plain(`${urgent}#${item.number} `), bold(item.title)]);
    lines.push(...sayDue(t, item, place), ...sayQuorum(t, item, place));
  }
  const [first] = items;
  const [form] = formsIn(place.ways);
  const values = { number: first!.number, words: sayExample(t, first!), mention: place.ways.mention };
  const example = t(`directive.example.${form}`, values);
  lines.push([], [plain(t('reminder.answerEach')), code(example)], [plain(t('reminder.list'))]);
  return { text: joinLines(lines) };
}

/** Who of several is still waited for, in a line; none where anyone answers. */
function sayQuorum(t: Say, { quorum }: ReminderItem, { isNaming }: ReminderPlace): RichText[] {
  return quorum ? [[plain(t('reminder.quorum', { stand: sayQuorumStand(t, quorum, isNaming) }))]] : [];
}

/** The deadline and how far away it is, in a line; none without one. */
export function sayDue(
  t: Say,
  { dueAt }: Pick<ReminderItem, 'dueAt'>,
  { zone, now }: Pick<ReminderPlace, 'zone' | 'now'>,
): RichText[] {
  if (!dueAt) return [];
  const values = { due: sayDeadline(t, dueAt, zone), left: sayTimeLeft(t, dueAt, now) };
  return [[plain(t('reminder.due', values))]];
}

const minuteMs = 60_000;
const hour = 60;
const day = 24 * hour;
/** So long after the deadline it has "just passed". */
const justMinutes = 10;

/**
 * How far away the deadline is, in whole measures: `còn 2 giờ`, `quá hạn 1 ngày`. A begun minute counts before the
 * deadline: what was planned for two hours before still says so at the end of a long broadcast.
 */
export function sayTimeLeft(t: Say, dueAt: Date, now: Date): string {
  const left = dueAt.getTime() - now.getTime();
  if (left > 0) return sayCount(t, 'left', Math.ceil(left / minuteMs));
  const over = Math.floor(-left / minuteMs);
  return over < justMinutes ? t('reminder.now') : sayCount(t, 'over', over);
}

function sayCount(t: Say, way: 'left' | 'over', minutes: number): string {
  if (minutes >= day) return t(`reminder.${way}.days`, { count: Math.floor(minutes / day) });
  if (minutes >= 2 * hour) return t(`reminder.${way}.hours`, { count: Math.floor(minutes / hour) });
  return t(`reminder.${way}.minutes`, { count: minutes });
}
