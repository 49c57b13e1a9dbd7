import { afterEach, describe, expect, test } from 'vitest';
import { backends } from '../harness/database.js';
import { startWorld, type World } from '../harness/world.js';

describe.each(backends)('what people are told while they write on %s', (backend) => {
  let world: World;
  afterEach(() => world.stop());

  test('no lines where the bot asks step by step', async () => {
    world = await startWorld(backend, { rate: 'off' });
    const hanh = await world.owner();
    await world.bindUnits(hanh, ['XA01 Xã An Bình']);
    await world.says(hanh, hanh, '/giao');
    await world.says(hanh, hanh, 'XA99');
    expect(world.last(hanh).text).toMatch(/^Không có đơn vị hoặc nhãn: XA99.*Hãy gửi lại nơi nhận\.$/);
    await world.says(hanh, hanh, '/giao XA99\nKiểm kê');
    expect(world.last(hanh).text).toContain('Dòng đầu chỉ ghi nơi nhận');
  });

  test('what short months mean for the 31st', async () => {
    world = await startWorld(backend, { rate: 'off' });
    const hanh = await world.owner();
    await world.bindUnits(hanh, ['XA01 Xã An Bình']);
    const short = (day: number) => `Tháng không có ngày ${day} thì lấy ngày cuối tháng.`;
    await world.says(hanh, hanh, '/dinhky ngày 31 hằng tháng 8h XA01\nKiểm kê');
    expect(world.last(hanh).text).toContain(short(31));
    await world.says(hanh, hanh, '/dinhky ngày 5 hằng tháng 8h XA01\nKiểm kê');
    expect(world.last(hanh).text).toContain('XEM TRƯỚC');
    expect(world.last(hanh).text).not.toContain(short(5));
  });
});
