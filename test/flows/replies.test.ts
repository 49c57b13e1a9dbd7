import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { backends } from '../harness/database.js';
import { openCommunes, type Communes } from './communes.js';

/** What platforms with buttons, reactions and edits add; the rest is in replies-anywhere.test.ts. */
describe.each(backends)('replies on %s', (backend) => {
  let on: Communes;
  beforeAll(async () => {
    on = await openCommunes(backend);
  });
  afterAll(() => on.world.stop());

  test('a button is answered by what it shows, and the group is not flooded', async () => {
    const { world, binh, chi, xa01, task, close, at, press } = on;
    const n = await task();
    const count = world.shown(xa01).length;
    expect(await press(binh, n, 'Đã nhận')).toBe('Đã ghi nhận: Đã nhận.');
    expect(await press(binh, n, 'Vướng')).toBe(
      'Đã ghi nhận: Vướng. Hãy trả lời tin này để nói rõ vướng mắc.',
    );
    expect(await press(binh, n, 'Xong')).toBe('Đã ghi nhận: Xong.');
    expect(await press(chi, n, 'Đã nhận')).toBe('Trước đó đã ghi: Xong.');
    expect(world.shown(xa01)).toHaveLength(count);
    const { state, doneAt, acknowledgedAt, nextReminderAt, replies, lastReplyId } = await at(n);
    expect({ state, nextReminderAt }).toEqual({ state: 'done', nextReminderAt: null });
    expect([doneAt, acknowledgedAt].every((time) => time !== null)).toBe(true);
    expect(replies.map(({ status, source }) => [status, source])).toEqual(
      ['acknowledged', 'blocked', 'done', 'acknowledged'].map((status) => [status, 'button']),
    );
    expect(replies.map(({ id }) => id)).toContain(lastReplyId);
    await close(n);
  });

  test('two quick presses, and one press told twice, are one answer', async () => {
    const { world, binh, xa01, messageOf, task, close, at } = on;
    const n = await task();
    world.telegram.duplicateNextUpdate();
    const data = { chat: xa01, from: binh.id, message: messageOf(n).id, label: 'Xong' };
    const shown = await Promise.all([world.telegram.presses(data), world.telegram.presses(data)]);
    await world.settle();
    expect(shown.map((one) => one?.text).sort()).toEqual(['Trước đó đã ghi: Xong.', 'Đã ghi nhận: Xong.']);
    expect((await at(n)).replies).toHaveLength(1);
    await close(n);
  });

  test('a reply to the message is read, kept beside the words, and repeated with a way to correct it', async () => {
    const { world, binh, chi, xa01, task, close, at, answer, last, reactionsOn } = on;
    const n = await task();
    const id = await answer(binh, n, 'đã làm 70%, thiếu xe chở');
    expect(last()).toMatch(new RegExp(`^Đã ghi: #${n} – đang làm 70%: .*thiếu xe chở\\.$`));
    expect(reactionsOn(id)).toEqual([]);
    const { state, percent, replies } = await at(n);
    expect({ state, percent }).toEqual({ state: 'in_progress', percent: 70 });
    expect(replies[0]).toMatchObject({
      text: 'đã làm 70%, thiếu xe chở',
      source: 'text',
      state: 'read',
      percent: 70,
      directiveVersion: 1,
      messageId: String(id),
    });
    expect(replies[0]!.versions).toHaveLength(1);

    expect(await world.presses(chi, xa01, 'Sửa')).toBe('Mời anh/chị chọn.');
    expect(last()).toBe(`Sửa lại tình hình của #${n}:`);
    expect(await world.presses(chi, xa01, 'Xong')).toBe(`Đã ghi: #${n} – đã xong.`);
    expect(last()).toBe(`Đã ghi: #${n} – đã xong.`);
    const corrected = await at(n);
    expect(corrected.state).toBe('done');
    expect(corrected.replies[0]).toMatchObject({ state: 'corrected', status: 'done', version: 2 });
    expect(corrected.replies[0]!.versions.map(({ text }) => text)).toEqual(
      Array(2).fill('đã làm 70%, thiếu xe chở'),
    );
    await close(n);
  });

  test('a plain "received" gets a reaction and no line, as does what was asked back before', async () => {
    const { world, binh, chi, xa01, task, close, at, answer, reactionsOn } = on;
    const n = await task();
    const count = world.shown(xa01).length;
    const id = await answer(binh, n, 'đã nhận ạ');
    expect(reactionsOn(id)).toEqual(['👍']);
    expect(world.shown(xa01)).toHaveLength(count);
    expect((await at(n)).state).toBe('acknowledged');
    await answer(binh, n, 'chiều nay họp thôn');
    const unread = await answer(chi, n, 'trời hôm nay đẹp');
    expect(reactionsOn(unread)).toEqual(['👀']);
    expect(world.shown(xa01)).toHaveLength(count + 1);
    await close(n);
  });

  test('each directive of one message has a button of its own to correct it', async () => {
    const { world, binh, xa01, task, close } = on;
    const [one, two] = [await task(), await task()];
    await world.says(binh, xa01, `#${one} xong, #${two} 12/15`);
    const labels = world.last(xa01).buttons.flat();
    expect(labels.map(({ text }) => text)).toEqual([`Sửa #${one}`, `Sửa #${two}`]);
    await close(one);
    await close(two);
  });

  test('the same message told twice is one reply', async () => {
    const { world, binh, xa01, task, close, at } = on;
    const n = await task();
    world.telegram.duplicateNextUpdate({ count: 2 });
    await world.says(binh, xa01, `#${n} đã làm 30%`);
    expect((await at(n)).replies).toHaveLength(1);
    expect(world.shown(xa01).filter(({ text }) => text.startsWith(`Đã ghi: #${n}`))).toHaveLength(1);
    await close(n);
  });

  test('editing the message edits the reply; every version is kept', async () => {
    const { world, binh, xa01, task, close, at, answer, last } = on;
    const n = await task();
    const id = await answer(binh, n, 'đã làm 70%');
    await world.edits(xa01, id, 'đã làm 80%');
    expect(last()).toBe(`Đã ghi: #${n} – đang làm 80%.`);
    expect((await at(n)).percent).toBe(80);
    const count = world.shown(xa01).length;
    await world.edits(xa01, id, 'đã làm 80% ạ');
    expect(world.shown(xa01)).toHaveLength(count);
    await world.edits(xa01, id, 'trời hôm nay đẹp');
    expect(last()).toMatch(`Chưa rõ tình hình #${n}`);
    const { percent, replies } = await at(n);
    expect(percent).toBe(80);
    expect(replies).toHaveLength(1);
    expect(replies[0]!.versions.map(({ text }) => text)).toEqual([
      'đã làm 70%',
      'đã làm 80%',
      'đã làm 80% ạ',
      'trời hôm nay đẹp',
    ]);
    await close(n);
  });

  test('an edit that names another directive moves the answer there', async () => {
    const { world, binh, xa01, task, close, at, last } = on;
    const [one, two] = [await task(), await task()];
    const id = await world.says(binh, xa01, `#${one} xong`);
    world.telegram.duplicateNextUpdate();
    await world.edits(xa01, id, `#${two} xong`);
    expect(await at(one)).toMatchObject({ state: 'waiting', doneAt: null });
    expect((await at(two)).state).toBe('done');
    expect((await at(one)).replies[0]!.versions).toHaveLength(2);
    const wrong = await world.says(binh, xa01, '#999 xong');
    expect(last()).toBe('Không có việc #999. Gõ /viec để xem việc đang mở.');
    await world.edits(xa01, wrong, `#${one} xong`);
    expect((await at(one)).state).toBe('done');
    await close(one);
    await close(two);
  });
});
