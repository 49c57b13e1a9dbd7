import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { sweepDrafts } from '../../jobs/sweep-drafts.js';
import { backends } from '../harness/database.js';
import type { Person, Where } from '../harness/people.js';
import { startWorld, type World } from '../harness/world.js';

const tree = ['HUYEN UBND huyện', 'XA01 Xã An Bình under HUYEN #xa'];

/** What compose-anywhere.test.ts does not tell. One world: what a test left is not the next one's, but time goes on. */
describe.each(backends)('a guided directive on %s', (backend) => {
  let world: World;
  let hanh: Person;
  let group: number;
  /** How many directives there were, and messages in the group, when the test began. */
  let before: { directives: number; shown: number };
  beforeAll(async () => {
    world = await startWorld(backend, { rate: 'off' });
    hanh = await world.owner();
    group = (await world.bindUnits(hanh, tree)).XA01!;
  });
  afterAll(() => world.stop());
  const db = () => world.app.runtime.db;
  beforeEach(async () => {
    const end = (now: 'draft' | 'scheduled' | 'open', state: 'discarded' | 'closed') =>
      db().directive.updateMany({ where: { state: now }, data: { state } });
    for (const now of ['draft', 'scheduled'] as const) await end(now, 'discarded');
    await end('open', 'closed');
    await db().dialogue.deleteMany();
    before = { directives: await db().directive.count(), shown: world.shown(group).length };
  });
  const received = () =>
    world
      .shown(group)
      .slice(before.shown)
      .filter(({ text }) => /#\d+ ·/.test(text));
  const says = (text: string, more = {}) => world.says(hanh, hanh, text, more);
  const press = (label: string | RegExp) => world.presses(hanh, hanh, label);
  const last = (where: Where = hanh) => world.last(where).text;
  const labels = (where: Where = hanh) =>
    world
      .last(where)
      .buttons.flat()
      .map(({ text }) => text);
  const states = async () =>
    (await db().directive.findMany({ orderBy: { id: 'asc' }, skip: before.directives })).map(
      ({ state }) => state,
    );

  test('asks what is to be reported, and takes a file with the text', async () => {
    await says('/solieu');
    await says('XA01 hạn mai');
    await says('Sĩ số học sinh');
    await says('', { photo: true });
    expect(last()).toContain('Nội dung thế nào?');
    await says('Tính đến 8h.');
    expect(last()).toContain('Cần các đơn vị báo gì?');
    await says('không rõ');
    expect(last()).toContain('Chưa rõ cần báo số liệu gì');
    await press('Đã làm / tổng số');
    expect(last()).toContain('Cần báo: số đã làm trên tổng số');
    expect(last()).toContain('Hạn: 17:00 thứ Ba 24/11/2026');
    expect(world.last(hanh).attachments).toHaveLength(1);
  });

  test('refuses a button of an earlier question or of a conversation that is over', async () => {
    await says('/giao');
    const first = world.last(hanh);
    const again = (label: string) =>
      world.telegram.presses({ chat: hanh.id, from: hanh.id, message: first.id, label });
    await press('Tất cả đơn vị');
    expect((await again('#xa'))?.text).toContain('đã trả lời rồi');
    await says('/thongbao');
    expect((await again('#xa'))?.text).toContain('đã kết thúc');
    const forged = { chat: hanh.id, from: hanh.id, message: world.last(hanh).id, forged: true };
    for (const data of [
      'step:99:targets:0',
      'step:x:targets:0',
      'step:2:targets:77',
      'draft:5:send',
      'draft:1:xx',
    ])
      expect((await world.telegram.presses({ ...forged, data }))?.text).not.toContain('Đã ghi');
    await world.settle();
    expect(await states()).toEqual([]);
  });

  test('in the office group hears only the one who writes, and only replies to its question', async () => {
    const lan = world.person('Lan');
    const office = await world.bindOffice(hanh, [lan]);
    await world.says(hanh, office, '/thongbao');
    expect(last(office)).toContain('Hạnh hãy chọn hoặc trả lời (reply) đúng tin này');
    expect(await world.presses(lan, office, 'Tất cả đơn vị')).toContain('dành cho người đang soạn');
    await world.presses(hanh, office, 'Tất cả đơn vị');
    const question = world.last(office).id;
    await world.says(lan, office, 'Tên của Lan', { replyTo: question });
    await world.says(hanh, office, 'nói chuyện khác');
    expect(world.last(office).id).toBe(question);
    await world.says(hanh, office, 'Lịch tiêm chủng', { replyTo: question });
    await world.presses(hanh, office, 'Không có nội dung');
    await world.presses(hanh, office, 'Không có hạn');
    expect(last(office)).toMatch(/#\d+ · Thông báo\nLịch tiêm chủng/);
    expect(await world.presses(lan, office, 'Gửi ngay')).toContain('Chỉ người soạn hoặc quản trị viên');
    expect(await states()).toEqual(['draft']);
    expect(await world.presses(hanh, office, 'Gửi ngay')).toMatch(/^Đang gửi #\d+$/);
  });

  test('is changed in a part or as a whole; an old preview sends nothing', async () => {
    await says('/giao all hạn mai\nKiểm kê vật tư\nĐếm áo phao.');
    const old = world.last(hanh).id;
    await press('Sửa');
    const parts =
      'Nơi nhận|Tên việc|Nội dung|Hạn|Lịch nhắc|Người trả lời|Chuyển thành khẩn|Thêm nghiệm thu|Dừng soạn';
    expect(labels().join('|')).toBe(parts);
    await press('Hạn');
    await says('17:00 30/11/2026');
    expect(last()).toContain('Kiểm kê vật tư\n\nĐếm áo phao.\n\nHạn: 17:00 thứ Hai 30/11/2026');
    const send = await world.telegram.presses({
      chat: hanh.id,
      from: hanh.id,
      message: old,
      label: 'Gửi ngay',
    });
    expect(send?.text).toContain('đã bỏ hoặc đã có bản mới');
    await press('Sửa');
    await press('Chuyển thành khẩn');
    expect(last()).toContain('KHẨN · #');
    await press('Sửa');
    await says('XA01\nKiểm kê thuốc');
    expect(last()).toMatch(/#\d+ · Việc cần làm\nKiểm kê thuốc\n\nNơi gửi/);
    await press('Sửa');
    await says('/giao XA01 hạn mai\nKiểm kê xe');
    expect(await states()).toEqual(['discarded', 'discarded', 'discarded', 'discarded', 'draft']);
    await press('Gửi ngay');
    expect(received().map(({ text }) => text.split('\n')[1])).toEqual(['Kiểm kê xe']);
  });

  test('is discarded and then can neither be sent nor changed', async () => {
    await says('/giao all\nKiểm kê vật tư');
    const preview = world.last(hanh);
    const { id } = await db().directive.findFirstOrThrow({ orderBy: { id: 'desc' } });
    expect(await press('Bỏ')).toBe('Đã bỏ');
    expect(last()).toBe('Đã bỏ, không gửi: Kiểm kê vật tư');
    const forged = { chat: hanh.id, from: hanh.id, message: preview.id, forged: true };
    for (const verb of ['send', 'later', 'change', 'drop'])
      expect((await world.telegram.presses({ ...forged, data: `draft:${id}:${verb}` }))?.text).toContain(
        'đã bỏ',
      );
    await world.settle();
    expect(received()).toEqual([]);
  });

  test('works in words where a channel has no buttons', async () => {
    const { capabilities } = world.app.runtime.channels.get('telegram')!;
    capabilities.buttons = false;
    await says('/giao');
    expect(last()).toContain('1. Tất cả đơn vị\n2. #xa');
    for (const words of ['2', 'Kiểm kê vật tư', '1', 'mai']) await says(words);
    expect(last()).toContain('Hãy trả lời: Gửi ngay / Hẹn giờ / Sửa / Bỏ.');
    await says('ừ');
    expect(last()).toContain('gửi ngay, hẹn giờ, sửa, bỏ');
    await says('hẹn giờ');
    await says('ngày kia');
    expect(last()).toContain('Giờ gửi phải trước hạn');
    await says('8:00 ngày mai');
    expect(last()).toContain('Đã hẹn gửi');
    await says('gửi ngay');
    expect(last()).not.toContain('Gửi ngay /');
    expect(received()).toHaveLength(1);
    capabilities.buttons = true;
  });

  test('ends by its button, by /cancel, and after an hour', async () => {
    await says('/giao');
    await press('Dừng soạn');
    expect(last()).toBe('Đã dừng soạn, chưa gửi gì.');
    await says('/thongbao');
    await says('all');
    await says('/huy');
    expect(last()).toBe('Đã dừng soạn, chưa gửi gì.');
    await says('/thongbao');
    await world.fastForward('61m');
    expect(await press('Tất cả đơn vị')).toContain('đã kết thúc');
    await says('all');
    expect(last()).toContain('Đã quá một giờ');
    expect(await states()).toEqual([]);
  });

  test('whose deadline passed before the tap is not sent', async () => {
    await says('/giao all hạn 10:00 hôm nay\nKiểm kê vật tư');
    await world.fastForward('3h');
    expect(await press('Gửi ngay')).toContain('Hạn của tin này đã qua');
    await press('Sửa');
    await press('Tên việc');
    await says('Kiểm kê kho');
    expect(last()).toContain('Hạn đến khi nào?');
    expect(await states()).toEqual(['draft']);
  });

  test('goes out by itself at the time that was set, once', async () => {
    await says('/giao all hạn 17:00 30/11/2026\nKiểm kê vật tư');
    await press('Hẹn giờ');
    expect(last()).toContain('Gửi vào lúc nào?');
    await says('17:30 30/11/2026');
    expect(last()).toContain('Giờ gửi phải trước hạn');
    await says('sáng mai');
    expect(last()).toBe('Đã hẹn gửi “Kiểm kê vật tư” lúc 08:00 thứ Ba 24/11/2026.');
    expect(labels()).toEqual(['Gửi ngay', 'Bỏ']);
    const { id: message } = world.last(hanh);
    await world.until('2026-11-24T07:59');
    expect(received()).toEqual([]);
    await world.until('2026-11-24T08:01');
    await world.fastForward('1h');
    expect(received()).toHaveLength(1);
    const settled = world.shown(hanh).find(({ id }) => id === message);
    expect(settled?.text).toMatch(/^Đã gửi #\d+: Kiểm kê vật tư$/);
    expect(settled?.buttons).toEqual([]);
  });

  test('that waits for its time can be sent now or dropped', async () => {
    for (const [label, expected] of [
      ['Gửi ngay', /^Đang gửi #\d+$/],
      ['Bỏ', /^Đã bỏ$/],
    ] as const) {
      await says(`/thongbao XA01\nLịch họp ${label}`);
      await press('Hẹn giờ');
      await press('08:00 thứ Tư 25/11/2026');
      expect(await press(label)).toMatch(expected);
    }
    await world.fastForward('2d');
    expect(received()).toHaveLength(1);
  });

  test('that nobody decides on is let go after two weeks', async () => {
    await says('/giao all\nKiểm kê vật tư');
    await says('/giao');
    world.clock.moveTo(new Date(world.clock.now().getTime() + 15 * 24 * 3600 * 1000));
    expect(await sweepDrafts.run(world.app.runtime)).toEqual({ forgotten: 1, discarded: 1, amendments: 0 });
    expect(await sweepDrafts.run(world.app.runtime)).toEqual({ forgotten: 0, discarded: 0, amendments: 0 });
    expect(await press('Gửi ngay')).toContain('đã bỏ');
  });
});
