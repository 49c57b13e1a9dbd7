import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { backends } from '../harness/database.js';
import { openCommunes, type Communes } from './communes.js';

describe.each(backends)('units whose codes are digits alone on %s', (backend) => {
  let on: Communes;
  beforeAll(async () => {
    on = await openCommunes(backend);
    await on.asks(
      '/donvi thêm 1 Xã Số Một thuộc HUYEN\n01 Xã Không Một thuộc HUYEN\n26734 Xã Lớn thuộc HUYEN',
    );
    await on.give('/giao XA01, 1, 01, 26734 hạn 17:00 30/11/2026');
  });
  afterAll(() => on.world.stop());

  test.each([
    ['/tiendo #1', '#1 Rà soát cống thoát nước'],
    ['/tiendo 26734', '26734 Xã Lớn'],
    ['/tiendo 01', '01 Xã Không Một'],
    ['/tiendo đơn vị 1', '1 Xã Số Một'],
    ['/tiendo 99', 'Không có việc #99'],
    ['/nhatky 1', '#1'],
    ['/nhatky 26734', '26734 Xã Lớn'],
    ['/nhatky đơn vị 1', '1 Xã Số Một'],
  ])('%s tells %s', async (words, told) => {
    expect((await on.asks(words)).split('\n')[0]).toContain(told);
  });

  test('a number that is both is the directive, and it is said how to see the unit', async () => {
    const told = await on.asks('/tiendo 1');
    expect(told).toBe('Có cả đơn vị mang mã 1. Để xem đơn vị này, hãy gõ: /tiendo đơn vị 1');
    const [directive] = on.world.shown(on.hanh).slice(-2);
    expect(directive!.text).toContain('#1 Rà soát cống thoát nước');
  });
});
