import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { onceEach } from '../harness/casts.js';
import { openTown, type Town } from './town.js';

describe.each(onceEach)('accepting on $title', (cast) => {
  let on: Town;
  beforeAll(async () => {
    on = await openTown(cast);
  });
  afterAll(() => on.world.stop());

  test('is done by a tap or a number, and the word for the unit is asked for', async () => {
    const { give, hanh, binh, chi, xa01, xa02, stage, last, part } = on;
    const choose = (label: string) => stage.chooses(hanh, hanh, label);
    const n = await give('/giao #xa hạn 17:00 30/11/2026 nghiệm thu\nRà soát cống thoát nước');
    await stage.answers(binh, xa01, n, 'Xong');
    expect(last(hanh)).toContain(`XA01 Xã An Bình báo đã xong #${n}`);
    await choose('Nghiệm thu');
    expect(last(xa01)).toBe(`#${n} đã được nghiệm thu.`);
    expect((await part(n)).state).toBe('accepted');
    await stage.answers(chi, xa02, n, 'Xong');
    await choose('Trả lại');
    expect(last(hanh)).toContain(`XA02 cần làm lại hoặc bổ sung gì ở #${n}?`);
    await choose('Thiếu ảnh hoặc tài liệu kèm theo');
    expect(last(xa02)).toContain(`#${n} chưa được nghiệm thu: Thiếu ảnh hoặc tài liệu kèm theo`);
    expect((await part(n, 'XA02')).state).toBe('returned');
  });
});
