import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { backends } from '../harness/database.js';
import { openCommunes, type Communes } from './communes.js';

/** What escalation-anywhere.test.ts does not tell: a race of taps, and requests that are moot. */
describe.each(backends)('a unit that asks for more time on %s', (backend) => {
  let on: Communes;
  const requests = () => on.db().approval.findMany({ orderBy: { id: 'asc' } });
  beforeAll(async () => {
    on = await openCommunes(backend);
  });
  afterAll(() => on.world.stop());

  test('is granted at once where the directive says so, and asked for where it says that', async () => {
    const { world, hanh, binh, give, at, answer, last, close } = on;
    await on.asks('/giao XA01 hạn 17:00 30/11/2026 tự gia hạn 2 ngày\nRà soát cống thoát nước');
    expect(last(hanh)).toContain('Gia hạn: đơn vị xin lần đầu, tối đa 2 ngày, thì được duyệt ngay.');
    await world.presses(hanh, hanh, 'Bỏ');
    const n = await give('/giao XA01 hạn 17:00 30/11/2026 tự gia hạn 2 ngày');
    await answer(binh, n, 'xin gia hạn thêm 2 ngày ạ');
    expect((await at(n)).dueAt?.toISOString()).toBe('2026-12-02T10:00:00.000Z');
    expect(last(hanh)).toContain('lần đầu, không quá 2 ngày nên đã được gia hạn đến');
    await close(n);
    const m = await give('/giao XA01 hạn 17:00 30/11/2026 không tự gia hạn');
    await answer(binh, m, 'xin gia hạn thêm 1 ngày ạ');
    expect(last()).toBe(`Đề nghị gia hạn #${m} đã được chuyển tới người giao việc.`);
    const wished = '• XA01 Xã An Bình: đang xin gia hạn đến 17:00 thứ Ba 01/12/2026';
    expect(await on.asks(`/tiendo ${m}`)).toContain(wished);
    await world.presses(hanh, hanh, 'Đồng ý: 17:00 thứ Ba 01/12/2026');
    expect(await on.asks(`/tiendo ${m}`)).not.toContain('đang xin gia hạn');
    await close(m);
  });

  test('that was given it counts as given more time, not as late', async () => {
    const { world, binh, give, answer, last, hanh, close } = on;
    const n = await give('/giao #xa hạn 17:00 23/11/2026 tự gia hạn 2 ngày');
    await answer(binh, n, 'xin gia hạn thêm 1 ngày ạ');
    await world.until('2026-11-24T10:00');
    await answer(binh, n, 'xong');
    expect(last()).not.toContain('Muộn');
    const progress = await on.asks(`/tiendo ${n}`);
    expect(progress).toContain('1/2 đã hoàn thành · 1 đúng hạn, 1 chưa trả lời; 1 được gia hạn');
    expect(progress).toContain('• XA01 Xã An Bình: được gia hạn đến 17:00 thứ Ba 24/11/2026');
    await on.asks(`/tonghop #${n} chi tiết`);
    const report = world
      .shown(hanh)
      .map(({ text }) => text)
      .join('\n');
    expect(report).toContain('Xong đúng hạn (1): XA01');
    expect(report).toContain('Được gia hạn (1): XA01 đến 17:00 thứ Ba 24/11/2026');
    await close(n);
  });

  test('beside a difficulty has both: the request goes to the issuer, the difficulty is recorded', async () => {
    const { hanh, binh, task, at, answer, last, close } = on;
    const texts = [
      'vướng: thiếu máy; xin gia hạn thêm 3 ngày',
      'khó khăn: thiếu máy. Xin gia hạn thêm 3 ngày',
      'Khó khăn: thiếu máy. Đề xuất: gia hạn đến 03/12',
    ];
    for (const text of texts) {
      const n = await task();
      await answer(binh, n, text);
      expect(last(hanh)).toContain('Xin đến: 17:00 thứ Năm 03/12/2026');
      expect(await at(n)).toMatchObject({ state: 'blocked', difficulty: 'thiếu máy' });
      expect(last()).toContain('đang vướng: thiếu máy.');
      expect(last()).toContain(`Đề nghị gia hạn #${n} đã được chuyển`);
      await close(n);
    }
  });

  test('of its own keeps it when the common deadline moves, and is not told of that', async () => {
    const { world, hanh, amends, task, at, close, xa01, xa02 } = on;
    const n = await task();
    await on.asks(`/giahan ${n} 17:00 10/12/2026`);
    await on.asks(`/giahan ${n} XA02 17:00 15/12/2026`);
    const edits = () =>
      world.telegram.calls('editMessageText').filter(({ chatId }) => chatId === xa02).length;
    const editsBefore = edits();
    await amends(`/sua ${n}\nhạn 17:00 04/12/2026`);
    const moved = 'Hạn mới: 17:00 thứ Sáu 04/12/2026 (trước đây: 17:00 thứ Năm 10/12/2026)';
    expect(world.last(hanh).text).toBe(`Đã sửa #${n}. Đang cập nhật 1 nhóm.\n${moved}`);
    expect(edits()).toBe(editsBefore);
    expect((await at(n)).dueAt?.toISOString()).toBe('2026-12-04T10:00:00.000Z');
    expect((await at(n, 'XA02')).dueAt?.toISOString()).toBe('2026-12-15T10:00:00.000Z');
    const told = (group: number) => world.shown(group).map(({ text }) => text);
    expect(told(xa01).at(-1)).toBe(`Sửa lần 2 của #${n}:\n${moved}`);
    expect(told(xa02).filter((text) => text.includes('04/12/2026'))).toEqual([]);
    await amends(`/sua ${n}\nRà soát cống và hố ga\nhạn 17:00 03/12/2026`);
    expect(told(xa02).at(-1)).toBe(`Sửa lần 3 của #${n}:\nTên việc mới: Rà soát cống và hố ga`);
    await close(n);
  });

  test('that was done hears of a later deadline, which holds if it takes the work up again', async () => {
    const { world, amends, binh, chi, task, at, answer, close, xa01, xa02 } = on;
    const n = await task();
    const told = (group: number) => world.shown(group).map(({ text }) => text);
    const ofDirective = (group: number) => told(group).find((text) => text.startsWith(`#${n} ·`))!;
    const due = async (code?: string) => (await at(n, code)).dueAt?.toISOString();
    await answer(binh, n, 'xong');
    await amends(`/sua ${n} hạn 17:00 10/12/2026`);
    expect(ofDirective(xa01)).toContain('Hạn: 17:00 thứ Năm 10/12/2026');
    expect(told(xa01).at(-1)).toContain('Hạn mới: 17:00 thứ Năm 10/12/2026');
    await amends(`/sua ${n} hạn 17:00 04/12/2026`);
    expect(ofDirective(xa01)).toContain('Hạn: 17:00 thứ Năm 10/12/2026');
    expect(told(xa01).at(-1)).toContain('Hạn mới: 17:00 thứ Năm 10/12/2026');
    expect(told(xa02).at(-1)).toContain('Hạn mới: 17:00 thứ Sáu 04/12/2026');
    expect([await due(), await due('XA02')]).toEqual([
      '2026-12-10T10:00:00.000Z',
      '2026-12-04T10:00:00.000Z',
    ]);
    await answer(binh, n, 'chưa xong, còn 2 cống');
    expect(await at(n)).toMatchObject({ state: 'in_progress', extended: false });
    await answer(chi, n, 'xong');
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

  test('leaves the unit in peace while the issuer decides, and reminds the issuer instead', async () => {
    const { world, hanh, binh, give, at, answer, close, xa01, xa02 } = on;
    const n = await give('/giao #xa hạn 17:00 27/11/2026', 'Lập danh sách hộ nghèo');
    await answer(binh, n, 'cho em thêm 3 ngày');
    const recalls = (group: number) =>
      world.shown(group).filter(({ text }) => text.startsWith(`#${n} · Nhắc`)).length;
    const asks = () =>
      world.shown(hanh).filter(({ text }) => text.startsWith(`#${n} Lập danh sách hộ nghèo:`));
    await world.until('2026-11-27T18:00');
    expect([recalls(xa01), recalls(xa02)]).toEqual([0, 3]);
    expect(asks().map(({ text }) => text)).toEqual(
      Array(2).fill(
        `#${n} Lập danh sách hộ nghèo: XA01 xin gia hạn, đang chờ anh/chị trả lời. Trong khi chờ, bot không nhắc đơn vị. ` +
          `Hãy bấm nút dưới tin đề nghị, hoặc gõ ví dụ: /giahan ${n} XA01 đồng ý.`,
      ),
    );
    await world.until('2026-11-30T08:30');
    expect([recalls(xa01), asks().length]).toEqual([0, 3]);
    await on.asks(`/nhac ${n}`);
    expect(recalls(xa01)).toBe(1);
    await on.asks(`/giahan ${n} XA01 không, vì tỉnh cần sớm`);
    await world.until('2026-12-01T08:30');
    expect([recalls(xa01), asks().length]).toEqual([2, 3]);
    expect((await at(n)).nextReminderAt).not.toBeNull();
    await close(n);
  });
});
