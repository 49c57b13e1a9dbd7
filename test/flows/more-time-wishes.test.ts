import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { backends } from '../harness/database.js';
import { openCommunes, type Communes } from './communes.js';

/** What a unit wishes for, said in ways that leave something open, and what the issuer is shown of it. */
describe.each(backends)('a wish for more time on %s', (backend) => {
  let on: Communes;
  const labels = () => on.world.last(on.hanh).buttons.flat();
  const shown = () => labels().map(({ text }) => text);
  beforeAll(async () => {
    on = await openCommunes(backend);
  });
  afterAll(() => on.world.stop());

  test('with two times is chosen from by the issuer, never granted with one tap or by rule', async () => {
    const { hanh, binh, give, at, answer, last, close } = on;
    for (const text of ['xin đến 1/12 hoặc 2/12', 'xin 1 ngày hoặc 2 ngày']) {
      const n = await give('/giao XA01 hạn 17:00 30/11/2026 tự gia hạn 5 ngày');
      await answer(binh, n, text);
      expect(last(hanh)).toContain('Xin đến: nêu nhiều thời điểm, mời anh/chị chọn');
      expect(shown()).toEqual(['Hạn khác', 'Không đồng ý']);
      expect((await at(n)).dueAt?.toISOString()).toBe('2026-11-30T10:00:00.000Z');
      await close(n);
    }
  });

  test('counts from the deadline, and from … to … asks for the latter', async () => {
    const { hanh, binh, task, answer, last, close } = on;
    for (const text of ['xin thêm 3 ngày nữa ạ', 'lùi 3 hôm', 'xin lùi từ 30/11 sang 3/12']) {
      const n = await task();
      await answer(binh, n, text);
      expect(last(hanh)).toContain('Xin đến: 17:00 thứ Năm 03/12/2026');
      await close(n);
    }
    const n = await task();
    await answer(binh, n, 'khỏi gia hạn');
    expect(last()).not.toContain('gia hạn');
    await close(n);
  });

  test('for a weekday before the deadline means the one behind it, and no rule grants that', async () => {
    const { world, hanh, binh, give, at, answer, last, close } = on;
    const n = await give('/giao XA01 hạn 17:00 30/11/2026 tự gia hạn 9 ngày');
    await answer(binh, n, 'em xin nộp vào thứ 6');
    expect(last(hanh)).toContain('Xin đến: 17:00 thứ Sáu 04/12/2026');
    expect((await at(n)).dueAt?.toISOString()).toBe('2026-11-30T10:00:00.000Z');
    await world.presses(hanh, hanh, 'Đồng ý: 17:00 thứ Sáu 04/12/2026');
    expect((await at(n)).dueAt?.toISOString()).toBe('2026-12-04T10:00:00.000Z');
    await close(n);
    const m = await give('/giao XA01 hạn 17:00 30/11/2026');
    await answer(binh, m, 'xin nộp chiều mai');
    expect(last(hanh)).toContain('không muộn hơn hạn hiện nay');
    expect(shown()).toEqual(['Hạn khác', 'Không đồng ý']);
    await close(m);
  });

  test('for a day that may be of another year is asked back, from units and from the issuer', async () => {
    const { hanh, binh, task, at, answer, last, close } = on;
    const n = await task();
    await answer(binh, n, 'xin gia hạn đến 20/11');
    expect(last(hanh)).toContain('Xin đến: 17:00 thứ Bảy 20/11/2027, còn hơn sáu tháng nên có thể ghi nhầm');
    expect(shown()).toEqual(['Hạn khác', 'Không đồng ý']);
    const far =
      'Ngày đó là 17:00 thứ Bảy 20/11/2027, còn hơn sáu tháng nữa. Nếu đúng như vậy, hãy ghi cả năm: 20/11/2027.';
    expect(await on.asks(`/giahan ${n} 20/11`)).toBe(far);
    expect(await on.asks(`/giahan ${n} XA01 20/11`)).toBe(far);
    await on.asks(`/giahan ${n} XA01 20/11/2027`);
    expect((await at(n)).dueAt?.toISOString()).toBe('2027-11-20T10:00:00.000Z');
    await close(n);
  });

  test('is answered with so much longer, in the dialogue, under the card and by command', async () => {
    const { world, hanh, binh, task, at, answer, last, close } = on;
    for (const text of ['thêm 2 ngày', '2 ngày nữa', '2 ngày']) {
      const n = await task();
      await answer(binh, n, 'xin gia hạn');
      await world.presses(hanh, hanh, 'Hạn khác');
      expect(last(hanh)).toContain('hoặc thêm 2 ngày (tính từ hạn hiện nay)');
      await world.says(hanh, hanh, '20/11');
      expect(last(hanh)).toContain('hãy ghi cả năm: 20/11/2027');
      await world.says(hanh, hanh, text);
      expect(last(hanh)).toContain('đến 17:00 thứ Tư 02/12/2026');
      expect((await at(n)).dueAt?.toISOString()).toBe('2026-12-02T10:00:00.000Z');
      await close(n);
    }
    const n = await task();
    await answer(binh, n, 'xin gia hạn');
    await world.says(hanh, hanh, 'gia hạn 1 ngày', { replyTo: world.last(hanh).id });
    expect((await at(n)).dueAt?.toISOString()).toBe('2026-12-01T10:00:00.000Z');
    await on.asks(`/giahan ${n} XA01 1 ngày nữa`);
    expect((await at(n)).dueAt?.toISOString()).toBe('2026-12-02T10:00:00.000Z');
    await close(n);
  });

  test('on a day off is shown as one, before and after it is granted', async () => {
    const { world, hanh, binh, give, answer, last, close } = on;
    const off = '17:00 Chủ nhật 06/12/2026 là ngày nghỉ; ngày làm việc kế tiếp là 17:00 thứ Hai 07/12/2026.';
    const n = await give('/giao XA01 hạn 17:00 30/11/2026');
    await answer(binh, n, 'xin gia hạn đến 6/12');
    expect(last(hanh)).toContain(off);
    await world.presses(hanh, hanh, /^Đồng ý/);
    expect(last(hanh)).toContain(off);
    await close(n);
    const m = await give('/giao XA01 hạn 17:00 30/11/2026 tự gia hạn 9 ngày');
    await answer(binh, m, 'xin gia hạn đến 6/12');
    expect(last(hanh)).toContain(`đã được gia hạn đến 17:00 Chủ nhật 06/12/2026.\n${off}`);
    await close(m);
  });

  test('is decided in few words, of one unit or several, and what is unclear is told apart', async () => {
    const { binh, task, at, answer, close } = on;
    const n = await task();
    expect(await on.asks(`/giahan ${n} KHÔNG`)).toBe(`#${n} không có đề nghị gia hạn nào đang chờ.`);
    await answer(binh, n, 'xin gia hạn 2 ngày');
    expect(await on.asks(`/giahan ${n} từ chối`)).toContain(`(XA01), ví dụ: /giahan ${n} XA01 đồng ý`);
    expect(await on.asks(`/giahan ${n} XA01 từ chối`)).toBe(
      `Hạnh chưa đồng ý gia hạn #${n} cho XA01 Xã An Bình.`,
    );
    expect(await on.asks(`/giahan ${n} XA99 5/12`)).toContain('Không có đơn vị nào mang mã XA99');
    const said = await on.asks(`/giahan ${n} XA02, XA01 4/12`);
    expect(said.match(/Đã gia hạn/g)).toHaveLength(2);
    expect((await at(n, 'XA02')).dueAt).toEqual((await at(n)).dueAt);
    expect(await on.asks('/giao hạn mai XA01\nRà soát cống')).toBe(
      'Hãy ghi nơi nhận trước rồi mới đến hạn ở dòng đầu: XA01 hạn mai. Tên việc ghi ở dòng thứ hai.',
    );
    await close(n);
  });

  test('goes to somebody who may decide once the issuer has lost the right', async () => {
    const { world, hanh, binh, answer, last, at } = on;
    const lan = world.person('Lan');
    await world.says(lan, lan, '/start');
    await on.asks('/roles grant issuer HUYEN @lan');
    const gives = async (title: string) => {
      await world.says(lan, lan, `/giao XA01 hạn 17:00 30/11/2026\n${title}`);
      await world.presses(lan, lan, 'Gửi ngay');
      const { number } = await on
        .db()
        .directive.findFirstOrThrow({ where: { title }, select: { number: true } });
      return number!;
    };
    const [n, m] = [await gives('Dọn vệ sinh'), await gives('Phát quang bờ bao')];
    await on.asks('/roles revoke issuer HUYEN @lan');
    const before = world.shown(lan).length;
    await answer(binh, n, 'xin gia hạn đến 2/12');
    expect(last(hanh)).toContain(`xin gia hạn #${n} Dọn vệ sinh`);
    expect(world.shown(lan)).toHaveLength(before);
    await world.presses(hanh, hanh, /^Đồng ý/);
    expect((await at(n)).dueAt?.toISOString()).toBe('2026-12-02T10:00:00.000Z');
    const office = await world.bindOffice(hanh);
    await answer(binh, m, 'xin gia hạn đến 2/12');
    expect(last(office)).toContain(`xin gia hạn #${m} Phát quang bờ bao`);
  });
});
