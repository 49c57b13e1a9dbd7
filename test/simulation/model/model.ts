import { home, type Deed, type Message, type UnitPlan } from '../types.js';
import { awake, moment, nextMorning, shift, dateOf, isWorked } from './calendar.js';
import { createDoings } from './doings.js';
import { addressOf, escalate, type Fired } from './escalation.js';
import { createGroupDays, type Pending } from './group-day.js';
import { open } from './openings.js';
import { nextOf, recall } from './reminders.js';
import { copyOf, isFinished, type Part, type Recurrence, type Unit, type Work } from './state.js';
import { sayEscalation, sayPart, sayRecall } from './words.js';

/** What the model knows; `doings.ts` changes it when somebody does something. */
export interface State {
  units: Map<string, Unit>;
  works: Map<string, Work>;
  recurrences: Recurrence[];
  /** When the next weekly summary is due. */
  summaryAt: number;
  /** What waits for the end of the night, or for a day that has room for it. */
  held: { at: number; unit: Unit; send: (outbox: Outbox) => void }[];
  end: number;
}

/** What is to be sent at one moment; what goes to groups is fitted into their day first. */
export interface Outbox {
  now: number;
  toGroup(unit: Unit, pending: Pending): void;
  toChat(chat: string, what: string): void;
}

export type Model = ReturnType<typeof createModel>;

/**
 * Computes what should be sent, from the rules as the guide tells them, beside the program and without its code. It is
 * told what people do and when the program looks for what is due.
 */
export function createModel(plans: readonly UnitPlan[], { start, end }: { start: number; end: number }) {
  const state = createState(plans, { start, end });
  const days = createGroupDays();
  const doings = createDoings(state);
  return {
    /** Says what should be sent when `act` is done. `seen`: what each chat showed, to choose among orders that are all right. */
    expect(now: number, seen: ReadonlyMap<string, string[]>, act: (outbox: Outbox) => void): Message[] {
      const groups = new Map<Unit, Pending[]>();
      const messages: Message[] = [];
      act({
        now,
        toGroup: (unit, pending) => groups.set(unit, [...(groups.get(unit) ?? []), pending]),
        toChat: (chat, what) => messages.push({ at: now, chat, what }),
      });
      for (const [unit, pending] of groups)
        for (const what of days.fit(unit, now, pending, seen.get(unit.code) ?? []))
          messages.push({ at: now, chat: unit.code, what });
      return messages;
    },
    doings,
    /** The program looks for what is due. */
    tick: (outbox: Outbox) => tick(state, doings, outbox),
    nextMoment: (after: number) => nextMoment(state, after),
    /** How the model sees a chat now, for whoever looks into a difference. */
    explain: (chat: string, now: number): string[] => {
      const unit = state.units.get(chat);
      return unit ? [`heard today: ${days.heardBy(unit, now)}`, ...unit.parts.map(sayPart)] : [];
    },
    /** Whether somebody could do that now: not before it is sent, nor behind its end, nor where the bot is not. */
    isPossible: (deed: Deed) => isPossible(state, deed),
    /** Every part there ever was. `path`: the unit and those above it. */
    listParts: () =>
      [...state.works.values()].flatMap(({ parts }) =>
        [...parts.values()].map((part) => ({ ...part, path: pathOf(state, part.unit) })),
      ),
    partOf: (key: string, unit: string): Part | undefined => state.works.get(key)?.parts.get(unit),
  };
}

function createState(plans: readonly UnitPlan[], { start, end }: { start: number; end: number }): State {
  const units = plans.map((unit): [string, Unit] => {
    const { zone, days, workUntil } = unit;
    const place = { zone, days, workUntil, leaves: [] };
    return [unit.code, { ...unit, place, isReached: true, group: 1, parts: [] }];
  });
  return {
    units: new Map(units),
    works: new Map(),
    recurrences: [],
    summaryAt: nextSummary(start),
    held: [],
    end,
  };
}

function nextSummary(after: number): number {
  for (let date = dateOf(after, home); ; date = shift(date, 1)) {
    const at = moment(date, '16:00', home);
    if (new Date(date).getUTCDay() === 5 && at > after) return at;
  }
}

