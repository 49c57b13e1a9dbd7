import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { processInbox } from '../../bot/process-inbox.js';
import { backends } from '../harness/database.js';
import type { Person } from '../harness/people.js';
import { startWorld, type World } from '../harness/world.js';

const tree = ['HUYEN UBND huyện', 'XA01 Xã An Bình under HUYEN #xa', 'XA02 Xã Bình Minh under HUYEN #xa'];

describe.each(backends)('replies on %s', (backend) => {
  let world: World;
  let hanh: Person;
  let binh: Person;
  let chi: Person;
  let groups: Record<string, number>;
  let xa01: number;
  let number = 0;

  beforeAll(async () => {
    world = await startWorld(backend, { rate: 'off' });
    hanh = await world.owner();
    groups = await world.bindUnits(hanh, tree);
    xa01 = groups.XA01!;
    binh = world.person('Bình');
    chi = world.person('Chi');
    for (const { id } of [binh, chi]) world.telegram.joins({ chat: xa01, user: id });
    world.telegram.joins({ chat: groups.XA02!, user: chi.id });
    world.telegram.setPrivacy({ on: false });
  });
  afterAll(() => world.stop());

  const db = () => world.app.runtime.db;
  /** Sends a directive to both communes; returns its number. */
  const give = async (first: string, title = 'Rà soát cống thoát nước') => {
    await world.says(hanh, hanh, `${first}\n${title}`);
    await world.presses(hanh, hanh, 'Gửi ngay');
    number += 1;
    return number;
  };
  const task = () => give('/giao #xa hạn 17:00 30/11/2026');
  const close = (n: number) => db().directive.updateMany({ where: { number: n }, data: { state: 'closed' } });
  const at = async (n: number, code = 'XA01') =>
    db().assignment.findFirstOrThrow({
      where: { directive: { number: n }, unit: { code } },
      include: {
        replies: { orderBy: { id: 'asc' }, include: { versions: { orderBy: { version: 'asc' } } } },
      },
    });
  const messageOf = (n: number, group = xa01) =>
    world.shown(group).find(({ text }) => text.includes(`#${n} ·`))!;
  const answer = (who: Person, n: number, text: string) =>
    world.says(who, xa01, text, { replyTo: messageOf(n).id });
  const press = async (who: Person, n: number, label: string, group = xa01) => {
    const answered = await world.telegram.presses({
      chat: group,
      from: who.id,
      message: messageOf(n, group).id,
      label,
    });
    await world.settle();
    return answered?.text;
  };
  const last = (where: number | Person = xa01) => world.last(where).text;
  const reactionsOn = (id: number) =>
    world.telegram
      .shown(xa01)
      .find((message) => message.id === id)!
      .reactions.map(({ emoji }) => emoji);

  test('a button is answered by what it shows, and the group is not flooded', async () => {
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
    const n = await task();
    const id = await answer(binh, n, 'đã làm 70%, thiếu xe chở');
    expect(last()).toMatch(new RegExp(`^Đã ghi: #${n} – đang làm 70%: .*thiếu xe chở\\.$`));
    expect(reactionsOn(id)).toEqual(['👍']);
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

  test('a plain "received" gets a reaction and no line', async () => {
    const n = await task();
    const count = world.shown(xa01).length;
    const id = await answer(binh, n, 'đã nhận ạ');
    expect(reactionsOn(id)).toEqual(['👍']);
    expect(world.shown(xa01)).toHaveLength(count);
    expect((await at(n)).state).toBe('acknowledged');
    await close(n);
  });

  test('codes, commands and several codes in one message', async () => {
    const [one, two] = [await task(), await task()];
    await world.says(binh, xa01, `#${one} xong, #${two} 12/15`);
    expect(last()).toBe(`Đã ghi: #${one} – đã xong.\nĐã ghi: #${two} – đang làm 12/15.`);
    expect(
      world
        .last(xa01)
        .buttons.flat()
        .map(({ text }) => text),
    ).toEqual([`Sửa #${one}`, `Sửa #${two}`]);
    expect([(await at(one)).state, (await at(two)).doneCount]).toEqual(['done', 12]);
    await world.says(binh, xa01, `/baocao ${two} đã làm 90%`);
    expect(await at(two)).toMatchObject({ percent: 90, doneCount: null });
    await world.says(binh, xa01, `/report@giaoban_bot #${two} xong`);
    expect((await at(two)).state).toBe('done');
    await world.says(binh, xa01, `#${one} vẫn đang làm`);
    expect(await at(one)).toMatchObject({ state: 'in_progress', doneAt: null });
    await close(one);
    await close(two);
  });

  test('the same message told twice is one reply', async () => {
    const n = await task();
    world.telegram.duplicateNextUpdate({ count: 2 });
    await world.says(binh, xa01, `#${n} đã làm 30%`);
    expect((await at(n)).replies).toHaveLength(1);
    expect(world.shown(xa01).filter(({ text }) => text.startsWith(`Đã ghi: #${n}`))).toHaveLength(1);
    await close(n);
  });

  test('words that name no directive: the one that is open, else asked back with the open ones', async () => {
    await world.says(binh, xa01, '@giaoban_bot xong rồi');
    expect(last()).toBe('Đơn vị hiện không có việc nào đang mở.');
    const one = await task();
    await world.says(binh, xa01, '@giaoban_bot đã làm 20%');
    expect((await at(one)).percent).toBe(20);
    const two = await task();
    await world.says(binh, xa01, '@giaoban_bot đã làm 60%');
    expect(last()).toContain('Anh/chị trả lời cho việc nào?');
    expect(await world.presses(binh, xa01, `#${two}`)).toBe(`Đã ghi: #${two} – đang làm 60%.`);
    expect([(await at(one)).percent, (await at(two)).percent]).toEqual([20, 60]);
    expect((await at(two)).replies[0]).toMatchObject({ text: 'đã làm 60%', state: 'read', version: 2 });
    await close(one);
    await close(two);
  });

  test('what can’t be read is asked back once, and shown as unread until somebody says', async () => {
    const n = await task();
    await answer(binh, n, 'chiều nay họp thôn');
    expect(last()).toMatch(`Chưa rõ tình hình #${n}`);
    const count = world.shown(xa01).length;
    const second = await answer(chi, n, 'mai mình ghé');
    expect(world.shown(xa01)).toHaveLength(count);
    expect(reactionsOn(second)).toEqual(['👀']);
    expect((await at(n)).replies.map(({ state }) => state)).toEqual(['asked', 'unread']);
    expect((await at(n)).answeredAt).toBeNull();
    await world.says(hanh, hanh, `/tiendo ${n}`);
    expect(last(hanh)).toContain('Phản hồi chưa đọc được (1)\nXA01 Xã An Bình');
    await world.presses(binh, xa01, 'Đang làm');
    expect(last()).toBe(`Đã ghi: #${n} – đang làm.`);
    expect((await at(n)).state).toBe('in_progress');
    await close(n);
  });

  test('editing the message edits the reply; every version is kept', async () => {
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

  test('figures: read with their bounds, asked again in a friendly way, added up', async () => {
    const n = await give('/solieu #xa hạn 17:00 30/11/2026', 'Số lớp học bị ngập\nsố lớp 0..50');
    expect((await db().directive.findUniqueOrThrow({ where: { number: n } })).answer).toMatchObject({
      max: 50,
    });
    await answer(binh, n, '60');
    expect(last()).toBe(`Số liệu cho #${n} lớn hơn mức cho phép. Hãy gửi một con số từ 0 đến 50.`);
    await answer(binh, n, '15 lớp');
    expect(last()).toBe(`Đã ghi: #${n} – 15 lớp. Nếu sai, hãy trả lời tin này kèm số đúng.`);
    await answer(binh, n, '16');
    expect(await at(n)).toMatchObject({ state: 'done', value: { type: 'number', number: 16 } });
    await world.says(chi, groups.XA02!, `#${n} 4`);
    await world.says(hanh, hanh, `/tiendo ${n}`);
    expect(last(hanh)).toContain('Tổng: 20 lớp (2 đơn vị đã gửi)');
    expect(last(hanh)).toContain('• XA01 Xã An Bình: 16 lớp');
    await close(n);
  });

  test('a photo and a photo without words', async () => {
    const n = await task();
    await world.says(binh, xa01, `#${n} xong`, { photo: true });
    expect((await at(n)).replies[0]!.attachments).toMatchObject([{ kind: 'photo', channel: 'telegram' }]);
    await world.says(binh, xa01, '', { photo: true, replyTo: messageOf(n).id });
    expect(last()).toMatch(`Chưa rõ tình hình #${n}`);
    expect((await at(n)).state).toBe('done');
    await close(n);
  });

  test('questions and requests for more time reach the issuer, and the unit is told', async () => {
    const n = await task();
    await answer(binh, n, 'nộp theo mẫu nào ạ?');
    expect(last()).toBe(`Câu hỏi về #${n} đã được chuyển tới người giao việc.`);
    expect(last(hanh)).toBe(`XA01 Xã An Bình hỏi về #${n}: “nộp theo mẫu nào ạ?”`);
    await answer(binh, n, 'đang làm, xin gia hạn đến thứ 4');
    expect(last()).toBe(
      `Đã ghi: #${n} – đang làm.\nĐề nghị gia hạn #${n} đã được chuyển tới người giao việc.`,
    );
    expect(last(hanh)).toContain(`/giahan ${n} XA01`);
    expect((await at(n)).replies.map(({ status }) => status)).toEqual([null, 'in_progress']);
    await close(n);
  });

  test('who may not answer is told so in one sentence, and nothing is stored', async () => {
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

    expect(await press(chi, n, 'Xong', groups.XA02)).toBe('Đã ghi nhận: Xong.');
    await close(n);
    expect(await press(chi, n, 'Vướng', groups.XA02)).toBe(`Việc #${n} đã kết thúc, không nhận phản hồi nữa.`);
    await world.says(chi, groups.XA02!, `/baocao ${n} đang làm`);
    expect(last(groups.XA02)).toBe(`Việc #${n} đã kết thúc, không nhận phản hồi nữa.`);
    expect((await at(n, 'XA02')).replies).toHaveLength(1);
  });

  test('an anonymous admin writes for the unit, and presses as the person they are', async () => {
    const n = await task();
    await world.says(hanh, xa01, `#${n} đang làm`, { anonymous: true });
    expect(await at(n)).toMatchObject({ state: 'in_progress', replies: [{ personId: null }] });
    await press(hanh, n, 'Xong');
    expect((await at(n)).replies[1]!.personId).not.toBeNull();
    await close(n);
  });

  test('a lead answers in private for the unit, an admin with the unit’s code, others do not', async () => {
    const n = await task();
    await world.says(binh, binh, `/baocao ${n} xong`);
    expect(last(binh)).toMatch('mã đơn vị');
    await world.says(binh, binh, `/baocao ${n} XA01 xong`);
    expect(last(binh)).toMatch('chưa được phân quyền');
    const person = await db().account.findFirstOrThrow({ where: { externalId: String(binh.id) } });
    const unit = await db().unit.findUniqueOrThrow({ where: { code: 'XA01' } });
    await db().role.create({ data: { personId: person.personId, kind: 'lead', unitId: unit.id } });
    await world.says(binh, binh, `/baocao ${n} đã làm 40%`);
    expect((await at(n)).percent).toBe(40);
    await world.says(binh, binh, '/viec');
    expect(last(binh)).toMatch(new RegExp(`#${n} Rà soát cống thoát nước · còn \\d+ ngày · đang làm 40%`));
    expect(await world.presses(binh, binh, `#${n} Xong`)).toBe('Đã ghi nhận: Xong.');
    await world.says(hanh, hanh, `/report ${n} XA02 vướng vì mất điện`);
    expect(await at(n, 'XA02')).toMatchObject({ state: 'blocked' });
    await close(n);
  });

  test('late answers are taken, and said to be late once', async () => {
    const n = await give('/giao #xa hạn 10:00 24/11/2026');
    await world.says(chi, groups.XA02!, `#${n} xong`);
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

  test('tasks and progress list the most urgent first', async () => {
    await world.says(binh, xa01, '/viec');
    expect(last()).toBe('Hiện không có việc nào đang mở.');
    const far = await give('/giao #xa hạn 17:00 30/11/2026', 'Kiểm kê vật tư');
    const near = await give('/giao XA01 khẩn hạn 17:00 26/11/2026', 'Khơi thông cống');
    await world.says(binh, xa01, `#${near} vướng vì thiếu máy bơm`);
    await world.says(binh, xa01, '/tasks');
    const lines = last().split('\n');
    expect(lines[0]).toBe('2 việc đang mở');
    expect(lines[1]).toMatch(`#${near} KHẨN Khơi thông cống · còn 2 ngày · đang vướng: `);
    expect(lines[2]).toMatch(`#${far} Kiểm kê vật tư · còn 6 ngày · chưa trả lời`);
    await world.says(hanh, hanh, '/progress');
    expect(last(hanh).split('\n')).toEqual([
      '2 việc đang mở',
      `#${near} Khơi thông cống · 0/1 đã hoàn thành · 1 đang vướng · còn 2 ngày`,
      `#${far} Kiểm kê vật tư · 0/2 đã hoàn thành · còn 6 ngày`,
    ]);
    await world.says(binh, binh, '/tiendo');
    expect(last(binh)).not.toContain('XA02');
    await world.says(chi, chi, '/tiendo');
    expect(last(chi)).toMatch('chưa được phân quyền');
    await world.says(hanh, hanh, '/tiendo nhanh');
    expect(last(hanh)).toMatch('/tiendo 12');
  });

  test('many answers at once, taken by several at the same time, are each taken once', async () => {
    const n = await task();
    const more = Array.from({ length: 6 }, (_, index) => `TH0${index} Trường ${index} thuộc XA01 #truonghoc`);
    const schools = await world.bindUnits(hanh, more);
    const m = await give('/giao #truonghoc hạn 17:00 30/11/2026', 'Dọn vệ sinh lớp học');
    const before = await db().reply.count();
    world.telegram.duplicateNextUpdate({ count: 3 });
    for (const group of Object.values(schools)) {
      for (const text of [`#${m} đang làm`, `#${m} đã làm 50%`, `#${m} xong`])
        world.telegram.says({ chat: group, from: hanh.id, text });
      world.telegram.says({ chat: group, from: hanh.id, text: '#999 xong' });
    }
    for (const who of [binh, chi]) world.telegram.says({ chat: xa01, from: who.id, text: `#${n} xong` });
    await Promise.all(Array.from({ length: 40 }, () => processInbox(world.app.runtime)));
    await world.settle();
    expect((await db().reply.count()) - before).toBe(6 * 3 + 2);
    expect(await db().assignment.count({ where: { directive: { number: m }, state: 'done' } })).toBe(6);
    expect(last(schools.TH00)).toMatch('Không có việc #999');
    await close(n);
    await close(m);
  });

  test('the issuer’s card is told, and nothing of chat text that is not ours is kept', async () => {
    const [directive] = await db().directive.findMany({
      where: { state: 'open' },
      include: { card: true },
      take: 1,
    });
    expect(directive!.card).not.toBeNull();
    const count = await db().inbox.count();
    await world.says(binh, xa01, 'chiều nay ai đi họp?');
    expect(await db().inbox.count()).toBe(count);
  });
});
