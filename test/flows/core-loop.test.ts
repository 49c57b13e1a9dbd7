import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { everywhere } from '../harness/casts.js';
import { findDirective } from '../harness/stage.js';
import { openTown, type Town } from './town.js';

/** The loop that the product is: each step goes on where the one before it ended. */
describe.each(everywhere)('the core loop: $title', (cast) => {
  let on: Town;
  beforeAll(async () => {
    on = await openTown(cast);
  });
  afterAll(() => on.world.stop());

  const first = (text: string) => text.split('\n')[0];

  test('people and groups are let in by codes, each code once', async () => {
    const { people, hanh, binh, quang, xa01, asks, last } = on;
    expect(last(xa01)).toMatch(/^Nhóm này đã gắn với XA01 – Xã An Bình\. .*\nCách trả lời: /);
    const code = await people.inviteCode(hanh, 'lead XA01');
    expect(await asks(binh, binh, `/start ${code}`)).toContain('phụ trách');
    expect(await asks(quang, quang, `/start ${code}`)).toBe(
      'Mã này không đúng hoặc không còn dùng được. Hãy xin quản trị viên mã mới.',
    );
    expect(await asks(quang, quang, '/giao all\nHọp')).toContain('chưa được phân quyền');
    expect(await asks(hanh, hanh, '/donvi')).toContain('XA02');
  });

  test('a directive is seen before it goes, reaches each group once, and ends with a certificate', async () => {
    const { give, stage, texts, last, hanh, office, xa01, xa02 } = on;
    const number = await give(
      '/giao #xa hạn 17:00 26/11/2026\nKiểm tra phương án phòng chống lụt bão\nCác xã rà soát kho, xe.',
      office,
    );
    expect(number).toBe(1);
    for (const group of [xa01, xa02]) {
      const copies = texts(group).filter((text) => text.startsWith('#1 · Việc cần làm'));
      expect(copies).toHaveLength(1);
      expect(copies[0]).toContain('Hạn: 17:00 thứ Năm 26/11/2026\nNơi gửi: UBND huyện Mẫu Sơn\n');
      expect(copies[0]!.split('\n').at(-1)).toMatch(/rả lời .*tin này.* gõ/);
    }
    const certificates = texts(office).filter((text) => text.includes('2 nhóm = 2 đã gửi'));
    expect(certificates).toHaveLength(1);
    expect(stage.shown(hanh).filter(({ text }) => text.includes('#1 · Việc cần làm'))).toEqual([]);
    expect(last(xa01)).not.toMatch(/undefined|\{\{|null/);
  });

  test('answers are taken by what the channel offers and by words, and can be changed', async () => {
    const { stage, binh, chi, xa01, xa02, part, last } = on;
    await stage.answers(binh, xa01, 1, 'Đang làm');
    expect((await part(1)).state).toBe('in_progress');
    await stage.says(binh, xa01, 'đã làm 70%, thiếu xe chở', {
      replyTo: findDirective(stage.shown(xa01), 1).id,
    });
    expect(last(xa01)).toMatch(/^Đã ghi: #1 – đang làm 70%: .*thiếu xe chở\.$/);
    await stage.says(binh, xa01, '#1 xong');
    expect(last(xa01)).toMatch(/^Đã ghi: #1 – đã xong\./);
    expect(await part(1)).toMatchObject({ state: 'done' });
    expect((await part(1)).replies).toHaveLength(3);
    await stage.says(chi, xa02, '#9 xong');
    expect(last(xa02)).toContain('Không có việc #9. Gõ /viec để xem việc đang mở.');
    expect((await part(1, 'XA02')).replies).toEqual([]);
  });

  test('who watches sees how it stands', async () => {
    const { asks, hanh, office, chi, xa02 } = on;
    const progress = await asks(hanh, office, '/tiendo 1');
    expect(progress).toContain('1/2 đã hoàn thành');
    expect(progress).toContain('XA02 Xã Bình Minh');
    expect(await asks(chi, xa02, '/viec')).toMatch(
      /^1 việc đang mở\n#1 Kiểm tra phương án .* còn 3 ngày · chưa trả lời$/,
    );
  });

  test('a changed directive is told to every group, in place or as a new message', async () => {
    const { amends, world, texts, xa01, xa02 } = on;
    const said = await amends('/sua 1 Kiểm tra kho phòng chống lụt bão');
    expect(said).toBe('Đã sửa #1. Đang cập nhật 2 nhóm.');
    await world.fastForward('30s');
    for (const group of [xa01, xa02]) {
      const amended = texts(group).filter((text) =>
        text.startsWith('#1 · Việc cần làm · Sửa lần 1\nKiểm tra kho'),
      );
      expect(amended).toHaveLength(1);
    }
  });

  test('only who owes an answer is reminded, until it comes', async () => {
    const { world, stage, chi, xa01, xa02, texts } = on;
    const reminders = (group: string) => texts(group).filter((text) => first(text) === '#1 · Nhắc phản hồi');
    await world.until('2026-11-25T17:01');
    expect([reminders(xa01).length, reminders(xa02).length]).toEqual([0, 1]);
    expect(reminders(xa02)[0]).toContain('Hạn: 17:00 thứ Năm 26/11/2026 (còn 1 ngày)');
    await stage.answers(chi, xa02, 1, 'Đã nhận');
    await world.until('2026-11-26T20:00');
    expect([reminders(xa01).length, reminders(xa02).length]).toEqual([0, 1]);
  });

  test('the week ends with a summary for the office and each unit, once', async () => {
    const { world, texts, office, xa01, xa02 } = on;
    await world.until('2026-11-27T16:05');
    await world.restart();
    await world.fastForward('10m');
    const summaries = (where: string) => texts(where).filter((text) => text.startsWith('Tổng hợp số 1'));
    for (const where of [office, xa01, xa02]) expect(summaries(where)).toHaveLength(1);
    expect(summaries(office)[0]).toContain('XA02');
    expect(summaries(xa01)[0]).not.toContain('XA02');
  });

  test('what is over takes no answers any more', async () => {
    const { asks, stage, world, hanh, chi, xa02, texts, last, part } = on;
    await asks(hanh, hanh, '/huy 1');
    await world.fastForward('30s');
    expect(texts(xa02).join('\n')).toContain('đã hủy, không cần làm nữa');
    await stage.says(chi, xa02, '#1 xong');
    expect(last(xa02)).toBe('Việc #1 đã hủy, không cần phản hồi.');
    expect((await part(1, 'XA02')).replies).toHaveLength(1);
  });
});
