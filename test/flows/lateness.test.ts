import { afterEach, describe, expect, test } from 'vitest';
import { backends } from '../harness/database.js';
import { startWorld, type World } from '../harness/world.js';

const tree = ['HUYEN UBND huyện', 'XA01 Xã An Bình under HUYEN', 'XA02 Xã Bình Minh under HUYEN'];

describe.each(backends)('lateness is fair on %s', (backend) => {
  let world: World;
  afterEach(() => world.stop());

  test('what the system or the platform held up is nobody’s lateness', async () => {
    world = await startWorld(backend, { rate: 'off' });
    const hanh = await world.owner();
    const groups = await world.bindUnits(hanh, tree);
    const say = (code: string, words: string) => world.says(hanh, groups[code]!, words);
    await world.until('2026-11-23T09:00');
    await world.says(hanh, hanh, '/giao XA01 XA02 hạn 17:00 23/11/2026 nhắc nhẹ\nKiểm tra kho vật tư');
    await world.presses(hanh, hanh, 'Gửi ngay');
    // The program is stopped for an hour, then the platform is away for forty minutes.
    await world.until('2026-11-23T10:00');
    await world.app.stop();
    world.clock.moveTo(new Date('2026-11-23T11:00:00+07:00'));
    await world.restart();
    await world.until('2026-11-23T16:00');
    world.telegram.fault({ method: 'sendMessage', kind: '502', times: 'always' });
    await world.says(hanh, hanh, '/viec');
    await world.until('2026-11-23T16:38');
    world.telegram.clearFaults();
    await world.until('2026-11-23T18:30');
    const outages = await world.app.runtime.db.outage.findMany({ orderBy: { startsAt: 'asc' } });
    const minutes = outages.map(({ startsAt, endsAt }) => Math.round((+endsAt - +startsAt) / 60_000));
    expect(outages.map(({ kind }) => kind)).toEqual(['system', 'platform']);
    expect(minutes[0]).toBe(60);
    expect(minutes[1]).toBeGreaterThanOrEqual(38);
    // Told once by its own clock, and not at all where all of it is ours.
    await say('XA01', '/baocao 1 xong');
    expect(world.last(groups['XA01']!).text).not.toContain('Muộn');
    await world.until('2026-11-23T19:00');
    await say('XA02', '/baocao 1 xong');
    await world.says(hanh, hanh, '/tiendo 1');
    const progress = world.last(hanh).text;
    expect(progress).toMatch(/Hoàn thành đúng hạn \(1\)\nXA01 Xã An Bình/);
    expect(progress).toMatch(
      /Hoàn thành muộn \(1\)\n• XA02 Xã Bình Minh: muộn 2 giờ, trong đó 1 giờ (3[89]|4\d) phút do hệ thống/,
    );
    await world.says(hanh, hanh, '/tonghop chi tiết');
    expect(world.last(hanh).text).toContain('XA02');
  });
});
