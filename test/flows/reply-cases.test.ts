import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { backends } from '../harness/database.js';
import { openCommunes, type Communes } from './communes.js';

describe.each(backends)('special replies on %s', (backend) => {
  let on: Communes;
  beforeAll(async () => {
    on = await openCommunes(backend);
  });
  afterAll(() => on.world.stop());

  test('figures: read with their bounds, asked again in a friendly way, added up', async () => {
    const { world, hanh, binh, chi, xa02, db, give, close, at, answer, last } = on;
    const n = await give('/solieu #xa hạn 17:00 30/11/2026', 'Số lớp học bị ngập\nsố lớp 0..50');
    expect((await db().directive.findUniqueOrThrow({ where: { number: n } })).answer).toMatchObject({
      max: 50,
    });
    await answer(binh, n, '60');
    expect(last()).toBe(`Số liệu cho #${n} lớn hơn mức cho phép. Hãy gửi một con số từ 0 đến 50.`);
    await world.says(binh, on.xa01, `#${n} -3`);
    expect(last()).toBe(`Số liệu cho #${n} nhỏ hơn mức cho phép. Hãy gửi một con số từ 0 đến 50.`);
    await answer(binh, n, '15 lớp');
    expect(last()).toBe(`Đã ghi: #${n} – 15 lớp. Nếu sai, hãy trả lời tin này kèm số đúng.`);
    await answer(binh, n, '16');
    expect(await at(n)).toMatchObject({ state: 'done', value: { type: 'number', number: 16 } });
    await world.says(binh, on.xa01, '/viec');
    expect(last()).toContain('Số lớp học bị ngập · 16 lớp');
    await world.says(chi, xa02, `#${n} 4`);
    await world.says(hanh, hanh, `/tiendo ${n}`);
    expect(last(hanh)).toContain('Tổng: 20 lớp (2 đơn vị đã gửi)');
    expect(last(hanh)).toContain('• XA01 Xã An Bình: 16 lớp');
    await close(n);
  });

  test('a photo, a photo without words, and an album: the words of one picture stand for all', async () => {
    const { world, binh, chi, xa01, messageOf, task, close, at, last } = on;
    const n = await task();
    await world.says(binh, xa01, `#${n} xong`, { photo: true });
    expect((await at(n)).replies[0]!.attachments).toMatchObject([{ kind: 'photo', channel: 'telegram' }]);
    const count = world.shown(xa01).length;
    await world.says(binh, xa01, '', { photo: true, replyTo: messageOf(n).id });
    expect(world.shown(xa01)).toHaveLength(count);
    await world.says(chi, xa01, '', { photo: true, replyTo: messageOf(n).id });
    expect(last()).toMatch(`Chưa rõ tình hình #${n}`);
    await world.says(chi, xa01, '', { photo: true, replyTo: messageOf(n).id });
    const { state, replies } = await at(n);
    expect(state).toBe('done');
    expect(replies.map(({ state: read }) => read)).toEqual(['read', 'read', 'asked', 'read']);
    expect(replies.every(({ attachments }) => (attachments as unknown[]).length === 1)).toBe(true);
    await close(n);
  });

  test('questions and requests for more time reach the issuer, and the unit is told', async () => {
    const { hanh, binh, task, close, at, answer, last } = on;
    const n = await task();
    await answer(binh, n, 'nộp theo mẫu nào ạ?');
    expect(last()).toBe(`Câu hỏi về #${n} đã được chuyển tới người giao việc.`);
    expect(last(hanh)).toBe(`XA01 Xã An Bình hỏi về #${n}: “nộp theo mẫu nào ạ?”`);
    await answer(binh, n, 'đang làm, xin gia hạn đến thứ 4');
    expect(last()).toBe(
      `Đã ghi: #${n} – đang làm.\nĐề nghị gia hạn #${n} đã được chuyển tới người giao việc.`,
    );
    expect(last(hanh)).toContain(`XA01 Xã An Bình xin gia hạn #${n}`);
    expect((await at(n)).replies.map(({ status }) => status)).toEqual([null, 'in_progress']);
    await close(n);
  });

  test('a number that no directive can have is never taken for another one', async () => {
    const { world, binh, xa01, task, close, at, last } = on;
    const n = await task();
    for (const text of ['#0 xong', '#99999999999999999999 xong', '/baocao 2147483648 xong']) {
      await world.says(binh, xa01, text);
      expect(last()).toMatch(/^Không có việc #\d+\. Gõ \/viec/);
    }
    expect((await at(n)).replies).toEqual([]);
    await close(n);
  });

  test('who may not answer is told so in one sentence, and nothing is stored', async () => {
    const { world, binh, chi, xa01, xa02, give, close, at, press, last } = on;
    const n = await give('/giao XA02 hạn 17:00 30/11/2026');
    await world.says(binh, xa01, `#${n} xong`);
    expect(last()).toBe(`Việc #${n} không giao cho đơn vị này.`);
    const { id } = await at(n, 'XA02');
    const forge = async (data: string) => {
      const message = world.shown(xa01).findLast(({ buttons }) => buttons.length > 0)!;
      const shown = await world.telegram.presses({
        chat: xa01,
        from: binh.id,
        message: message.id,
        data,
        forged: true,
      });
      await world.settle();
      return shown?.text;
    };
    expect(await forge(`answer:${id}:done`)).toMatch(`Việc #${n} thuộc đơn vị khác`);
    for (const data of [
      'answer:999999:done',
      `answer:${id}:paid`,
      'answer',
      'status:999999:done',
      'fix:0',
      'pick:1:x',
    ])
      expect(await forge(data)).toMatch('Nút này không còn dùng được');
    expect((await at(n, 'XA02')).replies).toEqual([]);

    expect(await press(chi, n, 'Xong', xa02)).toBe('Đã ghi nhận: Xong.');
    await close(n);
    expect(await press(chi, n, 'Vướng', xa02)).toBe(`Việc #${n} đã kết thúc, không nhận phản hồi nữa.`);
    await world.says(chi, xa02, `/baocao ${n} đang làm`);
    expect(last(xa02)).toBe(`Việc #${n} đã kết thúc, không nhận phản hồi nữa.`);
    expect((await at(n, 'XA02')).replies).toHaveLength(1);
  });

  test('an anonymous admin writes for the unit, and presses as the person they are', async () => {
    const { world, hanh, xa01, task, close, at, press } = on;
    const n = await task();
    await world.says(hanh, xa01, `#${n} đang làm`, { anonymous: true });
    expect(await at(n)).toMatchObject({ state: 'in_progress', replies: [{ personId: null }] });
    await press(hanh, n, 'Xong');
    expect((await at(n)).replies[1]!.personId).not.toBeNull();
    await close(n);
  });

  test('a lead answers in private for the unit, an admin with the unit’s code, others do not', async () => {
    const { world, hanh, binh, task, close, at, last } = on;
    const n = await task();
    await world.says(binh, binh, `/baocao ${n} xong`);
    expect(last(binh)).toMatch('mã đơn vị');
    await world.says(binh, binh, `/baocao ${n} XA01 xong`);
    expect(last(binh)).toMatch('chưa được phân quyền');
    await on.makeLead(binh, 'XA01');
    await world.says(binh, binh, `/baocao ${n} đã làm 40%`);
    expect((await at(n)).percent).toBe(40);
    expect(last(binh)).toBe(`Đã ghi: #${n} XA01 – đang làm 40%.`);
    await world.says(binh, binh, `/baocao ${n} XA99 xong`);
    expect(last(binh)).toBe('Không có đơn vị nào có mã XA99.');
    await world.says(binh, binh, 'xong hết rồi');
    expect(last(binh)).toMatch(/^Bot chưa hiểu tin này nên chưa ghi gì/);
    expect((await at(n)).percent).toBe(40);
    await world.says(binh, binh, '/viec');
    expect(last(binh)).toMatch(new RegExp(`#${n} Rà soát cống thoát nước · còn \\d+ ngày · đang làm 40%`));
    expect(await world.presses(binh, binh, `#${n} Xong`)).toBe('Đã ghi nhận: Xong.');
    await world.says(hanh, hanh, `/report ${n} XA02 vướng vì mất điện`);
    expect(await at(n, 'XA02')).toMatchObject({ state: 'blocked' });
    await close(n);
  });

  test('late answers are taken, and said to be late once', async () => {
    const { world, hanh, binh, chi, xa01, xa02, give, close, press, last } = on;
    const n = await give('/giao #xa hạn 10:00 24/11/2026');
    await world.says(chi, xa02, `#${n} xong`);
    await world.until('2026-11-24T12:05');
    expect(await press(binh, n, 'Đang làm')).toBe('Đã ghi nhận: Đang làm (muộn 2 giờ).');
    await world.says(binh, xa01, `#${n} xong`);
    expect(last()).toBe(`Đã ghi: #${n} – đã xong.`);
    await world.says(hanh, hanh, `/tiendo ${n}`);
    expect(last(hanh)).toBe(
      [
        `#${n} Rà soát cống thoát nước`,
        'quá hạn 2 giờ',
        '2/2 đã hoàn thành · 1 đúng hạn, 1 muộn',
        '',
        'Hoàn thành đúng hạn (1)',
        'XA02 Xã Bình Minh',
        '',
        'Hoàn thành muộn (1)',
        '• XA01 Xã An Bình: muộn 2 giờ',
      ].join('\n'),
    );
    await close(n);
  });
});
