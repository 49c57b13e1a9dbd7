import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parseContent } from '../../core/summary/content-schema.js';
import { postSummary } from '../../jobs/post-summary.js';
import { runTick } from '../../jobs/run-tick.js';
import { backends } from '../harness/database.js';
import type { Person } from '../harness/people.js';
import { startWorld, type World } from '../harness/world.js';

const tree = ['HUYEN UBND huyện', 'XA01 Xã An Bình under HUYEN', 'XA02 Xã Bình Minh under HUYEN'];

describe.each(backends)('the weekly summary on %s', (backend) => {
  let world: World;
  let hanh: Person;
  let office: number;
  let groups: Record<string, number>;
  const open = async (options: Parameters<typeof startWorld>[1] = {}) => {
    world = await startWorld(backend, { rate: 'off', ...options });
    hanh = await world.owner();
    office = await world.bindOffice(hanh);
    groups = await world.bindUnits(hanh, tree);
    await runTick(world.app.runtime);
  };
  const send = async (first: string, title: string) => {
    await world.says(hanh, hanh, `${first}\n${title}`);
    await world.presses(hanh, hanh, 'Gửi ngay');
  };
  const texts = (where: number) =>
    world
      .shown(where)
      .map(({ text }) => text)
      .filter((text) => text.startsWith('Tổng hợp'));
  const summaries = () => world.app.runtime.db.summary.findMany({ orderBy: { id: 'asc' } });
  const contentOf = (row: { content: unknown }) => parseContent(row.content);

  describe('over weeks with work', () => {
    beforeAll(() => open());
    afterAll(() => world.stop());

    test('goes to the offices whole and to each group in its part, Friday 16:00, once', async () => {
      await send('/giao XA01 XA02 hạn 17:00 25/11/2026', 'Kiểm tra kho vật tư');
      await send('/giao XA01 hạn 17:00 30/11/2026', 'Sửa đường liên thôn');
      await world.says(hanh, groups['XA01']!, '/baocao 1 đã xong');
      await world.says(hanh, groups['XA01']!, '/baocao 2 đang làm 40%, thiếu xe chở đá');
      await world.until('2026-11-27T15:59');
      expect(texts(office)).toEqual([]);
      await world.until('2026-11-28T09:00');
      expect(texts(office)).toHaveLength(1);
      expect(texts(office)[0]).toBe(
        [
          'Tổng hợp số 1 – tuần 48 (23/11–29/11/2026)',
          'UBND huyện Mẫu Sơn',
          'Số liệu từ 00:00 thứ Hai 23/11/2026 đến 16:00 thứ Sáu 27/11/2026.',
          '',
          '2 chỉ đạo, 2 đơn vị, 3 phần việc:',
          'Xong đúng hạn: 1 – 33%',
          'Xong muộn: 0',
          'Chưa xong, còn hạn: 1 – 33%',
          'Chưa xong, quá hạn: 1 – 33%',
          'Đúng hạn 50% số việc đã xong hoặc đã đến hạn.',
          '',
          'Quá hạn: XA02 (#1)',
          'Có vướng mắc: XA01 (#2)',
          'Chưa phản hồi: XA02 (#1)',
          'Gửi đi: 3 lượt = 3 đã nhận + 0 lỗi + 0 chưa rõ.',
          'Phản hồi: 2 = 2 tự đọc + 0 sửa tay + 0 chưa đọc được.',
        ].join('\n'),
      );
      expect(texts(groups['XA02']!)).toHaveLength(1);
      expect(texts(groups['XA02']!)[0]).toContain('1 việc của đơn vị:');
      expect(texts(groups['HUYEN']!)[0]).toContain('Kỳ này không có chỉ đạo nào.');
      const [row] = await summaries();
      const replies = await world.app.runtime.db.reply.findMany({ orderBy: { id: 'asc' } });
      expect(contentOf(row!).items.flatMap((item) => item.replies)).toEqual(replies.map(({ id }) => id));
    });

    test('late replies leave the frozen week alone and count in the next one', async () => {
      const [frozen] = await summaries();
      await world.says(hanh, groups['XA02']!, '/baocao 1 đã xong');
      await world.until('2026-12-04T16:01');
      const [again, next] = await summaries();
      expect(again!.content).toEqual(frozen!.content);
      expect(contentOf(next!).startsAt).toBe(contentOf(frozen!).endsAt);
      expect(texts(office).at(-1)).toContain(
        [
          'Xong đúng hạn: 0 (▼1)',
          'Xong muộn: 1 – 50% (▲1)',
          'Chưa xong, còn hạn: 0 (▼1)',
          'Chưa xong, quá hạn: 1 – 50% (không đổi)',
          'Trong ngoặc là so với tuần 48.',
        ].join('\n'),
      );
      expect(texts(office).at(-1)).toContain('Đính chính so với số 1: 1 mục.');
      await world.says(hanh, hanh, '/tonghop #1 chi tiết');
      expect(world.last(hanh).text).toContain('Tổng hợp chỉ đạo #1');
      expect(world.last(hanh).text).toContain('“đã xong”');
      await world.says(hanh, hanh, '/tonghop tuần 48');
      expect(world.last(hanh).text).toContain('Tổng hợp số 1 – tuần 48');
      expect(world.last(hanh).text).toContain('Chưa xong, quá hạn: 1');
    });

    test('a reply written before the post and received after it counts in the next week', async () => {
      await send('/giao XA01 hạn 17:00 14/12/2026', 'Kiểm kê tài sản');
      await world.until('2026-12-11T16:01');
      const { db } = world.app.runtime;
      await world.says(hanh, groups['XA01']!, '/baocao 3 đã xong');
      const written = new Date('2026-12-11T15:59:30+07:00');
      const directive = { number: 3 };
      await db.reply.updateMany({ where: { assignment: { directive } }, data: { receivedAt: written } });
      await db.assignment.updateMany({
        where: { directive },
        data: { answeredAt: written, acknowledgedAt: written, doneAt: written },
      });
      await world.until('2026-12-18T16:01');
      expect(texts(office).at(-1)).toMatch(/Xong đúng hạn: 1 – \d+% \(▲1\)/);
    });
  });

  describe('over weeks without', () => {
    beforeAll(() => open());
    afterAll(() => world.stop());

    test('two racing jobs and a third run post once', async () => {
      const key = 'weekly-summary:2026-W48';
      world.clock.moveTo(new Date('2026-11-27T16:00:00+07:00'));
      const { runtime } = world.app;
      const runs = await Promise.all([1, 2, 3].map(() => postSummary.run(runtime, key)));
      expect(runs.map(({ posted }) => posted).sort()).toEqual([0, 0, 1]);
      expect(await postSummary.run(runtime, key)).toEqual({ posted: 0 });
      await runTick(runtime);
      await world.settle();
      expect(texts(office)).toHaveLength(1);
      expect(await summaries()).toHaveLength(1);
    });

    test('a process that dies half-way leaves it to the next, which posts it once', async () => {
      await world.until('2026-12-04T15:59');
      const key = 'weekly-summary:2026-W49';
      const died = new Date('2026-12-04T16:00:00+07:00');
      world.clock.moveTo(died);
      await world.app.runtime.db.occurrence.update({
        where: { key },
        data: { claimedAt: died, attempts: 1 },
      });
      await world.restart();
      await runTick(world.app.runtime);
      await world.settle();
      expect(texts(office)).toHaveLength(1);
      await world.fastForward('2m');
      expect(texts(office)).toHaveLength(2);
      // Posted also where the week was empty.
      expect(texts(office)[1]).toContain('Kỳ này không có chỉ đạo nào.');
      expect(texts(groups['XA01']!)[1]).toContain('Kỳ này không có chỉ đạo nào.');
      await world.restart();
      await world.fastForward('1h');
      expect(texts(office)).toHaveLength(2);
    });

    test('slept through, it is posted late within three days and not in the night, then never', async () => {
      await world.app.stop();
      world.clock.moveTo(new Date('2026-12-12T23:00:00+07:00'));
      await world.restart();
      await world.until('2026-12-13T06:30');
      expect(texts(office)).toHaveLength(2);
      await world.until('2026-12-13T07:00');
      await world.fastForward('10s');
      expect(texts(office)).toHaveLength(3);
      await world.app.stop();
      world.clock.moveTo(new Date('2026-12-23T10:00:00+07:00'));
      await world.restart();
      await world.fastForward('1m');
      await world.fastForward('1m');
      expect(texts(office)).toHaveLength(3);
      const outcomes = await world.app.runtime.db.occurrence.findMany({ orderBy: { dueAt: 'asc' } });
      expect(outcomes.map(({ outcome }) => outcome)).toEqual(['posted', 'posted', 'posted', 'skipped', null]);
    });
  });

  test('a bare "received" hides no progress, also in a past week; unread words are quoted, not called silence', async () => {
    await open({ now: '2026-11-21T08:00', settings: { SUMMARY_KINDS: 'year' } });
    await send('/giao XA01 XA02 hạn 17:00 30/11/2026', 'Sửa đường liên thôn');
    await world.says(hanh, groups['XA01']!, '/baocao 1 đã làm 70%, khó khăn: thiếu xe chở đá');
    await world.says(hanh, groups['XA01']!, '/baocao 1 đã nhận');
    await world.says(hanh, groups['XA02']!, '/baocao 1 trời hôm nay đẹp');
    const isTold = (text: string) => {
      expect(text).toContain('– XA01 #1: thiếu xe chở đá');
      expect(text).toContain('XA01 (đang làm 70%), XA02 (phản hồi chưa đọc được)');
      expect(text).toContain('– XA01: “đã làm 70%”\n– XA02: “trời hôm nay đẹp”');
      expect(text).toContain('Phản hồi chưa đọc được: XA02 (#1)');
      expect(text).not.toContain('Chưa phản hồi');
    };
    await world.says(hanh, hanh, '/tonghop chi tiết');
    isTold(world.last(hanh).text);
    await world.until('2026-11-23T08:00');
    for (const code of ['XA01', 'XA02']) await world.says(hanh, groups[code]!, '/baocao 1 đã xong');
    await world.says(hanh, hanh, '/tonghop tuần trước chi tiết');
    isTold(world.last(hanh).text);
    await world.says(hanh, hanh, '/tonghop XA77');
    expect(world.last(hanh).text).toBe('Không có đơn vị nào có mã XA77. Hãy xem lại mã.');
    await world.says(hanh, hanh, '/tonghop tuần sau');
    expect(world.last(hanh).text).toBe('Kỳ tuần 49 chưa tới nên chưa có số liệu.');
    await world.stop();
  });
});
