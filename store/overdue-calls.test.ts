import { afterEach, beforeEach, expect, test } from 'vitest';
import { openTestDatabase } from '../test/harness/database.js';
import { now as start, reminders, seedDraft } from '../test/harness/ledger.js';
import { throwDice, type Dice } from '../test/simulation/dice.js';
import { endDirective, extendUnit, rewordDirective } from './changes.js';
import { mergeDirectives, setExcused } from './corrections.js';
import { transact, type Database } from './db.js';
import { findDirective, openDirective } from './directives.js';
import { createDraft } from './drafts.js';
import { dueByClock } from './due.js';
import { startClock, stopClock } from './lateness.js';
import { queueOverdue } from './overdue-calls.js';
import { createEndpoint, switchEndpoint } from './webhooks.js';

const hour = 3_600_000;
const units = 4;
let db: Database;
let now: Date;
let directiveIds: number[];

beforeEach(async () => {
  db = await openTestDatabase();
  now = start;
  directiveIds = [];
  const { draft } = await seedDraft(db, units);
  for (const dueAt of [later(20), later(60), null]) {
    const { id: _, ...rest } = draft;
    const { id } = await createDraft(db, {
      ...rest,
      dueAt,
      answer: null,
      reminders: null,
      terms: {},
      attachments: [],
    });
    await transact(db, (tx) =>
      openDirective(tx, { directiveId: id, unitIds: draft.unitIds, now, from: 'draft', reminders }),
    );
    directiveIds.push(id);
  }
  await addEndpoint();
});
afterEach(() => db.$disconnect());

const later = (hours: number) => new Date(now.getTime() + hours * hour);
const addEndpoint = () =>
  createEndpoint(
    db,
    { url: 'https://example.org/', events: ['overdue'], withWords: false, createdById: 1 },
    now,
  );
const newsSince = () => later(-7 * 24);
const tick = () => transact(db, (tx) => queueOverdue(tx, { now, since: newsSince() }));

/** The rule by itself, over all parts: what has to be told at this moment, told before or not. */
async function listDue(): Promise<string[]> {
  const rows = await db.$queryRaw<{ key: string }[]>`
    select e.id || ' overdue-' || p.id || '-' || extract(epoch from due)::bigint as key
    from (select a.id, ${dueByClock} as due from "Assignment" a join "Directive" d on d.id = a."directiveId"
      where d.state = 'open' and d.number is not null and d.kind <> 'notice' and a."doneAt" is null and a.state <> 'done'
        and not a.cancelled and not a.excused) p
    join "WebhookEndpoint" e on e."isOn" and 'overdue' = any(e.events)
    where due < ${now}::timestamptz and due >= greatest(e."onSince", ${newsSince()}::timestamptz)`;
  return rows.map(({ key }) => key);
}

const listTold = async () =>
  (await db.webhookCall.findMany()).map(({ endpointId, eventId }) => `${endpointId} ${eventId}`).sort();

type Part = Awaited<ReturnType<typeof db.assignment.findFirstOrThrow>>;
type Doing = (part: Part, dice: Dice) => Promise<unknown>;

const write = (id: number, data: Partial<Pick<Part, 'state' | 'doneAt' | 'claimedAt'>>) =>
  db.assignment.update({ where: { id }, data });

