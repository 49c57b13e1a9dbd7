import { listOwed, type Recall } from './reminders.js';
import { dateOf } from './calendar.js';
import type { Part, Unit } from './state.js';

/** A message that is to go to a unit's group at this moment. */
export type Pending =
  | { kind: 'plain'; what: string }
  /** Says something back: no message of the bot's own accord. */
  | { kind: 'answer'; what: string }
  | { kind: 'recall'; recall: Recall; say: (parts: readonly Part[]) => string }
  /** Names a person: `hold` puts it off when the group has heard enough today. */
  | { kind: 'named'; what: string; hold: () => void };

/** A group hears at most so many messages a day that it did not ask for. */
export const dailyLimit = 5;

/** What each group has heard of the bot's own accord, by day of the unit's zone. */
export function createGroupDays() {
  const heard = new Map<string, number>();
  const dayOf = (unit: Unit, now: number) => `${unit.code} ${unit.group} ${dateOf(now, unit.zone)}`;
  const add = (unit: Unit, now: number, count: number) => {
    const key = dayOf(unit, now);
    heard.set(key, (heard.get(key) ?? 0) + count);
  };
  return {
    heardBy: (unit: Unit, now: number): number => heard.get(dayOf(unit, now)) ?? 0,
    add,
    /**
     * What of it the group gets. Messages of one moment may come in any order, and the order decides what the day has
     * room for: of the orders that are right, the one that was seen is taken.
     */
    fit(unit: Unit, now: number, all: readonly Pending[], seen: readonly string[]): string[] {
      const answers = all.flatMap((one) => (one.kind === 'answer' ? [one.what] : []));
      const pending = all.filter(isUnasked);
      const used = heard.get(dayOf(unit, now)) ?? 0;
      const wanted = seen
        .filter((what) => !answers.includes(what))
        .sort()
        .join('\n');
      const isTight = used + pending.length >= dailyLimit;
      let outcome = send(pending, { used, now });
      const isSeen = () => [...outcome.sent].sort().join('\n') === wanted;
      if (isTight && !isSeen()) {
        const first = outcome;
        for (const order of orders(pending)) {
          outcome = send(order, { used, now });
          if (isSeen()) break;
        }
        if (!isSeen()) outcome = first;
      }
      for (const hold of outcome.held) hold();
      add(unit, now, outcome.sent.length);
      return [...answers, ...outcome.sent];
    },
  };
}

type Unasked = Exclude<Pending, { kind: 'answer' }>;
const isUnasked = (one: Pending): one is Unasked => one.kind !== 'answer';

function send(order: readonly Unasked[], { used, now }: { used: number; now: number }) {
  const sent: string[] = [];
  const held: (() => void)[] = [];
  for (const one of order) {
    const count = used + sent.length;
    if (one.kind === 'plain') sent.push(one.what);
    else if (one.kind === 'named') {
      if (count < dailyLimit) sent.push(one.what);
      else held.push(one.hold);
    } else {
      const parts = fitRecall(one.recall, count, now);
      if (parts.length > 0) sent.push(one.say(parts));
    }
  }
  return { sent, held };
}

/** The day's last message lists all that is open; behind it only last calls before a deadline go out. */
function fitRecall({ unit, parts, lastCalls }: Recall, count: number, now: number): Part[] {
  if (count < dailyLimit - 1) return parts;
  return count < dailyLimit ? listOwed(unit) : lastCalls.filter(({ due }) => due! > now);
}

/** Every order that makes a difference: plain messages go out wherever they stand, so one stands for all. */
function* orders(few: readonly Unasked[]): Generator<readonly Unasked[]> {
  if (few.length < 2) {
    yield few;
    return;
  }
  const plain = few.findIndex(({ kind }) => kind === 'plain');
  for (const [at, one] of few.entries()) {
    if (one.kind === 'plain' && at !== plain) continue;
    for (const order of orders(few.filter((_, other) => other !== at))) yield [one, ...order];
  }
}
