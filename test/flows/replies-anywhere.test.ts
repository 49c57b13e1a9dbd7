import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { onceEach } from '../harness/casts.js';
import { lastOf } from '../harness/stage.js';
import { openTown, type Town } from './town.js';

/** What replies come to is the same wherever they are said; buttons, reactions and edits are told in replies.test.ts. */
describe.each(onceEach)('replies on $title', (cast) => {
  let on: Town;
  beforeAll(async () => {
    on = await openTown(cast);
  });
  afterAll(() => on.world.stop());
  const first = (where = on.xa01) => on.last(where).split('\n')[0];

  test('a reply to the message is read, and kept beside the words', async () => {
    const { binh, task, answer, part, close } = on;
    const n = await task();
    const id = await answer(binh, n, 'đã làm 70%, thiếu xe chở');
    expect(first()).toMatch(new RegExp(`^Đã ghi: #${n} – đang làm 70%: .*thiếu xe chở\\.$`));
    const { state, percent, replies } = await part(n);
    expect({ state, percent }).toEqual({ state: 'in_progress', percent: 70 });
    expect(replies).toHaveLength(1);
    expect(replies[0]).toMatchObject({
      ...{ text: 'đã làm 70%, thiếu xe chở', source: 'text', state: 'read', percent: 70 },
      ...{ directiveVersion: 1, messageId: id },
    });
    await close(n);
  });

  test('codes, commands and several codes in one message', async () => {
    const { says, binh, xa01, task, part, close, last } = on;
    const [one, two] = [await task(), await task()];
    await says(binh, xa01, `#${one} xong, #${two} 12/15`);
    expect(last(xa01)).toContain(`Đã ghi: #${one} – đã xong.\nĐã ghi: #${two} – đang làm 12/15.`);
    expect([(await part(one)).state, (await part(two)).doneCount]).toEqual(['done', 12]);
    await says(binh, xa01, `/baocao ${two} đã làm 90%`);
    expect(await part(two)).toMatchObject({ percent: 90, doneCount: null });
    await says(binh, xa01, `/report #${two} xong`);
    expect((await part(two)).state).toBe('done');
    await says(binh, xa01, `#${one} vẫn đang làm`);
    expect(await part(one)).toMatchObject({ state: 'in_progress', doneAt: null });
    for (const text of ['#0 xong', '#99999999999999999999 xong', '/baocao 2147483648 xong']) {
      await says(binh, xa01, text);
      expect(first()).toMatch(/^Không có việc #\d+\. Gõ \/viec/);
    }
    expect((await part(two)).replies).toHaveLength(3);
    await close(one);
    await close(two);
  });

  test('words that name no directive: the one that is open, else asked back with the open ones', async () => {
    const { stage, says, binh, xa01, task, part, close } = on;
    await says(binh, xa01, 'xong rồi');
    expect(first()).toBe('Đơn vị hiện không có việc nào đang mở.');
    const one = await task();
    await says(binh, xa01, 'đã làm 20%');
    expect((await part(one)).percent).toBe(20);
    const two = await task();
    await says(binh, xa01, 'đã làm 60%');
    expect(first()).toContain('Anh/chị trả lời cho việc nào?');
    const label = stage.platform === 'zalo' ? `#${two} Rà soát cống thoát nước` : `#${two}`;
    await stage.chooses(binh, xa01, label);
    expect(first()).toBe(`Đã ghi: #${two} – đang làm 60%.`);
    expect([(await part(one)).percent, (await part(two)).percent]).toEqual([20, 60]);
    expect((await part(two)).replies[0]).toMatchObject({
      text: expect.stringContaining('đã làm 60%') as string,
      state: 'read',
      version: 2,
    });
    await close(one);
    await close(two);
  });

  test('what can’t be read is asked back once, and shown as unread until somebody says', async () => {
    const { stage, asks, hanh, binh, chi, xa01, task, answer, part, close } = on;
    const n = await task();
    await answer(binh, n, 'chiều nay họp thôn');
    expect(first()).toMatch(`Chưa rõ tình hình #${n}`);
    await answer(chi, n, 'trời hôm nay đẹp');
    expect(on.texts(xa01).filter((text) => text.includes(`Chưa rõ tình hình #${n}`))).toHaveLength(1);
    expect((await part(n)).replies.map(({ state }) => state)).toEqual(['asked', 'unread']);
    expect((await part(n)).answeredAt).toBeNull();
    expect(await asks(hanh, hanh, `/tiendo ${n}`)).toContain(
      'Phản hồi chưa đọc được (1)\n• XA01 Xã An Bình: “trời hôm nay đẹp”',
    );
    await stage.chooses(binh, xa01, 'Đang làm');
    expect(first()).toBe(`Đã ghi: #${n} – đang làm.`);
    expect(await part(n)).toMatchObject({ state: 'in_progress', replies: [{ state: 'corrected' }, {}] });
    expect(await asks(hanh, hanh, `/tiendo ${n}`)).toContain('còn 1 phản hồi chưa đọc được');
    // What the unit says then makes it needless to look at.
    await answer(chi, n, 'xong');
    const done = await asks(hanh, hanh, `/tiendo ${n}`);
    expect(done).toContain('XA01 Xã An Bình');
    expect(done).not.toContain('chưa đọc được');
    await close(n);
  });

  test('figures: read with their bounds, asked again in a friendly way, added up', async () => {
    const { give, says, asks, hanh, binh, chi, xa01, xa02, answer, part, close } = on;
    const n = await give('/solieu #xa hạn 17:00 30/11/2026\nSố lớp học bị ngập\nsố lớp 0..50');
    await answer(binh, n, '60');
    expect(first()).toBe(`Số liệu cho #${n} lớn hơn mức cho phép. Hãy gửi một con số từ 0 đến 50.`);
    await says(binh, xa01, `#${n} -3`);
    expect(first()).toBe(`Số liệu cho #${n} nhỏ hơn mức cho phép. Hãy gửi một con số từ 0 đến 50.`);
    await answer(binh, n, '15 lớp');
    expect(first()).toBe(`Đã ghi: #${n} – 15 lớp. Nếu sai, hãy trả lời tin này kèm số đúng.`);
    await answer(binh, n, '16');
    expect(await part(n)).toMatchObject({ state: 'done', value: { type: 'number', number: 16 } });
    expect(await asks(binh, xa01, '/viec')).toContain('Số lớp học bị ngập · 16 lớp');
    await says(chi, xa02, `#${n} 4`);
    const progress = await asks(hanh, hanh, `/tiendo ${n}`);
    expect(progress).toContain('Tổng: 20 lớp (2 đơn vị đã gửi)');
    expect(progress).toContain('• XA01 Xã An Bình: 16 lớp');
    await close(n);
  });

  test('questions and requests for more time reach the issuer, and the unit is told', async () => {
    const { stage, says, asks, hanh, binh, task, answer, part, close, last, xa01 } = on;
    const n = await task();
    const hears = cast.platform !== 'zalo';
    const how = hears
      ? '\nTrả lời (reply) tin này, bot sẽ chuyển lời tới nơi đã hỏi.'
      : `\nĐể trả lời, hãy gõ: /traloi ${n} XA01 rồi đến nội dung.`;
    await answer(binh, n, 'nộp theo mẫu nào ạ?');
    expect(first()).toBe(`Câu hỏi về #${n} đã được chuyển tới người giao việc.`);
    expect(last(hanh)).toBe(`XA01 Xã An Bình hỏi về #${n}: “nộp theo mẫu nào ạ?”${how}`);
    const asked = lastOf(stage, hanh).id;
    if (hears) {
      await stage.says(hanh, hanh, 'Theo mẫu 02 gửi kèm nhé.', { replyTo: asked });
      expect(last(hanh)).toBe(`Đã chuyển câu trả lời về #${n} tới XA01.`);
      expect(last(xa01)).toBe(`Trả lời câu hỏi về #${n}:\nTheo mẫu 02 gửi kèm nhé.`);
    }
    expect(await asks(hanh, hanh, `/traloi ${n} XA02 nộp ở xã`)).toBe(`XA02 không có câu hỏi nào về #${n}.`);
    expect(await asks(hanh, hanh, `/traloi ${n}`)).toContain(`ví dụ: /traloi 12 XA01 theo mẫu 02.`);
    expect(await asks(hanh, hanh, `/traloi ${n} xa01: Theo mẫu 03.`)).toBe(
      `Đã chuyển câu trả lời về #${n} tới XA01.`,
    );
    expect(last(xa01)).toBe(`Trả lời câu hỏi về #${n}:\nTheo mẫu 03.`);
    await says(binh, xa01, `/baocao ${n} nộp ở đâu ạ?`);
    expect(last(hanh)).toBe(`XA01 Xã An Bình hỏi về #${n}: “nộp ở đâu ạ?”${how}`);
    await says(hanh, hanh, `/tiendo ${n}`);
    expect(last(hanh)).toContain('XA01 Xã An Bình: hỏi: “nộp ở đâu ạ?”');
    await answer(binh, n, 'đang làm, xin gia hạn đến thứ 4');
    expect(last(xa01)).toContain(
      `Đã ghi: #${n} – đang làm.\nĐề nghị gia hạn #${n} đã được chuyển tới người giao việc.`,
    );
    expect(last(hanh)).toContain(`XA01 Xã An Bình xin gia hạn #${n}`);
    expect((await part(n)).replies.map(({ status }) => status)).toEqual([null, null, 'in_progress']);
    await close(n);
  });

  test('a lead answers in private for the unit, an admin with the unit’s code, others do not', async () => {
    const { people, asks, hanh, binh, task, part, close } = on;
    const n = await task();
    expect(await asks(binh, binh, `/baocao ${n} xong`)).toMatch('mã đơn vị');
    expect(await asks(binh, binh, `/baocao ${n} XA01 xong`)).toMatch('chưa được phân quyền');
    await asks(binh, binh, `/start ${await people.inviteCode(hanh, 'lead XA01')}`);
    expect(await asks(binh, binh, `/baocao ${n} đã làm 40%`)).toBe(`Đã ghi: #${n} XA01 – đang làm 40%.`);
    expect((await part(n)).percent).toBe(40);
    expect(await asks(binh, binh, `/baocao ${n} XA99 xong`)).toBe(
      'Không có đơn vị nào có mã XA99. Hãy xem lại mã.',
    );
    expect(await asks(binh, binh, 'xong hết rồi')).toMatch(/^Bot chưa hiểu tin này nên chưa ghi gì/);
    expect(await asks(binh, binh, '/viec')).toMatch(
      new RegExp(`#${n} Rà soát cống thoát nước · còn \\d+ ngày · đang làm 40%`),
    );
    await on.stage.chooses(binh, binh, `#${n} Xong`);
    expect((await part(n)).state).toBe('done');
    await asks(hanh, hanh, `/report ${n} XA02 vướng vì mất điện`);
    expect(await part(n, 'XA02')).toMatchObject({ state: 'blocked' });
    await close(n);
  });

  test('late answers are taken, and said to be late once', async () => {
    const { world, give, asks, hanh, binh, chi, xa01, xa02, close } = on;
    const n = await give('/giao #xa hạn 10:00 24/11/2026\nRà soát cống thoát nước');
    await asks(chi, xa02, `#${n} xong`);
    await world.until('2026-11-24T12:05');
    await asks(binh, xa01, `#${n} đã làm 50%`);
    expect(first()).toBe(`Đã ghi: #${n} – đang làm 50%. Muộn 2 giờ so với hạn.`);
    await asks(binh, xa01, `#${n} xong`);
    expect(first()).toBe(`Đã ghi: #${n} – đã xong.`);
    const progress = (await asks(hanh, hanh, `/tiendo ${n}`)).split('\n');
    expect(progress.slice(1, 3)).toEqual(['quá hạn 2 giờ', '2/2 đã hoàn thành · 1 đúng hạn, 1 muộn']);
    expect(progress).toContain('• XA01 Xã An Bình: muộn 2 giờ');
    await close(n);
  });

  test('what is for another unit, or over, is told in one sentence, and nothing is stored', async () => {
    const { give, asks, binh, chi, xa01, xa02, part, close } = on;
    const n = await give('/giao XA02 hạn 17:00 30/11/2026\nKiểm kê vật tư');
    await asks(binh, xa01, `#${n} xong`);
    expect(first()).toBe(`Việc #${n} không giao cho đơn vị này. Gõ /viec để xem việc của đơn vị.`);
    expect((await part(n, 'XA02')).replies).toEqual([]);
    await close(n);
    await asks(chi, xa02, `/baocao ${n} đang làm`);
    expect(first(xa02)).toBe(`Việc #${n} đã kết thúc, không nhận phản hồi nữa.`);
    expect((await part(n, 'XA02')).replies).toEqual([]);
  });
});
