import { afterEach, describe, expect, test } from 'vitest';
import { backends } from '../harness/database.js';
import type { Person } from '../harness/people.js';
import { startWorld, type World } from '../harness/world.js';

const tree = ['HUYEN Huyện Mẫu Sơn', 'XA01 Xã An Bình under HUYEN #xa'];

describe.each(backends)('group life on %s', (backend) => {
  let world: World;
  afterEach(() => world.stop());

  const texts = (where: number | Person) => world.shown(where).map(({ text }) => text);
  const codeFor = async (owner: Person, what: string) => {
    await world.says(owner, owner, `/invite ${what}`);
    return /\/gan (\S+)/.exec(world.last(owner).text)![1]!;
  };

  test('the add-to-group link binds the group it is used for', async () => {
    world = await startWorld(backend);
    const hanh = await world.owner();
    await world.says(hanh, hanh, '/units add XA01 Xã An Bình');
    const code = await codeFor(hanh, 'XA01');
    expect(world.last(hanh).text).toContain(`startgroup=${code}`);
    const { id } = world.telegram.addGroup({
      title: 'Xã An Bình',
      type: 'group',
      owner: hanh.id,
      bot: 'none',
    });
    world.telegram.addsBot({ chat: id, from: hanh.id, startToken: code });
    await world.settle();
    expect(texts(id).filter((text) => text.includes('đã gắn với XA01'))).toHaveLength(1);
    await world.says(hanh, id, `/bind ${code}`);
    expect(world.last(id).text).toBe(
      'Mã này không đúng hoặc không còn dùng được. Hãy xin quản trị viên mã mới.',
    );
  });

  test('without a code the group is greeted once', async () => {
    world = await startWorld(backend);
    const lan = world.person('Lan');
    const { id } = world.telegram.addGroup({ title: 'Tổ dân phố 3', owner: lan.id, bot: 'none' });
    world.telegram.addsBot({ chat: id, from: lan.id });
    await world.fastForward('10s');
    world.telegram.promotesBot({ chat: id, from: lan.id });
    await world.fastForward('10s');
    expect(texts(id)).toEqual([expect.stringContaining('hãy gõ /gan kèm mã mời')]);
    await world.says(lan, id, '/giao all');
    expect(world.last(id).text).toContain('chưa gắn với đơn vị nào');
  });

  test('a second group of a unit takes the place of the first, which is told', async () => {
    world = await startWorld(backend);
    const hanh = await world.owner();
    const groups = await world.bindUnits(hanh, tree);
    const code = await codeFor(hanh, 'xa01');
    expect(world.last(hanh).text).toContain('nhóm mới sẽ thay nhóm này');
    const second = world.group('Xã An Bình (mới)', [hanh]);
    await world.says(hanh, second, `/dangky ${code.toLowerCase()}`);
    expect(world.last(second).text).toContain('đã gắn với XA01');
    expect(world.last(groups['XA01']!).text).toContain('nhóm “Xã An Bình (mới)” đã thay');
  });

  test('a lost group is told to its lead, the group above and the office, once', async () => {
    world = await startWorld(backend);
    const hanh = await world.owner();
    const groups = await world.bindUnits(hanh, tree);
    const office = await world.bindOffice(hanh);
    const lan = world.person('Lan');
    await world.says(lan, lan, '/start');
    await world.says(hanh, office, '/phanquyen cấp phụ trách XA01 @lan');
    world.telegram.kicksBot({ chat: groups['XA01']!, from: hanh.id });
    await world.fastForward('1m');
    for (const where of [lan, groups['HUYEN']!, office])
      expect(
        texts(where).filter((text) => text.includes('không còn gửi được vào nhóm “Xã An Bình”')),
      ).toHaveLength(1);
    await world.says(hanh, hanh, '/nhom');
    expect(world.last(hanh).text).toMatch(
      /Mất liên lạc \(1\):\nXA01 Xã An Bình – nhóm “Xã An Bình”, từ 08:0\d/,
    );
    world.telegram.addsBot({ chat: groups['XA01']!, from: hanh.id });
    await world.fastForward('1m');
    expect(world.last(groups['XA01']!).text).toBe('Bot đã trở lại. Nhóm này vẫn gắn với XA01 – Xã An Bình.');
    await world.says(hanh, hanh, '/nhom');
    expect(world.last(hanh).text).not.toContain('Mất liên lạc');
  });

  test('a group that refuses a message is lost in the same way', async () => {
    world = await startWorld(backend);
    const hanh = await world.owner();
    const groups = await world.bindUnits(hanh, tree);
    world.telegram.deletesGroup({ chat: groups['XA01']! });
    const { db, queue } = world.app.runtime;
    const chat = await db.chat.findFirstOrThrow({ where: { unit: { code: 'XA01' } } });
    const content = { text: [{ text: 'Kính gửi đơn vị.' }] };
    await db.delivery.create({ data: { channel: 'telegram', chatId: chat.id, kind: 'answer', content } });
    queue.wake('send-telegram', 'send-deliveries', 'telegram');
    await world.fastForward('1m');
    expect(texts(groups['HUYEN']!).filter((text) => text.includes('không còn gửi được'))).toHaveLength(1);
  });

  test('a group keeps its unit when it becomes a supergroup, and its new title', async () => {
    world = await startWorld(backend);
    const hanh = await world.owner();
    await world.says(hanh, hanh, '/units add XA01 Xã An Bình');
    const group = world.group('Xã An Bình', [hanh], 'group');
    await world.says(hanh, group, `/bind ${await codeFor(hanh, 'XA01')}`);
    const { id } = world.telegram.upgrades({ chat: group, from: hanh.id });
    await world.settle();
    world.telegram.renames({ chat: id, from: hanh.id, title: 'Xã An Bình 2027' });
    await world.says(hanh, id, '/help');
    expect(world.last(id).text).toContain('Đây là nhóm của XA01 – Xã An Bình.');
    await world.says(hanh, hanh, '/groups');
    expect(world.last(hanh).text).toContain('nhóm “Xã An Bình 2027”');
  });

  test('topics of one group belong to different units', async () => {
    world = await startWorld(backend);
    const hanh = await world.owner();
    await world.says(hanh, hanh, '/units add XA01 Xã An Bình\nXA02 Xã An Hòa');
    const forum = world.group('Huyện Mẫu Sơn', [hanh], 'forum');
    const topics = ['An Bình', 'An Hòa'].map(
      (name) => world.telegram.opensTopic({ chat: forum, from: hanh.id, name }).id,
    );
    for (const [index, code] of ['XA01', 'XA02'].entries())
      await world.says(hanh, forum, `/bind ${await codeFor(hanh, code)}`, { topic: topics[index]! });
    await world.says(hanh, forum, '/help', { topic: topics[0]! });
    expect(world.last(forum).text).toContain('XA01');
    await world.says(hanh, forum, '/help', { topic: topics[1]! });
    expect(world.last(forum).text).toContain('XA02');
    const rows = await world.app.runtime.db.chat.findMany({
      where: { role: 'unit' },
      select: { threadId: true },
    });
    expect(rows.map(({ threadId }) => threadId).sort()).toEqual(topics.map(String).sort());
  });

  test('a hidden admin may bind, and learns why nothing else works', async () => {
    world = await startWorld(backend);
    const hanh = await world.owner();
    await world.says(hanh, hanh, '/units add XA01 Xã An Bình');
    const group = world.group('Xã An Bình', [hanh]);
    const code = await codeFor(hanh, 'XA01');
    await world.says(hanh, group, `/bind ${code}`, { anonymous: true });
    expect(world.last(group).text).toContain('đã gắn với XA01');
    await world.says(hanh, group, '/language en', { anonymous: true });
    expect(world.last(group).text).toContain('gửi ẩn danh');
  });

  test('a group that takes the place of another speaks the language it had chosen', async () => {
    world = await startWorld(backend);
    const hanh = await world.owner();
    const groups = await world.bindUnits(hanh, tree.slice(0, 1));
    await world.says(hanh, groups['HUYEN']!, '/language en');
    const [moved, again] = [1, 2].map((count) => world.group(`Office ${count}`, [hanh]));
    await world.says(hanh, moved!, `/bind ${await codeFor(hanh, 'HUYEN')}`);
    expect(world.last(moved!).text).toContain('now bound to HUYEN');
    await world.says(hanh, again!, '/language vi');
    await world.says(hanh, again!, `/bind ${await codeFor(hanh, 'HUYEN')}`);
    expect(world.last(again!).text).toContain('đã gắn với HUYEN');
  });

  test('the ways to answer are those that work in this very group', async () => {
    world = await startWorld(backend);
    const hanh = await world.owner();
    const groups = await world.bindUnits(hanh, tree.slice(0, 1));
    await world.says(hanh, groups['HUYEN']!, '/help');
    expect(world.last(groups['HUYEN']!).text).toContain('/baocao 12 xong');
    world.telegram.promotesBot({ chat: groups['HUYEN']!, from: hanh.id });
    await world.says(hanh, groups['HUYEN']!, '/help');
    expect(world.last(groups['HUYEN']!).text).toContain('#12 xong');
  });
});
