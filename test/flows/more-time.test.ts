import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { backends } from '../harness/database.js';
import { openCommunes, type Communes } from './communes.js';

describe.each(backends)('a unit that asks for more time on %s', (backend) => {
  let on: Communes;
  const requests = () => on.db().approval.findMany({ orderBy: { id: 'asc' } });
  beforeAll(async () => {
    on = await openCommunes(backend);
  });
  afterAll(() => on.world.stop());

  test('is granted it by one tap, and everybody hears it', async () => {
    const { world, hanh, binh, task, at, answer, last, close } = on;
    const n = await task();
    await answer(binh, n, 'xin gia hạn thêm 2 ngày ạ');
    expect(last()).toBe(`Đề nghị gia hạn #${n} đã được chuyển tới người giao việc.`);
    expect(last(hanh)).toBe(
      [
        `XA01 Xã An Bình xin gia hạn #${n} Rà soát cống thoát nước`,
        '“xin gia hạn thêm 2 ngày ạ”',
        'Hạn hiện nay: 17:00 thứ Hai 30/11/2026',
        'Xin đến: 17:00 thứ Tư 02/12/2026',
      ].join('\n'),
    );
    // Asking again while it waits makes no second request.
    await answer(binh, n, 'cho xã xin gia hạn đến 10/12 với');
    expect(last()).toBe(`#${n} đã có một đề nghị gia hạn đang chờ người giao việc trả lời.`);
    expect(await requests()).toHaveLength(1);
    expect(await world.presses(hanh, hanh, /^Đồng ý: 17:00 thứ Tư/)).toBe('Đã gia hạn');
    expect(last(hanh)).toBe(`Hạnh đã gia hạn #${n} cho XA01 Xã An Bình đến 17:00 thứ Tư 02/12/2026.`);
    expect(last()).toContain('Hạn mới: 17:00 thứ Tư 02/12/2026 (trước đây: 17:00 thứ Hai 30/11/2026)');
    const { dueAt, extended, nextReminderAt } = await at(n);
    expect([dueAt?.toISOString(), extended]).toEqual(['2026-12-02T10:00:00.000Z', true]);
    expect(nextReminderAt?.toISOString()).toBe('2026-12-01T10:00:00.000Z');
    expect(await requests()).toMatchObject([{ state: 'granted', openKey: null }]);
    await world.says(hanh, hanh, `/nhatky ${n}`);
    expect(last(hanh)).toContain('gia hạn cho XA01 theo đề nghị: 17:00 30/11/2026 → 17:00 02/12/2026');
    await close(n);
  });

  test('is refused with a word, or given another day, in words too', async () => {
    const { world, hanh, binh, task, at, answer, last, close } = on;
    const n = await task();
    await answer(binh, n, 'xin lùi hạn vài hôm');
    expect(last(hanh)).toContain('Xin đến: chưa nói rõ');
    await world.presses(hanh, hanh, 'Không đồng ý');
    await world.says(hanh, hanh, 'huyện phải gửi tỉnh trong ngày 30/11');
    expect(last()).toBe(
      `Chưa đồng ý gia hạn #${n}: huyện phải gửi tỉnh trong ngày 30/11. Hạn vẫn là 17:00 thứ Hai 30/11/2026.`,
    );
    expect((await at(n)).extended).toBe(false);
    await answer(binh, n, 'xin gia hạn đến 10/12');
    await world.presses(hanh, hanh, 'Hạn khác');
    await world.says(hanh, hanh, '17:00 2/12');
    expect((await at(n)).dueAt?.toISOString()).toBe('2026-12-02T10:00:00.000Z');
    await answer(binh, n, 'xin gia hạn đến 10/12');
    await world.says(hanh, hanh, `/giahan ${n} XA01 không, vì đã gia hạn một lần`);
    expect(last()).toContain('vì đã gia hạn một lần');
    await world.says(hanh, hanh, `/giahan ${n} XA01 đồng ý`);
    expect(last(hanh)).toBe(`XA01 không có đề nghị gia hạn nào đang chờ ở #${n}.`);
    await close(n);
  });

  test('gets another day until the end of its own working hours', async () => {
    const { world, hanh, binh, task, at, answer, close } = on;
    await world.says(hanh, hanh, '/lich giờ XA01 7h-16h30 T2-T6');
    const n = await task();
    await answer(binh, n, 'xin gia hạn đến 10/12');
    await world.presses(hanh, hanh, 'Hạn khác');
    await world.says(hanh, hanh, '2/12');
    expect((await at(n)).dueAt?.toISOString()).toBe('2026-12-02T09:30:00.000Z');
    await world.says(hanh, hanh, '/lich giờ XA01 bỏ');
    await close(n);
  });

  test('gets one decision when two decide at the same moment', async () => {
    const { world, hanh, binh, task, at, answer, close } = on;
    const n = await task();
    await answer(binh, n, 'xin gia hạn thêm 3 ngày');
    const { id } = (await requests()).at(-1)!;
    const card = world.last(hanh);
    const label = card.buttons[0]![0]!.text;
    const tap = (data: string) =>
      world.telegram.presses({ chat: hanh.id, from: hanh.id, message: card.id, data });
    const taps = [tap(`moretime:${id}:grant`), tap(`moretime:${id}:grant`), tap(`moretime:${id}:grant`)];
    await world.settle();
    const shown = (await Promise.all(taps)).map((one) => one?.text).sort();
    expect(label).toContain('Đồng ý');
    expect(shown).toEqual([
      'Đã gia hạn',
      'Đề nghị này đã có quyết định rồi.',
      'Đề nghị này đã có quyết định rồi.',
    ]);
    expect((await at(n)).dueAt?.toISOString()).toBe('2026-12-03T10:00:00.000Z');
    const told = world.shown(on.xa01).filter(({ text }) => text.startsWith(`#${n} được gia hạn`));
    expect(told).toHaveLength(1);
    await close(n);
  });

  test('has its answer when there is nothing to grant', async () => {
    const { world, hanh, binh, task, press, answer, last, close, give } = on;
    const n = await task();
    await answer(binh, n, 'xin gia hạn thêm 1 ngày');
    await press(binh, n, 'Xong');
    expect(await world.presses(hanh, hanh, /^Đồng ý/)).toBe(
      `XA01 đã làm xong #${n} nên không cần gia hạn nữa.`,
    );
    await answer(binh, n, 'xin gia hạn thêm 1 ngày');
    expect(last()).toBe(`#${n} đã được ghi là xong nên không cần gia hạn.`);
    const free = await give('/giao #xa');
    await answer(binh, free, 'xin gia hạn đến 10/12');
    expect(last()).toBe(`#${free} không có hạn nên không cần gia hạn.`);
    await close(free);
    await world.says(hanh, hanh, `/dong ${n}`);
    await answer(binh, n, 'xin gia hạn đến 10/12');
    expect(last()).toContain('đã kết thúc');
  });
});
