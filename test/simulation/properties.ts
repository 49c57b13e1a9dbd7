import { dateOf, isNight, isWorked, moment, rests, shift, type Place } from './model/calendar.js';
import { groupOf, isAsked, isNamed, isReminder, keysOf, unitsOf, type Ledger } from './ledger.js';
import { overBudget } from './over-budget.js';
import { day, home, hour, keyOf, minute, type Message, type Recurring, type UnitPlan } from './types.js';

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

const isFollowUp = ({ what }: Message) => what.startsWith('follow-up ');
const placeOf = ({ zone, days, workUntil }: UnitPlan): Place => ({ zone, days, workUntil, leaves: [] });

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
