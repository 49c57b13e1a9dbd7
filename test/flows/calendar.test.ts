import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { backends } from '../harness/database.js';
import type { Person } from '../harness/people.js';
import { startWorld, type World } from '../harness/world.js';

const tree = ['HUYEN UBND huyện', 'XA01 Xã An Bình under HUYEN', 'XA02 Xã Bình Minh under HUYEN'];
// A whole program starts in each test, maybe on a busy machine. The world begins on Monday 23 November 2026, 8:00.
vi.setConfig({ testTimeout: 60_000 });

describe.each(backends)('the working calendar on %s', (backend) => {
  let world: World;
  let hanh: Person;
  let groups: Record<string, number>;
  beforeEach(async () => {
    world = await startWorld(backend);
    hanh = await world.owner();
    groups = await world.bindUnits(hanh, tree);
  });
  afterEach(() => world.stop());

  const says = async (text: string, person = hanh) => {
    await world.says(person, person, text);
    return world.last(person).text;
  };
  const texts = (code: string) => world.shown(groups[code]!).map(({ text }) => text);

  test('takes days off and swap days, shows them, and reads deadlines by them', async () => {
    expect(await says('/lich nghỉ 26/11 đến 27/11 diễn tập')).toBe(
      'Đã đặt ngày nghỉ cho tất cả đơn vị: thứ Năm 26/11/2026 đến thứ Sáu 27/11/2026.',
    );
    expect(await says('/lich làm bù 28/11')).toBe(
      'Đã đặt ngày làm việc cho tất cả đơn vị: thứ Bảy 28/11/2026.',
    );
    expect(await says('/lich giờ XA01 7h-16h30 T2-T7')).toBe(
      'Giờ làm việc của XA01 Xã An Bình và cấp dưới: 07:00–16:30, thứ Hai đến thứ Bảy.',
    );
    const shown = await says('/calendar');
    expect(shown).toContain('– thứ Năm 26/11/2026: nghỉ (diễn tập)');
    expect(shown).toContain('– thứ Bảy 28/11/2026: làm việc');
    expect(shown).toContain('– thứ Sáu 01/01/2027: nghỉ (lễ, Tết hoặc nghỉ bù)');
    expect(shown).toContain('– XA01: 07:00–16:30, thứ Hai đến thứ Bảy');
    expect(await says('/lich XA01')).toContain('Giờ làm việc: 07:00–16:30, thứ Hai đến thứ Bảy.');
    expect(await says('/giao XA01 hạn 3 ngày làm việc\nKiểm kê vật tư')).toContain(
      'Hạn: 17:00 thứ Bảy 28/11/2026 (ngày làm việc)',
    );
    expect(await says('/lich bỏ 28/11')).toContain('Đã bỏ ngày đặt riêng của tất cả đơn vị');
    expect(await says('/lich bỏ 28/11')).toContain('không có gì để bỏ');
    expect(await says('/lich nghỉ 31/2')).toContain('Không có ngày “31/2”');
  });

  test('offers to move a deadline off a day off', async () => {
    const preview = await says('/giao XA01 hạn chủ nhật\nKiểm kê vật tư');
    expect(preview).toContain('Hạn: 17:00 Chủ nhật 29/11/2026 (ngày nghỉ)');
    expect(preview).toContain('Ngày làm việc kế tiếp: 17:00 thứ Hai 30/11/2026.');
    await world.presses(hanh, hanh, 'Dời sang ngày làm việc');
    expect(world.last(hanh).text).toContain('Hạn: 17:00 thứ Hai 30/11/2026 (ngày làm việc)');
    expect(
      world
        .last(hanh)
        .buttons.flat()
        .map((button) => (typeof button === 'string' ? button : button.text)),
    ).not.toContain('Dời sang ngày làm việc');
    await world.presses(hanh, hanh, 'Gửi ngay');
    await world.fastForward('20s');
    expect(texts('XA01')[0]).toContain('Hạn: 17:00 thứ Hai 30/11/2026');
  });

  test('excuses a unit on leave: neither reminded nor late, and back when the leave ends', async () => {
    await says('/giao all hạn 17:00 25/11/2026\nKiểm kê vật tư');
    await world.presses(hanh, hanh, 'Gửi ngay');
    await world.fastForward('20s');
    expect(await says('/lich miễn XA02 24/11 đến 26/11 tập huấn')).toBe(
      'XA02 Xã Bình Minh được miễn thứ Ba 24/11/2026 đến thứ Năm 26/11/2026: không bị nhắc, không tính muộn.' +
        ' 1 phần việc có hạn trong thời gian này được miễn.',
    );
    expect(await says('/tiendo 1')).toContain('XA02 Xã Bình Minh');
    await world.fastForward('48h');
    expect(texts('XA01').length).toBeGreaterThan(1);
    expect(texts('XA02')).toHaveLength(1);
    expect(await says('/lich miễn XA02 bỏ')).toContain('đã làm việc trở lại');
    expect(await says('/tiendo 1')).not.toContain('Được miễn');
    await world.fastForward('24h');
    expect(texts('XA02').length).toBeGreaterThan(1);
  });
});
