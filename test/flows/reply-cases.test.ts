import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { backends } from '../harness/database.js';
import { openCommunes, type Communes } from './communes.js';

describe.each(backends)('special replies on %s', (backend) => {
  let on: Communes;
  beforeAll(async () => {
    on = await openCommunes(backend);
  });
  afterAll(() => on.world.stop());

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

  test('who may not answer is told so in one sentence, and nothing is stored', async () => {
    const { world, binh, chi, xa01, xa02, give, close, at, press } = on;
    const n = await give('/giao XA02 hạn 17:00 30/11/2026');
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
      expect(await forge(data)).toMatch('Lựa chọn này không còn dùng được');
    expect((await at(n, 'XA02')).replies).toEqual([]);

    expect(await press(chi, n, 'Xong', xa02)).toBe('Đã ghi nhận: Xong.');
    await close(n);
    expect(await press(chi, n, 'Vướng', xa02)).toBe(`Việc #${n} đã kết thúc, không nhận phản hồi nữa.`);
    expect((await at(n, 'XA02')).replies).toHaveLength(1);
  });

  test('what another unit of its kind did is not taken for its own', async () => {
    const { answer, binh, task, close, at, last } = on;
    const n = await task();
    await answer(binh, n, 'xã Bình Minh rà xong rồi');
    expect(last()).toMatch(`Chưa rõ tình hình #${n}`);
    expect((await at(n)).state).toBe('waiting');
    await answer(binh, n, 'xã An Bình rà xong rồi');
    expect((await at(n)).state).toBe('done');
    await close(n);
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

  test('a late press is said to be late', async () => {
    const { world, binh, give, close, press } = on;
    const n = await give('/giao #xa hạn 10:00 24/11/2026');
    await world.until('2026-11-24T12:05');
    expect(await press(binh, n, 'Đang làm')).toBe('Đã ghi nhận: Đang làm (muộn 2 giờ).');
    await close(n);
  });

  test('a named day is a plan until it has been; an edit is read as of its own day', async () => {
    const { world, binh, xa01, answer, give, close, at } = on;
    const n = await give('/giao #xa hạn 17:00 30/11/2026');
    const id = await answer(binh, n, '25/11 rà xong');
    expect((await at(n)).state).toBe('in_progress');
    await world.until('2026-11-26T08:00');
    await world.edits(xa01, id, '25/11 rà xong ạ');
    expect((await at(n)).state).toBe('done');
    await close(n);
  });
});
