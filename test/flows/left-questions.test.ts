import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { backends } from '../harness/database.js';
import { openCommunes, type Communes } from './communes.js';

/** The answer to `/sua 1` is about work that is out: it must be meant, and what it would change is shown first. */
describe.each(backends)('a question that was left on %s', (backend) => {
  let on: Communes;
  beforeAll(async () => {
    on = await openCommunes(backend);
    await on.task();
  });
  afterAll(() => on.world.stop());

  const title = async () => (await on.db().directive.findFirstOrThrow({ where: { number: 1 } })).title;

  test.each(['/nhac 1', '/donvi', '/giahan 1 hôm qua'])('for %s takes no more words', async (other) => {
    expect(await on.asks('/sua 1')).toContain('Nội dung mới của #1');
    await on.asks(other);
    expect(await on.asks('cảm ơn em')).toContain('nên chưa ghi gì');
    expect(await title()).toBe('Rà soát cống thoát nước');
  });

  test('to look something up still stands', async () => {
    const calls = () => on.world.telegram.calls().filter(({ chatId }) => (chatId ?? 0) < 0).length;
    const before = calls();
    await on.asks('/sua 1');
    await on.asks('/tiendo 1');
    await on.asks('/viec');
    expect(await on.asks('cảm ơn em')).toContain('XEM TRƯỚC – chưa sửa');
    await on.world.fastForward('1m');
    expect([await title(), calls()]).toEqual(['Rà soát cống thoát nước', before]);
    await on.world.presses(on.hanh, on.hanh, 'Bỏ');
    expect(on.last(on.hanh)).toBe('Đã bỏ, không sửa #1.');
    // The question was answered: these words are meant for nobody.
    expect(await on.asks('Rà soát cống, rãnh')).toContain('nên chưa ghi gì');
    expect([await title(), calls()]).toEqual(['Rà soát cống thoát nước', before]);
  });

  test('is not answered by a slip of the finger', async () => {
    await on.asks('/sua 1');
    for (const slip of ['/', '// ', '/ giao'])
      expect(await on.asks(slip)).toContain('Sau dấu / hãy gõ liền tên lệnh');
    expect(await title()).toBe('Rà soát cống thoát nước');
    await on.asks('/huy');
  });

  test('a review of nothing and a wrong code for linking say what to do', async () => {
    expect(await on.asks('/soket')).toBe('Hãy ghi số của việc cần sơ kết, ví dụ: /soket 12.');
    expect(await on.asks('/lienket 123')).toContain('Hãy gõ /lienket ở tài khoản kia');
  });
});
