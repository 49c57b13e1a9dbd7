import { readSheet } from 'read-excel-file/node';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { backends } from '../harness/database.js';
import type { Person } from '../harness/people.js';
import { startWorld, type World } from '../harness/world.js';

const tree = ['HUYEN UBND huyện', 'XA01 Xã An Bình under HUYEN', 'XA02 Xã Bình Minh under HUYEN'];

describe.each(backends)('what a signed report says on %s', (backend) => {
  let world: World;
  let hanh: Person;
  let office: number;
  let groups: Record<string, number>;
  let said: number;
  beforeAll(async () => {
    world = await startWorld(backend, {
      rate: 'off',
      now: '2026-11-26T08:00',
      settings: { SUMMARY_KINDS: 'week' },
    });
    hanh = await world.owner();
    office = await world.bindOffice(hanh);
    groups = await world.bindUnits(hanh, tree);
    await world.says(hanh, hanh, '/giao XA01 XA02 hạn 17:00 27/11/2026\nRà soát hộ vùng trũng');
    await world.presses(hanh, hanh, 'Gửi ngay');
    await world.says(hanh, hanh, '/solieu XA01 XA02 hạn 17:00 27/11/2026\nSố áo phao còn dùng được');
    await world.presses(hanh, hanh, 'Gửi ngay');
    said = await world.says(
      hanh,
      groups['XA01']!,
      '/baocao 1 Kết quả: 120/120 hộ đã ký cam kết. Khó khăn: thiếu bạt che.',
    );
    await world.says(hanh, groups['XA02']!, '/baocao 2 45 cái. Khó khăn: kho dột');
    await world.says(hanh, hanh, '/giao XA01 XA02 hạn 17:00 30/11/2026\nDọn kênh mương');
    await world.presses(hanh, hanh, 'Gửi ngay');
    await world.says(hanh, groups['XA01']!, '/baocao 3 đang vướng vì thiếu máy xúc');
    await world.says(hanh, hanh, '/dong 3');
    await world.until('2026-11-27T16:01');
  });
  afterAll(() => world.stop());

  const workbook = async () => {
    await world.says(hanh, hanh, '/tonghop tuần 48');
    await world.presses(hanh, hanh, 'Excel');
    const stored = [...world.telegram.world.files.values()];
    return Buffer.from(stored.filter(({ path }) => path.endsWith('.xlsx')).at(-1)!.content);
  };

  test('difficulties of what was done are told, with work and with a figure', async () => {
    await world.says(hanh, hanh, '/tonghop tuần này chi tiết');
    const { text } = world.last(hanh);
    expect(text).toContain('Xong đúng hạn (1): XA01');
    expect(text).toContain('– XA01 #1: thiếu bạt che');
    expect(text).toContain('– XA02 #2: kho dột');
  });

  test('what was closed is told as closed, and neither waits for a decision nor comes next', async () => {
    await world.says(hanh, hanh, '/tonghop tuần này chi tiết');
    const { text } = world.last(hanh);
    expect(text).toContain('Đã kết thúc: ');
    expect(text).toContain('– XA01 #3: thiếu máy xúc');
    expect(text).not.toContain('Cần quyết định');
    expect(text).toContain('– #1 Rà soát hộ vùng trũng: còn 1 đơn vị');
    expect(text).not.toContain('– #3 Dọn kênh mương');
  });

  test('the replies behind a frozen report stand in it as they were', async () => {
    await world.until('2026-12-01T09:00');
    const before = await readSheet(await workbook(), 'Phản hồi');
    await world.edits(groups['XA01']!, said, '/baocao 1 mới được 60%');
    const after = await readSheet(await workbook(), 'Phản hồi');
    expect(after).toEqual(before);
    expect(JSON.stringify(after)).toContain('120/120 hộ');
    await world.says(hanh, hanh, '/tonghop tuần này chi tiết');
    expect(world.last(hanh).text).toContain('60%');
  });

  test('/soket takes a number alone', async () => {
    await world.says(hanh, hanh, '/soket 2');
    expect(world.last(hanh).text).toContain('#2');
    await world.says(hanh, hanh, '/soket');
    expect(world.last(hanh).text).toBe('Hãy ghi số của việc cần sơ kết, ví dụ: /soket 12.');
  });

  test('an entry by hand is told as one', async () => {
    await world.says(hanh, hanh, '/ghithay 1 XA02 xong');
    await world.says(hanh, hanh, '/tonghop tuần này chi tiết');
    expect(world.last(hanh).text).toContain('1 sửa tay');
  });

  test('an office is given the whole of it', () => {
    const brief = world.shown(office).find(({ text }) => text.includes('Tổng hợp số 1'));
    expect(brief?.text).toContain('Có vướng mắc: XA01 (#1 #3), XA02 (#2)');
  });

  test('a unit reads in its own part what was closed', () => {
    const part = world.shown(groups['XA01']!).find(({ text }) => text.includes('Tổng hợp số 1'));
    expect(part?.text).toMatch(/#3 Dọn kênh mương\n.*\nĐã kết thúc: /);
  });
});
