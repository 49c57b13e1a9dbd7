import { afterEach, describe, expect, test } from 'vitest';
import { backends } from '../harness/database.js';
import type { Person } from '../harness/people.js';
import { startWorld, type World } from '../harness/world.js';

const drill = '/giao XA01 hạn 17:00 30/11/2026\nKiểm tra phương án phòng chống lụt bão\nRà soát và báo cáo.';

describe.each(backends)('a unit bound in a topic on %s', (backend) => {
  let world: World;
  let hanh: Person;
  let forum: number;
  let topic: number;
  afterEach(() => world.stop());

  const open = async () => {
    world = await startWorld(backend, { rate: 'off' });
    hanh = await world.owner();
    await world.says(hanh, hanh, '/units add XA01 Xã An Bình');
    forum = world.group('Huyện An Khê', [hanh], 'forum');
    topic = await bindTopic('Xã An Bình');
  };
  const bindTopic = async (name: string) => {
    const { id } = world.telegram.opensTopic({ chat: forum, from: hanh.id, name });
    await world.says(hanh, hanh, '/invite XA01');
    const code = /\/gan (\S+)/.exec(world.last(hanh).text)![1]!;
    await world.says(hanh, forum, `/bind ${code}`, { topic: id });
    return id;
  };
  const arrived = (where: number) =>
    world
      .shown(forum)
      .filter(({ text, threadId }) => threadId === where && text.includes('phòng chống lụt bão')).length;

  test.each([
    ['closed', 'chủ đề trong nhóm đã đóng', () => world.telegram.closesTopic({ chat: forum, topic })],
    ['deleted', 'chủ đề trong nhóm đã bị xóa', () => world.telegram.deletesTopic({ chat: forum, topic })],
  ])('is named with the reason when its topic is %s, until it is bound again', async (_, reason, happens) => {
    await open();
    happens();
    await world.says(hanh, hanh, drill);
    await world.presses(hanh, hanh, 'Gửi ngay');
    await world.fastForward('1m');
    const told = world.shown(hanh).find(({ text }) => text.startsWith('Bot không còn gửi được vào'))!;
    expect(told.text).toContain(reason);
    expect(told.text).toContain('/gan trong chủ đề khác');
    await world.says(hanh, hanh, drill.replace('lụt bão', 'cháy rừng'));
    expect(world.last(hanh).text).toContain(`XA01 Xã An Bình: ${reason}, từ `);
    const second = await bindTopic('Xã An Bình 2');
    expect(arrived(second)).toBe(1);
  });
});
