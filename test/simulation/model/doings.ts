import { awake, dateOf } from './calendar.js';
import { leadAbove } from './escalation.js';
import type { Outbox, State } from './model.js';
import { planOpenings } from './openings.js';
import { copyOf, isFinished, owes, plan, replan, type Part, type Unit, type Work } from './state.js';
import { home, keyOf, type Deed, type Given, type Recurring } from '../types.js';
import { sayRecall } from './words.js';

const standard = { before: [24 * 3_600_000, 2 * 3_600_000], eachMorning: false, atDue: true };

/** What comes of what people do. */
export function createDoings(state: State) {
  const workOf = (key: string) => state.works.get(key)!;
  const unitOf = (code: string) => state.units.get(code)!;
  const openPeriod = (outbox: Outbox, request: Recurring, due: number) => {
    const key = keyOf(request.title, dateOf(outbox.now, home));
    const { kind, units } = request;
    const place = 'private' as const;
    send(state, outbox, { kind, units, place, key, urgent: false, steps: standard, due });
  };
  return {
    openPeriod,
    do(outbox: Outbox, deed: Deed): void {
      switch (deed.do) {
        case 'give': {
          const { title, dueAt, ...rest } = deed.directive;
          return send(state, outbox, { ...rest, key: title, due: dueAt });
        }
        case 'every': {
          const { request } = deed;
          const whole = { ...unitOf('HUYEN').place, leaves: [] };
          const openings = planOpenings(request, whole, { from: outbox.now, until: state.end });
          return void state.recurrences.push({ request, openings });
        }
        case 'close':
          return end(workOf(deed.key), 'closed');
        case 'cancel':
          return cancel(state, outbox, workOf(deed.key));
        case 'remind':
          return remind(state, outbox, workOf(deed.key));
        case 'extend':
          return extend(state, outbox, workOf(deed.key), deed);
        case 'leave':
          return giveLeave(state, unitOf(deed.unit), deed);
        case 'answer':
          return answer(state, outbox, workOf(deed.key).parts.get(deed.unit)!, deed.word);
        case 'kick':
          return lose(state, outbox, unitOf(deed.unit));
        case 'return':
          return comeBack(state, outbox, unitOf(deed.unit), false);
        case 'rebind':
          return comeBack(state, outbox, unitOf(deed.unit), true);
      }
    },
  };
}

type Sent = Pick<Given, 'kind' | 'units' | 'urgent' | 'steps' | 'place'> & {
  key: string;
  due: number | null;
};

/** To the group of every unit that can be reached; all units owe it. */
function send(state: State, outbox: Outbox, { key, units, due, ...rest }: Sent): void {
  const work: Work = {
    ...{ ...rest, key, openedAt: outbox.now, state: 'open' },
    ...{ parts: new Map(), copies: new Set() },
  };
  state.works.set(key, work);
  for (const code of units) {
    const unit = state.units.get(code)!;
    if (work.kind !== 'notice') addPart(work, unit, due, outbox.now);
    if (unit.isReached) deliver(outbox, work, unit);
  }
  outbox.toChat(work.place, `card ${key}`);
}

function addPart(work: Work, unit: Unit, due: number | null, now: number): void {
  const part: Part = {
    ...{ work, unit, standing: 'silent', isExcused: false, due, duty: null, planned: [] },
    ...{ settledTo: now, heldTo: null, chain: [], taken: new Set(), chainAt: null },
  };
  work.parts.set(unit.code, part);
  unit.parts.push(part);
  excuse(part);
  plan(part, due, now);
}

function deliver(outbox: Outbox, work: Work, unit: Unit): void {
  work.copies.add(copyOf(unit));
  outbox.toGroup(unit, { kind: 'plain', what: `directive ${work.key}` });
}

/** What is due within a leave is excused, and no longer where its deadline moved out of it. */
function excuse(part: Part): void {
  const { due, unit, standing } = part;
  if (due === null || standing === 'done') return;
  const date = dateOf(due, unit.zone);
  part.isExcused = unit.place.leaves.some(({ firstDay, lastDay }) => firstDay <= date && date <= lastDay);
}

function end(work: Work, to: 'closed' | 'cancelled'): void {
  work.state = to;
}

