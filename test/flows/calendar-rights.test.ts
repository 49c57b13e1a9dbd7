import { afterEach, describe, expect, test } from 'vitest';
import { parseContent } from '../../core/summary/content-schema.js';
import { backends } from '../harness/database.js';
import { openChased, type Chased } from './chased.js';

/** Who may set the calendar, and who is not counted by it. The world begins on Monday 23 November 2026, 8:00. */
describe.each(backends)('the calendar and its people on %s', (backend) => {
  let chased: Chased;
  afterEach(() => chased.world.stop());

  test('only who may set it sets it, for the own branch, and a viewer sees it', async () => {
    chased = await openChased(backend);
    const people = { lan: chased.world.person('Lan', 'lan'), chi: chased.world.person('Chi', 'chi') };
    for (const person of Object.values(people)) await chased.asks('/start', person);
    await chased.asks('/roles grant issuer XA01 @lan');
    await chased.asks('/roles grant viewer @chi');
    expect(await chased.asks('/lich nghỉ XA01 26/11', people.lan)).toContain('Đã đặt ngày nghỉ');
    const refused = 'chưa được phân quyền';
    for (const words of ['nghỉ 26/11', 'nghỉ XA02 26/11', 'giờ XA02 7h-16h T2-T6', 'miễn XA02 26/11'])
      expect(await chased.asks(`/lich ${words}`, people.lan), words).toContain(refused);
    for (const words of [
      'nghỉ 26/11',
      'làm bù 28/11',
      'bỏ 26/11',
      'giờ XA01 7h-16h T2-T6',
      'miễn XA01 26/11',
    ])
      expect(await chased.asks(`/lich ${words}`, people.chi), words).toContain(refused);
    expect(await chased.asks('/lich', people.chi)).toContain('thứ Năm 26/11/2026');
    expect(await chased.asks('/lich nghỉ 26/11', chased.world.person('Bình'))).toContain(refused);
  });

  test('a unit on leave over the deadline is in none of the four classes', async () => {
    chased = await openChased(backend);
    await chased.world.bindOffice(chased.hanh);
    await chased.send('/giao XA01 XA02 hạn 17:00 25/11/2026', 'Kiểm tra kho vật tư');
    await chased.asks('/lich miễn XA02 24/11 đến 26/11 tập huấn');
    await chased.world.until('2026-11-27T17:00');
    const { content } = await chased.world.app.runtime.db.summary.findFirstOrThrow({
      orderBy: { id: 'desc' },
    });
    const { items } = parseContent(content);
    expect(items.map((item) => [item.unitId, item.class])).toEqual([
      [await chased.unitId('XA01'), 'openOverdue'],
    ]);
  });
});
