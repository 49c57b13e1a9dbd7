import { afterEach, describe, expect, test } from 'vitest';
import { backends } from '../harness/database.js';
import type { Person } from '../harness/people.js';
import { startWorld, type World } from '../harness/world.js';

describe.each(backends)('what waits for its time on %s', (backend) => {
  let world: World;
  let hanh: Person;
  afterEach(() => world.stop());

  const open = async () => {
    world = await startWorld(backend, { rate: 'off' });
    hanh = await world.owner();
    await world.bindUnits(hanh, ['XA01 Xã An Bình']);
  };
  const says = (text: string) => world.says(hanh, hanh, text);
  const labels = () =>
    world
      .last(hanh)
      .buttons.flat()
      .map(({ text }) => text);

  test('is offered no time behind the deadline', async () => {
    await open();
    await says('/giao all hạn 17:00 24/11/2026\nKiểm kê vật tư');
    await world.presses(hanh, hanh, 'Hẹn giờ');
    expect(labels()).toContain('08:00 thứ Ba 24/11/2026');
    expect(labels().filter((label) => label.includes('30/11/2026'))).toEqual([]);
  });

  test('offers nothing any more once it went out at its time', async () => {
    await open();
    await says('/thongbao XA01\nLịch họp giao ban');
    await world.presses(hanh, hanh, 'Hẹn giờ');
    await says('8h sáng mai');
    await world.until('2026-11-24T08:01');
    const offers = world.shown(hanh).filter(({ buttons }) => JSON.stringify(buttons).includes('Gửi ngay'));
    expect(offers).toEqual([]);
    const said = world.shown(hanh).filter(({ text }) => text === 'Đã gửi #1: Lịch họp giao ban');
    expect(said).toHaveLength(2); // the preview and what said the time
  });

  test('called off in one message, is offered in no other', async () => {
    await open();
    await says('/thongbao XA01\nLịch họp giao ban');
    await world.presses(hanh, hanh, 'Hẹn giờ');
    await says('8h sáng mai');
    await world.presses(hanh, hanh, 'Bỏ');
    const said = world.shown(hanh).filter(({ text }) => text === 'Đã bỏ, không gửi: Lịch họp giao ban');
    expect(said).toHaveLength(2);
    await world.until('2026-11-24T08:01');
    expect(await world.app.runtime.db.delivery.count({ where: { kind: 'directive' } })).toBe(0);
  });

  test('is listed with the open work, and called off there', async () => {
    await open();
    await says('/tiendo');
    expect(world.last(hanh).text).toBe('Hiện không có việc nào đang mở.');
    for (const [title, time] of [
      ['Lịch họp giao ban', '8h sáng mai'],
      ['Lịch trực lễ', '9h sáng mai'],
    ] as const) {
      await says(`/thongbao XA01\n${title}`);
      await world.presses(hanh, hanh, 'Hẹn giờ');
      await says(time);
    }
    await says('/tiendo');
    expect(world.last(hanh).text).toBe(
      '2 tin chờ gửi\n1. Lịch họp giao ban · chờ gửi lúc 08:00 thứ Ba 24/11/2026\n2. Lịch trực lễ · chờ gửi lúc 09:00 thứ Ba 24/11/2026',
    );
    expect(await world.presses(hanh, hanh, 'Bỏ tin 1')).toBe('Đã bỏ');
    await says('/tiendo');
    expect(world.last(hanh).text).toContain('1 tin chờ gửi\n1. Lịch trực lễ');
  });
});
