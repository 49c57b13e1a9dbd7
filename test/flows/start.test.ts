import { afterEach, describe, expect, test } from 'vitest';
import { backends } from '../harness/database.js';
import { startWorld, type World } from '../harness/world.js';

describe.each(backends)('the bot on %s', (backend) => {
  let world: World;
  afterEach(() => world.stop());

  test('answers an unknown command with what to do, once, also when the update comes twice', async () => {
    world = await startWorld(backend);
    const lan = world.person('Lan');
    world.telegram.duplicateNextUpdate();
    await world.says(lan, lan, '/khonghieu');
    expect(world.shown(lan).map(({ text }) => text)).toEqual([
      'Không có lệnh /khonghieu. Gõ /trogiup để xem các lệnh dùng được.',
    ]);
  });
});
