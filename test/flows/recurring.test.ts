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

const clock = { day: '2-digit', month: '2-digit', hour: '2-digit', minute: '2-digit' } as const;

/** What calendar-anywhere.test.ts does not tell: races, what was slept through, the guided way. */
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
  const spell = (at: Date) =>
    at.toLocaleString('en-GB', { ...clock, timeZone: 'Asia/Ho_Chi_Minh' }).replace(', ', ' ');
  const attendance =
    '/dinhky thứ 6 hằng tuần 10h #truong hạn 16h cùng ngày\nhỏi số học sinh\nSĩ số trong ngày';
  afterEach(() => world.stop());

  test('asked step by step, nobody is told of lines', async () => {
    await open();
    await says('/dinhky');
    await press('Việc cần làm');
    await says('lúc nào rảnh');
    expect(last()).toContain('Hãy gửi lại, ví dụ: thứ 6 hằng tuần 10h');
    await says('thứ 6 hằng tuần 10h');
    await says('XA99');
    expect(last()).toContain('Hãy gửi lại nơi nhận.');
    expect(last()).not.toContain('dòng');
    await says('/huy');
    await says('/giao');
    for (const words of ['TH01', 'Kiểm kê', 'không', 'bỏ hạn']) await says(words);
    expect(last()).toContain('Hạn: không có');
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

  test('monthly and quarterly ones open on their days, moved off days off, also while the last is open', async () => {
    await open();
    await says('/dinhky ngày 5 hằng tháng 8h #truong hạn sau 2 ngày làm việc\nBáo cáo vệ sinh trường học');
    await press('Bắt đầu');
    await says('/dinhky cuối mỗi quý 9h #truong hạn 16h cùng ngày\nKiểm kê thiết bị dạy học');
    await press('Bắt đầu');
    await world.until('2027-02-12T12:00');
    const opened = await db().directive.findMany({ where: { state: 'open' }, orderBy: { number: 'asc' } });
    const hygiene = 'Báo cáo vệ sinh trường học';
    expect(opened.map(({ title, sentAt, dueAt }) => [title, spell(sentAt!), spell(dueAt!)])).toEqual([
      [hygiene, '07/12 08:00', '09/12 17:00'], // the 5th is a Saturday
      ['Kiểm kê thiết bị dạy học', '31/12 09:00', '31/12 16:00'],
      [hygiene, '05/01 08:00', '07/01 17:00'],
      [hygiene, '12/02 08:00', '16/02 17:00'], // Tết
    ]);
    expect(received()).toHaveLength(4);
  });

  test('is asked for step by step, and refuses what can not come again', async () => {
    await open();
    await says('/dinhky all hạn 16h\nSĩ số');
    expect(last()).toContain('Chưa rõ nhịp lặp lại');
    await says('/dinhky thứ 6 hằng tuần 10h #truong hạn 30/11/2026\nSĩ số');
    expect(last()).toContain('là một ngày cố định');
    await says('/dinhky chủ nhật hằng tuần 10h #truong\nSĩ số');
    expect(await press('Gặp ngày nghỉ thì bỏ')).toContain('yêu cầu này không bao giờ mở');
    await says('/dinhky chủ nhật hằng tuần 10h bỏ ngày nghỉ #truong\nSĩ số');
    expect(last()).toContain('ngày nào theo nhịp cũng là ngày nghỉ và bị bỏ qua');
    await says('/dinhky');
    expect(last()).toBe('Chưa có yêu cầu định kỳ nào.\nYêu cầu định kỳ này thuộc loại nào?');
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
    await says('/dinhky thứ 6 hằng tuần 10h #truong hạn 16h cùng ngày\nSĩ số trong tuần');
    await press('Bắt đầu');
    await says('/dinhky');
    expect(last()).toBe(
      [
        '1 yêu cầu định kỳ',
        '– 1: Sĩ số trong tuần. Kỳ tới: 10:00 thứ Sáu 27/11/2026.',
        'Để xem đủ, sửa, tạm dừng hoặc kết thúc, hãy gõ /dinhky danh sách. Để tạo mới, mời anh/chị trả lời:',
        '',
        'Yêu cầu định kỳ này thuộc loại nào?',
      ].join('\n'),
    );
  });
});
