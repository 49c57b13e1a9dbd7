import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { onceEach } from '../harness/casts.js';
import { openTown, type Town } from './town.js';

/** What those see who watch, and when it is theirs to see: the same on every platform. Steps go on from one another. */
describe.each(onceEach)('watching on $title', (cast) => {
  let on: Town;
  let near: number;
  let far: number;
  beforeAll(async () => {
    on = await openTown(cast);
  });
  afterAll(() => on.world.stop());
  const summaries = (where: string) => on.texts(where).filter((text) => text.startsWith('Tổng hợp'));

  test('tasks and progress list the most urgent first', async () => {
    const { asks, give, hanh, binh, xa01 } = on;
    expect(await asks(binh, xa01, '/viec')).toContain('Hiện không có việc nào đang mở.');
    far = await give('/giao #xa hạn 17:00 03/12/2026\nKiểm kê vật tư');
    near = await give('/giao XA01 khẩn hạn 17:00 26/11/2026\nKhơi thông cống');
    await asks(binh, xa01, `#${near} vướng vì thiếu máy bơm`);
    const lines = (await asks(binh, xa01, '/tasks')).split('\n');
    expect(lines[0]).toBe('2 việc đang mở');
    expect(lines[1]).toMatch(`#${near} KHẨN Khơi thông cống · còn 3 ngày · đang vướng: `);
    expect(lines[2]).toMatch(`#${far} Kiểm kê vật tư · còn 10 ngày · chưa trả lời`);
    expect((await asks(hanh, hanh, '/progress')).split('\n')).toEqual([
      '2 việc đang mở',
      `#${near} Khơi thông cống · 0/1 đã hoàn thành · 1 đang vướng · còn 3 ngày`,
      `#${far} Kiểm kê vật tư · 0/2 đã hoàn thành · còn 10 ngày`,
    ]);
    expect(await asks(hanh, hanh, '/tiendo nhanh')).toBe(
      'Không có việc đang mở, đơn vị hay nhãn nào như “nhanh”. Gõ /tiendo để xem mọi việc đang mở.',
    );
  });

  test('progress is found by unit, by tag and by words of the title', async () => {
    const { asks, hanh } = on;
    expect((await asks(hanh, hanh, '/tiendo XA01')).split('\n').slice(0, 2)).toEqual([
      'XA01 Xã An Bình: 2 việc đang mở',
      `#${near} KHẨN Khơi thông cống · còn 3 ngày · đang vướng: thiếu máy bơm`,
    ]);
    expect(await asks(hanh, hanh, '/tiendo xã bình minh')).toContain(`\n#${far} Kiểm kê vật tư`);
    expect(await asks(hanh, hanh, '/progress #xa')).toContain(`#${far} Kiểm kê vật tư · 0/2 đã hoàn thành`);
    expect(await asks(hanh, hanh, '/tiendo kiem ke')).toContain(`#${far} Kiểm kê vật tư`);
    expect(await asks(hanh, hanh, '/tiendo kiem ke')).toContain('Chưa trả lời (2)');
  });

  test('a lead sees the own branch, others nothing', async () => {
    const { asks, people, hanh, binh, chi } = on;
    await asks(binh, binh, `/start ${await people.inviteCode(hanh, 'lead XA01')}`);
    expect(await asks(binh, binh, '/tiendo')).toContain(`#${far} Kiểm kê vật tư · 0/1 đã hoàn thành`);
    const progress = await asks(binh, binh, `/tiendo ${far}`);
    expect(progress).toContain('XA01');
    expect(progress).not.toContain('XA02');
    expect(await asks(binh, binh, '/tiendo các xã')).not.toContain('XA02');
    expect(await asks(binh, binh, '/tiendo XA02')).toMatch('chưa được phân quyền');
    expect(await asks(chi, chi, '/tiendo')).toMatch('chưa được phân quyền');
    expect(await asks(chi, chi, '/summary')).toMatch('chưa được phân quyền');
  });

  test('a report in parts is shown part by part where it matters', async () => {
    const { asks, hanh, binh, xa01 } = on;
    const parts = ['Kết quả: đã kiểm kê 12/15 kho', 'Khó khăn: thiếu người', 'Đề xuất: cấp thêm 2 kệ'];
    await asks(binh, xa01, `#${far} ${[...parts, 'Tuần tới: kiểm kê nốt 3 kho'].join('\n')}`);
    expect(await asks(hanh, hanh, `/tiendo ${far}`)).toContain(
      ': 12/15, thiếu người, đề xuất: cấp thêm 2 kệ, tiếp theo: kiểm kê nốt 3 kho',
    );
    const now = await asks(hanh, hanh, '/tonghop');
    expect(now).toContain(`Cần quyết định (2)\n– XA01 #${far}: kiến nghị “cấp thêm 2 kệ”`);
    expect(now).toContain('Số liệu tạm tính, chưa chốt.');
  });

  test('a bare "received" hides no progress; unread words are quoted, not called silence', async () => {
    const { asks, hanh, binh, chi, xa01, xa02 } = on;
    await asks(binh, xa01, `#${far} đã nhận`);
    await asks(chi, xa02, `#${far} trời hôm nay đẹp`);
    const told = await asks(hanh, hanh, '/tonghop chi tiết');
    expect(told).toContain('XA02 (phản hồi chưa đọc được)');
    expect(told).toContain('– XA02: “trời hôm nay đẹp”');
    expect(told).toContain(`Phản hồi chưa đọc được: XA02 (#${far})`);
    expect(told).toMatch(/XA01 \(đang làm 12\/15\)/);
  });

  test('the week is posted whole to the office, to each unit in its part, and then stays as it is', async () => {
    const { asks, world, hanh, binh, office, xa01, xa02 } = on;
    await world.until('2026-11-27T15:59');
    const before = summaries(office).length;
    await world.until('2026-11-27T16:02');
    expect(summaries(office)).toHaveLength(before + 1);
    expect(summaries(office).at(-1)).toContain(
      'Tổng hợp số 1 – tuần 48 (23/11–29/11/2026)\nUBND huyện Mẫu Sơn\n',
    );
    expect(summaries(office).at(-1)).toContain(`Quá hạn: XA01 (#${near})`);
    expect(summaries(xa02).at(-1)).toContain('1 việc của đơn vị:');
    expect(summaries(xa02).at(-1)).not.toContain('XA01');
    await world.until('2026-11-28T09:00');
    await asks(binh, xa01, `#${near} đã xong`);
    await world.until('2026-12-04T16:02');
    expect(summaries(office).at(-1)).toContain('Xong muộn: 1');
    expect(summaries(office).at(-1)).toContain('Đính chính so với số 1: 1 mục.');
    expect(await asks(hanh, hanh, '/tonghop tuần 48')).toContain(`Quá hạn: XA01 (#${near})`);
  });

  test('/summary tells any week and any unit at any time, as far as one may watch', async () => {
    const { asks, hanh, binh, xa01 } = on;
    const own = await asks(binh, xa01, '/tonghop');
    expect(own).toContain('XA01 Xã An Bình');
    expect(own).not.toContain('XA02');
    expect(await asks(hanh, hanh, '/tonghop xa02')).toContain('XA02 Xã Bình Minh');
    expect(await asks(hanh, hanh, '/summary 2026-W48')).toContain('Tổng hợp số 1 – tuần 48');
    expect(await asks(hanh, hanh, '/tonghop tuần 30')).toContain('Kỳ này không có chỉ đạo nào.');
    expect(await asks(hanh, hanh, '/tonghop 2027-W01')).toContain('chưa tới nên chưa có số liệu.');
    expect(await asks(hanh, hanh, '/tonghop hôm nào đó')).toContain('Chưa rõ anh/chị cần tổng hợp kỳ nào.');
    expect(await asks(hanh, hanh, '/tonghop XA77')).toBe('Không có đơn vị nào có mã XA77. Hãy xem lại mã.');
    expect(await asks(hanh, hanh, `/tonghop #${far} chi tiết`)).toContain(`Tổng hợp chỉ đạo #${far}`);
  });
});
