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
});
