import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { backends } from '../harness/database.js';
import { organise } from '../harness/organisation.js';
import { lastOf, type Actor, type Place, type Stage } from '../harness/stage.js';
import { startOnTwo } from '../harness/two-platforms.js';
import type { World } from '../harness/world.js';

const due = 'hạn 17:00 27/11/2026';

/** Each step goes on where the one before it ended: the week of one commune. */
describe.each(backends)('a unit with groups on two platforms on %s', (backend) => {
  let world: World;
  let telegram: Stage;
  let zalo: Stage;
  let hanh: Actor;
  let long: Actor;
  let hoa: Actor;
  let groups: { telegram: string; zalo: string };

  beforeAll(async () => {
    const on = await startOnTwo(backend);
    const { here, there } = on;
    ({ world, telegram, zalo, hanh, long, hoa } = on);
    await here.addUnits(hanh, ['HUYEN UBND huyện', 'XA01 Xã An Bình under HUYEN']);
    groups = {
      telegram: await here.bind('Xã An Bình', [long], await here.inviteCode(hanh, 'XA01')),
      zalo: await there.bind('Xã An Bình', [hoa], await here.inviteCode(hanh, 'XA01')),
    };
    await telegram.says(long, long, `/start ${await here.inviteCode(hanh, 'lead XA01')}`);
  });
  afterAll(() => world.stop());

  const give = (title: string, first = `/giao XA01 ${due}`) =>
    organise(telegram).give(hanh, hanh, `${first}\n${title}`);
  /** First lines of what a chat got since the last look. */
  const looked = new Map<string, number>();
  const news = (stage: Stage, where: Place) => {
    const all = stage.shown(where).map(({ text }) => text.split('\n')[0]!);
    const key = typeof where === 'string' ? where : where.id;
    const fresh = all.slice(looked.get(key) ?? 0);
    looked.set(key, all.length);
    return fresh;
  };
  const both = () => [news(telegram, groups.telegram), news(zalo, groups.zalo)];
  const state = async (number: number) =>
    (await world.app.runtime.db.assignment.findFirstOrThrow({ where: { directive: { number } } })).state;

  test('each group gets the directive once', async () => {
    both();
    await give('Kiểm tra kho vật tư');
    expect(both()).toEqual([['#1 · Việc cần làm'], ['#1 · Việc cần làm']]);
  });

  test('the answer of one is the unit’s, and the other is told when it would have been reminded', async () => {
    await zalo.answers(hoa, groups.zalo, 1, 'Đang làm');
    expect(await state(1)).toBe('in_progress');
    expect(both()).toEqual([[], ['Đã ghi: #1 – đang làm.']]);
    await world.until('2026-11-26T16:59');
    expect(both()).toEqual([[], []]);
    await world.until('2026-11-26T17:01');
    expect(lastOf(telegram, groups.telegram).text.split('\n')).toEqual([
      '#1 · Đã trả lời',
      'Kiểm tra kho vật tư',
      'Đơn vị đã trả lời ở nhóm Zalo: đang làm.',
      'Nhóm này chỉ cần trả lời khi có thay đổi.',
    ]);
    expect(both()).toEqual([['#1 · Đã trả lời'], []]);
    await world.until('2026-11-27T17:30');
    expect(both().flat()).toEqual(Array(2).fill('Tổng hợp số 1 – tuần 48 (23/11–29/11/2026)'));
  });

  test('a word under that message answers the same item, whichever group it comes from', async () => {
    await telegram.says(long, groups.telegram, 'xong', { replyTo: lastOf(telegram, groups.telegram).id });
    expect(await state(1)).toBe('done');
  });

  test('is reminded where it answered last', async () => {
    both();
    await give('Báo cáo sĩ số học sinh', '/giao XA01 hạn 17:00 01/12/2026');
    await world.until('2026-11-30T17:01');
    expect(both()).toEqual([['#2 · Việc cần làm', '#2 · Nhắc phản hồi'], ['#2 · Việc cần làm']]);
    await zalo.answers(hoa, groups.zalo, 2, 'Đã nhận');
    await give('Sửa đường liên thôn', '/giao XA01 hạn 17:00 02/12/2026');
    both();
    await telegram.says(hanh, hanh, '/nhac 3');
    expect(both()).toEqual([[], ['#3 · Nhắc phản hồi']]);
  });

  test('both groups stand in the list, with when they were last heard', async () => {
    await telegram.says(hanh, hanh, '/nhom');
    expect(lastOf(telegram, hanh).text).toMatch(
      /XA01 Xã An Bình – nhóm “Xã An Bình” trên Telegram, nhắn gần nhất 17:30 27\/11\/2026\nXA01 Xã An Bình – nhóm Zalo, nhắn gần nhất 17:01 30\/11\/2026/,
    );
  });

  test('the card says which of the two groups it means', async () => {
    world.zalo!.fault({ method: 'sendMessage', chatId: groups.zalo, kind: 'reset-after', times: 1 });
    const chat = Number(hanh.id);
    world.telegram.says({ chat, from: chat, text: '/thongbao XA01\nLịch tiêm chủng', photo: true });
    await world.settle();
    await telegram.chooses(hanh, hanh, 'Gửi ngay');
    await world.fastForward('1m');
    // The photo is on the other platform, and there is no address at which this one could fetch it.
    expect(lastOf(zalo, groups.zalo).text).toContain(
      '(Tin này có kèm một ảnh, không hiển thị được ở nhóm này.)',
    );
    const card = lastOf(telegram, hanh);
    expect(card.text).toContain('2 nhóm = 1 đã gửi + 0 lỗi + 1 chưa chắc');
    expect(card.text).toContain('• XA01 (Zalo) Xã An Bình');
    await telegram.chooses(hanh, hanh, 'XA01 (Zalo): đã có');
    await world.fastForward('1m');
    expect(lastOf(telegram, hanh).text).toContain('2 nhóm = 2 đã gửi + 0 lỗi + 0 chưa chắc');
  });

  test('a side that is lost: the other one is reminded in its place, and the lead is told', async () => {
    await zalo.kicksBot(hoa, groups.zalo);
    news(telegram, long);
    both();
    await world.until('2026-12-01T17:05');
    const [here, there] = both();
    expect(there).toEqual([]);
    expect(here!.filter((line) => line === '#3 · Nhắc phản hồi')).toHaveLength(1);
    const lost =
      'Bot không còn gửi được vào nhóm Zalo của XA01 – Xã An Bình. Từ nay tin của đơn vị chỉ gửi vào nhóm “Xã An Bình” trên Telegram; việc đang mở vẫn giữ nguyên. Để dùng lại cả hai nhóm, hãy thêm lại bot, hoặc gắn nhóm mới bằng /moi XA01.';
    expect(news(telegram, long)).toEqual([lost]);
    expect(here).toContain(lost);
    await telegram.says(hanh, hanh, '/nhom');
    expect(lastOf(telegram, hanh).text).toContain(
      'Mất liên lạc (1):\nXA01 Xã An Bình – nhóm Zalo, từ 17:00 01/12/2026',
    );
  });
});
