import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { postSummary } from '../../jobs/post-summary.js';
import { remindDraft } from '../../jobs/remind-draft.js';
import { runTick } from '../../jobs/run-tick.js';
import { backends } from '../harness/database.js';
import type { Person } from '../harness/people.js';
import { startWorld, type World } from '../harness/world.js';

const tree = ['HUYEN UBND huyện', 'XA01 Xã An Bình under HUYEN', 'XA02 Xã Bình Minh under HUYEN'];

describe.each(backends)('reports in the chats on %s', (backend) => {
  let world: World;
  let hanh: Person;
  let office: number;
  let groups: Record<string, number>;
  beforeAll(async () => {
    const settings = { SUMMARY_KINDS: 'week,month', SUMMARY_DRAFT: 'on', ORG_NAME: 'UBND huyện Mẫu Sơn' };
    world = await startWorld(backend, { rate: 'off', now: '2026-11-26T08:00', settings });
    hanh = await world.owner();
    office = await world.bindOffice(hanh);
    groups = await world.bindUnits(hanh, tree);
    await runTick(world.app.runtime);
    await world.says(hanh, hanh, '/thethuc địa danh: Mẫu Sơn\nký hiệu: BC-UBND\nngười ký: Nguyễn Văn An');
    await world.says(hanh, hanh, '/giao XA01 XA02 hạn 17:00 26/11/2026\nKiểm tra kho vật tư');
    await world.presses(hanh, hanh, 'Gửi ngay');
    await world.says(hanh, groups['XA01']!, '/baocao 1 đã xong');
  });
  afterAll(() => world.stop());

  const reports = (where: number) => world.shown(where).filter(({ text }) => text.includes('Tổng hợp'));
  const files = (where: number) => world.shown(where).flatMap(({ attachments }) => attachments);
  /** The files that went out, by their names' endings; a photo has none. */
  const bytesOf = (ending: string) => {
    const stored = [...world.telegram.world.files.values()];
    return stored.filter(({ path }) => path.endsWith(ending)).at(-1)!.content;
  };

  test('a draft goes to the office alone, is gathered again and published once', async () => {
    await world.until('2026-11-27T16:01');
    expect(reports(office)).toHaveLength(1);
    expect(reports(office)[0]!.text).toContain('Bản thảo, chưa gửi các nhóm.');
    expect(reports(groups['XA01']!)).toHaveLength(0);
    expect(await world.app.runtime.db.summary.findMany({ select: { number: true } })).toEqual([
      { number: null },
    ]);
    await world.says(hanh, groups['XA02']!, '/baocao 1 đã xong');
    await world.presses(hanh, office, 'Lấy lại số liệu');
    expect(reports(office).at(-1)!.text).toContain('Xong muộn: 1 – 50%');
    await Promise.all([world.presses(hanh, office, 'Phát hành'), world.presses(hanh, office, 'Phát hành')]);
    await world.settle();
    const published = reports(office).filter(({ text }) => text.startsWith('Tổng hợp số 1 – tuần 48'));
    expect(published).toHaveLength(1);
    expect(reports(groups['XA01']!)).toHaveLength(1);
    expect(await world.app.runtime.db.summary.count()).toBe(1);
  });

  test('the office gets a picture with the words and the document', async () => {
    expect(files(office).map(({ kind }) => kind)).toEqual(['photo', 'document']);
    expect(bytesOf('.jpg').subarray(1, 4).toString()).toBe('PNG');
    const xml = strFromU8(unzipSync(bytesOf('.docx'))['word/document.xml']!);
    for (const words of [
      'Số: 01/BC-UBND',
      'Mẫu Sơn, ngày 27 tháng 11 năm 2026',
      'UBND HUYỆN MẪU SƠN',
      'Nguyễn Văn An',
    ])
      expect(xml).toContain(`>${words}<`);
  });

  test('whoever may watch has files of any report brought, and its whole text', async () => {
    await world.says(hanh, hanh, '/tonghop tuần này');
    await world.presses(hanh, hanh, 'Excel');
    expect(world.last(hanh).text).toBe('Tổng hợp tuần 48 (23/11–29/11/2026)\nUBND huyện Mẫu Sơn');
    expect(Object.keys(unzipSync(bytesOf('.xlsx')))).toContain('xl/worksheets/sheet8.xml');
    await world.says(hanh, hanh, '/tonghop #1');
    await world.presses(hanh, hanh, 'PDF');
    expect(bytesOf('.pdf').subarray(0, 5).toString()).toBe('%PDF-');
    await world.says(hanh, hanh, '/tonghop XA01 tháng 11');
    await world.presses(hanh, hanh, 'Toàn văn');
    expect(world.last(hanh).text).toContain('XA01: “đã xong”');
    expect(world.last(hanh).text).not.toContain('XA02');
  });

  test('a month is posted to the office on the morning after it, once, and to no unit', async () => {
    await world.until('2026-12-01T07:59');
    const before = reports(groups['XA01']!).length;
    world.clock.moveTo(new Date('2026-12-01T08:00:00+07:00'));
    const runs = await Promise.all(
      [1, 2].map(() => postSummary.run(world.app.runtime, 'monthly-summary:2026-11')),
    );
    expect(runs.map(({ posted }) => posted).sort()).toEqual([0, 1]);
    await runTick(world.app.runtime);
    await world.settle();
    const drafts = reports(office).filter(({ text }) => text.includes('Tổng hợp tháng 11/2026'));
    expect(drafts).toHaveLength(1);
    await world.presses(hanh, office, 'Phát hành');
    expect(reports(office).some(({ text }) => text.startsWith('Tổng hợp số 2 – tháng 11/2026'))).toBe(true);
    expect(reports(groups['XA01']!)).toHaveLength(before);
  });

  test('a draft that nobody publishes is brought to mind on three working mornings', async () => {
    const reminders = () => world.shown(office).filter(({ text }) => text.includes('vẫn chờ phát hành'));
    await world.until('2026-12-07T07:59');
    expect(reminders()).toEqual([]);
    world.clock.moveTo(new Date('2026-12-07T08:00:00+07:00'));
    const key = 'draft-reminder:2026-W49:1';
    const runs = await Promise.all([1, 2].map(() => remindDraft.run(world.app.runtime, key)));
    expect(runs.map(({ reminded }) => reminded).sort()).toEqual([0, 1]);
    await world.until('2026-12-08T08:01');
    expect(reminders().map(({ text }) => text)).toEqual(
      Array(2).fill('Bản thảo tổng hợp tuần 49 (30/11–06/12/2026) vẫn chờ phát hành; các nhóm chưa nhận.'),
    );
    await world.until('2026-12-10T09:00');
    expect(reminders()).toHaveLength(3);
    await world.presses(hanh, office, 'Phát hành');
    expect(reports(groups['XA01']!).at(-1)!.text).toContain('tuần 49');
  });

  test('of one that was published nobody is reminded', async () => {
    await world.until('2026-12-11T16:01');
    const before = world.shown(office).length;
    await world.presses(hanh, office, 'Phát hành');
    await world.until('2026-12-14T09:00');
    const texts = world
      .shown(office)
      .slice(before)
      .map(({ text }) => text);
    expect(texts.filter((text) => text.includes('vẫn chờ phát hành'))).toEqual([]);
    const { outcome } = await world.app.runtime.db.occurrence.findUniqueOrThrow({
      where: { key: 'draft-reminder:2026-W50:1' },
    });
    expect(outcome).toBe('not-needed');
  });
});
