import { afterEach, describe, expect, test } from 'vitest';
import { openPeriod } from '../../jobs/open-period.js';
import { backends } from '../harness/database.js';
import type { Person } from '../harness/people.js';
import { startWorld, type World } from '../harness/world.js';

const tree = [
  'HUYEN UBND huyện',
  'TH01 Trường An Bình under HUYEN #truong',
  'TH02 Trường Bình Minh under HUYEN #truong',
];

describe.each(backends)('a recurring request on %s', (backend) => {
  let world: World;
  let hanh: Person;
  let groups: Record<string, number>;
  const open = async () => {
    world = await startWorld(backend, { rate: 'off' });
    hanh = await world.owner();
    groups = await world.bindUnits(hanh, tree);
  };
  const says = (text: string) => world.says(hanh, hanh, text);
  const press = (label: string | RegExp) => world.presses(hanh, hanh, label);
  const last = () => world.last(hanh).text;
  const received = (code = 'TH01') =>
    world.shown(groups[code]!).flatMap(({ text }) => /^#(\d+) · (?:Việc|Đề nghị)/.exec(text)?.[0] ?? []);
  const db = () => world.app.runtime.db;
  const attendance =
    '/dinhky thứ 6 hằng tuần 10h #truong hạn 16h cùng ngày\nhỏi số học sinh\nSĩ số trong ngày';
  afterEach(() => world.stop());

  test('opens by itself each working day, is paused, resumed, changed and ended', async () => {
    await open();
    await says(attendance.replace('thứ 6 hằng tuần', 'hằng ngày làm việc'));
    expect(last()).toContain('– mở 10:00 thứ Hai 23/11/2026, hạn 16:00 thứ Hai 23/11/2026');
    expect(last()).toContain('– mở 10:00 thứ Tư 25/11/2026, hạn 16:00 thứ Tư 25/11/2026');
    expect(last()).toContain('2 đơn vị, 2 nhóm');
    await press('Nghỉ Tết');
    expect(last()).toContain('Dịp nghỉ Tết: không gửi.');
    await press('Bắt đầu');
    expect(last()).toBe('Đã bắt đầu định kỳ 1: Sĩ số trong ngày. Kỳ đầu mở lúc 10:00 thứ Hai 23/11/2026.');
    expect(received()).toEqual([]);
    await world.until('2026-11-23T10:00');
    const asked = (code: string) => received(code).length;
    expect([received(), asked('TH02'), asked('HUYEN')]).toEqual([['#1 · Đề nghị'], 1, 0]);
    await world.restart();
    await world.until('2026-11-24T10:00');
    expect(received()).toEqual(['#1 · Đề nghị', '#2 · Đề nghị']);
    await says('/dinhky danh sách');
    expect(last()).toContain('Kỳ tới: 10:00 thứ Tư 25/11/2026. Kỳ gần nhất: #2.');
    await press('Tạm dừng 1');
    await world.until('2026-11-25T11:00');
    expect(received()).toHaveLength(2);
    await says('/dinhky tiếp tục 1');
    await says('/dinhky sửa 1\nthứ 5 hằng tuần 9h TH01 hạn sau 1 ngày làm việc\nKiểm tra phòng học');
    expect(last()).toContain('sửa định kỳ 1, áp dụng từ kỳ tới');
    await press('Áp dụng từ kỳ tới');
    await world.until('2026-11-26T09:00');
    expect([received().at(-1), asked('TH02')]).toEqual(['#3 · Việc', 2]);
    expect(world.shown(groups['TH01']!).at(-1)!.text).toContain('Hạn: 17:00 thứ Sáu 27/11/2026');
    await says('/dinhky kết thúc 1');
    const rows = await db().recurrence.findMany({ where: { state: 'active' } });
    const periods = await db().recurrencePeriod.findMany({ orderBy: { period: 'asc' } });
    expect(rows).toEqual([]);
    expect(periods.map(({ period }) => period)).toEqual(['2026-11-23', '2026-11-24', '2026-11-26']);
  });

  test('opens once however often it is woken, late within a day, and says what was missed', async () => {
    await open();
    await says(attendance.replace('hạn 16h cùng ngày', 'hạn sau 2 ngày làm việc'));
    await press('Bắt đầu');
    await world.app.stop();
    world.clock.moveTo(new Date('2026-12-05T08:00:00+07:00'));
    await world.restart();
    const { runtime } = world.app;
    const counts = await Promise.all([1, 2, 3].map(() => openPeriod.run(runtime, '1')));
    expect(counts.filter(({ opened }) => opened === 1)).toHaveLength(1);
    expect(await openPeriod.run(runtime, '1')).toEqual({ opened: 0 });
    await world.settle();
    expect(received()).toEqual(['#1 · Đề nghị']);
    const told = world
      .shown(hanh)
      .map(({ text }) => text)
      .find((text) => text.includes('có kỳ không gửi'));
    expect(told).toContain('10:00 thứ Sáu 27/11/2026: lúc đó hệ thống không chạy');
    const periods = await db().recurrencePeriod.findMany({ orderBy: { period: 'asc' } });
    expect(periods.map(({ skipped }) => skipped)).toEqual(['missed', null]);
    // Whoever lost the right to send does not send on by a recurrence of theirs.
    await db().role.deleteMany({});
    await world.until('2026-12-11T10:01');
    expect(received()).toHaveLength(1);
    expect(last()).toContain('người tạo không còn quyền giao việc, nên đã tạm dừng');
  });

  test('is asked for step by step, and refuses what can not come again', async () => {
    await open();
    await says('/dinhky all hạn 16h\nSĩ số');
    expect(last()).toContain('Chưa rõ nhịp lặp lại');
    await says('/dinhky thứ 6 hằng tuần 10h #truong hạn 30/11/2026\nSĩ số');
    expect(last()).toContain('là một ngày cố định');
    await says('/dinhky');
    await press('Đề nghị xác nhận');
    await says('hằng tuần');
    expect(last()).toContain('chưa rõ ngày nào');
    await press('Ngày làm việc cuối tháng');
    await press('#truong');
    await says('Rà soát hồ sơ');
    await press('Không có nội dung');
    await press('Sau 2 ngày làm việc');
    expect(last()).toContain('– mở 08:00 thứ Hai 30/11/2026, hạn 17:00 thứ Tư 02/12/2026');
    await press('Sửa');
    await press('Hạn');
    await press('Không có hạn');
    expect(last()).toContain('– mở 08:00 thứ Năm 31/12/2026, không có hạn');
    await press('Bỏ');
    await says('/dinhky danh sách');
    expect(last()).toBe('Chưa có yêu cầu định kỳ nào. Hãy gõ /dinhky để tạo.');
  });
});