function tick(state: State, doings: ReturnType<typeof createDoings>, outbox: Outbox): void {
  const { now } = outbox;
  const due = state.held.filter(({ at }) => at <= now);
  state.held = state.held.filter(({ at }) => at > now);
  for (const { send } of due) send(outbox);
  for (const recurrence of state.recurrences) {
    const { opens, missed } = open(recurrence, now);
    const { request } = recurrence;
    if (opens) doings.openPeriod(outbox, request, opens.due);
    if (missed > 0) outbox.toChat('private', `skipped ${missed}: ${request.title}`);
  }
  for (const unit of state.units.values()) {
    const due = recall(unit, now);
    if (due && unit.isReached) outbox.toGroup(unit, { kind: 'recall', recall: due, say: sayRecall });
  }
  escalateAll(state, outbox);
  if (state.summaryAt <= now && (now - state.summaryAt <= 15 * 60_000 || awake(now, home) <= now)) {
    for (const unit of state.units.values())
      if (unit.isReached) outbox.toGroup(unit, { kind: 'plain', what: 'summary' });
    outbox.toChat('office', 'summary');
    state.summaryAt = nextSummary(now);
  }
  // What is excused stays: its deadline may move out of the leave.
  const isLeft = ({ work, standing }: Part) => work.state === 'open' && standing !== 'done';
  for (const unit of state.units.values()) unit.parts = unit.parts.filter(isLeft);
}

function escalateAll(state: State, outbox: Outbox): void {
  const { now } = outbox;
  const fired = [...state.units.values()].flatMap(({ parts }) =>
    parts.flatMap((part): Fired[] => {
      const step = escalate(part, now);
      return step ? [{ part, step }] : [];
    }),
  );
  for (const one of groupByMessage(state, fired)) tellEscalation(state, outbox, one);
}

/** One message a directive, step and chat for all units together. */
function groupByMessage({ units }: State, fired: readonly Fired[]): Fired[][] {
  const messages = new Map<string, Fired[]>();
  for (const one of fired) {
    const address = addressOf(one, units);
    if (!address) continue;
    const key = [one.part.work.key, one.step, address.chat].join('|');
    messages.set(key, [...(messages.get(key) ?? []), one]);
  }
  return [...messages.values()];
}

function tellEscalation(state: State, outbox: Outbox, fired: Fired[]): void {
  const { units } = state;
  const left = fired.filter(({ part }) => part.standing === 'silent' || part.standing === 'received');
  const open = left.filter(({ part }) => !isFinished(part));
  const [first] = open;
  const address = first ? addressOf(first, units) : null;
  if (!first || !address) return;
  const what = sayEscalation(open, first.step, address.named);
  const unit = units.get(address.chat);
  if (!unit) outbox.toChat(address.chat, what);
  else if (!address.named) outbox.toGroup(unit, { kind: 'plain', what });
  else {
    const tomorrow = moment(shift(dateOf(outbox.now, unit.zone), 1), '07:00', unit.zone);
    const isFree = isWorked(dateOf(tomorrow, unit.zone), unit.place);
    const at = isFree ? tomorrow : nextMorning(tomorrow, unit.place);
    const send = (later: Outbox) => tellEscalation(state, later, open);
    outbox.toGroup(unit, { kind: 'named', what, hold: () => state.held.push({ at, unit, send }) });
  }
}

function nextMoment({ units, recurrences, summaryAt, held }: State, after: number): number {
  const moments = [summaryAt, ...held.map(({ at }) => at)];
  for (const { openings } of recurrences) if (openings[0]) moments.push(openings[0].at);
  for (const unit of units.values()) {
    moments.push(nextOf(unit) ?? Infinity);
    for (const { chainAt } of unit.parts) if (chainAt !== null) moments.push(chainAt);
  }
  return Math.min(...moments.filter((at) => at > after), Infinity);
}

function isPossible({ units, works }: State, deed: Deed): boolean {
  if ('key' in deed && works.get(deed.key)?.state !== 'open') return false;
  switch (deed.do) {
    case 'answer': {
      const unit = units.get(deed.unit)!;
      return unit.isReached && works.get(deed.key)!.copies.has(copyOf(unit));
    }
    case 'extend':
      return deed.unit === null || works.get(deed.key)!.parts.get(deed.unit)!.standing !== 'done';
    case 'kick':
      return units.get(deed.unit)!.isReached;
    case 'return':
    case 'rebind':
      return !units.get(deed.unit)!.isReached;
    default:
      return true;
  }
}

function pathOf(state: State, unit: Unit): string[] {
  const above = unit.parent === null ? undefined : state.units.get(unit.parent);
  return [unit.code, ...(above ? pathOf(state, above) : [])];
}
