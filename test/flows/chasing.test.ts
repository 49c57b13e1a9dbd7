import { afterEach, describe, expect, test } from 'vitest';
import { backends } from '../harness/database.js';
import type { WorldOptions } from '../harness/world.js';
import { openChased, type Chased } from './chased.js';

describe.each(backends)('chasing on %s', (backend) => {
  let world: Chased['world'];
  let hanh: Chased['hanh'];
  let groups: Chased['groups'];
  let send: Chased['send'];
  let reminders: Chased['reminders'];
  let times: Chased['times'];
  const open = async (options: WorldOptions = {}) => {
    ({ world, hanh, groups, send, reminders, times } = await openChased(backend, options));
  };
  afterEach(() => world.stop());

  test('keeps the plan: a day and two hours before, at the deadline, then every working morning', async () => {
    await open({ now: '2026-12-28T08:00' });
    await send('/giao XA01 hạn 17:00 31/12/2026', 'Kiểm tra kho vật tư');
    await world.until('2027-01-05T12:00');
    // New Year's Day and the weekend behind it are not worked.
    expect(times('XA01')).toEqual([
      '30/12 17:00',
      '31/12 15:00',
      '31/12 17:00',
      '04/01 08:00',
      '05/01 08:00',
    ]);
  });

  test('keeps the plan that the message gives, as the preview shows it', async () => {
    await open();
    const text = 'Kiểm tra kho vật tư\nCác đơn vị rà soát và báo cáo.\nnhắc 1 ngày, 30 phút, mỗi sáng';
    await world.says(hanh, hanh, `/giao XA01 hạn 17:00 25/11/2026\n${text}`);
    expect(world.last(hanh).text).toContain(
      'Nhắc các nhóm chưa trả lời: 08:00 mỗi ngày làm việc; 17:00 thứ Ba 24/11/2026; 16:30 thứ Tư 25/11/2026; 17:00 thứ Tư 25/11/2026.',
    );
    await world.presses(hanh, hanh, 'Sửa');
    await world.presses(hanh, hanh, 'Lịch nhắc');
    await world.presses(hanh, hanh, 'Nhắc nhẹ');
    expect(world.last(hanh).text).toContain(
      'Nhắc nhẹ các nhóm chưa trả lời: 17:00 thứ Ba 24/11/2026; sau đó 08:00 mỗi ngày làm việc.',
    );
    await world.presses(hanh, hanh, 'Gửi ngay');
    await world.says(hanh, hanh, `/giao XA02 hạn 17:00 25/11/2026\n${text}`);
    await world.presses(hanh, hanh, 'Gửi ngay');
    await world.until('2026-11-26T12:00');
    expect(times('XA01')).toEqual(['24/11 17:00', '26/11 08:00']);
    expect(times('XA02')).toEqual([
      '24/11 08:00',
      '24/11 17:00',
      '25/11 08:00',
      '25/11 16:30',
      '25/11 17:00',
      '26/11 08:00',
    ]);
    await world.says(hanh, hanh, '/giao XA01 hạn 17:00 27/11/2026 nhắc 2h, 1x\nKiểm tra kho');
    expect(world.last(hanh).text).toContain('Chưa đọc được mốc nhắc “1x”.');
  });

  test('a group that has heard enough today gets the last call alone', async () => {
    await open({ settings: { GROUP_DAILY_MESSAGES: '3' } });
    await send('/giao XA01 hạn 17:00 30/11/2026', 'Kiểm kê tài sản');
    await send('/giao XA01 hạn 17:00 23/11/2026 nhắc 6h, 4h, 1h', 'Kiểm tra kho vật tư');
    await world.until('2026-11-23T15:30');
    expect(times('XA01')).toEqual(['23/11 11:00']);
    expect(reminders('XA01')[0]!.text).toContain('Còn 2 việc chờ đơn vị phản hồi');
    await world.says(hanh, hanh, '/giao all hạn 17:00 27/11/2026\nBáo cáo sĩ số học sinh');
    expect(world.last(hanh).text).toContain('Lưu ý: hôm nay 1 nhóm đã nhận đủ 3 tin.');
    await world.presses(hanh, hanh, 'Gửi ngay');
    await world.until('2026-11-24T12:00');
    expect(times('XA01')).toEqual(['23/11 11:00', '23/11 16:00', '24/11 08:00']);
    expect(reminders('XA01')[1]!.text).toContain('#2 · Nhắc phản hồi');
    const held = await world.app.runtime.db.delivery.findMany({ where: { reason: 'budget' } });
    expect(held.length).toBe(2);
  });

  test('the weekly summary is one of the messages that a group has heard today', async () => {
    // Far from the day on which this runs: the day that counts is the program's.
    await open({ now: '2040-03-02T08:00', settings: { GROUP_DAILY_MESSAGES: '3' } });
    await send('/giao XA01 hạn 17:00 02/03/2040', 'Kiểm tra kho vật tư');
    await world.until('2040-03-02T18:00');
    expect(world.last(groups['XA01']!).text).toMatch(/^Tổng hợp số 1/);
    expect(times('XA01')).toEqual(['02/03 15:00']);
  });

  test('hangs under the directive, says what is due in words and takes the answer by button', async () => {
    await open();
    await send('/giao XA01 hạn 17:00 27/11/2026', 'Kiểm tra kho vật tư');
    const directive = world.last(groups['XA01']!);
    await world.until('2026-11-26T17:05');
    const reminder = world.last(groups['XA01']!);
    expect(reminder.text).toBe(
      [
        '#1 · Nhắc phản hồi',
        'Kiểm tra kho vật tư',
        'Hạn: 17:00 thứ Sáu 27/11/2026 (còn 1 ngày)',
        'Cách trả lời: bấm nút bên dưới, trả lời (reply) tin này hoặc gõ /baocao 1 đã làm 70%.',
      ].join('\n'),
    );
    expect(reminder.replyTo).toBe(directive.id);
    await world.presses(hanh, groups['XA01']!, 'Đang làm');
    await world.until('2026-12-01T12:00');
    expect(times('XA01')).toEqual(['26/11 17:00']);
  });

  test('a reply to a reminder answers its directive', async () => {
    await open();
    await send('/giao XA01 hạn 17:00 27/11/2026', 'Kiểm tra kho vật tư');
    await world.until('2026-11-26T17:05');
    await world.says(hanh, groups['XA01']!, 'đã làm 40%', { replyTo: world.last(groups['XA01']!).id });
    const [row] = await world.app.runtime.db.assignment.findMany();
    expect([row!.percent, row!.nextReminderAt]).toEqual([40, null]);
  });

  test('reminds only those who have not answered', async () => {
    await open();
    await send('/giao XA01 XA02 hạn 17:00 27/11/2026', 'Kiểm tra kho vật tư');
    await world.presses(hanh, groups['XA02']!, 'Đã nhận');
    await world.until('2026-11-27T17:30');
    expect([times('XA01').length, times('XA02').length]).toEqual([3, 0]);
  });

  test('several that fall close together are one message', async () => {
    await open();
    await send('/giao XA01 hạn 17:00 27/11/2026', 'Kiểm tra kho vật tư');
    await send('/giao XA01 hạn 17:10 27/11/2026', 'Báo cáo sĩ số học sinh');
    await send('/giao XA01 hạn 9:00 30/11/2026', 'Lịch tiêm chủng tháng 12');
    await world.until('2026-11-27T18:00');
    expect(times('XA01')).toEqual(['26/11 17:00', '27/11 15:00', '27/11 17:00']);
    expect(reminders('XA01').at(-1)!.text).toBe(
      [
        'Còn 2 việc chờ đơn vị phản hồi:',
        '',
        '#1 Kiểm tra kho vật tư',
        'Hạn: 17:00 thứ Sáu 27/11/2026 (đã đến hạn)',
        '',
        '#2 Báo cáo sĩ số học sinh',
        'Hạn: 17:10 thứ Sáu 27/11/2026 (còn 10 phút)',
        '',
        'Trả lời từng việc theo số việc, ví dụ gõ: /baocao 1 đã làm 70%',
        'Gõ /viec để xem các việc đang mở.',
      ].join('\n'),
    );
  });

  test('is silent between 21:00 and 7:00', async () => {
    await open();
    await send('/giao XA01 hạn 22:30 25/11/2026', 'Trực phòng chống lụt bão');
    await world.until('2026-11-26T12:00');
    expect(times('XA01')).toEqual(['25/11 07:00', '25/11 20:30', '26/11 07:00', '26/11 08:00']);
  });
});