/** All that moves a deadline or who owes, as services do it. */
const doings: Record<string, Doing> = {
  extendOne: ({ directiveId, unitId }, dice) =>
    transact(db, (tx) =>
      extendUnit(tx, { directiveId, unitId, dueAt: later(dice.whole(1, 15)) }, now, reminders),
    ),
  extendAll: async ({ directiveId }, dice) => {
    const directive = (await findDirective(db, directiveId))!;
    const dueAt = dice.chance(0.1) ? null : later(dice.whole(1, 15));
    const wording = { title: 'A', body: '', dueAt, change: dice.pick(['amended', 'extended']), reminders };
    await transact(db, (tx) => rewordDirective(tx, directive, wording, { personId: 1, now }));
  },
  claim: (part) =>
    transact(db, async (tx) => {
      if (part.doneAt !== null || part.state === 'done') return;
      await tx.assignment.update({ where: { id: part.id }, data: { state: 'done', claimedAt: now } });
      await stopClock(tx, part.id, 'acceptance', now);
    }),
  giveBack: (part) =>
    transact(db, async (tx) => {
      if (part.doneAt !== null || part.state !== 'done') return;
      await startClock(tx, part.id, 'acceptance', now);
      await tx.assignment.update({ where: { id: part.id }, data: { state: 'returned', claimedAt: null } });
    }),
  accept: (part) =>
    transact(db, async (tx) => {
      if (part.doneAt !== null || part.state !== 'done') return;
      await startClock(tx, part.id, 'acceptance', now);
      await tx.assignment.update({ where: { id: part.id }, data: { state: 'accepted', doneAt: now } });
    }),
  ask: ({ id }) => transact(db, (tx) => stopClock(tx, id, 'more-time', now)),
  refuse: ({ id }) => transact(db, (tx) => startClock(tx, id, 'more-time', now)),
  done: ({ id }) => write(id, { state: 'done', doneAt: now }),
  undone: (part) =>
    part.doneAt === null ? Promise.resolve() : write(part.id, { state: 'in_progress', doneAt: null }),
  excuse: ({ id: assignmentId, directiveId, unitId, excused }) =>
    transact(db, (tx) => setExcused(tx, { assignmentId, directiveId, unitId }, !excused, { now, reminders })),
  turn: async (_part, dice) => {
    const { id } = await db.webhookEndpoint.findFirstOrThrow({ orderBy: { id: 'asc' } });
    await switchEndpoint(db, id, { isOn: dice.chance(0.8), reason: null, now });
  },
};

test.each([1, 2, 3, 4])('tells what the rule says and nothing else, whatever moves (%i)', async (seed) => {
  const dice = throwDice('overdue', seed);
  const expected = new Set<string>();
  const done: string[] = [];
  for (let step = 0; step < 120; step += 1) {
    const part = dice.pick(await db.assignment.findMany({ orderBy: { id: 'asc' } }));
    const name = dice.pick(Object.keys(doings));
    done.push(`${name} ${part.id}`);
    await doings[name]!(part, dice);
    if (step === 50) await addEndpoint();
    if (step === 100) await transact(db, (tx) => endDirective(tx, directiveIds[0]!, 'closed', now));
    if (step === 110) {
      const [, fromId, intoId] = directiveIds as [number, number, number];
      await transact(db, (tx) => mergeDirectives(tx, { fromId, intoId }, now));
    }
    if (dice.chance(0.6)) now = later(dice.whole(1, 9));
    for (const key of await listDue()) expected.add(key);
    await tick();
    expect(await listTold(), done.slice(-8).join(', ')).toEqual([...expected].sort());
  }
  expect(expected.size).toBeGreaterThan(10);
});

test('misses nothing that moves at the moment it is looked at', async () => {
  const dice = throwDice('overdue', 'race');
  const names = Object.keys(doings).filter((name) => !['turn', 'extendAll'].includes(name));
  for (let round = 0; round < 25; round += 1) {
    const parts = await db.assignment.findMany({ orderBy: { id: 'asc' } });
    await Promise.all([tick(), ...parts.map((part) => doings[dice.pick(names)]!(part, dice)), tick()]);
    await tick();
    const told = await listTold();
    for (const key of await listDue()) expect(told).toContain(key);
    now = later(dice.whole(1, 9));
  }
  expect((await listTold()).length).toBeGreaterThan(10);
});

test('tells of a deadline that stands where it was, once what was added to it is forgotten', async () => {
  const dice = throwDice('overdue', 'forgotten');
  const find = () => db.assignment.findFirstOrThrow({ orderBy: { id: 'asc' } });
  const part = await find(); // due after 20 hours
  for (const [hours, name] of [
    [10, 'claim'],
    [15, 'giveBack'],
    [30, 'done'],
    [1, 'extendAll'],
    [1, 'undone'],
  ] as const) {
    now = later(hours);
    await tick();
    await doings[name]!(await find(), dice);
  }
  await tick();
  const keys = (await listTold()).filter((key) => key.includes(`overdue-${part.id}-`));
  expect(keys).toHaveLength(2);
  expect(keys).toEqual(expect.arrayContaining((await listDue()).filter((key) => keys.includes(key))));
});
