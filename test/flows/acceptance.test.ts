import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { backends } from '../harness/database.js';
import { openCommunes, type Communes } from './communes.js';

describe.each(backends)('work that is accepted on %s', (backend) => {
  let on: Communes;
  const task = () => on.give('/giao #xa hạn 17:00 24/11/2026 nghiệm thu');
  beforeAll(async () => {
    on = await openCommunes(backend);
  });
  afterAll(() => on.world.stop());

  test('waits for the issuer, counts from the moment it was reported, and stays accepted', async () => {
    const { world, hanh, binh, at, answer, last, press, close, messageOf } = on;
    await on.asks('/giao #xa hạn 17:00 24/11/2026 nghiệm thu\nRà soát cống thoát nước');
    expect(last(hanh)).toContain('Nghiệm thu: đơn vị báo xong thì chuyển về đây để xem');
    await world.presses(hanh, hanh, 'Sửa');
    await world.presses(hanh, hanh, 'Bỏ nghiệm thu');
    expect(last(hanh)).not.toContain('Nghiệm thu: đơn vị');
    await world.presses(hanh, hanh, 'Bỏ');
    const n = await task();
    expect(messageOf(n).text).toContain('người giao việc nghiệm thu rồi mới tính là xong');
    await answer(binh, n, 'xong rồi ạ, đã vét 5 km');
    expect(last()).toBe(`Đã ghi: #${n} – đã báo xong, chờ nghiệm thu.`);
    expect(last(hanh)).toBe(
      `XA01 Xã An Bình báo đã xong #${n} Rà soát cống thoát nước\n“xong rồi ạ, đã vét 5 km”`,
    );
    expect(await at(n)).toMatchObject({ state: 'done', doneAt: null, nextReminderAt: null });
    expect(await on.asks(`/tiendo ${n}`)).toContain('0/2 đã hoàn thành · 1 chờ nghiệm thu, 1 chưa trả lời');
    await world.says(binh, on.xa01, '/viec');
    expect(last()).toContain('đã báo xong, chờ nghiệm thu');
    const claimed = (await at(n)).claimedAt;
    await world.fastForward('3h');
    expect(await world.presses(hanh, hanh, 'Nghiệm thu')).toBe(
      `Hạnh đã nghiệm thu #${n} của XA01 Xã An Bình.`,
    );
    expect(last()).toBe(`#${n} đã được nghiệm thu.`);
    expect(await at(n)).toMatchObject({ state: 'accepted', claimedAt: null, doneAt: claimed });
    expect(await press(binh, n, 'Đang làm')).toBe('Trước đó đã ghi: Đã nghiệm thu.');
    await answer(binh, n, 'đang làm lại');
    expect(last()).toContain('không ghi thay đổi nữa');
    expect(await at(n)).toMatchObject({ state: 'accepted', doneAt: claimed });
    expect(await on.asks(`/nhatky ${n}`)).toContain('Hạnh: nghiệm thu phần của XA01');
    await close(n);
  });

  test('is given back with a word, and the clock of the unit goes on where it stood', async () => {
    const { world, hanh, binh, at, last, press, close } = on;
    const n = await task();
    await world.until('2026-11-24T16:00');
    await press(binh, n, 'Xong');
    await world.until('2026-11-25T10:00');
    // The unit was not called to account meanwhile, and is one hour from its deadline.
    expect(world.shown(on.xa01).filter(({ text }) => text.includes(`#${n} · Nhắc`))).toHaveLength(2);
    await world.presses(hanh, hanh, /^Trả lại/);
    await world.says(hanh, hanh, 'thiếu ảnh hiện trường');
    expect(last(hanh)).toBe(`Hạnh đã trả lại #${n} cho XA01 Xã An Bình: thiếu ảnh hiện trường`);
    expect(last()).toBe(
      [
        `#${n} chưa được nghiệm thu: thiếu ảnh hiện trường`,
        'Đơn vị làm tiếp rồi báo xong bằng cách trả lời tin này.',
        'Hạn: 11:00 thứ Tư 25/11/2026. Thời gian chờ nghiệm thu không tính vào hạn.',
      ].join('\n'),
    );
    expect(await at(n)).toMatchObject({ state: 'returned', answeredAt: null });
    expect((await at(n)).nextReminderAt?.toISOString()).toBe('2026-11-25T03:30:00.000Z');
    expect(await on.asks(`/tiendo ${n}`)).toContain('Phải làm lại (1)');
    await world.until('2026-11-25T11:01');
    expect(last()).toContain('Hạn: 11:00 thứ Tư 25/11/2026 (đã đến hạn)');
    await world.until('2026-11-25T12:00');
    await world.says(binh, on.xa01, 'xong, gửi ảnh ạ', { replyTo: world.last(on.xa01).id });
    await world.says(hanh, hanh, 'đạt', { replyTo: world.last(hanh).id });
    expect(await at(n)).toMatchObject({ state: 'accepted' });
    expect(await on.asks(`/tiendo ${n}`)).toContain(
      'XA01 Xã An Bình: muộn 19 giờ, trong đó 18 giờ do chờ người giao việc',
    );
    await close(n);
  });

  test('gets one outcome when two decide at once, and none when the unit takes it back', async () => {
    const { world, hanh, binh, chi, xa02, db, at, press, close, last } = on;
    const n = await on.give('/giao #xa hạn 17:00 30/11/2026 nghiệm thu');
    await press(binh, n, 'Xong');
    const card = world.last(hanh);
    const { id } = await db().approval.findFirstOrThrow({ orderBy: { id: 'desc' } });
    const tap = (data: string) =>
      world.telegram.presses({ chat: hanh.id, from: hanh.id, message: card.id, data });
    const taps = [tap(`accept:${id}:ok`), tap(`accept:${id}:ok`)];
    world.telegram.says({ chat: hanh.id, from: hanh.id, text: `/nghiemthu ${n} tất cả` });
    await world.settle();
    await Promise.all(taps);
    const told = world.shown(on.xa01).filter(({ text }) => text === `#${n} đã được nghiệm thu.`);
    expect(told).toHaveLength(1);
    expect(
      await db().reply.count({ where: { source: 'decision', directiveId: (await at(n)).directiveId } }),
    ).toBe(1);
    await press(chi, n, 'Xong', xa02);
    await press(chi, n, 'Đang làm', xa02);
    expect(last(hanh)).toBe(`XA02 đã báo lại về #${n}: đang làm. Không cần nghiệm thu ở đây nữa.`);
    expect(await db().clockStop.count({ where: { endsAt: null } })).toBe(0);
    // What an admin enters needs nobody's acceptance.
    expect(await on.asks(`/ghithay ${n} XA02 xong`)).toContain('đã nghiệm thu (trước đó: đang làm)');
    expect(await at(n, 'XA02')).toMatchObject({ state: 'accepted' });
    await close(n);
  });
});
