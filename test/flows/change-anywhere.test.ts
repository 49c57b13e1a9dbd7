import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { onceEach } from '../harness/casts.js';
import { openTown, type Town } from './town.js';

const drill = (name: string) =>
  `/giao #xa hạn 17:00 30/11/2026\nDiễn tập ${name}\nMỗi xã cử 5 người tham gia.`;

/** What groups learn of a directive that is changed: in the message itself or in a new one, but once. */
describe.each(onceEach)('a directive that is changed on $title', (cast) => {
  let on: Town;
  beforeAll(async () => {
    on = await openTown(cast);
  });
  afterAll(() => on.world.stop());

  const says = async (text: string) => {
    const said = await on.asks(on.hanh, on.hanh, text);
    await on.world.fastForward('30s');
    return said;
  };
  const amends = async (text: string) => {
    const said = await on.amends(text);
    await on.world.fastForward('30s');
    return said;
  };
  /** What a group shows of a directive now, in any of its messages. */
  const about = (group: string, words: string) => on.texts(group).filter((text) => text.includes(words));

  test('is shown in its new wording to each group, once', async () => {
    const n = await on.give(drill('chữa cháy'));
    expect(await amends(`/sua ${n}\nhạn 17:00 01/12/2026\nDiễn tập cứu nạn\nMỗi xã cử 7 người.`)).toBe(
      `Đã sửa #${n}. Đang cập nhật 2 nhóm.\nHạn mới: 17:00 thứ Ba 01/12/2026 (trước đây: 17:00 thứ Hai 30/11/2026)`,
    );
    for (const group of [on.xa01, on.xa02]) {
      const [shown, ...more] = about(
        group,
        `#${n} · Việc cần làm · Sửa lần 1\nDiễn tập cứu nạn\n\nMỗi xã cử 7 người.`,
      );
      expect(shown).toContain('Hạn: 17:00 thứ Ba 01/12/2026');
      expect(more).toEqual([]);
    }
    expect(await says(`/sua ${n} Diễn tập cứu nạn`)).toContain(`Không có gì khác với #${n}`);
    await on.close(n);
  });

  test('stays as it is until the preview is taken, and where it is discarded', async () => {
    const n = await on.give(drill('di dân'));
    const before = [on.texts(on.xa01), on.texts(on.xa02)];
    const shown = await says(`/sua ${n} Diễn tập di rời\nMỗi xã cử 9 người.`);
    for (const words of ['XEM TRƯỚC – chưa sửa', `Sửa lần 1 của #${n}:`, 'Sẽ cập nhật 2 nhóm.'])
      expect(shown).toContain(words);
    await on.stage.chooses(on.hanh, on.hanh, 'Bỏ');
    expect(on.last(on.hanh)).toBe(`Đã bỏ, không sửa #${n}.`);
    await on.world.fastForward('1m');
    expect([on.texts(on.xa01), on.texts(on.xa02)]).toEqual(before);
    await on.close(n);
  });

  test('asks for the new wording when the command stands alone', async () => {
    const n = await on.give(drill('báo cháy'));
    expect(await says(`/amend ${n}`)).toContain(`Nội dung mới của #${n} Diễn tập`);
    expect(await amends('Diễn tập báo động')).toBe(`Đã sửa #${n}. Đang cập nhật 2 nhóm.`);
    expect(about(on.xa01, 'Diễn tập báo động\n\nMỗi xã cử 5 người tham gia.')).toHaveLength(1);
    await on.close(n);
  });

  test('has a new deadline for all, or for the one unit that was given more time', async () => {
    const n = await on.give(drill('sơ tán'));
    const before = on.texts(on.xa01).length;
    expect(await says(`/giahan ${n} XA02 17:00 02/12/2026`)).toBe(
      `Đã gia hạn #${n} cho XA02 Xã Bình Minh: 17:00 thứ Tư 02/12/2026.`,
    );
    expect(on.texts(on.xa01)).toHaveLength(before);
    expect(about(on.xa02, '17:00 thứ Tư 02/12/2026').length).toBeGreaterThan(0);
    expect(await says(`/extend ${n} 17:00 01/12/2026`)).toContain(`Đã gia hạn #${n}`);
    expect(about(on.xa01, '17:00 thứ Ba 01/12/2026').length).toBeGreaterThan(0);
    expect(await says(`/giahan ${n} 8:00 25/11/2026`)).toContain('Hạn mới phải sau hạn hiện nay');
    const due = async (unit: string) => (await on.part(n, unit)).dueAt?.toISOString();
    expect([await due('XA02'), (await on.part(n)).extended]).toEqual(['2026-12-02T10:00:00.000Z', true]);
    // All have the new deadline of the whole: only who has another one is named.
    const progress = await says(`/tiendo ${n}`);
    expect(progress).toContain('• XA02 Xã Bình Minh: được gia hạn đến 17:00 thứ Tư 02/12/2026');
    expect(progress.match(/được gia hạn đến/g)).toHaveLength(1);
    // So much more counts from the deadline that holds, for all and for the one unit.
    expect(await says(`/giahan ${n} thêm 2 ngày`)).toContain(
      `Đã gia hạn #${n} đến 17:00 thứ Năm 03/12/2026.`,
    );
    expect(await says(`/extend ${n} XA02 another day`)).toContain('17:00 thứ Sáu 04/12/2026');
    await on.close(n);
  });

  test('takes no change and no answer once it is closed, and groups are not written to for that', async () => {
    const n = await on.give(drill('cứu hộ'));
    const before = on.texts(on.xa01).length;
    expect(await says(`/dong ${n}`)).toContain(`Đã kết thúc #${n} ở`);
    for (const text of [
      `/dong ${n}`,
      `/sua ${n} Khác`,
      `/giahan ${n} 17:00 02/12/2026`,
      `/huy ${n}`,
      `/nhac ${n}`,
    ])
      expect(await says(text)).toBe(`#${n} đã kết thúc, không thay đổi được nữa.`);
    expect(on.texts(on.xa01)).toHaveLength(before);
    await on.says(on.binh, on.xa01, `#${n} xong`);
    expect(on.last(on.xa01)).toContain(`Việc #${n} đã kết thúc, không nhận phản hồi nữa.`);
  });

  test('is taken back by one word to each group when it is cancelled', async () => {
    const n = await on.give(drill('phòng dịch'));
    expect(await says(`/huy ${n}`)).toBe(`Đã hủy #${n}. Đang báo cho 2 nhóm.`);
    for (const group of [on.xa01, on.xa02])
      expect(about(group, `#${n} Diễn tập phòng dịch: đã hủy, không cần làm nữa.`)).toHaveLength(1);
  });

  test('is not for a member to change', async () => {
    const { asks, quang } = on;
    for (const text of ['/sua 1 Khác', '/giahan 1 17:00 02/12/2026', '/dong 1', '/huy 1', '/nhac 1'])
      expect(await asks(quang, quang, text)).toContain('chưa được phân quyền');
    expect(await says('/nhac 99')).toBe('Không có việc nào mang số #99. Gõ /tiendo để xem các việc đang mở.');
  });

  test('goes out at its time, once, also when the program was away then', async () => {
    const { stage, hanh, world, xa01 } = on;
    for (const [name, time] of [
      ['trực ban', '8:00 24/11/2026'],
      ['trực đêm', '9:00 24/11/2026'],
    ]) {
      await on.says(hanh, hanh, drill(name!));
      await stage.chooses(hanh, hanh, 'Hẹn giờ');
      await on.says(hanh, hanh, time!);
    }
    await world.until('2026-11-24T07:59');
    expect(about(xa01, 'trực')).toEqual([]);
    await world.until('2026-11-24T08:02');
    expect(about(xa01, 'Diễn tập trực ban')).toHaveLength(1);
    await world.restart('2026-11-24T10:00');
    await world.fastForward('1m');
    await world.restart();
    await world.fastForward('1m');
    expect(about(xa01, 'Diễn tập trực đêm')).toHaveLength(1);
  });
});
