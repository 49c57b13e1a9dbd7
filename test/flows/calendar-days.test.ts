import { PassThrough } from 'node:stream';
import pino from 'pino';
import { afterEach, describe, expect, test } from 'vitest';
import { sendReminder } from '../../jobs/send-reminder.js';
import { backends } from '../harness/database.js';
import { openChased, type Chased } from './chased.js';

/** What the calendar does to reminders and counts. The world begins on Monday 23 November 2026, 8:00. */
describe.each(backends)('days off on %s', (backend) => {
  let chased: Chased;
  afterEach(() => chased.world.stop());

  test('set after the reminders were planned, they move these before the deadline, and back', async () => {
    chased = await openChased(backend);
    await chased.send('/giao XA01 hạn 17:00 26/11/2026', 'Kiểm tra kho vật tư');
    const next = async () =>
      (await chased.world.app.runtime.db.assignment.findFirstOrThrow()).nextReminderAt?.toISOString();
    expect(await next()).toBe('2026-11-25T10:00:00.000Z');
    await chased.asks('/lich nghỉ XA02 25/11');
    expect(await next()).toBe('2026-11-25T10:00:00.000Z');
    await chased.asks('/lich nghỉ 25/11 đến 26/11 diễn tập');
    expect(await next()).toBe('2026-11-24T09:30:00.000Z');
    await chased.asks('/lich bỏ 25/11 đến 26/11');
    expect(await next()).toBe('2026-11-25T10:00:00.000Z');
    await chased.asks('/lich nghỉ XA01 25/11 đến 26/11');
    await chased.world.until('2026-11-27T09:00');
    expect(chased.times('XA01')).toEqual(['24/11 16:30', '27/11 08:00']);
  });

  test('are swapped in one line for one unit, and what is not read exactly sets nothing', async () => {
    chased = await openChased(backend);
    const { code, name } = await chased.world.app.runtime.db.unit.findUniqueOrThrow({
      where: { code: 'XA01' },
    });
    expect(await chased.asks(`/lich nghỉ ${name} 27/11 làm bù 5/12`)).toBe(
      `Đã đặt ngày nghỉ cho ${code} ${name}: thứ Sáu 27/11/2026.\n` +
        `Đã đặt ngày làm việc cho ${code} ${name}: thứ Bảy 05/12/2026.`,
    );
    expect(await chased.asks('/lich giờ XA01 7h30-11h30, 13h30-17h')).toContain(
      'giờ nghỉ trưa không được trừ',
    );
    for (const [words, said] of [
      ['nghỉ sáng 28/11', 'chưa đặt được nửa ngày'],
      ['nghỉ mỗi thứ 6', 'không đặt ngày lặp lại'],
      ['nghỉ XA01 XA02 28/11', 'nhiều đơn vị thì gửi từng dòng'],
      ['nghỉ từ 28/11', 'Chưa rõ ngày cuối'],
      ['hoán đổi 27/11 sang 5/12', '/lich nghỉ 27/11 làm bù 5/12'],
      ['giờ 7h-17h', 'WORK_FROM'],
    ] as const)
      expect(await chased.asks(`/lich ${words}`), words).toContain(said);
    expect(await chased.world.app.runtime.db.calendarDay.count()).toBe(2);
  });

  test('hold what can wait, and an urgent reminder goes out and into the log', async () => {
    chased = await openChased(backend);
    await chased.asks('/lich nghỉ 25/11');
    await chased.send('/giao XA01 khẩn hạn 17:00 26/11/2026', 'Trực phòng chống lụt bão');
    await chased.send('/giao XA02 hạn 17:00 26/11/2026', 'Kiểm kê tài sản');
    await chased.world.until('2026-11-25T16:59');
    const lines: string[] = [];
    const stream = new PassThrough().on('data', (line: Buffer) => lines.push(line.toString()));
    const runtime = { ...chased.world.app.runtime, log: pino({ level: 'info' }, stream) };
    chased.world.clock.moveTo(new Date('2026-11-25T17:00:00+07:00'));
    const id = await chased.unitId('XA01');
    expect(await sendReminder.run(runtime, String(id))).toMatchObject({ queued: 1 });
    expect(await sendReminder.run(runtime, String(id))).toMatchObject({ queued: 0 });
    expect(lines.map((line) => JSON.parse(line) as { msg: string; unitId: number })).toMatchObject([
      { msg: 'urgent reminder on a day off', unitId: id },
    ]);
    await chased.world.until('2026-11-26T09:00');
    expect(chased.times('XA01')).toEqual(['25/11 17:00']);
    // One day before would be the day off: the next working morning.
    expect(chased.times('XA02')).toEqual(['26/11 08:00']);
  });

  test('a unit in its own zone is reminded in its morning, before and after its clocks change', async () => {
    chased = await openChased(backend, { now: '2026-10-22T08:00' });
    await chased.world.app.runtime.db.unit.update({
      where: { code: 'XA02' },
      data: { timeZone: 'Europe/Berlin' },
    });
    await chased.send('/giao XA02 hạn 12:00 23/10/2026 nhắc 1h', 'Báo cáo số liệu');
    await chased.world.until('2026-10-28T00:00');
    // 08:00 in Berlin is 13:00 in Hà Nội in summer and 14:00 in winter; 11:00 in Hà Nội is its night, 06:00.
    const morning = chased.times('XA02').filter((at) => at.startsWith('26/10') || at.startsWith('27/10'));
    expect(morning).toEqual(['26/10 14:00', '27/10 14:00']);
    expect(chased.times('XA02')).toContain('23/10 13:00');
  });

  test('a deadline without a time is the end of work of all, and of the unit where it is its own', async () => {
    chased = await openChased(backend);
    await chased.asks('/lich giờ XA01 7h-16h T2-T6');
    expect(await chased.asks('/giao XA01 XA02 hạn 27/11\nKiểm kê vật tư')).toContain(
      'Hạn: 17:00 thứ Sáu 27/11/2026',
    );
    await chased.world.presses(chased.hanh, chased.hanh, 'Gửi ngay');
    expect(await chased.asks('/giahan 1 XA01 30/11')).toContain('16:00 thứ Hai 30/11/2026');
  });
});
