import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { processInbox } from '../../bot/process-inbox.js';
import { backends } from '../harness/database.js';
import { openCommunes, type Communes } from './communes.js';

describe.each(backends)('watching on %s', (backend) => {
  let on: Communes;
  beforeAll(async () => {
    on = await openCommunes(backend);
  });
  afterAll(() => on.world.stop());

  test('tasks and progress list the most urgent first', async () => {
    const { world, hanh, binh, chi, xa01, give, last } = on;
    await world.says(binh, xa01, '/viec');
    expect(last()).toBe('Hiện không có việc nào đang mở.');
    const far = await give('/giao #xa hạn 17:00 30/11/2026', 'Kiểm kê vật tư');
    const near = await give('/giao XA01 khẩn hạn 17:00 26/11/2026', 'Khơi thông cống');
    await world.says(binh, xa01, `#${near} vướng vì thiếu máy bơm`);
    await world.says(binh, xa01, '/tasks');
    const lines = last().split('\n');
    expect(lines[0]).toBe('2 việc đang mở');
    expect(lines[1]).toMatch(`#${near} KHẨN Khơi thông cống · còn 3 ngày · đang vướng: `);
    expect(lines[2]).toMatch(`#${far} Kiểm kê vật tư · còn 7 ngày · chưa trả lời`);
    await world.says(hanh, hanh, '/progress');
    expect(last(hanh).split('\n')).toEqual([
      '2 việc đang mở',
      `#${near} Khơi thông cống · 0/1 đã hoàn thành · 1 đang vướng · còn 3 ngày`,
      `#${far} Kiểm kê vật tư · 0/2 đã hoàn thành · còn 7 ngày`,
    ]);
    await on.makeLead(binh, 'XA01');
    await world.says(binh, binh, '/tiendo');
    expect(last(binh)).toContain(`#${far} Kiểm kê vật tư · 0/1 đã hoàn thành`);
    await world.says(binh, binh, `/tiendo ${far}`);
    expect(last(binh)).toContain('XA01');
    expect(last(binh)).not.toContain('XA02');
    await world.says(chi, chi, '/tiendo');
    expect(last(chi)).toMatch('chưa được phân quyền');
    await world.says(hanh, hanh, '/tiendo nhanh');
    expect(last(hanh)).toMatch('/tiendo 12');
    // A report in parts: each is shown where it matters.
    const parts = ['Kết quả: đã kiểm kê 12/15 kho', 'Khó khăn: thiếu người', 'Đề xuất: cấp thêm 2 kệ'];
    await world.says(binh, xa01, `#${far} ${[...parts, 'Tuần tới: kiểm kê nốt 3 kho'].join('\n')}`);
    await world.says(hanh, hanh, `/tiendo ${far}`);
    expect(last(hanh)).toContain(
      ': 12/15, thiếu người, đề xuất: cấp thêm 2 kệ, tiếp theo: kiểm kê nốt 3 kho',
    );
    await world.says(hanh, hanh, '/tonghop');
    expect(last(hanh)).toContain(`Đề xuất, kiến nghị, 1 ý:\n– XA01 #${far}: cấp thêm 2 kệ`);
  });

  test('many answers at once, taken by several at the same time, are each taken once', async () => {
    const { world, hanh, binh, chi, xa01, db, give, task, close, last } = on;
    const n = await task();
    const more = Array.from({ length: 6 }, (_, index) => `TH0${index} Trường ${index} thuộc XA01 #truonghoc`);
    const schools = await world.bindUnits(hanh, more);
    const m = await give('/giao #truonghoc hạn 17:00 30/11/2026', 'Dọn vệ sinh lớp học');
    const before = await db().reply.count();
    world.telegram.duplicateNextUpdate({ count: 3 });
    for (const group of Object.values(schools)) {
      for (const text of [`#${m} đang làm`, `#${m} đã làm 50%`, `#${m} xong`])
        world.telegram.says({ chat: group, from: hanh.id, text });
      world.telegram.says({ chat: group, from: hanh.id, text: '#999 xong' });
    }
    for (const who of [binh, chi]) world.telegram.says({ chat: xa01, from: who.id, text: `#${n} xong` });
    await Promise.all(Array.from({ length: 40 }, () => processInbox(world.app.runtime)));
    await world.settle();
    expect((await db().reply.count()) - before).toBe(6 * 3 + 2);
    expect(await db().assignment.count({ where: { directive: { number: m }, state: 'done' } })).toBe(6);
    expect(last(schools.TH00)).toMatch('Không có việc #999');
    await close(n);
    await close(m);
  });

  test('the issuer’s card is told, and nothing of chat text that is not ours is kept', async () => {
    const { world, binh, xa01, db } = on;
    const [directive] = await db().directive.findMany({
      where: { state: 'open' },
      include: { card: true },
      take: 1,
    });
    expect(directive!.card).not.toBeNull();
    const count = await db().inbox.count();
    await world.says(binh, xa01, 'chiều nay ai đi họp?');
    expect(await db().inbox.count()).toBe(count);
  });
});
