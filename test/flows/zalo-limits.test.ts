import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addUsage, findUsage } from '../../store/usage.js';
import { backends } from '../harness/database.js';
import { lastOf, openStage, type Stage } from '../harness/stage.js';
import type { Person } from '../harness/people.js';
import { startWorld, type World } from '../harness/world.js';

/** The office on Telegram, a unit on Zalo, whose plan allows 40 messages a month. */
describe.each(backends)('a plan with few messages, on %s', (backend) => {
  let world: World;
  let stage: Stage;
  let hanh: Person;
  let office: number;
  let group: string;
  beforeAll(async () => {
    world = await startWorld(backend, {
      platforms: ['telegram', 'zalo'],
      settings: { ZALO_MONTHLY_LIMIT: '40', PUBLIC_URL: 'https://giaoban.example.vn' },
    });
    stage = openStage(world, 'zalo');
    hanh = await world.owner();
    office = await world.bindOffice(hanh);
    const lan = await stage.person('Lan');
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
});
