import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { backends } from '../harness/database.js';
import { lastOf, openStage, type Actor, type Stage } from '../harness/stage.js';
import { ownerCode, startWorld, type World } from '../harness/world.js';

/** A platform without buttons, edits and quotes, where the bot hears only what mentions or answers it. */
describe.each(backends)('a group on Zalo alone, on %s', (backend) => {
  let world: World;
  let stage: Stage;
  let hanh: Actor;
  let lan: Actor;
  let group: string;
  beforeAll(async () => {
    const settings = { PUBLIC_URL: 'https://giaoban.example.vn' };
    world = await startWorld(backend, { platforms: ['zalo'], settings });
    stage = openStage(world, 'zalo');
    [hanh, lan] = [await stage.person('Hạnh'), await stage.person('Lan')];
    group = await stage.group('Xã An Phú', [lan, hanh]);
  });
  afterAll(() => world.stop());
  const text = (where = group) => lastOf(stage, where).text;
  const send = async (request: string) => {
    await stage.says(hanh, hanh, request);
    await stage.says(hanh, hanh, 'gửi ngay');
  };
  const replies = () => world.app.runtime.db.reply.findMany({ orderBy: { id: 'asc' } });

  test('is bound by a mention and a code', async () => {
    await stage.says(hanh, hanh, `dangky ${ownerCode}`);
    await stage.says(hanh, hanh, '/donvi them XA01 Xã An Phú');
    await stage.says(hanh, hanh, '/moi XA01');
    const code = /\b[2-9A-HJ-NP-Z]{10}\b/.exec(text(hanh.id))?.[0] ?? '';
    await stage.says(lan, group, `dangky ${code}`);
    expect(text()).toContain('Nhóm này đã gắn với XA01 – Xã An Phú.');
    expect(text()).toContain('@Bot Giao ban #12 xong');
  });

  test('learns in the message itself how to answer', async () => {
    await send('/giao XA01 hạn 17:00 25/11/2026\nKiểm kê vật tư phòng chống lụt bão');
    expect(text()).toContain('Trả lời tin này, hoặc gõ: @Bot Giao ban #1 đã làm 70%');
    await stage.says(lan, group, 'đã xong', { replyTo: lastOf(stage, group).id });
    expect(text()).toContain('Đã ghi: #1 – đã xong.');
    expect(await replies()).toMatchObject([{ status: 'done', source: 'text' }]);
  });

  test('is asked back with a numbered list when two are open, and answers by number', async () => {
    await send('/giao XA01 hạn 17:00 26/11/2026\nBáo cáo tiêm chủng');
    await send('/giao XA01 hạn 17:00 27/11/2026\nDọn kênh mương');
    await stage.says(lan, group, 'đã làm 40%');
    expect(text().split('\n')).toEqual([
      'Anh/chị trả lời cho việc nào?',
      '1. #2 Báo cáo tiêm chủng',
      '2. #3 Dọn kênh mương',
      'Trả lời tin này bằng số thứ tự, hoặc gõ: @Bot Giao ban 1',
    ]);
    await stage.says(hanh, group, '1');
    expect((await replies()).at(-1)).toMatchObject({ state: 'unread' });
    await stage.says(lan, group, '2');
    expect(text()).toContain('#3');
    const { db } = world.app.runtime;
    const [first, second] = await db.assignment.findMany({
      where: { directive: { number: { in: [2, 3] } } },
      orderBy: { directiveId: 'asc' },
    });
    expect([first?.percent, second?.percent]).toEqual([null, 40]);
  });

  test('gets a changed directive again and a reminder with the way to answer', async () => {
    await stage.says(hanh, hanh, '/sua 3\nhạn 17:00 28/11/2026');
    await stage.chooses(hanh, hanh, 'Sửa ngay');
    expect(stage.shown(group).some((seen) => /^#3 · Việc cần làm · Sửa lần 1/.test(seen.text))).toBe(true);
    await world.until('2026-11-26T15:30');
    const reminder = stage.shown(group).findLast((seen) => seen.text.includes('Nhắc phản hồi'));
    expect(reminder?.text).toContain('@Bot Giao ban #2');
  });

  test('loses nothing of what was polled when the program dies right behind', async () => {
    const { db, clock } = world.app.runtime;
    const before = await db.reply.count();
    await world.app.runtime.queue.stopWorkers(); // nobody handles what is stored from here on
    world.zalo?.says({ chat: group, from: lan.id, text: '#2 xong', mention: true });
    await expect.poll(() => db.inbox.count({ where: { state: 'new' } })).toBe(1);
    expect(await db.reply.count()).toBe(before);
    await world.restart();
    await world.settle();
    expect(await world.app.runtime.db.reply.count()).toBe(before + 1);
    expect(clock.now().getTime()).toBeGreaterThan(0);
    expect(text()).toContain('Đã ghi: #2 – đã xong.');
  });

  test('shows the card of each directive only when all is sent', async () => {
    const texts = stage.shown(hanh).map((seen) => seen.text);
    const cards = texts.filter((words) => /· \d+ gửi trùng/.test(words));
    expect(cards).toHaveLength(3);
    await stage.says(hanh, hanh, '/dong 3');
    await world.fastForward('30s');
    const after = stage.shown(hanh).map((seen) => seen.text);
    expect(after.slice(texts.length)).toEqual([expect.stringMatching(/^Đã kết thúc #3 ở 1 nhóm/)]);
    expect(texts.filter((words) => words.includes('Đang gửi đến'))).toEqual([]);
  });

  test('brings the file of a report by an address, where there is one', async () => {
    await stage.says(hanh, hanh, '/tonghop tuần này');
    await stage.chooses(hanh, hanh, 'Word');
    const address = /Tệp: bao-cao-2026-W48\.docx (\S+)$/.exec(text(hanh.id))?.[1] ?? text(hanh.id);
    const { origin, pathname } = new URL(address);
    expect(origin).toBe('https://giaoban.example.vn');
    const answer = await fetch(world.app.url + pathname);
    expect([answer.status, answer.headers.get('content-disposition')]).toEqual([
      200,
      `attachment; filename="report.docx"; filename*=UTF-8''report.docx`,
    ]);
  });

  test('that threw the bot out is told lost; written in again, it is back with what is open', async () => {
    await stage.kicksBot(lan, group);
    await send('/giao XA01 hạn 17:00 30/11/2026\nSửa cống qua chợ');
    expect(text(hanh.id)).toContain('Bot không còn gửi được vào nhóm của XA01');
    await stage.says(hanh, hanh, '/nhom');
    expect(text(hanh.id)).toContain('Mất liên lạc (1)');
    world.zalo!.addsBot({ chat: group, from: lan.id });
    await stage.says(lan, group, '/viec');
    const copies = stage.shown(group).filter((seen) => seen.text.startsWith('#4 · Việc cần làm'));
    expect(copies).toHaveLength(1);
    await stage.says(lan, group, '#4 xong');
    expect(text()).toContain('Đã ghi: #4 – đã xong.');
    await stage.says(hanh, hanh, '/nhom');
    expect(text(hanh.id)).not.toContain('Mất liên lạc');
  });
});
