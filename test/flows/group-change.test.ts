import { afterEach, describe, expect, test } from 'vitest';
import { listNeeds } from '../../store/needs.js';
import { backends } from '../harness/database.js';
import type { Person } from '../harness/people.js';
import { startWorld, type World } from '../harness/world.js';

const drill =
  '/giao all hạn 17:00 30/11/2026\nKiểm tra phương án phòng chống lụt bão\nCác đơn vị rà soát và báo cáo.';

describe.each(backends)('a unit that changes its group on %s', (backend) => {
  let world: World;
  let hanh: Person;
  let group: number;
  afterEach(() => world.stop());

  const open = async (type: 'group' | 'supergroup' = 'supergroup') => {
    world = await startWorld(backend, { rate: 'off' });
    hanh = await world.owner();
    await world.says(hanh, hanh, '/units add XA01 Xã An Bình');
    group = world.group('Xã An Bình', [hanh], type);
    await bind(group);
    await world.says(hanh, hanh, drill);
    await world.presses(hanh, hanh, 'Gửi ngay');
    expect(directives(group)).toBe(1);
  };
  const bind = async (where: number) => {
    await world.says(hanh, hanh, '/invite XA01');
    await world.says(hanh, where, `/bind ${/\/gan (\S+)/.exec(world.last(hanh).text)![1]!}`);
  };
  const directives = (where: number) =>
    world.shown(where).filter(({ text }) => text.includes('Kiểm tra phương án phòng chống lụt bão')).length;

  test('the new group gets what is open, and its answer counts', async () => {
    await open();
    world.telegram.kicksBot({ chat: group, from: hanh.id });
    await world.fastForward('1m');
    // There is no lead, no group above and no office: the owner is told.
    expect(world.last(hanh).text).toContain('không còn gửi được vào nhóm “Xã An Bình”');
    const second = world.group('Xã An Bình (mới)', [hanh]);
    await bind(second);
    expect(directives(second)).toBe(1);
    await world.fastForward('1m');
    const card = world.shown(hanh).findLast(({ text }) => text.startsWith('#1 '))!;
    expect(card.text).not.toContain('Xã An Bình:');
    expect(card.buttons.flat().filter(({ text }) => text.startsWith('Gửi lại'))).toEqual([]);
    await world.presses(hanh, second, 'Xong');
    const assignment = await world.app.runtime.db.assignment.findFirstOrThrow();
    expect(assignment.state).toBe('done');
    const third = world.group('Xã An Bình (2027)', [hanh]);
    await bind(third);
    expect(directives(third)).toBe(0);
  });

  test('a group that another replaced is missed by no summary and no list of what needs somebody', async () => {
    await open();
    const second = '/giao all hạn 17:00 30/11/2026\nLịch trực Tết';
    world.telegram.fault({ method: 'sendMessage', chatId: group, kind: '403' });
    await world.says(hanh, hanh, second);
    await world.presses(hanh, hanh, 'Gửi ngay');
    const { db } = world.app.runtime;
    const summary = async () => {
      await world.says(hanh, hanh, '/tonghop chi tiết');
      return world
        .shown(hanh)
        .slice(-4)
        .map(({ text }) => text)
        .join('\n');
    };
    const needs = async () =>
      (await listNeeds(db, { unitIds: null, personId: 0 }, { now: world.clock.now(), most: 20 })).map(
        ({ kind }) => kind,
      );
    expect(await summary()).toContain('#2 chưa gửi được đến XA01');
    expect(await needs()).toContain('failed');
    await bind(world.group('Xã An Bình (mới)', [hanh]));
    await world.fastForward('1m');
    expect(await needs()).not.toContain('failed');
    const after = world.shown(hanh).length;
    await summary();
    const told = world
      .shown(hanh)
      .slice(after)
      .map(({ text }) => text)
      .join('\n');
    expect(told).toContain('Gửi đi:');
    expect(told).not.toContain('chưa gửi được');
  });

  test('a supergroup is the same group, also when its old id is given up first', async () => {
    await open('group');
    const { db, queue } = world.app.runtime;
    const chat = await db.chat.findFirstOrThrow({ where: { role: 'unit' } });
    await db.inbox.create({
      data: {
        channel: 'telegram',
        eventKey: 'left-before-migrated',
        chatKey: `telegram:${group}`,
        event: {
          kind: 'left',
          chat: { externalId: String(group), threadId: '', isGroup: true, title: 'Xã An Bình' },
          sender: { externalId: String(hanh.id), name: 'Hạnh' },
          reason: 'left',
          at: world.clock.now().toISOString(),
        },
        receivedAt: world.clock.now(),
      },
    });
    const { id } = world.telegram.upgrades({ chat: group, from: hanh.id });
    queue.wake('inbox', 'process-inbox');
    await world.fastForward('1m');
    const after = await db.chat.findUniqueOrThrow({ where: { id: chat.id } });
    expect([after.externalId, after.state, after.unitId]).toEqual([String(id), 'active', chat.unitId]);
    await world.says(hanh, id, '/help');
    expect(world.last(id).text).toContain('XA01');
  });

  test('a private chat that was blocked is there again with the next word', async () => {
    await open();
    const lan = world.person('Lan');
    await world.says(lan, lan, '/start');
    world.telegram.blocksBot({ from: lan.id });
    await world.settle();
    const find = () => world.app.runtime.db.chat.findFirst({ where: { person: { name: 'Lan' } } });
    expect(await find()).toMatchObject({ role: 'private', state: 'unreachable' });
    world.telegram.unblocksBot({ from: lan.id });
    await world.says(lan, lan, '/khongco');
    expect(await find()).toMatchObject({ state: 'active' });
    expect(world.last(lan).text).toContain('Không có lệnh');
  });
});
