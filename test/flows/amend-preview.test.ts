import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { backends } from '../harness/database.js';
import type { Person, Where } from '../harness/people.js';
import { openCommunes, type Communes } from './communes.js';

/** What stands between `/sua 12` and the groups; that it does on every platform is told in change-anywhere.test.ts. */
describe.each(backends)('the preview of an amendment on %s', (backend) => {
  let on: Communes;
  let hanh: Person;
  let n: number;
  const inGroups = () => on.world.telegram.calls().filter(({ chatId }) => (chatId ?? 0) < 0).length;
  const directive = () => on.db().directive.findFirstOrThrow({ where: { number: n } });
  const texts = () => on.world.shown(on.xa01).map(({ text }) => text);
  const press = (label: string, who = hanh, where: Where = hanh) => on.world.presses(who, where, label);
  /** Presses what a message showed when it was new, whatever it shows by now. */
  const pressOld = async (message: number, data: string) => {
    const answered = await on.world.telegram.presses({
      chat: hanh.id,
      from: hanh.id,
      message,
      data,
      forged: true,
    });
    await on.world.settle();
    return answered?.text;
  };
  const shownLast = () => {
    const { id, text, buttons } = on.world.last(hanh);
    return { id, text, data: (label: string) => buttons.flat().find((one) => one.text === label)!.data! };
  };
  beforeAll(async () => {
    on = await openCommunes(backend);
    hanh = on.hanh;
  });
  afterAll(() => on.world.stop());
  afterEach(() => on.close(n));

  test('shows the message, what changed and how many groups; only the tap amends', async () => {
    n = await on.task();
    const before = inGroups();
    const shown = await on.asks(`/sua ${n}\nRà soát cống, rãnh\nChụp ảnh từng đoạn.\nhạn 17:00 01/12/2026`);
    const [title, , head, name, , body] = shown.split('\n');
    expect([title, head, name, body]).toEqual([
      `XEM TRƯỚC – chưa sửa. Các nhóm sẽ thấy #${n} như sau:`,
      `#${n} · Việc cần làm · Sửa lần 1`,
      'Rà soát cống, rãnh',
      'Chụp ảnh từng đoạn.',
    ]);
    expect(shown.split('――――――――――\n').slice(2).join('')).toBe(
      [
        'Và một tin báo:',
        `Sửa lần 1 của #${n}:`,
        'Tên việc mới: Rà soát cống, rãnh',
        'Nội dung đã thay đổi, xem tin được trả lời ở trên.',
        'Hạn mới: 17:00 thứ Ba 01/12/2026 (trước đây: 17:00 thứ Hai 30/11/2026)',
        'Sẽ cập nhật 2 nhóm.',
        'Hạn: 17:00 thứ Ba 01/12/2026 (ngày làm việc)',
      ].join('\n'),
    );
    await on.world.fastForward('5m');
    expect([(await directive()).version, inGroups()]).toEqual([1, before]);
    await press('Sửa ngay');
    expect(on.last(hanh)).toContain(`Đã sửa #${n}. Đang cập nhật 2 nhóm.`);
    await on.world.fastForward('1m');
    expect(
      texts().some((text) => text.startsWith(`#${n} · Việc cần làm · Sửa lần 1\nRà soát cống, rãnh`)),
    ).toBe(true);
    expect(texts().at(-1)).toContain(`Sửa lần 1 của #${n}:`);
  });

  test('counts the groups that would be told: none whose unit has a later deadline of its own', async () => {
    n = await on.task();
    await on.asks(`/giahan ${n} XA02 17:00 15/12/2026`);
    expect(await on.asks(`/sua ${n} hạn 17:00 04/12/2026`)).toContain('Sẽ cập nhật 1 nhóm.');
    await press('Sửa ngay');
    expect(on.last(hanh)).toContain('Đang cập nhật 1 nhóm.');
    await on.asks(`/sua ${n} Rà soát hố ga`);
    expect(on.last(hanh)).toContain('Sẽ cập nhật 2 nhóm.');
    await press('Bỏ');
  });

  test('amends once, however often and by however many it is pressed', async () => {
    n = await on.task();
    await on.asks(`/sua ${n} Rà soát hố ga`);
    const { id, data } = shownLast();
    const [apply, drop] = [data('Sửa ngay'), data('Bỏ')];
    const said = await Promise.all([pressOld(id, apply), pressOld(id, apply)]);
    expect(said.sort()).toEqual([`#${n} đã được sửa theo bản này rồi.`, 'Đã ghi']);
    expect(await pressOld(id, drop)).toBe(`#${n} đã được sửa theo bản này rồi.`);
    expect(await directive()).toMatchObject({ version: 2, title: 'Rà soát hố ga' });
    await on.world.fastForward('1m');
    expect(texts().filter((text) => text.startsWith(`Sửa lần 1 của #${n}`))).toHaveLength(1);
  });

  test('is void when newer words are typed, and says so', async () => {
    n = await on.task();
    await on.asks(`/sua ${n} Rà soát hố ga`);
    const { id, data } = shownLast();
    const apply = data('Sửa ngay');
    await on.asks(`/sua ${n} Rà soát hố thu`);
    expect(on.world.shown(hanh).find((one) => one.id === id)?.text).toBe(
      `Bản xem trước này của #${n} đã được thay bằng bản mới hơn.`,
    );
    expect(await pressOld(id, apply)).toBe('Tin này đã bỏ hoặc đã có bản mới thay thế.');
    await press('Sửa ngay');
    expect(await directive()).toMatchObject({ version: 2, title: 'Rà soát hố thu' });
  });

  test('changes nothing when somebody else changed it meanwhile, and tells what', async () => {
    n = await on.task();
    const boss = await another('Dung', 'admin');
    await on.asks(`/sua ${n} Rà soát hố ga`);
    await on.world.says(boss, boss, `/giahan ${n} 17:00 02/12/2026`);
    await on.world.says(boss, boss, `/sua ${n}\nRà soát mương\nCả mương nhánh.`);
    await press('Sửa ngay', boss, boss);
    const [version, before] = [(await directive()).version, inGroups()];
    await press('Sửa ngay');
    expect(on.last(hanh)).toBe(
      [
        `Chưa sửa gì: sau bản xem trước này, #${n} đã thay đổi. Nếu vẫn cần sửa, hãy gõ lại /sua ${n}.`,
        'Tên việc mới: Rà soát mương',
        'Hạn mới: 17:00 thứ Tư 02/12/2026 (trước đây: 17:00 thứ Hai 30/11/2026)',
        'Nội dung mới:',
        'Cả mương nhánh.',
      ].join('\n'),
    );
    expect([(await directive()).version, inGroups()]).toEqual([version, before]);
  });

  test.each([
    ['/dong', 'đã kết thúc'],
    ['/huy', 'đã hủy'],
  ])('changes nothing after %s', async (command, state) => {
    n = await on.task();
    await on.asks(`/sua ${n} Rà soát hố ga`);
    const { id, data } = shownLast();
    const apply = data('Sửa ngay');
    await on.asks(`${command} ${n}`);
    await pressOld(id, apply);
    expect(on.world.shown(hanh).find((one) => one.id === id)?.text).toBe(
      `#${n} ${state}, không thay đổi được nữa.`,
    );
    expect(await pressOld(id, apply)).toBe('Tin này đã bỏ hoặc đã có bản mới thay thế.');
    expect(await directive()).toMatchObject({ version: 1, title: 'Rà soát cống thoát nước' });
  });

  test('changes nothing once the new deadline has passed', async () => {
    n = await on.task();
    await on.asks(`/sua ${n} hạn 17:00 chiều nay`);
    await on.world.fastForward('1d');
    await press('Sửa ngay');
    expect(on.last(hanh)).toBe(
      `Chưa sửa gì: hạn mới trong bản này đã qua. Hãy gõ lại /sua ${n} với hạn khác.`,
    );
    expect((await directive()).version).toBe(1);
  });

  test('is decided on by its author or an administrator, who may still change it', async () => {
    n = await on.task();
    const { world } = on;
    const [chief, issuer] = [await another('Giang', 'admin'), await another('Em', 'issuer HUYEN')];
    const office = await world.bindOffice(hanh, [chief, issuer, on.chi]);
    await world.says(hanh, office, `/sua ${n} Rà soát hố ga`);
    for (const other of [issuer, on.chi]) await press('Sửa ngay', other, office);
    expect((await directive()).version).toBe(1);
    expect(await press('Sửa ngay', issuer, office)).toBe(
      'Chỉ người soạn hoặc quản trị viên mới quyết định được tin này.',
    );
    await press('Sửa ngay', chief, office);
    expect(await directive()).toMatchObject({ version: 2, title: 'Rà soát hố ga' });
    // A button from another chat, or one that nobody made.
    await on.asks(`/sua ${n} Rà soát mương`);
    const { id, data } = shownLast();
    const [, draft] = data('Sửa ngay').split(':');
    for (const forged of [`amend:${Number(draft) - 1}:apply`, 'amend:x:apply', `amend:${draft}:send`])
      expect(await pressOld(id, forged)).not.toBe('Đã ghi');
    expect((await directive()).version).toBe(2);
  });

  test('is forgotten when nobody decided for weeks', async () => {
    n = await on.give('/giao #xa hạn 17:00 30/12/2026');
    await on.asks(`/sua ${n} Rà soát hố ga`);
    const { id, data } = shownLast();
    const apply = data('Sửa ngay');
    await on.world.fastForward('16d');
    expect(await on.db().amendmentDraft.count()).toBe(0);
    expect(await pressOld(id, apply)).toContain('không còn dùng được');
    expect((await directive()).version).toBe(1);
  });

  async function inviteCode(what: string): Promise<string> {
    await on.asks(`/moi ${what}`);
    return /\b[2-9A-HJ-NP-Z]{10}\b/.exec(on.last(hanh))![0];
  }

  async function another(name: string, role: string): Promise<Person> {
    const who = on.world.person(name);
    await on.world.says(who, who, `/start ${await inviteCode(role)}`);
    return who;
  }
});
