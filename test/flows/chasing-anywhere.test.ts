import { DateTime } from 'luxon';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { runTick } from '../../jobs/run-tick.js';
import { onceEach } from '../harness/casts.js';
import { openTown, type Town } from './town.js';

/** When and of what the bot reminds, the same on every platform. Each step begins when the one before it ended. */
describe.each(onceEach)('chasing on $title', (cast) => {
  let on: Town;
  /** How many messages each group showed when the step began. */
  let before: Map<string, number>;
  let groups: Record<string, string>;
  beforeAll(async () => {
    // Reports are another story, and a costly one: the year's counts as posted.
    on = await openTown(cast, { SUMMARY_KINDS: 'year' });
    await runTick(on.world.app.runtime);
    await on.db().occurrence.updateMany({ data: { doneAt: on.world.clock.now(), outcome: 'skipped' } });
    groups = { XA01: on.xa01, XA02: on.xa02 };
  });
  afterAll(() => on.world.stop());
  beforeEach(async () => {
    await on.db().directive.updateMany({ where: { state: 'open' }, data: { state: 'closed' } });
    before = new Map([on.xa01, on.xa02].map((group) => [group, on.texts(group).length]));
  });

  const reminders = (code: string) => {
    const group = groups[code]!;
    const news = on.stage.shown(group).slice(before.get(group) ?? 0);
    return news.filter(({ text }) => /Nhắc phản hồi|chờ đơn vị phản hồi/.test(text));
  };
  /** When they came, such as `30/12 17:00` in Ho Chi Minh City. */
  const times = (code: string) =>
    reminders(code).map(({ at }) =>
      DateTime.fromJSDate(at, { zone: 'Asia/Ho_Chi_Minh' }).toFormat('dd/MM HH:mm'),
    );
  const send = (first: string, title = 'Kiểm tra kho vật tư') =>
    on.give(`${first}\n${title}\nCác đơn vị rà soát và báo cáo.`);

  test('is silent between 21:00 and 7:00', async () => {
    await send('/giao XA01 hạn 22:30 25/11/2026');
    await on.world.until('2026-11-26T12:00');
    expect(times('XA01')).toEqual(['25/11 07:00', '25/11 20:30', '26/11 07:00', '26/11 08:00']);
  });

  test('reminds only those who have not answered, in words that say how to', async () => {
    const n = await send('/giao XA01 XA02 hạn 17:00 01/12/2026');
    await on.stage.answers(on.chi, on.xa02, n, 'Đã nhận');
    await on.world.until('2026-12-01T17:30');
    expect(times('XA01')).toEqual(['30/11 17:00', '01/12 15:00', '01/12 17:00']);
    expect(times('XA02')).toEqual([]);
    expect(reminders('XA01')[0]!.text.split('\n')).toEqual([
      `#${n} · Nhắc phản hồi`,
      'Kiểm tra kho vật tư',
      'Hạn: 17:00 thứ Ba 01/12/2026 (còn 1 ngày)',
      expect.stringMatching(/^(Cách trả lời: .*trả lời \(reply\) tin này|Trả lời tin này, hoặc gõ: \S)/),
    ]);
  });

  test('several that fall close together are one message', async () => {
    const [one, two] = [
      await send('/giao XA01 hạn 17:00 04/12/2026'),
      await send('/giao XA01 hạn 17:25 04/12/2026', 'Báo cáo sĩ số học sinh'),
    ];
    await send('/giao XA01 hạn 9:00 07/12/2026', 'Lịch tiêm chủng tháng 12');
    await on.world.until('2026-12-04T18:00');
    expect(times('XA01')).toEqual(['03/12 17:00', '04/12 15:00', '04/12 17:00']);
    expect(reminders('XA01').at(-1)!.text.split('\n').slice(0, 7)).toEqual([
      'Còn 2 việc chờ đơn vị phản hồi:',
      '',
      `#${one} Kiểm tra kho vật tư`,
      'Hạn: 17:00 thứ Sáu 04/12/2026 (đã đến hạn)',
      '',
      `#${two} Báo cáo sĩ số học sinh`,
      'Hạn: 17:25 thứ Sáu 04/12/2026 (còn 25 phút)',
    ]);
  });

  test('a reply to a reminder answers its directive, and ends the reminding', async () => {
    const n = await send('/giao XA01 hạn 17:00 08/12/2026');
    await on.world.until('2026-12-07T17:05');
    await on.stage.says(on.binh, on.xa01, 'đã làm 40%', { replyTo: reminders('XA01')[0]!.id });
    expect(await on.part(n)).toMatchObject({ percent: 40, nextReminderAt: null });
    await on.world.until('2026-12-09T12:00');
    expect(times('XA01')).toEqual(['07/12 17:00']);
  });

  test('keeps the plan that the message gives, as the preview shows it and lets it be changed', async () => {
    const { says, stage, hanh, last, world } = on;
    const text = 'Kiểm tra kho vật tư\nCác đơn vị rà soát và báo cáo.\nnhắc 1 ngày, 30 phút, mỗi sáng';
    await says(hanh, hanh, `/giao XA01 hạn 17:00 11/12/2026\n${text}`);
    expect(last(hanh)).toContain(
      'Nhắc các nhóm chưa trả lời: 08:00 mỗi ngày làm việc; 17:00 thứ Năm 10/12/2026; 16:30 thứ Sáu 11/12/2026; 17:00 thứ Sáu 11/12/2026.',
    );
    for (const label of ['Sửa', 'Lịch nhắc', 'Nhắc nhẹ']) await stage.chooses(hanh, hanh, label);
    expect(last(hanh)).toContain(
      'Nhắc nhẹ các nhóm chưa trả lời: 17:00 thứ Năm 10/12/2026; sau đó 08:00 mỗi ngày làm việc.',
    );
    await stage.chooses(hanh, hanh, 'Gửi ngay');
    await on.give(`/giao XA02 hạn 17:00 11/12/2026\n${text}`);
    await world.until('2026-12-14T12:00');
    expect(times('XA01')).toEqual(['10/12 17:00', '14/12 08:00']);
    expect(times('XA02')).toEqual([
      '10/12 08:00',
      '10/12 17:00',
      '11/12 08:00',
      '11/12 16:30',
      '11/12 17:00',
      '14/12 08:00',
    ]);
    await says(hanh, hanh, '/giao XA01 hạn 17:00 16/12/2026 nhắc 2h, 1x\nKiểm tra kho');
    expect(last(hanh)).toContain('Chưa đọc được mốc nhắc “1x”.');
  });

  test('closed and cancelled directives are left alone, an extended one gets a new plan', async () => {
    const { asks, hanh } = on;
    const numbers: number[] = [];
    for (const title of ['Kiểm kê tài sản', 'Sửa đường liên thôn', 'Báo cáo sĩ số'])
      numbers.push(await send('/giao XA01 hạn 17:00 18/12/2026', title));
    await asks(hanh, hanh, `/close ${numbers[0]}`);
    await asks(hanh, hanh, `/cancel ${numbers[1]}`);
    await asks(hanh, hanh, `/extend ${numbers[2]} 17:00 21/12/2026`);
    await on.world.until('2026-12-21T18:00');
    expect(times('XA01')).toEqual(['21/12 08:00', '21/12 15:00', '21/12 17:00']);
  });

  test('/remind reminds at once of that one, and only who owes', async () => {
    const n = await send('/giao XA01 XA02 hạn 17:00 25/12/2026');
    await on.stage.answers(on.chi, on.xa02, n, 'Xong');
    expect(await on.asks(on.hanh, on.hanh, `/remind ${n}`)).toBe(`Đang nhắc 1 nhóm chưa trả lời #${n}.`);
    expect([times('XA01'), times('XA02')]).toEqual([['21/12 18:00'], []]);
    expect(await on.asks(on.hanh, on.hanh, `/remind ${n}`)).toContain('vừa được nhắc');
  });

  test('steps missed while nothing ran are made good by one message', async () => {
    const { world } = on;
    await send('/giao XA01 hạn 17:00 23/12/2026');
    await world.restart('2026-12-24T10:00');
    await world.fastForward('10s');
    expect(times('XA01')).toEqual(['24/12 10:00']);
    expect(reminders('XA01')[0]!.text).toContain('quá hạn 17 giờ');
    await world.until('2026-12-25T12:00');
    expect(times('XA01')).toEqual(['24/12 10:00', '25/12 08:00']);
  });

  test('keeps the plan: a day and two hours before, at the deadline, then every working morning', async () => {
    await on.world.until('2026-12-28T08:00');
    await send('/giao XA01 hạn 17:00 31/12/2026');
    await on.world.until('2027-01-05T12:00');
    // New Year's Day and the weekend behind it are not worked.
    expect(times('XA01')).toEqual([
      '30/12 17:00',
      '31/12 15:00',
      '31/12 17:00',
      '04/01 08:00',
      '05/01 08:00',
    ]);
  });

  test('a lost group gets none, and the group bound after it gets the next ones', async () => {
    const { stage, people, hanh, binh, xa01, world } = on;
    await send('/giao XA01 hạn 17:00 08/01/2027');
    await stage.kicksBot(binh, xa01);
    await world.until('2027-01-08T15:30');
    expect(times('XA01')).toEqual([]);
    groups['XA01'] = await people.bind('Xã An Bình mới', [binh], await people.inviteCode(hanh, 'XA01'));
    await world.until('2027-01-08T17:30');
    expect(times('XA01')).toEqual(['08/01 17:00']);
    groups['XA01'] = xa01;
    expect(times('XA01')).toEqual([]);
  });
});
