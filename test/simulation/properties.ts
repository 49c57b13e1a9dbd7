import { dateOf, isNight, isWorked, moment, rests, shift, type Place } from './model/calendar.js';
import type { Run } from './run.js';
import { day, home, hour, keyOf, minute, type Message, type Recurring, type UnitPlan } from './types.js';

/** What an obligation is, for whoever checks the ledger: from the words that the office gave. */
export interface Obligation {
  key: string;
  unit: string;
  due: number;
  urgent: boolean;
  /** Its deadline was moved or it was excused: then the checks that need one deadline leave it out. */
  isMoved: boolean;
  /** When it was closed or cancelled. */
  endedAt: number;
}

/** A ledger and what is known about it; no rule of the model's. */
export interface Ledger extends Pick<Run, 'plans' | 'seen' | 'done' | 'stops' | 'end'> {
  obligations: readonly Obligation[];
}

export interface Violation {
  rule: Rule;
  at: number;
  chat: string;
  what: string;
}

const rules = {
  'no reminder after an answer': afterAnswer,
  'nothing in the night or on a day off': atRest,
  'never over budget': overBudget,
  'a last call before every deadline': withoutLastCall,
  'each period once': periodTwice,
  'each step once': stepTwice,
  'each directive once a group': directiveTwice,
} as const;

export type Rule = keyof typeof rules;

/** Everything in the ledger that breaks a promise of the guide. */
export function check(ledger: Ledger): Violation[] {
  return (Object.keys(rules) as Rule[]).flatMap((rule) =>
    rules[rule](ledger).map(({ at, chat, what }) => ({ rule, at, chat, what })),
  );
}

export const keysOf = (what: string): string[] =>
  what.startsWith('reminder: ') ? what.slice(10).split(' | ') : [];

const isReminder = ({ what }: Message) => what.startsWith('reminder: ');
const isFollowUp = ({ what }: Message) => what.startsWith('follow-up ');
const isNamed = ({ what }: Message) => / by name /.test(what);
const placeOf = ({ zone, days, workUntil }: UnitPlan): Place => ({ zone, days, workUntil, leaves: [] });

function unitsOf({ plans }: Ledger): Map<string, UnitPlan> {
  return new Map(plans.map((plan) => [plan.code, plan]));
}

const nameOf = (key: string, unit: string) => `${key}|${unit}`;

function firstAnswers({ done }: Ledger): Map<string, number> {
  const first = new Map<string, number>();
  for (const { at, deed } of done)
    if (deed.do === 'answer' && !first.has(nameOf(deed.key, deed.unit)))
      first.set(nameOf(deed.key, deed.unit), at);
  return first;
}

function afterAnswer(ledger: Ledger): Message[] {
  const answered = firstAnswers(ledger);
  return ledger.seen.filter(({ at, chat, what }) =>
    keysOf(what).some((key) => (answered.get(nameOf(key, chat)) ?? Infinity) < at),
  );
}

/** What is said to groups; a lead in private or the issuer may live elsewhere. */
function atRest(ledger: Ledger): Message[] {
  const units = unitsOf(ledger);
  const urgent = new Set(ledger.obligations.filter((one) => one.urgent).map(({ key }) => key));
  return ledger.seen.filter((message) => {
    const unit = units.get(message.chat);
    if (!unit || !(isReminder(message) || isFollowUp(message) || isNamed(message))) return false;
    const isUrgent = keysOf(message.what).some((key) => urgent.has(key));
    const isOff = !isWorked(dateOf(message.at, unit.zone), placeOf(unit));
    return isNight(message.at, unit.zone) || (isOff && !isUrgent && !isAsked(ledger, message));
  });
}

const dailyLimit = 5;
/** What the bot says of its own accord. */
const unasked = /^(?:directive|reminder|follow-up|lead|parent|summary|lost|extended|cancelled)\b/;

/** Behind the day's fifth message only last calls before a deadline, and what somebody asked for. */
function overBudget(ledger: Ledger): Message[] {
  const counts = countToday(ledger);
  /** The day's last message lists all that is open, what was called for the last time among it. */
  const listsAll = (message: Message) => counts.get(message) === dailyLimit;
  return ledger.seen.filter(
    (message) =>
      (counts.get(message) ?? 0) > dailyLimit &&
      (isNamed(message) || (isReminder(message) && !isPermitted(ledger, message, listsAll))),
  );
}

/** The how many-th of its group's day each message is that nobody asked for. */
function countToday(ledger: Ledger): Map<Message, number> {
  const units = unitsOf(ledger);
  const heard = new Map<string, number>();
  const counts = new Map<Message, number>();
  for (const message of ledger.seen) {
    const unit = units.get(message.chat);
    if (!unit || !unasked.test(message.what)) continue;
    const today = `${groupOf(ledger, message)} ${dateOf(message.at, unit.zone)}`;
    heard.set(today, (heard.get(today) ?? 0) + 1);
    counts.set(message, heard.get(today)!);
  }
  return counts;
}

/** Somebody asked for it, by day where they are: abroad it waits for the end of the night. */
function isAsked({ done }: Ledger, { at, what }: Message): boolean {
  const keys = keysOf(what);
  return done.some(
    ({ at: asked, deed }) =>
      deed.do === 'remind' && keys.includes(deed.key) && at >= asked && at - asked < 12 * hour,
  );
}

