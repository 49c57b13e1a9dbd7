import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { backends } from '../harness/database.js';
import { openCommunes, type Communes } from './communes.js';

/** Several directives answered in one message, with and without `#`. */
describe.each(backends)('one message about several directives on %s', (backend) => {
  let on: Communes;
  beforeAll(async () => {
    on = await openCommunes(backend);
  });
  afterAll(() => on.world.stop());

  const states = async (...numbers: number[]) =>
    Promise.all(
      numbers.map(async (n) => {
        const { state, percent } = await on.at(n);
        return percent === null || percent === 100 ? state : `${state} ${percent}`;
      }),
    );
  const says = (text: string) => on.world.says(on.binh, on.xa01, text);
  const closeAll = async (...numbers: number[]) => {
    for (const n of numbers) await on.close(n);
  };

  test('that are numbered without a # is read piece by piece', async () => {
    const [n, m] = [await on.task(), await on.task()];
    await says(`/baocao việc ${n} xong, việc ${m} 70%`);
    expect(await states(n, m)).toEqual(['done', 'in_progress 70']);
    await closeAll(n, m);
    const [k, l] = [await on.task(), await on.task()];
    await says(`/baocao ${k} xong, việc ${l} đang làm`);
    expect(on.last()).toBe(`Đã ghi: #${k} – đã xong.\nĐã ghi: #${l} – đang làm.`);
    expect(await states(k, l)).toEqual(['done', 'in_progress']);
    await closeAll(k, l);
  });

  test('of which one cannot be told is not given to the one that is chosen', async () => {
    const [n, m] = [await on.task(), await on.task()];
    await says(`/baocao việc ${n} xong, việc 999 70%`);
    expect(on.last()).toContain('Anh/chị trả lời cho việc nào?');
    await on.world.presses(on.binh, on.xa01, `#${m}`);
    expect(on.last()).toContain(`#${m}`);
    expect(await states(n, m)).toEqual(['waiting', 'waiting']);
    await on.world.presses(on.binh, on.xa01, 'Đang làm');
    expect(await states(n, m)).toEqual(['waiting', 'in_progress']);
    await closeAll(n, m);
  });

  test('takes what is open and names the rest', async () => {
    const n = await on.task();
    await says(`#${n} xong, #999 xong`);
    expect(on.last()).toBe(`Đã ghi: #${n} – đã xong.\nKhông có việc #999. Gõ /viec để xem việc đang mở.`);
    expect(await states(n)).toEqual(['done']);
    await says('#998 xong, #999 xong');
    expect(on.last()).toContain('Không có việc #998');
    await on.close(n);
  });
});