/** Units whose present group has it. */
const holders = ({ units }: State, work: Work): Unit[] =>
  [...units.values()].filter((unit) => unit.isReached && work.copies.has(copyOf(unit)));

function cancel(state: State, outbox: Outbox, work: Work): void {
  for (const unit of holders(state, work))
    outbox.toGroup(unit, { kind: 'plain', what: `cancelled ${work.key}` });
  end(work, 'cancelled');
}

/** The office asks for it: to whoever has it and owes an answer, but not in the night. */
function remind(state: State, outbox: Outbox, work: Work): void {
  for (const unit of holders(state, work)) {
    const part = work.parts.get(unit.code);
    if (!part || !owes(part)) continue;
    const send = (later: Outbox) => {
      if (owes(part)) later.toGroup(unit, { kind: 'plain', what: sayRecall([part]) });
    };
    const at = awake(outbox.now, unit.zone);
    if (at > outbox.now) state.held.push({ at, unit, send });
    else send(outbox);
  }
}

/** More time, for one unit or all; reminders follow the new deadline. What is done keeps its own. */
function extend(
  state: State,
  outbox: Outbox,
  work: Work,
  { unit: code, dueAt }: { unit: string | null; dueAt: number },
): void {
  const parts = [...work.parts.values()].filter(({ unit }) => code === null || unit.code === code);
  for (const part of parts) {
    if (part.standing === 'done' || (code === null && part.due !== null && part.due > dueAt)) continue;
    part.due = dueAt;
    excuse(part);
    const { taken } = part;
    if (part.standing === 'answering') continue;
    plan(part, dueAt, outbox.now);
    part.taken = taken;
  }
  for (const unit of holders(state, work).filter(({ code: one }) => code === null || one === code))
    outbox.toGroup(unit, { kind: 'plain', what: `extended ${work.key}` });
}

function giveLeave(
  { units }: State,
  unit: Unit,
  { firstDay, lastDay }: { firstDay: string; lastDay: string },
): void {
  for (const one of units.values()) {
    let at: Unit | undefined = one;
    while (at && at !== unit) at = at.parent === null ? undefined : units.get(at.parent);
    if (!at) continue;
    one.place.leaves.push({ firstDay, lastDay });
    for (const part of one.parts) {
      excuse(part);
      replan(part);
    }
  }
}

function answer(
  { units }: State,
  outbox: Outbox,
  part: Part,
  word: 'received' | 'inProgress' | 'blocked' | 'done',
): void {
  const { work, unit, standing } = part;
  if (work.state !== 'open') return;
  if (work.kind === 'acknowledge' || word === 'done') part.standing = 'done';
  else if (word !== 'received') part.standing = 'answering';
  else if (standing === 'silent') part.standing = 'received';
  if (word !== 'blocked' || standing === 'answering') return;
  const above = leadAbove(unit, units);
  const chats = above?.lead === 'private' ? [work.place, `lead ${above.code}`] : [work.place];
  for (const chat of chats) outbox.toChat(chat, `blocked ${work.key}: ${unit.code}`);
}

/** The bot was thrown out: the lead, the group above and the office hear of it. */
function lose(state: State, outbox: Outbox, unit: Unit): void {
  unit.isReached = false;
  // What waits for a group goes with it.
  state.held = state.held.filter((one) => one.unit !== unit);
  const what = `lost ${unit.code}`;
  if (unit.lead === 'private') outbox.toChat(`lead ${unit.code}`, what);
  const above = unit.parent === null ? undefined : state.units.get(unit.parent);
  if (above?.isReached) outbox.toGroup(above, { kind: 'plain', what });
  outbox.toChat('office', what);
}

/** In the same group or in a new one: it gets what is open, not done, and not there yet. */
function comeBack({ works }: State, outbox: Outbox, unit: Unit, isNew: boolean): void {
  unit.isReached = true;
  if (isNew) unit.group += 1;
  else outbox.toGroup(unit, { kind: 'answer', what: `back ${unit.code}` });
  for (const work of works.values()) {
    const part = work.parts.get(unit.code);
    if (part && !isFinished(part) && !work.copies.has(copyOf(unit))) deliver(outbox, work, unit);
  }
}
