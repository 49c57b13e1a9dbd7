import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { backends } from '../harness/database.js';
import { openCommunes, type Communes } from './communes.js';

describe.each(backends)('who must answer on %s', (backend) => {
  let on: Communes;
  beforeAll(async () => {
    on = await openCommunes(backend);
    await on.world.says(on.binh, on.xa01, '/viec');
    await on.world.says(on.chi, on.xa01, '/viec');
  });
  afterAll(() => on.world.stop());

  test('the lead: what others say is kept, told so, and does not count', async () => {
    const { world, hanh, binh, chi, give, answer, press, at, last, makeLead, messageOf, close } = on;
    await makeLead(binh, 'XA01');
    await on.asks('/giao #xa hạn 17:00 30/11/2026\nRà soát cống thoát nước');
    await world.presses(hanh, hanh, 'Sửa');
    await world.presses(hanh, hanh, 'Người trả lời');
    await world.presses(hanh, hanh, 'Phụ trách');
    expect(last(hanh)).toContain('Người trả lời: phụ trách của đơn vị.');
    expect(last(hanh)).toContain('1 đơn vị chưa có phụ trách nên ở đó ai trả lời cũng được: XA02.');
    await world.presses(hanh, hanh, 'Bỏ');
    const n = await give('/giao #xa hạn 17:00 30/11/2026 người trả lời: phụ trách');
    expect(messageOf(n).text).toContain('\nNgười trả lời: phụ trách của đơn vị\n');
    const said = await answer(chi, n, 'xong rồi');
    expect(last()).toBe(
      `Đã ghi lại lời của anh/chị. Việc #${n} do phụ trách của đơn vị trả lời nên câu này chưa tính là câu trả lời.`,
    );
    expect(await press(chi, n, 'Xong')).toContain('chưa tính là câu trả lời');
    expect(await at(n)).toMatchObject({ state: 'waiting', answeredAt: null });
    expect((await at(n)).nextReminderAt).not.toBeNull();
    // Another wording of it does not make it count either.
    await world.edits(on.xa01, said, 'xong hết rồi');
    expect(await at(n)).toMatchObject({ state: 'waiting' });
    await press(chi, n, 'Đã nhận', on.xa02);
    expect(await at(n, 'XA02')).toMatchObject({ state: 'acknowledged' });
    await answer(binh, n, 'xong rồi');
    expect(await at(n)).toMatchObject({ state: 'done' });
    await close(n);
  });

  test('two of three named persons: progress and reminders say who is missing, by name where that is wished', async () => {
    const { world, binh, chi, give, press, at, last, messageOf, close } = on;
    const n = await give(
      '/xacnhan XA01 hạn 17:00 24/11/2026 người trả lời: 2 trong @binh, @chi, @dung nhắc 2h',
    );
    expect(messageOf(n).text).toContain('Người trả lời: 2 trong số @binh, @chi, @dung');
    expect(await press(binh, n, 'Đã nhận')).toBe(
      'Đã ghi nhận: Đã nhận (1/2 người đã trả lời, còn chờ 1 người nữa trong số: @chi, @dung).',
    );
    await press(binh, n, 'Đã nhận');
    expect(await at(n)).toMatchObject({ state: 'acknowledged', answeredAt: null, doneAt: null });
    expect(await on.asks(`/tiendo ${n}`)).toContain(
      'Chỉ mới nhận (1)\n• XA01 Xã An Bình: 1/2 người đã trả lời, còn chờ 1 người nữa trong số: @chi, @dung',
    );
    await world.until('2026-11-24T15:01');
    expect(last()).toContain('Hiện có 1/2 người đã trả lời, còn chờ 1 người nữa trong số: @chi, @dung.');
    await world.says(binh, on.xa01, '/neuten khong');
    await world.until('2026-11-24T17:01');
    expect(last()).toContain('Hiện có 1/2 người đã trả lời.\n');
    await press(chi, n, 'Đã nhận');
    expect(await at(n)).toMatchObject({ state: 'done', nextReminderAt: null });
    await world.says(binh, on.xa01, '/neuten co');
    await close(n);
  });

  test('everyone on the list, which members join and their lead keeps', async () => {
    const { world, binh, chi, give, answer, press, at, last, close } = on;
    await world.says(chi, on.xa01, '/danhsach');
    expect(last()).toContain('XA01 Xã An Bình chưa có danh sách người trả lời.');
    expect(await world.presses(chi, on.xa01, 'Ghi tên tôi')).toBe('Đã ghi tên anh/chị vào danh sách');
    await world.says(chi, on.xa01, '/danhsach thêm @binh');
    expect(last()).toContain('chưa được phân quyền');
    await world.says(binh, on.xa01, '/danhsach thêm @binh');
    expect(last()).toContain('Danh sách người trả lời của XA01 Xã An Bình: 2 người\n1. Chi\n2. Bình');
    const n = await give('/giao #xa hạn 17:00 30/11/2026\nngười trả lời: mọi người');
    await answer(binh, n, 'đang làm 70%');
    expect(last()).toBe(`Đã ghi: #${n} – đang làm (1/2 người đã trả lời, còn chờ: Chi).`);
    await press(binh, n, 'Xong');
    expect(await at(n)).toMatchObject({ state: 'in_progress', answeredAt: null });
    // Who leaves the list is waited for no more.
    expect(await world.presses(chi, on.xa01, 'Rút tên tôi')).toBe('Đã rút tên anh/chị khỏi danh sách');
    expect(await at(n)).toMatchObject({ state: 'done' });
    await press(chi, n, 'Đang làm');
    expect(await at(n)).toMatchObject({ state: 'done' });
    expect(await on.asks(`/giao XA01 hạn 17:00 30/11/2026 người trả lời: 3 trong @binh\nKiểm kê`)).toContain(
      'Chưa rõ ai phải trả lời: “3 trong @binh”.',
    );
    await close(n);
  });
});
