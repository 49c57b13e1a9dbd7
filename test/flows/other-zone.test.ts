import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { backends } from '../harness/database.js';
import { openCommunes, type Communes } from './communes.js';

/** A unit whose clocks are two hours ahead of the organisation's. */
describe.each(backends)('a unit in another time zone on %s', (backend) => {
  let on: Communes;
  beforeAll(async () => {
    on = await openCommunes(backend);
    await on.db().unit.update({ where: { code: 'XA01' }, data: { timeZone: 'Asia/Tokyo' } });
  });
  afterAll(() => on.world.stop());

  test('sees its own time, and the previews say which', async () => {
    const { asks, world, hanh, give, last, xa01, close } = on;
    const there = 'XA01 ở múi giờ khác: nhóm ở đó thấy hạn là 19:00 thứ Sáu 27/11/2026.';
    expect(await asks('/giao XA01 XA02 hạn 17:00 27/11/2026\nRà soát cống')).toContain(there);
    await world.presses(hanh, hanh, 'Bỏ');
    expect(await asks('/giao XA02 hạn 17:00 27/11/2026\nRà soát cống')).not.toContain('múi giờ');
    await world.presses(hanh, hanh, 'Bỏ');
    await asks('/dinhky thứ 6 hằng tuần 10h XA01 XA02 hạn 17h cùng ngày\nSĩ số trong ngày');
    expect(last(hanh)).toContain(there);
    await world.presses(hanh, hanh, 'Bỏ');
    const n = await give('/giao XA01 XA02 hạn 17:00 27/11/2026');
    expect(last(xa01)).toContain('Hạn: 19:00 thứ Sáu 27/11/2026');
    await close(n);
  });

  test('means its own time when it asks for more, and hears of that', async () => {
    const { give, answer, at, binh, last, close } = on;
    const n = await give('/giao XA01 hạn 17:00 27/11/2026 tự gia hạn 2 ngày');
    await answer(binh, n, 'xin gia hạn đến 19h 28/11/2026');
    expect((await at(n)).dueAt?.toISOString()).toBe('2026-11-28T10:00:00.000Z');
    expect(last()).toContain('19:00 thứ Bảy 28/11/2026');
    await close(n);
  });

  test('reads its part of the summary in its own time', async () => {
    const { give, world, xa01 } = on;
    await give('/giao XA01 XA02 hạn 17:00 30/11/2026');
    await world.until('2026-11-27T16:01');
    const [part] = world.shown(xa01).filter(({ text }) => text.startsWith('Tổng hợp số'));
    expect(part!.text).toContain('Hạn: 19:00 thứ Hai 30/11/2026');
  });
});
