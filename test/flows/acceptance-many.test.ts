import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { backends } from '../harness/database.js';
import type { Person } from '../harness/people.js';
import { startWorld, type World } from '../harness/world.js';

const codes = ['XA01', 'XA02', 'XA03', 'XA04', 'XA05', 'XA06'];

describe.each(backends)('many units that wait to be accepted on %s', (backend) => {
  let world: World;
  let hanh: Person;
  let groups: Record<string, number>;
  const says = (text: string) => world.says(hanh, hanh, text);
  const last = () => world.last(hanh).text;
  beforeAll(async () => {
    world = await startWorld(backend, { rate: 'off' });
    hanh = await world.owner();
    groups = await world.bindUnits(
      hanh,
      codes.map((code) => `${code} Xã ${code.slice(2)}`),
    );
    await says('/giao all hạn 17:00 30/11/2026\ncần nghiệm thu\nRà soát cống thoát nước');
    await world.presses(hanh, hanh, 'Gửi ngay');
  });
  afterAll(() => world.stop());

  test('come as three cards, then as one list; what the list shows is accepted together', async () => {
    for (const code of codes.slice(0, 5)) await world.presses(hanh, groups[code]!, 'Xong');
    const cards = () => world.shown(hanh).filter(({ text }) => text.includes('báo đã xong #1'));
    expect(cards()).toHaveLength(3);
    await world.fastForward('16m');
    expect(last()).toBe(
      [
        '#1 Rà soát cống thoát nước: 5 đơn vị chờ nghiệm thu',
        ...codes.slice(0, 5).map((code) => `• ${code} Xã ${code.slice(2)}`),
        'Cũng gõ được: /nghiemthu 1 XA01; hoặc /tralai 1 XA01 kèm điều cần bổ sung.',
      ].join('\n'),
    );
    // Who reports after the list came is not accepted by it.
    await world.presses(hanh, groups['XA06']!, 'Xong');
    expect(await world.presses(hanh, hanh, 'Nghiệm thu 5 đơn vị trên')).toBe(
      'Đã nghiệm thu #1 của 5 đơn vị: XA01, XA02, XA03, XA04, XA05.',
    );
    expect(world.last(groups['XA03']!).text).toBe('#1 đã được nghiệm thu.');
    expect(last()).toContain('#1 Rà soát cống thoát nước: 1 đơn vị chờ nghiệm thu\n• XA06 Xã 06');
    expect(cards()).toHaveLength(0);
  });

  test('are shown once more on the next working morning, if they still wait', async () => {
    await world.until('2026-11-24T08:01');
    const lists = world
      .shown(hanh)
      .filter(({ text }) => text.startsWith('#1 Rà soát cống thoát nước: 1 đơn vị'));
    expect(lists).toHaveLength(2);
    await says('/nghiemthu');
    expect(last()).toContain('1 đơn vị chờ nghiệm thu');
    await says('/tralai 1 XA06');
    expect(last()).toContain('Hãy ghi số của việc, mã đơn vị và điều cần bổ sung');
    await says('/tralai 1 XA06 thiếu biên bản');
    expect(world.last(groups['XA06']!).text).toContain('#1 chưa được nghiệm thu: thiếu biên bản');
    await says('/nghiemthu');
    expect(last()).toBe('Không có việc nào đang chờ nghiệm thu.');
    await says('/tonghop');
    expect(last()).toContain('Xong đúng hạn: 5 – 83%');
    expect(last()).toContain('Phản hồi: 6 = 6 tự đọc');
    await world.until('2026-11-25T08:01');
    expect(last()).not.toContain('chờ nghiệm thu');
  });
});
