import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { backends } from '../harness/database.js';
import { openTown, type Town } from './town.js';

/** What is a button elsewhere is a number here: the issuer's card, how a reply was meant, what nobody knows arrived. */
describe.each(backends)('choices by number on Zalo alone, on %s', (backend) => {
  let on: Town;
  beforeAll(async () => {
    on = await openTown({ backend, platform: 'zalo', title: '' });
  });
  afterAll(() => on.world.stop());

  const fails = (chat: string, kind: 'reset-after' | '404', times = 1) =>
    on.world.zalo!.fault({
      method: 'sendMessage',
      chatId: chat,
      kind,
      times,
      description: 'Group not found',
    });
  const cards = (number: number) => on.texts(on.hanh).filter((text) => text.startsWith(`#${number} `));
  const directives = (group: string, number: number) =>
    on.texts(group).filter((text) => text.startsWith(`#${number} · Việc cần làm`));

  test('a group to which the directive may have come is settled by the number of “it is there”', async () => {
    fails(on.xa01, 'reset-after');
    const n = await on.task();
    expect(cards(n)).toHaveLength(1);
    expect(cards(n)[0]!.split('\n').slice(1)).toEqual([
      '2 nhóm = 1 đã gửi + 0 lỗi + 1 chưa chắc · 0 gửi trùng · 0 sót',
      '',
      'Chưa chắc (mất kết nối đúng lúc gửi, nhóm có thể đã nhận):',
      '• XA01 Xã An Bình',
      '1. XA01: đã có',
      '2. XA01: gửi lại',
      'Hãy trả lời bằng số thứ tự, ví dụ: 1',
    ]);
    expect(directives(on.xa01, n)).toHaveLength(1); // it did come
    await on.says(on.hanh, on.hanh, '1');
    await on.world.fastForward('30s');
    expect(cards(n).at(-1)).toContain('2 nhóm = 2 đã gửi + 0 lỗi + 0 chưa chắc · 0 gửi trùng · 0 sót');
    expect(directives(on.xa01, n)).toHaveLength(1);
    await on.close(n);
  });

  test('by the other number it is sent again', async () => {
    fails(on.xa02, 'reset-after');
    const n = await on.task();
    await on.says(on.hanh, on.hanh, '2');
    await on.world.fastForward('30s');
    expect(directives(on.xa02, n)).toHaveLength(2);
    expect(cards(n).at(-1)).toContain('2 nhóm = 2 đã gửi + 0 lỗi + 0 chưa chắc');
    await on.close(n);
  });

  test('the unit’s own answer settles it too', async () => {
    fails(on.xa01, 'reset-after');
    const n = await on.task();
    await on.says(on.binh, on.xa01, `#${n} xong`);
    await on.world.fastForward('30s');
    expect(cards(n).at(-1)).toContain('2 nhóm = 2 đã gửi + 0 lỗi + 0 chưa chắc');
    await on.close(n);
  });

  test('how a reply was meant is said by its number under the question', async () => {
    const n = await on.task();
    await on.answer(on.binh, n, 'chiều nay họp thôn');
    expect(on.last(on.xa01).split('\n')).toEqual([
      expect.stringMatching(`^Chưa rõ tình hình #${n}`),
      ...['1. Đã nhận', '2. Đang làm', '3. Vướng', '4. Xong'],
      'Trả lời tin này bằng số thứ tự, hoặc gõ: @Bot Giao ban 1',
    ]);
    await on.says(on.binh, on.xa01, '9');
    expect((await on.part(n)).state).toBe('waiting');
    await on.says(on.binh, on.xa01, '4');
    expect(on.last(on.xa01).split('\n')[0]).toBe(`Đã ghi: #${n} – đã xong.`);
    expect(await on.part(n)).toMatchObject({ state: 'done', replies: [{ state: 'corrected' }, {}] });
    await on.close(n);
  });

  test('a number means the newest question: not the card above a preview that is being written', async () => {
    fails(on.xa01, 'reset-after');
    const n = await on.task();
    await on.says(on.hanh, on.hanh, '/giao');
    expect(on.last(on.hanh)).toContain('Gửi tới đâu?');
    await on.says(on.hanh, on.hanh, '1');
    expect(on.last(on.hanh)).toContain('Tên việc là gì?');
    expect(cards(n)).toHaveLength(1);
    await on.says(on.hanh, on.hanh, 'dừng soạn');
    expect(on.last(on.hanh)).toBe('Đã dừng soạn, chưa gửi gì.');
    await on.says(on.hanh, on.hanh, '1');
    await on.world.fastForward('30s');
    expect(cards(n).at(-1)).toContain('2 đã gửi');
    await on.close(n);
  });

  test('failed groups are sent to again by number', async () => {
    fails(on.xa02, '404');
    const n = await on.task();
    expect(cards(n).at(-1)).toContain('• XA02 Xã Bình Minh: không tìm thấy nhóm\n1. Gửi lại cho 1 nhóm lỗi');
    await on.says(on.hanh, on.hanh, '1');
    await on.world.fastForward('30s');
    expect(directives(on.xa02, n)).toHaveLength(1);
    expect(cards(n).at(-1)).toContain('2 nhóm = 2 đã gửi + 0 lỗi + 0 chưa chắc');
  });

  test('the week is summed up without the files that nobody could open, which is said once', async () => {
    await on.world.until('2026-11-27T16:05');
    const [summary, ...more] = on.texts(on.office).filter((text) => /[Tt]ổng hợp số 1/.test(text));
    expect(summary!.split('\n').slice(-3)).toEqual([
      'Ảnh và tệp (Word, Excel, PDF) của báo cáo không gửi được ở đây; ai cần thì hỏi người vận hành.',
      '1. Toàn văn',
      'Trả lời tin này bằng số thứ tự, hoặc gõ: @Bot Giao ban 1',
    ]);
    expect(more).toEqual([]);
    await on.says(on.hanh, on.office, '1');
    expect(on.last(on.office)).toContain('Độ tin cậy của số liệu');
    expect(await on.asks(on.hanh, on.hanh, '/tonghop tuần này')).toMatch(
      /\n1\. Toàn văn\nHãy trả lời bằng số/,
    );
    const whole = () => on.texts(on.hanh).filter((text) => text.includes('Độ tin cậy của số liệu'));
    for (const times of [1, 2]) {
      await on.says(on.hanh, on.hanh, '1'); // a list of things to look at stays
      expect(whole()).toHaveLength(times);
    }
  });
});
