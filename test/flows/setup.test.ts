import { afterEach, describe, expect, test } from 'vitest';
import { backends } from '../harness/database.js';
import { ownerCode, startWorld, type World } from '../harness/world.js';

const tree = ['HUYEN Huyện Mẫu Sơn', 'XA01 Xã An Bình under HUYEN #xa', 'XA02 Xã An Hòa under HUYEN #xa'];

describe.each(backends)('setting up on %s', (backend) => {
  let world: World;
  afterEach(() => world.stop());

  test('the owner code makes one owner, once', async () => {
    world = await startWorld(backend);
    const hanh = await world.owner();
    expect(world.last(hanh).text).toContain('Anh/chị đã là quản trị chính.');
    const lan = world.person('Lan');
    await world.says(lan, lan, `/start ${ownerCode}`);
    expect(world.last(lan).text).toBe(
      'Mã này không đúng hoặc không còn dùng được. Hãy xin quản trị viên mã mới.',
    );
    await world.says(lan, lan, '/units');
    expect(world.last(lan).text).toContain('chưa được phân quyền');
  });

  test('five wrong codes close the door for ten minutes', async () => {
    world = await startWorld(backend);
    const lan = world.person('Lan');
    for (const guess of ['%', '__________', 'AAAA', 'chu-so', '1'])
      await world.says(lan, lan, `/start ${guess}`);
    expect(world.last(lan).text).toContain('không đúng');
    await world.says(lan, lan, `/start ${ownerCode}`);
    expect(world.last(lan).text).toContain('sau 10 phút');
    await world.fastForward('11m');
    await world.says(lan, lan, `/start ${ownerCode}`);
    expect(world.last(lan).text).toContain('quản trị chính');
  });

  test('units are added, listed and bound to groups', async () => {
    world = await startWorld(backend);
    const hanh = await world.owner();
    const groups: Record<string, number> = {};
    for (const line of tree) await world.says(hanh, hanh, `/units add ${line}`);
    for (const [code, title] of [
      ['HUYEN', 'Huyện Mẫu Sơn'],
      ['XA01', 'Xã An Bình'],
      ['XA02', 'Xã An Hòa'],
    ] as const) {
      await world.says(hanh, hanh, `/invite ${code}`);
      const bind = /\/\S+ [2-9A-HJ-NP-Z]{10}\b/.exec(world.last(hanh).text)![0];
      groups[code] = world.group(title, [hanh]);
      await world.says(hanh, groups[code], bind);
    }
    expect(world.last(groups['XA01']!).text).toContain('Nhóm này đã gắn với XA01 – Xã An Bình.');
    await world.says(hanh, hanh, '/donvi');
    expect(world.last(hanh).text).toContain('3 đơn vị, 3 đơn vị đã có nhóm');
    expect(world.last(hanh).text).toContain('XA02 Xã An Hòa #xa – có nhóm');
  });
});