function isPermitted(ledger: Ledger, message: Message, listsAll: (one: Message) => boolean): boolean {
  const { at, chat, what } = message;
  const keys = keysOf(what);
  return (
    isAsked(ledger, message) ||
    keys.every((key) => {
      const duty = ledger.obligations.find((one) => one.key === key && one.unit === chat);
      if (!duty || duty.isMoved) return true;
      const later = ledger.seen.filter((one) => one.chat === chat && one.at > at && one.at < duty.due);
      const calls = later.filter((one) => keysOf(one.what).includes(key));
      return at < duty.due && calls.every((one) => listsAll(one) || isAsked(ledger, one));
    })
  );
}

/** Who was silent to the end of the term, and could have been called: the group was there, the program ran, some hour was free. */
function withoutLastCall(ledger: Ledger): Message[] {
  const answered = firstAnswers(ledger);
  const units = unitsOf(ledger);
  const sentAt = new Map<string, number>();
  for (const { at, chat, what } of [...ledger.seen].reverse())
    if (what.startsWith('directive ')) sentAt.set(nameOf(what.slice(10), chat), at);
  const called = new Map<string, number[]>();
  for (const { at, chat, what } of ledger.seen)
    for (const key of keysOf(what))
      called.set(nameOf(key, chat), [...(called.get(nameOf(key, chat)) ?? []), at]);
  return ledger.obligations.flatMap(({ key, unit, due, urgent, isMoved, endedAt }): Message[] => {
    const name = nameOf(key, unit);
    const sent = sentAt.get(name);
    if (sent === undefined || isMoved || endedAt <= due || due > ledger.end || due - sent < hour) return [];
    if ((answered.get(name) ?? Infinity) <= due || !isReachable(ledger, unit, { from: sent, until: due }))
      return [];
    if ((called.get(name) ?? []).some((at) => at < due)) return [];
    const isPossible = hasFreeMoment(placeOf(units.get(unit)!), urgent, {
      from: sent,
      until: due - 30 * minute,
    });
    return isPossible ? [{ at: due, chat: unit, what: key }] : [];
  });
}

interface Span {
  from: number;
  until: number;
}

function isReachable({ done, stops }: Ledger, unit: string, { from, until }: Span): boolean {
  const isStopped = stops.some((stop) => stop.from < until && stop.until > from);
  const isLost = done.some(
    ({ at, deed }) =>
      ['kick', 'return', 'rebind', 'leave'].includes(deed.do) &&
      'unit' in deed &&
      deed.unit === unit &&
      at < until &&
      at > from - 7 * day,
  );
  return !isStopped && !isLost;
}

function hasFreeMoment(place: Place, urgent: boolean, { from, until }: Span): boolean {
  // A quarter of an hour behind the sending: what comes with it is no call.
  for (let at = until; at > from + 15 * minute; at -= 15 * minute)
    if (!isNight(at, place.zone) && !rests(at, place, urgent)) return true;
  return false;
}

/** A request that comes round opens once on each working day that it names, and never twice on a day. */
function periodTwice({ seen, done, plans, end }: Ledger): Message[] {
  const cards = seen.filter(({ what }) => /^card .* \(\d{4}-\d\d-\d\d\)$/.test(what));
  const opened = new Set(cards.map(({ what }) => what));
  const missing = done.flatMap(({ at: begun, deed }) =>
    deed.do === 'every' ? daysOf(deed.request, { from: begun, until: end }) : [],
  );
  return [
    ...cards.filter(isAgain(({ what }) => what)),
    ...missing.filter(({ what, at }) => isWorked(dateOf(at, home), placeOf(plans[0]!)) && !opened.has(what)),
  ];
}

function daysOf({ title, time, names }: Recurring, { from, until }: Span): Message[] {
  const days: Message[] = [];
  for (let date = dateOf(from, home); moment(date, time, home) < until; date = shift(date, 1))
    if (names(date) && moment(date, time, home) > from)
      days.push({ at: moment(date, time, home), chat: 'private', what: `card ${keyOf(title, date)}` });
  return days;
}

/** Nobody hears of the same silence twice in the same step. */
function stepTwice({ seen }: Ledger): Message[] {
  const known = new Set<string>();
  return seen.filter(({ chat, what }) => {
    const [, step, key, list] =
      /^(follow-up|lead|parent|issuer)(?: by name)? ([^:]+)(?:: (.*))?$/.exec(what) ?? [];
    if (!step) return false;
    const codes =
      list === undefined ? [chat] : list.split(/[ ,]+/).filter((word) => /^[A-Z]+\d*$/.test(word));
    const names = codes.map((code) => [step, key, code, chat].join('|'));
    const isKnown = names.some((name) => known.has(name));
    for (const name of names) known.add(name);
    return isKnown;
  });
}

/** Twice only where the group itself is another one. */
function directiveTwice(ledger: Ledger): Message[] {
  return ledger.seen.filter(
    isAgain((message) =>
      message.what.startsWith('directive ') ? `${groupOf(ledger, message)} ${message.what}` : null,
    ),
  );
}

/** The unit's present group: a new one has heard nothing yet. */
function groupOf({ done }: Ledger, { at, chat }: Message): string {
  const moves = done.filter(
    ({ at: moved, deed }) => deed.do === 'rebind' && deed.unit === chat && moved <= at,
  );
  return `${chat} ${moves.length}`;
}

function isAgain(nameOf: (message: Message) => string | null): (message: Message) => boolean {
  const known = new Set<string>();
  return (message) => {
    const name = nameOf(message);
    if (name === null) return false;
    const isKnown = known.has(name);
    known.add(name);
    return isKnown;
  };
}
