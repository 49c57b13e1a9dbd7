import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startApp } from '../app.js';
import { openHamlets, type Hamlets } from '../test/flows/hamlets.js';
import { createDatabase } from '../test/harness/database.js';
import { exportAll } from './export.js';
import { importFile } from './import-file.js';

/** An organisation in the midst of chasing is copied to another database, and the program goes on there. */
let on: Hamlets;
let folder: string;
const numbers = { above: 0, below: 0, late: 0, accepted: 0 };
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'giaoban-chase-'));
  on = await openHamlets('servers');
  const { give, passOn, says, asks, world, hanh, lan } = on;
  await asks('/start', lan);
  numbers.above = await give('/giao XA01 hạn 17:00 26/11/2026 người trả lời: phụ trách nhắc 1 ngày, 2h');
  numbers.below = await passOn(numbers.above);
  await says('THON1', `#${numbers.below} được 40%`);
  numbers.late = await give('/giao XA02 hạn 9:00 23/11/2026 nhắc 15 phút');
  numbers.accepted = await give('/giao XA01 hạn 17:00 27/11/2026 nghiệm thu');
  await says('XA01', `#${numbers.accepted} xong`);
  await says('THON2', `#${numbers.below} xin gia hạn thêm 3 ngày`);
  await asks('/dinhky thứ 3 hằng tuần 10h #xa hạn 16h cùng ngày\nhỏi số hộ\nSố hộ ngập');
  await world.presses(hanh, hanh, 'Bắt đầu');
  await world.until('2026-11-24T11:30');
});
afterAll(async () => {
  await on.world.stop();
  await rm(folder, { recursive: true });
});

/** What a copy must keep for the chasing to go on as if nothing had been. */
const readChase = async () => {
  const db = on.db();
  const inOrder = { orderBy: { id: 'asc' } } as const;
  return {
    parts: await db.assignment.findMany(inOrder),
    directives: await db.directive.findMany({
      select: { id: true, passedFromId: true, terms: true },
      ...inOrder,
    }),
    escalations: await db.escalation.findMany(inOrder),
    approvals: await db.approval.findMany(inOrder),
    stops: await db.clockStop.findMany(inOrder),
    recurrences: await db.recurrence.findMany(inOrder),
    periods: await db.recurrencePeriod.findMany({ orderBy: { period: 'asc' } }),
  };
};

async function move(): Promise<void> {
  const { world } = on;
  const { settings } = world.app.runtime;
  const out = path.join(folder, 'copy');
  const io = { write: () => undefined, writeError: () => undefined, isTty: false };
  expect(await exportAll(['--out', out], io, settings.DATABASE_URL!)).toBe(0);
  const empty = await createDatabase('servers');
  expect(await importFile([out], io, empty)).toBe(0);
  await world.app.stop();
  const moved = { ...settings, DATABASE_URL: empty, QUEUE_PREFIX: `${settings.QUEUE_PREFIX}_moved` };
  world.app = await startApp(moved, { clock: world.clock, ticks: false });
}

test('what was passed on, asked for and told upwards is there as it was, and goes on from there', async () => {
  const { world, groups, says, at, hanh, lan, asks } = on;
  const before = await readChase();
  for (const [name, rows] of Object.entries(before)) expect([name, rows.length > 0]).toEqual([name, true]);
  expect(before.directives.some(({ passedFromId }) => passedFromId !== null)).toBe(true);
  await move();
  expect(await readChase()).toEqual(before);
  const heard = { XA02: world.shown(groups.XA02!).length, THON2: world.shown(groups.THON2!).length };
  // What was asked before is still decided.
  await asks(`/giahan ${numbers.below} THON2 đồng ý`, lan);
  expect((await at(numbers.below, 'THON2')).extended).toBe(true);
  await asks(`/nghiemthu ${numbers.accepted} XA01`, hanh);
  expect(await at(numbers.accepted, 'XA01')).toMatchObject({ state: 'accepted' });
  // The sum goes on, by the quorum of above.
  await says('THON2', `#${numbers.below} xong`);
  expect(await at(numbers.above, 'XA01')).toMatchObject({ state: 'in_progress', percent: 70 });
  // What was told is not told again; what is due next comes at its time, once.
  await world.until('2026-11-25T12:00');
  const news = world.shown(groups.XA02!).slice(heard.XA02);
  expect(news.filter(({ text }) => text.includes(`#${numbers.late} `))).toHaveLength(1);
  expect(await on.db().escalation.groupBy({ by: ['step', 'assignmentId'], _count: true })).toSatisfy(
    (steps: { _count: number }[]) => steps.every(({ _count }) => _count === 1),
  );
});
