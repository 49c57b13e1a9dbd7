import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { onceEach } from '../harness/casts.js';
import { openTown, type Town } from './town.js';

/** Days off, leave, what comes again by itself, and lateness that is nobody's: the same on every platform. */
describe.each(onceEach)('the calendar on $title', (cast) => {
  let on: Town;
  beforeAll(async () => {
    on = await openTown(cast, { SUMMARY_KINDS: 'year' });
  });
  afterAll(() => on.world.stop());

  const says = (text: string) => on.asks(on.hanh, on.hanh, text);
  const chooses = (label: string) => on.stage.chooses(on.hanh, on.hanh, label);
  const received = (group: string) =>
    on.texts(group).flatMap((text) => /^#(\d+) · (?:Việc|Đề nghị)/.exec(text)?.[0] ?? []);

  test('takes days off and swap days, shows them, and reads deadlines by them', async () => {
    expect(await says('/lich nghỉ 26/11 đến 27/11 diễn tập')).toBe(
      'Đã đặt ngày nghỉ cho tất cả đơn vị: thứ Năm 26/11/2026 đến thứ Sáu 27/11/2026.',
    );
    expect(await says('/lich làm bù 28/11')).toBe(
      'Đã đặt ngày làm việc cho tất cả đơn vị: thứ Bảy 28/11/2026.',
    );
    expect(await says('/lich giờ XA01 7h-16h30 T2-T7')).toBe(
      'Giờ làm việc của XA01 Xã An Bình và cấp dưới: 07:00–16:30, thứ Hai đến thứ Bảy.',
    );
    const shown = await says('/calendar');
    for (const line of [
      '– thứ Năm 26/11/2026: nghỉ (diễn tập)',
      '– thứ Bảy 28/11/2026: làm việc',
      '– thứ Sáu 01/01/2027: nghỉ (lễ, Tết hoặc nghỉ bù)',
      '– XA01: 07:00–16:30, thứ Hai đến thứ Bảy',
    ])
      expect(shown).toContain(line);
    expect(await says('/lich XA01')).toContain('Giờ làm việc: 07:00–16:30, thứ Hai đến thứ Bảy.');
    expect(await says('/giao XA01 hạn 3 ngày làm việc\nKiểm kê vật tư')).toContain(
      'Hạn: 17:00 thứ Bảy 28/11/2026 (ngày làm việc)',
    );
    await chooses('Bỏ');
    await says('/lich bỏ 26/11 đến 27/11');
    expect(await says('/lich bỏ 28/11')).toContain('Đã bỏ ngày đặt riêng của tất cả đơn vị');
    expect(await says('/lich bỏ 28/11')).toContain('không có gì để bỏ');
    expect(await says('/lich nghỉ 31/2')).toContain('Không có ngày “31/2”');
    await says('/lich giờ XA01 bỏ');
  });

  test('offers to move a deadline off a day off', async () => {
    const preview = await says('/giao XA01 hạn chủ nhật\nKiểm kê kho');
    expect(preview).toContain('Hạn: 17:00 Chủ nhật 29/11/2026 (ngày nghỉ)');
    expect(preview).toContain('Ngày làm việc kế tiếp: 17:00 thứ Hai 30/11/2026.');
    await chooses('Dời sang ngày làm việc');
    expect(on.last(on.hanh)).toContain('Hạn: 17:00 thứ Hai 30/11/2026 (ngày làm việc)');
    expect(on.last(on.hanh)).not.toContain('Dời sang ngày làm việc');
    await chooses('Gửi ngay');
    expect(on.last(on.xa01)).toContain('Hạn: 17:00 thứ Hai 30/11/2026');
    await on.close(1);
  });

  test('an hour in which nothing ran is nobody’s lateness', async () => {
    const { world, binh, chi, xa01, xa02, asks } = on;
    await world.until('2026-11-23T09:00');
    const n = await on.give('/giao #xa hạn 17:00 23/11/2026 nhắc nhẹ\nKiểm tra kho vật tư');
    await world.until('2026-11-23T10:00');
    await world.restart('2026-11-23T11:00');
    await world.until('2026-11-23T17:50');
    expect(await asks(binh, xa01, `#${n} xong`)).not.toContain('Muộn');
    await world.until('2026-11-23T19:00');
    expect(await asks(chi, xa02, `#${n} xong`)).toContain('Muộn 2 giờ');
    const progress = await says(`/tiendo ${n}`);
    expect(progress).toMatch(/Hoàn thành đúng hạn \(1\)\nXA01 Xã An Bình/);
    expect(progress).toMatch(
      /Hoàn thành muộn \(1\)\n• XA02 Xã Bình Minh: muộn 2 giờ, trong đó 1 giờ do hệ thống/,
    );
    await on.close(n);
  });

  test('excuses a unit on leave: neither reminded nor late, and back when the leave ends', async () => {
    const { world, texts, xa01, xa02 } = on;
    await world.until('2026-11-24T06:00');
    const n = await on.give('/giao #xa hạn 17:00 25/11/2026\nKiểm kê vật tư');
    const reminders = (group: string) =>
      texts(group).filter((text) => text.startsWith(`#${n} · Nhắc`)).length;
    expect(await says('/lich miễn XA02 24/11 đến 26/11 tập huấn')).toBe(
      'XA02 Xã Bình Minh được miễn thứ Ba 24/11/2026 đến thứ Năm 26/11/2026: không bị nhắc, không tính muộn.' +
        ' 1 phần việc có hạn trong thời gian này được miễn.',
    );
    expect(await says(`/tiendo ${n}`)).toContain('XA02 Xã Bình Minh');
    await world.until('2026-11-26T09:00');
    expect([reminders(xa01) > 1, reminders(xa02)]).toEqual([true, 0]);
    expect(await says('/lich miễn XA02 bỏ')).toContain('đã làm việc trở lại');
    expect(await says(`/tiendo ${n}`)).not.toContain('Được miễn');
    await world.until('2026-11-27T09:00');
    expect(reminders(xa02)).toBeGreaterThan(0);
    await on.close(n);
  });

  test('what comes again opens by itself each working day, is paused, changed and ended', async () => {
    const { world, xa01, xa02, office, last, db } = on;
    await world.until('2026-11-30T08:00');
    const [before, other] = [received(xa01).length, received(xa02).length];
    const plan = await says(
      '/dinhky hằng ngày làm việc 10h #xa hạn 16h cùng ngày\nhỏi số học sinh\nSĩ số trong ngày',
    );
    expect(plan).toContain('– mở 10:00 thứ Hai 30/11/2026, hạn 16:00 thứ Hai 30/11/2026');
    expect(plan).toContain('2 đơn vị, 2 nhóm');
    await chooses('Nghỉ Tết');
    expect(last(on.hanh)).toContain('Dịp nghỉ Tết: không gửi.');
    await chooses('Bắt đầu');
    expect(last(on.hanh)).toBe(
      'Đã bắt đầu định kỳ 1: Sĩ số trong ngày. Kỳ đầu mở lúc 10:00 thứ Hai 30/11/2026.',
    );
    const news = (group: string, from: number) =>
      received(group)
        .slice(from)
        .map((one) => one.slice(-7));
    expect(news(xa01, before)).toEqual([]);
    await world.until('2026-11-30T10:00');
    await world.restart();
    await world.until('2026-12-01T10:00');
    expect([news(xa01, before).length, news(xa02, other).length, received(office)]).toEqual([2, 2, []]);
    expect(await says('/dinhky danh sách')).toContain('Kỳ tới: 10:00 thứ Tư 02/12/2026.');
    await says('/dinhky tạm dừng 1');
    await world.until('2026-12-02T11:00');
    expect(news(xa01, before)).toHaveLength(2);
    await says('/dinhky tiếp tục 1');
    expect(
      await says('/dinhky sửa 1\nthứ 5 hằng tuần 9h XA01 hạn sau 1 ngày làm việc\nKiểm tra phòng học'),
    ).toContain('sửa định kỳ 1, áp dụng từ kỳ tới');
    await chooses('Áp dụng từ kỳ tới');
    await world.until('2026-12-03T09:00');
    expect([news(xa01, before).length, news(xa02, other).length]).toEqual([3, 2]);
    expect(last(xa01)).toContain('Hạn: 17:00 thứ Sáu 04/12/2026');
    await says('/dinhky kết thúc 1');
    expect(await db().recurrence.count({ where: { state: 'active' } })).toBe(0);
    const periods = await db().recurrencePeriod.findMany({ orderBy: { period: 'asc' } });
    expect(periods.map(({ period }) => period)).toEqual(['2026-11-30', '2026-12-01', '2026-12-03']);
  });
});
