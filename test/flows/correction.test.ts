import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { onceEach } from '../harness/casts.js';
import { openTown, type Town } from './town.js';

describe.each(onceEach)('what an admin corrects on $title', (cast) => {
  let on: Town;
  const asks = (text: string) => on.asks(on.hanh, on.hanh, text);
  /** What stands in a group's newest message, without the line on how to be heard there. */
  const last = (where = on.xa01) => on.last(where).split('\nTrong nhóm này')[0];
  beforeAll(async () => {
    on = await openTown(cast);
  });
  afterAll(() => on.world.stop());

  test('an answer that was phoned in counts for the unit, and its group hears it', async () => {
    const { stage, binh, xa01, task, part, close } = on;
    const n = await task();
    expect(await asks(`/ghithay ${n} XA01 xong lúc 7:30`)).toBe(
      `Đã ghi thay XA01 Xã An Bình: #${n} – đã xong (trước đó: chưa trả lời).`,
    );
    expect(last()).toBe(`Quản trị đã ghi thay đơn vị: #${n} – đã xong. Nếu chưa đúng, hãy trả lời tin này.`);
    const { state, doneAt, nextReminderAt } = await part(n);
    expect([state, doneAt?.toISOString(), nextReminderAt]).toEqual([
      'done',
      '2026-11-23T00:30:00.000Z',
      null,
    ]);
    // Another word in its place, then none: the unit owes an answer again and is reminded.
    await asks(`/answer ${n} XA01 đang làm 40%`);
    expect(await part(n)).toMatchObject({ state: 'in_progress', percent: 40, doneAt: null });
    expect(await asks(`/ghithay ${n} XA01 xóa`)).toContain('chưa trả lời (trước đó: đang làm 40%)');
    expect(await part(n)).toMatchObject({ state: 'waiting', answeredAt: null });
    expect((await part(n)).nextReminderAt).not.toBeNull();
    expect(await asks(`/ghithay ${n} XA01 trời hôm nay đẹp quá`)).toContain('Chưa đọc được câu trả lời');
    expect(await asks(`/ghithay ${n} XA01 xong lúc 23:00`)).toContain('Giờ này chưa đến');
    // The unit speaks last, and the log keeps who entered what.
    await stage.answers(binh, xa01, n, 'Xong');
    expect(await part(n)).toMatchObject({ state: 'done' });
    expect(await asks(`/nhatky ${n} XA01`)).toBe(
      [
        `Nhật ký #${n} Rà soát cống thoát nước – XA01`,
        '',
        '23/11/2026',
        '08:00 Hạnh: ghi thay XA01: chưa trả lời → đã xong',
        '08:00 Hạnh: ghi thay XA01: đã xong → đang làm 40%',
        '08:00 Hạnh: ghi thay XA01: đang làm 40% → chưa trả lời',
      ].join('\n'),
    );
    await close(n);
  });

  test('only who may correct does, and only where the unit was asked', async () => {
    const { people, hanh, binh, task, close } = on;
    const n = await task();
    await on.says(binh, binh, `/start ${await people.inviteCode(hanh, 'lead XA01')}`);
    for (const text of [`/ghithay ${n} XA01 xong`, `/nhatky ${n}`])
      expect(await on.asks(binh, binh, text)).toContain('chưa được phân quyền');
    expect(await asks(`/ghithay ${n} HUYEN xong`)).toBe(`Việc #${n} không giao cho HUYEN.`);
    await asks(`/huy ${n}`);
    expect(await asks(`/ghithay ${n} XA01 xong`)).toContain('đã hủy');
    await close(n);
  });

  test('several units at once are all taken, for an answer and for an excuse', async () => {
    const { task, part, close } = on;
    const n = await task();
    const said = await asks(`/ghithay ${n} XA01, XA02 xong`);
    expect(said.split('\n')).toEqual([
      `Đã ghi thay XA01 Xã An Bình: #${n} – đã xong (trước đó: chưa trả lời).`,
      `Đã ghi thay XA02 Xã Bình Minh: #${n} – đã xong (trước đó: chưa trả lời).`,
    ]);
    expect(await part(n, 'XA02')).toMatchObject({ state: 'done' });
    await asks(`/mien ${n} XA02 lũ`);
    expect((await asks(`/mien ${n} XA01 và XA02 lũ`)).split('\n')).toEqual([
      expect.stringContaining(`Đã miễn #${n} cho XA01 Xã An Bình: lũ.`),
      `XA02 đã được miễn #${n} rồi.`,
    ]);
    expect(await asks(`/mien ${n} XA01 XA99 lũ`)).toContain('Không có đơn vị nào mang mã XA99');
    await asks(`/mien ${n} xa01 xa02 thôi`);
    for (const code of ['XA01', 'XA02']) expect(await part(n, code)).toMatchObject({ excused: false });
    await close(n);
  });

  test('an excused unit is not reminded and not counted, until that is taken back', async () => {
    const { world, task, part, close, xa02 } = on;
    const n = await task();
    expect(await asks(`/mien ${n} XA02 mất điện cả tuần`)).toContain('Đã miễn');
    expect(last(xa02)).toBe(`#${n}: đơn vị được miễn: mất điện cả tuần. Không cần trả lời nữa.`);
    expect(await part(n, 'XA02')).toMatchObject({ excused: true, nextReminderAt: null });
    expect(await asks(`/mien ${n} XA02`)).toBe(`XA02 đã được miễn #${n} rồi.`);
    const progress = await asks(`/tiendo ${n}`);
    expect(progress).toContain('0/1 đã hoàn thành');
    expect(progress).toContain('Được miễn (1)\nXA02 Xã Bình Minh');
    const summary = await asks('/tonghop');
    expect(summary).toContain(`Được miễn: XA02 (#${n})`);
    expect(summary).toContain(`Chưa phản hồi: XA01 (#${n})`);
    // Two admins at once: once.
    await Promise.all([asks(`/mien ${n} XA02 thôi`), asks(`/mien ${n} XA02 thôi`)]);
    await world.fastForward('30s');
    expect(last(xa02)).toContain('không còn được miễn');
    expect((await part(n, 'XA02')).nextReminderAt).not.toBeNull();
    const log = await asks(`/log ${n}`);
    expect(log).toContain('Hạnh: miễn cho XA02: mất điện cả tuần');
    expect(log.match(/thôi miễn cho XA02/g)).toHaveLength(1);
    await close(n);
  });

  test('work that was sent twice counts once, with what was answered to either', async () => {
    const { says, binh, chi, xa01, xa02, task, give, part, db } = on;
    const first = await task();
    const second = await task();
    await says(binh, xa01, `#${second} xong`);
    await says(chi, xa02, `#${first} đang làm`);
    expect(await asks(`/gop ${second} ${first}`)).toBe(
      `Đã gộp #${second} vào #${first}: chuyển 1 phản hồi, đang báo cho 2 nhóm.`,
    );
    expect(await part(first)).toMatchObject({ state: 'done' });
    expect(await part(first, 'XA02')).toMatchObject({ state: 'in_progress' });
    expect(await part(second)).toMatchObject({ state: 'waiting', cancelled: true, replies: [] });
    expect(last()).toContain(`#${second} trùng với #${first} nên đã gộp làm một.`);
    await says(binh, xa01, `#${second} xong`);
    expect(last()).toBe(`Việc #${second} đã gộp vào #${first}. Hãy trả lời cho #${first}.`);
    expect(await asks(`/gop ${first} ${second}`)).toContain('đã hủy');
    const other = await give('/giao XA01 HUYEN hạn 17:00 30/11/2026\nRà soát cống thoát nước');
    expect(await asks(`/gop ${other} ${first}`)).toContain('(HUYEN)');
    const figures = await give('/solieu #xa hạn 17:00 30/11/2026\nRà soát cống thoát nước');
    expect(await asks(`/gop ${figures} ${first}`)).toContain('không cùng loại');
    // The issuer and the log say the same.
    expect(await asks(`/nhatky ${first}`)).toContain(`Hạnh: gộp #${second} vào #${first}, chuyển 1 phản hồi`);
    const open = await db().directive.count({ where: { mergedIntoId: { not: null } } });
    expect(open).toBe(1);
  });

  test('more time that a unit was given is not needed where there is no deadline to merge into', async () => {
    const { task, give } = on;
    const undated = await give('/giao #xa\nRà soát cống thoát nước');
    const dated = await task();
    await asks(`/giahan ${dated} XA01 17:00 2/12/2026`);
    expect(await asks(`/gop ${dated} ${undated}`)).toContain(`Đã gộp #${dated} vào #${undated}`);
    expect(await on.part(undated)).toMatchObject({ dueAt: null, extended: false });
  });

  test('every change of a directive stands in its log', async () => {
    const { task } = on;
    const n = await task();
    await asks(`/giahan ${n} XA02 17:00 2/12/2026`);
    await asks(`/giahan ${n} 17:00 1/12/2026`);
    await on.amends(`/sua ${n} Rà soát cống và rãnh`);
    await asks(`/nhac ${n}`);
    await asks(`/dong ${n}`);
    const log = await asks(`/nhatky ${n}`);
    for (const line of [
      'gửi tới 2 đơn vị',
      'gia hạn cho XA02: 17:00 30/11/2026 → 17:00 02/12/2026',
      'gia hạn cho tất cả: 17:00 30/11/2026 → 17:00 01/12/2026',
      'sửa tên việc “Rà soát cống thoát nước” → “Rà soát cống và rãnh”',
      'nhắc 2 nhóm',
      'kết thúc',
    ])
      expect(log).toContain(line);
    expect(await asks('/nhatky')).toContain(`#${n}, Hạnh: kết thúc`);
    expect(await asks('/nhatky XA01')).toContain('gắn nhóm XA01');
  });
});
