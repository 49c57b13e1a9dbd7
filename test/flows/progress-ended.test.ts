import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { backends } from '../harness/database.js';
import { openCommunes, type Communes } from './communes.js';

describe.each(backends)('the progress of what was cancelled on %s', (backend) => {
  let on: Communes;
  beforeAll(async () => {
    on = await openCommunes(backend);
  });
  afterAll(() => on.world.stop());

  test('says when that was and what was reported until then', async () => {
    const { binh, task, answer } = on;
    const n = await task();
    await answer(binh, n, 'đang làm 40%');
    await on.asks(`/huy ${n}`);
    const said = await on.asks(`/tiendo ${n}`);
    expect(said).toContain('đã hủy lúc 08:');
    expect(said).toContain('23/11/2026; đến lúc đó các đơn vị đã báo như sau');
    expect(said).toContain('• XA01 Xã An Bình: 40%');
    expect(said).toContain('Chưa trả lời (1)');
  });

  test('says that nobody had answered, and of one that was merged where it counts', async () => {
    const { task } = on;
    const n = await task();
    await on.asks(`/huy ${n}`);
    expect(await on.asks(`/tiendo ${n}`)).toContain('đến lúc đó chưa có đơn vị nào trả lời');
    const [from, into] = [await task(), await task()];
    await on.asks(`/gop ${from} ${into}`);
    expect(await on.asks(`/tiendo ${from}`)).toContain(`#${into}`);
  });
});
