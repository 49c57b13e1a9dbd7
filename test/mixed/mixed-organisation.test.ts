import { afterAll, beforeAll, expect, test } from 'vitest';
import { organise } from '../harness/organisation.js';
import { answerFor, unitsOf, type Answered } from './answers.js';
import { makeTrouble, type Trouble } from './faults.js';
import { openMixedOrganisation, type Group, type MixedOrganisation } from './organisation.js';
import { compareOutboxes, shownIn, type Chat } from './outboxes.js';

const seed = 20261123;
const certificate = /(\d+) nhóm = (\d+) đã gửi \+ (\d+) lỗi \+ (\d+) chưa chắc · (\d+) gửi trùng · (\d+) sót/;

let on: MixedOrganisation;
let trouble: Trouble;
let answered: Answered[] = [];
beforeAll(async () => {
  on = await openMixedOrganisation();
});
afterAll(() => on.world.stop());

const db = () => on.world.app.runtime.db;
const everyChat = (): Chat[] => [
  ...on.groups,
  { platform: 'telegram', chat: on.office },
  { platform: 'telegram', chat: on.hanh.id },
];

/** How often a message that begins so stands in each group: what the ledger claims, and what arrived unseen. */
async function copiesOf(start: string) {
  const { unclaimed } = await compareOutboxes(on.world, on.groups);
  return on.groups.map((group) => {
    const all = shownIn(on.world, group).filter(({ text }) => text.startsWith(start)).length;
    const unseen = unclaimed.filter((one) => one.chat === group.chat && one.text.startsWith(start)).length;
    return { group, claimed: all - unseen, unseen };
  });
}

const unitNames = (groups: Group[]) => groups.map(({ unit }) => unit).sort();

test('a directive reaches a hundred groups on two platforms, or they are named', async () => {
  const { world, telegram, hanh, office, groups } = on;
  trouble = makeTrouble(world, seed);
  await organise(telegram).give(
    hanh,
    office,
    '/giao all -TINH hạn 17:00 26/11/2026\nKiểm tra phương án phòng chống lụt bão\nCác xã rà soát kho, xe.',
  );
  await world.fastForward('10m');
  const copies = await copiesOf('#1 · Việc cần làm');
  expect(copies.filter(({ claimed, unseen }) => claimed + unseen !== 1)).toEqual([]);
  const unsure = copies.filter(({ unseen }) => unseen === 1).map(({ group }) => group);
  const card = telegram.shown(office).findLast(({ text }) => certificate.test(text))!;
  const counts = certificate.exec(card.text)!.slice(1).map(Number);
  expect(counts).toEqual([groups.length, groups.length - unsure.length, 0, unsure.length, 0, 0]);
  const named = [...card.text.matchAll(/^• (XA\d+) /gm)].map((match) => match[1]);
  expect(named.sort()).toEqual(unitNames(unsure));
  expect(new Set(unsure.map(({ platform }) => platform)).size).toBe(2);
  expect(trouble.gateway()).toBeGreaterThan(20);
  expect(trouble.throttled()).toBeGreaterThan(2);
});

test('every answer is taken once, on whichever side it comes', async () => {
  const { world, groups } = on;
  answered = unitsOf(groups).flatMap((unit, index) => answerFor(unit, { index, seed }));
  for (const answer of answered) answer.say(world);
  await world.settle();
  await world.fastForward('5m');
  const parts = await db().assignment.findMany({ include: { unit: true, replies: true } });
  const told = new Map(answered.map(({ unit, state }) => [unit, state]));
  for (const { unit, state } of parts)
    expect([unit.code, state]).toEqual([unit.code, told.get(unit.code) ?? 'waiting']);
  expect(await db().reply.count()).toBe(answered.length);
  const unsure = await db().delivery.findMany({
    where: { kind: 'directive', state: 'uncertain' },
    include: { chat: true },
  });
  const heard = new Set(answered.map(({ chat }) => chat));
  expect(unsure.filter(({ chat }) => heard.has(chat.externalId))).toEqual([]);
});

test('the silent are reminded, the other side of who answered is told, nobody else hears of it', async () => {
  const { world, groups } = on;
  await world.until('2026-11-25T17:10');
  const units = new Set(answered.map(({ unit }) => unit));
  const chats = new Set(answered.map(({ chat }) => chat));
  const wanted = (isWanted: (group: Group) => boolean) =>
    groups.map((group) => [group.unit, group.platform, Number(isWanted(group))]);
  const claimed = async (start: string) =>
    (await copiesOf(start)).map(({ group, claimed }) => [group.unit, group.platform, claimed]);
  expect(await claimed('#1 · Nhắc phản hồi')).toEqual(wanted(({ unit }) => !units.has(unit)));
  expect(await claimed('#1 · Đã trả lời')).toEqual(
    wanted(({ unit, chat }) => units.has(unit) && !chats.has(chat)),
  );
});

test('the week is summed up: each group once, the office with everybody', async () => {
  const { world, telegram, office } = on;
  await world.until('2026-11-27T16:30');
  const copies = await copiesOf('Tổng hợp số 1');
  expect(copies.filter(({ claimed, unseen }) => claimed + unseen !== 1).map(({ group }) => group)).toEqual(
    [],
  );
  const summary = telegram.shown(office).filter(({ text }) => text.startsWith('Tổng hợp số 1'));
  expect(summary).toHaveLength(1);
  const done = answered.filter(({ state }) => state === 'done').length;
  expect(summary[0]!.text).toContain('1 chỉ đạo, 90 đơn vị, 90 phần việc:');
  // A unit that nobody knows to have got the directive is not overdue.
  const counted = (line: string) => Number(new RegExp(`^${line}: (\\d+)`, 'm').exec(summary[0]!.text)?.[1]);
  expect([counted('Xong đúng hạn'), counted('Xong muộn')]).toEqual([done, 0]);
  expect(counted('Chưa xong, quá hạn') + counted('Chưa xong, còn hạn')).toBe(90 - done);
  expect(counted('Chưa xong, quá hạn')).toBeGreaterThan(90 - done - 10);
  const silent = unitsOf(on.groups).length - answered.length;
  const [, named = ''] = /^Chưa phản hồi: (.*)$/m.exec(summary[0]!.text) ?? [];
  const more = Number(/và (\d+) đơn vị khác$/.exec(named)?.[1] ?? 0);
  expect(named.match(/\bXA\d+ \(#1\)/g)!.length + more).toBe(silent);
});

test('both outboxes and the ledger agree, message by message', async () => {
  const { unclaimed, missing } = await compareOutboxes(on.world, everyChat());
  expect(missing).toEqual([]);
  expect(unclaimed).toHaveLength(trouble.dropped());
  expect(await db().delivery.count({ where: { state: { in: ['queued', 'sending', 'failed'] } } })).toBe(0);
});
