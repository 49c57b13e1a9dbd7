import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openScheduled } from '../../jobs/open-scheduled.js';
import { addUsage, findUsage } from '../../store/usage.js';
import { backends } from '../harness/database.js';
import { lastOf, openStage, type Actor, type Stage } from '../harness/stage.js';
import type { Person } from '../harness/people.js';
import { startWorld, type World } from '../harness/world.js';

/** The office on Telegram, a unit on Zalo, whose plan allows 40 messages a month. */
describe.each(backends)('a plan with few messages, on %s', (backend) => {
  let world: World;
  let stage: Stage;
  let hanh: Person;
  let office: number;
  let group: string;
  let lan: Actor;
  let photoPath = '';
  beforeAll(async () => {
    world = await startWorld(backend, {
      platforms: ['telegram', 'zalo'],
      settings: { ZALO_MONTHLY_LIMIT: '40', PUBLIC_URL: 'https://giaoban.example.vn' },
    });
    stage = openStage(world, 'zalo');
    hanh = await world.owner();
    office = await world.bindOffice(hanh);
    lan = await stage.person('Lan');
    group = await stage.group('Xã An Phú', [lan]);
    await world.says(hanh, hanh, '/donvi them XA01 Xã An Phú');
    await world.says(hanh, hanh, '/moi XA01');
    const code = /dangky (\S+)/.exec(world.last(hanh).text)?.[1] ?? '';
    await stage.says(lan, group, `dangky ${code}`);
  });
  afterAll(() => world.stop());
  const used = () => findUsage(world.app.runtime.db, 'zalo', '2026-11');
  const use = (sent: number) =>
    addUsage(world.app.runtime.db, { channel: 'zalo', month: '2026-11' }, { sent });

  test('counts both directions', async () => {
    expect(await used()).toBe(2); // the code came in, the greeting went out
  });

  test('a photo of the office is shown by an address that only the group knows', async () => {
    await world.says(hanh, hanh, '/giao XA01 hạn 17:00 25/11/2026\nKiểm kê vật tư', { photo: true });
    expect(world.last(hanh).text).toContain('Zalo: việc này dùng 1 tin, tháng này còn 38 trong 40 tin.');
    await world.presses(hanh, hanh, 'Gửi ngay');
    const photo = world.zalo?.shown(group).at(-1)?.attachments[0]?.url ?? '';
    expect(photo).toMatch(/^https:\/\/giaoban\.example\.vn\/files\/[\w-]{32}$/);
    const { pathname } = new URL(photo);
    const answer = await fetch(world.app.url + pathname);
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'image/jpeg']);
    expect((await fetch(`${world.app.url}/files/doan-mo`)).status).toBe(404);
    photoPath = pathname;
  });

  test('the office is warned once when four fifths are used', async () => {
    await use(28);
    for (const title of ['Báo cáo tiêm chủng', 'Dọn kênh mương']) {
      await world.says(hanh, hanh, `/giao XA01 hạn 17:00 26/11/2026\n${title}`);
      await world.presses(hanh, hanh, 'Gửi ngay');
    }
    const warnings = world.shown(office).filter(({ text }) => text.startsWith('Zalo: tháng này đã dùng'));
    expect(warnings.map(({ text }) => text)).toEqual([
      'Zalo: tháng này đã dùng 32 trong 40 tin (80%). Khi hết, các nhóm trên Zalo không nhận được tin nào nữa cho đến đầu tháng sau.',
    ]);
  });

  test('what does not fit any more is not sent', async () => {
    await use(40 - (await used()));
    await world.says(hanh, hanh, '/giao XA01 hạn 17:00 27/11/2026\nSửa đường liên thôn');
    const words =
      'Zalo: việc này cần 1 tin nhưng tháng này chỉ còn 0 trong 40 tin nên chưa gửi được. Hãy bớt nơi nhận hoặc chờ sang tháng sau.';
    expect(world.last(hanh).text).toContain(words);
    expect(await world.presses(hanh, hanh, 'Gửi ngay')).toContain('chưa gửi được');
    expect(lastOf(stage, group).text).not.toContain('Sửa đường');
  });

  /** First lines of what came since the last look. */
  let looked = 0;
  const news = () =>
    stage
      .shown(group)
      .slice(looked, (looked = stage.shown(group).length))
      .map(({ text }) => text);
  const toOffice = (word: string) => world.shown(office).filter(({ text }) => text.includes(word));

  test('a reminder waits for the next month, and the office is told once', async () => {
    news();
    await world.says(hanh, hanh, '/nhac 2');
    expect(world.last(hanh).text).toContain(
      'bot chưa nhắc các nhóm trên Zalo. Lời nhắc được giữ đến 07:00 thứ Ba 01/12/2026',
    );
    await world.until('2026-11-25T09:00');
    expect(news()).toEqual([]);
    expect(toOffice('bot chưa nhắc').map(({ text }) => text.split(' nên ')[0])).toEqual([
      'Zalo: tháng này chỉ còn 0 trong 40 tin',
    ]);
  });

  test('what was planned is held, said with what is left, and can be changed; the office is told', async () => {
    await world.says(hanh, hanh, '/giao XA01 hạn 17:00 15/12/2026\nRà soát hộ nghèo');
    await world.presses(hanh, hanh, 'Hẹn giờ');
    await world.says(hanh, hanh, '10:00 26/11/2026');
    await world.says(hanh, hanh, '/giao XA01 hạn 17:00 30/11/2026\nSửa đường liên thôn');
    await world.presses(hanh, hanh, 'Hẹn giờ');
    await world.says(hanh, hanh, '10:05 26/11/2026');
    await world.until('2026-11-26T10:06');
    const held = world.shown(hanh).filter(({ text }) => text.startsWith('Chưa gửi “'));
    expect(held.map(({ text, buttons }) => [text, buttons.flat().map((one) => one.text)])).toEqual([
      [
        'Chưa gửi “Rà soát hộ nghèo” hẹn lúc 10:00 thứ Năm 26/11/2026: Zalo cần 1 tin nhưng tháng này chỉ còn 0 trong 40 tin. Các nhóm chưa nhận được gì.\nViệc này vẫn được giữ, bot tự gửi lúc 07:00 thứ Ba 01/12/2026. Muốn gửi sớm hơn, hãy sửa để bớt nơi nhận.',
        ['Gửi ngay', 'Sửa', 'Bỏ'],
      ],
      [expect.stringContaining('trở lại thành bản nháp'), ['Hẹn giờ', 'Sửa', 'Bỏ']],
    ]);
    expect(toOffice('Chưa gửi “')).toHaveLength(2);
    const { runtime } = world.app;
    const waiting = { title: 'Rà soát hộ nghèo' };
    await runtime.db.directive.updateMany({ where: waiting, data: { sendAt: runtime.clock.now() } });
    const { id } = await runtime.db.directive.findFirstOrThrow({ where: waiting });
    await Promise.all([1, 2].map(() => openScheduled.run(runtime, String(id))));
    await world.settle();
    expect(toOffice('Chưa gửi “')).toHaveLength(3);
    expect(await world.presses(hanh, hanh, 'Gửi ngay')).toContain('chưa gửi được');
  });

  test('a recurring request is held like it', async () => {
    await world.says(hanh, hanh, '/dinhky thứ 6 hằng tuần 10h XA01\nhỏi số học sinh\nSĩ số trong ngày');
    await world.presses(hanh, hanh, /Bắt đầu/);
    await world.until('2026-11-27T10:01');
    expect(world.last(hanh).text).toContain('Chưa gửi “Sĩ số trong ngày” hẹn lúc 10:00 thứ Sáu 27/11/2026');
    expect(news().filter((text) => !text.startsWith('Tổng hợp'))).toEqual([]);
  });

  test('with the new month all that was held goes out, once', async () => {
    await world.until('2026-12-01T06:59');
    news();
    await world.until('2026-12-01T07:10');
    await world.restart();
    await world.fastForward('5m');
    expect((await fetch(world.app.url + photoPath)).status).toBe(200);
    const all = news();
    const count = (words: string) => all.filter((text) => text.includes(words)).length;
    expect([count('Rà soát hộ nghèo'), count('Sĩ số trong ngày'), count('Nhắc phản hồi')]).toEqual([1, 1, 1]);
  });

  test('a unit with another group is reminded there instead', async () => {
    await world.says(hanh, hanh, '/moi XA01');
    const other = world.group('Xã An Phú', [hanh]);
    await world.says(hanh, other, `/gan ${/\/gan (\S+)/.exec(world.last(hanh).text)?.[1]}`);
    await stage.says(lan, group, '#1 xong');
    await addUsage(world.app.runtime.db, { channel: 'zalo', month: '2026-12' }, { sent: 40 });
    news();
    await world.says(hanh, hanh, '/nhac 2');
    expect(news()).toEqual([]);
    expect(world.last(other).text).toMatch(/^#2 · Nhắc phản hồi\n/);
  });

  test('the photo’s address leads nowhere a month after it was given out', async () => {
    await world.app.runtime.db.sharedFile.updateMany({
      data: { createdAt: new Date('2026-11-01T00:00:00Z') },
    });
    await world.fastForward('2m');
    expect((await fetch(world.app.url + photoPath)).status).toBe(404);
  });
});
