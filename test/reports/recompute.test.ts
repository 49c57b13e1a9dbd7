import { afterAll, beforeAll, expect, test } from 'vitest';
import { groupBy } from '../../core/group-by.js';
import { countClasses } from '../../core/summary/classify.js';
import { certificateOf, completenessOf, responseTimes, totalCounts } from '../../core/summary/figures.js';
import { cutContent } from '../../core/summary/cut-content.js';
import {
  calendarKinds,
  periodBefore,
  periodOf,
  rangeOf,
  yearEarlier,
  type Period,
} from '../../core/summary/period.js';
import { viewSummary } from '../../core/summary/summary-view.js';
import { totalAnswers } from '../../core/summary/total-answers.js';
import { transact, type Database } from '../../store/db.js';
import { gatherSummary } from '../../store/gather-summary.js';
import { countPeriod } from '../../store/summary-history.js';
import { listItems } from '../../store/summary-items.js';
import { openTestDatabase } from '../harness/database.js';
import { began, createRandom, day, fillLedger } from './ledger.js';
import { loadRaw, recount, recountTrust } from './second-program.js';

const place = { zone: 'Asia/Ho_Chi_Minh', weekStart: 'mon' } as const;
const random = createRandom(20_261_123);
let db: Database;

beforeAll(async () => {
  db = await openTestDatabase();
  await fillLedger(db, random);
});
afterAll(() => db.$disconnect());

function pickPeriod(): Period {
  const at = new Date(began + random.below(70) * day + random.below(day));
  if (random.chance(0.75)) return periodOf(random.pick(calendarKinds), at, place);
  const iso = (time: number) => new Date(time + 7 * 3600_000).toISOString().slice(0, 10);
  return rangeOf(iso(at.getTime()), iso(at.getTime() + random.below(20) * day), place)!;
}

test('every figure of 200 random reports is what a second program counts from the raw replies', async () => {
  const raw = await loadRaw(db);
  const tops = [null, ...raw.units.map(({ id }) => id)];
  const seen = { items: 0, replies: 0 };
  for (let at = 0; at < 100; at += 1) {
    const period = pickPeriod();
    const now = random.chance(0.8)
      ? new Date(began + 100 * day)
      : new Date((period.startsAt.getTime() + period.endsAt.getTime()) / 2);
    const whole = await transact(db, (tx) => gatherSummary(tx, { period, place, now }));
    const to = new Date(whole.endsAt);
    for (const top of [null, random.pick(tops)]) {
      const content = top === null ? whole : cutContent(whole, [top]);
      const view = viewSummary(content);
      const own = recount(raw, period.startsAt, to, top);
      expect(view.totals).toEqual(own.counts);
      expect(content.items.flatMap(({ replies }) => replies)).toEqual(expect.arrayContaining(own.replyIds));
      for (const [number, values] of Object.entries(own.numbers)) checkTotal(view, Number(number), values);
      checkTimes(responseTimes(content), own.waits);
      const trust = recountTrust(raw, period.startsAt, to, top);
      expect(certificateOf(content)).toEqual(trust.sent);
      expect(completenessOf(content)).toEqual(trust.read);
      checkEarlier(view.before, periodBefore(period, place)!, top);
      checkEarlier(view.yearBefore, yearEarlier(period, place)!, top);
      seen.items += content.items.length;
      seen.replies += own.replyIds.length;
    }
  }
  expect(seen.items).toBeGreaterThan(1_000);
  expect(seen.replies).toBeGreaterThan(1_000);

  function checkEarlier(
    counts: ReturnType<typeof viewSummary>['before'],
    earlier: Period,
    top: number | null,
  ) {
    const then = recount(raw, earlier.startsAt, earlier.endsAt, top).counts;
    const isNothing = Object.values(then).every((count) => count === 0);
    expect(counts).toEqual(isNothing ? null : then);
  }
});

function checkTotal(view: ReturnType<typeof viewSummary>, number: number, values: (number | null)[]) {
  const { items } = view.directives.find(({ directive }) => directive.number === number)!;
  const total = totalAnswers(items.map(({ item }) => item.value));
  const given = values.filter((value) => value !== null);
  expect(total).toMatchObject({ count: given.length, missing: values.length - given.length });
  if (total.type !== 'number') return expect(given).toEqual([]);
  const sum = given.reduce((all, value) => all + value, 0);
  expect(total.sum).toBeCloseTo(sum, 5);
  expect(total.mean).toBeCloseTo(sum / given.length, 5);
  expect([total.min, total.max]).toEqual([Math.min(...given), Math.max(...given)]);
}

function checkTimes(times: ReturnType<typeof responseTimes>, waits: number[]) {
  if (waits.length === 0) return expect(times).toBeNull();
  const rank = (share: number) => waits.filter((_, at) => (at + 1) / waits.length >= share)[0];
  expect(times).toEqual({ count: waits.length, medianMs: rank(0.5), slowMs: rank(0.9) });
}

test('a past period counted in the database comes to what its items come to, whatever made them late', async () => {
  const parts = await db.assignment.findMany({ where: { dueAt: { not: null } }, select: { id: true } });
  for (const { id: assignmentId } of parts) {
    const startsAt = new Date(began + random.below(40) * day);
    const endsAt = random.chance(0.7) ? new Date(startsAt.getTime() + random.below(9 * day)) : null;
    await db.clockStop.create({ data: { assignmentId, reason: 'acceptance', startsAt, endsAt } });
  }
  for (let at = 0; at < 6; at += 1) {
    const startsAt = new Date(began + random.below(60) * day + random.below(day));
    const channel = random.pick(['', 'telegram', 'zalo']);
    const endsAt = new Date(startsAt.getTime() + random.below(2 * day));
    await db.outage.create({ data: { kind: 'platform', channel, startsAt, endsAt } });
  }
  let late = 0;
  for (let at = 0; at < 60; at += 1) {
    const period = pickPeriod();
    await transact(db, async (tx) => {
      const items = await listItems(tx, { ...period, isCounted: true });
      const counted = await countPeriod(tx, period);
      const units = new Map(counted?.units.map(({ unitId, counts }) => [unitId, counts]));
      for (const [unitId, own] of groupBy(items, ({ unitId }) => unitId))
        expect(units.get(unitId)).toEqual(countClasses(own));
      expect(totalCounts(counted)).toEqual(items.length === 0 ? null : countClasses(items));
      late += items.filter((item) => item.late !== undefined && item.class === 'doneInTime').length;
    });
  }
  expect(late).toBeGreaterThan(10); // by the calendar only
});
