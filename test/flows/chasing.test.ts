import { afterEach, describe, expect, test } from 'vitest';
import { sendReminder } from '../../jobs/send-reminder.js';
import { backends } from '../harness/database.js';
import type { WorldOptions } from '../harness/world.js';
import { openChased, type Chased } from './chased.js';

/** What the rest, in chasing-anywhere.test.ts, does not tell: buttons, full days, an outage, a race. */
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

  test('another plan after it is sent holds for who still owes an answer', async () => {
    await open();
    await send('/giao XA01 XA02 hạn 17:00 24/11/2026', 'Kiểm tra kho vật tư');
    await world.says(hanh, groups['XA02']!, '/baocao 1 xong');
    await world.says(hanh, hanh, '/nhac 1 6h, 90 phút');
    expect(world.last(hanh).text).toBe(
      [
        'Đã đổi lịch nhắc #1.',
        'Nhắc các nhóm chưa trả lời: 11:00 thứ Ba 24/11/2026; 15:30 thứ Ba 24/11/2026; 17:00 thứ Ba 24/11/2026; sau đó 08:00 mỗi ngày làm việc.',
      ].join('\n'),
    );
    await world.says(hanh, hanh, '/nhac 1 khi rảnh');
    expect(world.last(hanh).text).toContain('khi rảnh');
    await world.says(hanh, hanh, '/nhatky 1');
    expect(world.last(hanh).text).toContain('đổi lịch nhắc: 6h, 90 phút');
    await world.until('2026-11-24T16:00');
    expect([times('XA01'), times('XA02')]).toEqual([['24/11 11:00', '24/11 15:30'], []]);
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

  test('what the outage held up waits for the morning and comes once', async () => {
    await open();
    await send('/giao XA01 hạn 20:30 25/11/2026', 'Trực phòng chống lụt bão');
    await world.until('2026-11-25T18:00');
    world.telegram.fault({ method: 'sendMessage', kind: '502', times: 'always' });
    await world.until('2026-11-25T20:50');
    expect(times('XA01')).toEqual(['24/11 20:30']);
    await world.until('2026-11-25T21:30');
    world.telegram.clearFaults();
    await world.until('2026-11-26T07:30');
    expect(times('XA01')).toEqual(['24/11 20:30', '26/11 07:00']);
  });

  test('run twice and at once it reminds once', async () => {
    await open();
    await send('/giao XA01 hạn 17:00 27/11/2026', 'Kiểm tra kho vật tư');
    world.clock.moveTo(new Date('2026-11-26T17:00:00+07:00'));
    const { runtime } = world.app;
    const unit = await runtime.db.unit.findUniqueOrThrow({ where: { code: 'XA01' } });
    const run = () => sendReminder.run(runtime, String(unit.id));
    const runs = await Promise.all([run(), run(), run()]);
    expect(runs.map(({ queued }) => queued).sort()).toEqual([0, 0, 1]);
    expect(await run()).toEqual({ moved: 0, queued: 0 });
    await world.settle();
    expect(times('XA01')).toEqual(['26/11 17:00']);
  });
});
