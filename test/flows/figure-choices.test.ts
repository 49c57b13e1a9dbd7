import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { onceEach } from '../harness/casts.js';
import { openTown, type Town } from './town.js';

/** A figure that nobody can be sure of comes back with all that were told: one tap takes the right one. */
describe.each(onceEach)('figures to choose from on $title', (cast) => {
  let on: Town;
  beforeAll(async () => {
    on = await openTown(cast);
  });
  afterAll(() => on.world.stop());

  test('one tap takes the figure; where there are no buttons they are named', async () => {
    const { stage, give, answer, part, binh, xa01, close } = on;
    const n = await give('/solieu XA01 hạn 17:00 30/11/2026\nhỏi số lớp 0..50\nSố lớp học bị ngập');
    await answer(binh, n, 'khoảng 10 đến 12 lớp');
    const asked = on.stage.shown(xa01).at(-1)!;
    if (stage.platform === 'zalo') {
      expect(asked.text).toContain(
        `Chưa rõ số liệu cho #${n} là số nào: 10 lớp; 12 lớp? Hãy gửi lại một con số từ 0 đến 50.`,
      );
      expect(asked.text).not.toContain('1. ');
      await answer(binh, n, '12');
    } else {
      expect(asked.text).toBe(
        `Chưa rõ số liệu cho #${n} là số nào. Anh/chị chọn số đúng, hoặc gửi một con số từ 0 đến 50.`,
      );
      expect(asked.buttons.slice(0, 2)).toEqual(['10 lớp', '12 lớp']);
      await stage.chooses(binh, xa01, '12 lớp');
    }
    expect(on.last(xa01)).toContain(`Đã ghi: #${n} – 12 lớp.`);
    expect(await part(n)).toMatchObject({ state: 'done', value: { type: 'number', number: 12 } });
    await close(n);
  });

  test('a clear answer settles the question: what is unclear behind it is asked back anew', async () => {
    const { give, answer, part, binh, xa01, close } = on;
    const n = await give('/solieu XA01 hạn 17:00 30/11/2026\nSố lớp học bị ngập');
    await answer(binh, n, '10-12 lớp');
    await answer(binh, n, '12');
    await answer(binh, n, '13-14 lớp');
    expect(on.last(xa01)).toContain(`Chưa rõ số liệu cho #${n} là số nào`);
    expect(await part(n)).toMatchObject({ value: { number: 12 } });
    await close(n);
  });
});
