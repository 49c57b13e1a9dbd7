import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { processInbox } from '../../bot/process-inbox.js';
import { backends } from '../harness/database.js';
import { openCommunes, type Communes } from './communes.js';

describe.each(backends)('answers of many on %s', (backend) => {
  let on: Communes;
  beforeAll(async () => {
    on = await openCommunes(backend);
  });
  afterAll(() => on.world.stop());

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

  test('a rush of more than one batch is taken in, and each answer goes out behind it', async () => {
    const { world, hanh, db, give, close } = on;
    const more = Array.from(
      { length: 20 },
      (_, index) => `TR${index + 10} Trạm ${index} thuộc XA01 #tramyte`,
    );
    const stations = Object.values(await world.bindUnits(hanh, more));
    const m = await give('/giao #tramyte hạn 17:00 30/11/2026', 'Kiểm kê vật tư y tế');
    const before = await db().delivery.count({ where: { kind: 'answer', state: 'sent' } });
    for (const group of stations)
      for (let percent = 10; percent < 31; percent += 1)
        world.telegram.says({ chat: group, from: hanh.id, text: `#${m} đã làm ${percent}%` });
    await world.settle();
    const after = await db().delivery.count({ where: { kind: 'answer', state: 'sent' } });
    expect(after - before).toBe(20 * 21);
    expect(await db().delivery.count({ where: { kind: 'answer', state: { not: 'sent' } } })).toBe(0);
    await close(m);
  });

  test('nothing of chat text that is not ours is kept', async () => {
    const { world, binh, xa01, db } = on;
    const count = await db().inbox.count();
    await world.says(binh, xa01, 'chiều nay ai đi họp?');
    expect(await db().inbox.count()).toBe(count);
  });
});
