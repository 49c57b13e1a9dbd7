import { afterEach, describe, expect, test } from 'vitest';
import { everywhere, type Cast } from '../harness/casts.js';
import type { World } from '../harness/world.js';
import { openTown, type Town } from './town.js';

/** The practice page has no platform that could be away; on the embedded default one shows it. */
const withPlatform: Cast[] = everywhere.filter(
  ({ backend, platform }) => platform === 'telegram' || (backend === 'servers' && platform !== 'sandbox'),
);
const always = { kind: '502', times: 'always' } as const;

/** Lets every call of the platform fail; returns what ends it. */
function breakPlatform({ telegram, zalo, oa }: World, platform: Cast['platform']): () => void {
  if (platform === 'telegram') telegram.fault({ method: 'sendMessage', ...always });
  if (platform === 'zalo') zalo!.fault({ method: 'sendMessage', ...always });
  if (platform === 'zalo-oa') oa!.fault({ method: 'group/*', ...always });
  return () => {
    telegram.clearFaults();
    zalo?.clearFaults();
    oa?.clearFaults();
  };
}

describe.each(withPlatform)('while $title is away', (cast) => {
  let on: Town;
  afterEach(() => on.world.stop());

  test('nobody is late for it, and what is late says how much of it is ours', async () => {
    on = await openTown(cast, { SUMMARY_KINDS: 'year' });
    const { world, binh, chi, xa01, xa02, asks, hanh } = on;
    await world.until('2026-11-23T09:00');
    const n = await on.give('/giao #xa hạn 17:00 23/11/2026 nhắc nhẹ\nKiểm tra kho vật tư');
    await world.until('2026-11-23T16:00');
    const mend = breakPlatform(world, cast.platform);
    await on.says(chi, xa02, '/viec'); // what it answers cannot go out
    await world.until('2026-11-23T16:40');
    mend();
    await world.until('2026-11-23T17:30');
    const outages = await on.db().outage.findMany({ where: { kind: 'platform' } });
    expect(outages.map(({ channel }) => channel)).toEqual([cast.platform]);
    expect(await asks(binh, xa01, `#${n} xong`)).not.toContain('Muộn');
    await world.until('2026-11-23T19:00');
    expect(await asks(chi, xa02, `#${n} xong`)).toContain('Muộn 2 giờ');
    const progress = await asks(hanh, hanh, `/tiendo ${n}`);
    expect(progress).toMatch(/Hoàn thành đúng hạn \(1\)\nXA01 Xã An Bình/);
    expect(progress).toMatch(
      /Hoàn thành muộn \(1\)\n• XA02 Xã Bình Minh: muộn 2 giờ, trong đó (3\d|4\d) phút do hệ thống/,
    );
  });
});
