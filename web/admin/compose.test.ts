import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { organise } from '../../test/harness/organisation.js';
import { lastOf, openStage, type Actor, type Stage } from '../../test/harness/stage.js';
import type { Answer, Browser } from '../../test/harness/browser.js';
import { browserOf } from '../../test/harness/district.js';
import { startWorld, type World } from '../../test/harness/world.js';

/** A district with two branches; XA01 has its group on Telegram, XA02 on Zalo, XA03 none. */
let world: World;
let stage: Stage;
let zalo: Stage;
let hanh: Actor;
let page: Browser;
const groups: Record<string, string> = {};
const db = () => world.app.runtime.db;
const draft = { kind: 'task', to: '#xa', title: 'Kiểm kê vật tư', body: 'Đếm áo phao.', due: '17h thứ 6' };
const send = (path: string, act: string, form: Record<string, string> = {}, who = page) =>
  who.post(`/admin/compose${path}`, { act, ...form });
/** The text of a page without its marks. */
const wordsOf = ({ html }: Answer) =>
  html
    .replace(/<[^>]*>/g, '\n')
    .replaceAll('&quot;', '"')
    .replaceAll('&lt;', '<')
    .replaceAll('&amp;', '&');
const review = async (form: Record<string, string>, who = page) => {
  const done = await send('', 'review', form, who);
  return /\/compose\/\d+$/.exec(done.to ?? '')?.[0].slice('/compose'.length) ?? wordsOf(done);
};
const heard = (code: string) =>
  (code === 'XA02' ? zalo : stage).shown(groups[code]!).filter(({ text }) => /^(KHẨN · )?#\d+ ·/.test(text));
beforeAll(async () => {
  world = await startWorld('servers', { platforms: ['telegram', 'zalo'], rate: 'off' });
  stage = openStage(world, 'telegram');
  zalo = openStage(world, 'zalo');
  const people = organise(stage);
  hanh = await people.owner();
  await people.addUnits(hanh, [
    'HUYEN Huyện',
    'XA01 Xã Một under HUYEN #xa',
    'XA02 Xã Hai under HUYEN #xa',
    'XA03 Xã Ba #xa',
  ]);
  const binh = await stage.person('Bình');
  groups['XA01'] = await people.bind('Xã Một', [binh], await people.inviteCode(hanh, 'XA01'));
  const dung = await zalo.person('Dũng');
  groups['XA02'] = await organise(zalo).bind('Xã Hai', [dung], await people.inviteCode(hanh, 'XA02'));
  ({ browser: page } = await browserOf(world, hanh.id));
});
afterAll(() => world.stop());

describe('the preview', () => {
  test('shows both platforms, and tells what the chat’s preview tells', async () => {
    await stage.says(hanh, hanh, '/giao #xa hạn 17h thứ 6\nKiểm kê vật tư\nĐếm áo phao.');
    const facts = lastOf(stage, hanh).text.split(/―+/).at(-1)!.trim().split('\n');
    expect(facts.length).toBeGreaterThan(5);
    const shown = wordsOf(await send('/preview', 'preview', draft));
    for (const fact of facts) expect(shown).toContain(fact);
    expect(shown).toMatch(/Telegram[\s\S]*bấm nút bên dưới[\s\S]*Zalo[\s\S]*@Bot Giao ban #/);
    const whole = await send('', 'preview', draft);
    expect([whole.status, whole.html.includes('value="17h thứ 6"')]).toEqual([200, true]);
    expect(await db().directive.count({ where: { state: 'draft' } })).toBe(1);
  });

  test('names every fault at once, keeps what was typed, and shows it as text', async () => {
    const form = { ...draft, to: 'XA99 <b>x</b>', title: '', due: '8h hôm qua', kind: 'collect', ask: '???' };
    const { status, html } = await send('', 'review', form);
    expect(status).toBe(422);
    for (const words of [
      'Không có đơn vị, nhãn hay nhóm nhận nào là: XA99',
      'Chưa có tên việc',
      'đã qua',
      'Chưa rõ cần báo số liệu gì',
    ])
      expect(html).toContain(words);
    expect(html).toContain('value="8h hôm qua"');
    expect(html).toContain('&lt;b&gt;x');
    expect(html).not.toMatch(/<b>x|dòng đầu/);
  });

  test('offers to move a deadline from a day off', async () => {
    const form = { ...draft, due: '17h chủ nhật' };
    expect(wordsOf(await send('/preview', 'preview', form))).toContain(
      'Ngày làm việc kế tiếp: 17:00 thứ Hai 30/11/2026',
    );
    expect((await send('', 'move', form)).html).toContain('value="17:00 30/11/2026"');
    const sunday = await review(form);
    const moved = await send(sunday, 'move');
    expect(wordsOf(await page.get(moved.to!))).toContain('Hạn: 17:00 thứ Hai 30/11/2026 (ngày làm việc)');
    expect(wordsOf(await page.get(`/admin/compose${sunday}`))).toContain('đã bỏ hoặc đã có bản mới');
  });

  test('of what is picked on the tree counts the units', async () => {
    const { html } = await page.get('/admin/compose');
    expect(html).toMatch(/value="HUYEN\+"\/><span>HUYEN và các cấp dưới<span class="count"> 3/);
    const shown = wordsOf(await send('/preview', 'preview', { ...draft, to: '-XA02', pick: 'HUYEN+' }));
    expect(shown).toContain('Nơi nhận: -XA02 HUYEN+ – 2 đơn vị, 1 nhóm nhận được ngay.');
  });
});

describe('a draft', () => {
  test('goes out once, however often and however quickly it is sent', async () => {
    const at = await review({
      ...draft,
      urgent: '1',
      plan: 'own',
      planWords: '2 ngày, mỗi sáng',
      acceptance: '1',
    });
    const both = await Promise.all([send(at, 'send'), send(at, 'send'), send(at, 'send')]);
    expect(both.map(({ status }) => status).sort()).toEqual([303, 422, 422]);
    const { number } = await db().directive.findFirstOrThrow({ where: { state: 'open' } });
    expect(both.find(({ to }) => to)!.to).toBe(`/admin/directives/${number}`);
    await world.settle();
    for (const code of ['XA01', 'XA02']) expect(heard(code)).toHaveLength(1);
    expect(heard('XA01')[0]!.text).toContain('KHẨN · #1 · Việc cần làm');
    const again = await send(at, 'send');
    expect([again.status, again.html.includes('Tin này đã được gửi rồi: #1')]).toEqual([422, true]);
    expect(again.html).toContain('href="/admin/directives/1"');
  });

  test('is changed without losing anything, and the one before is void', async () => {
    const form = {
      ...draft,
      kind: 'collect',
      ask: 'số lớp 0..50',
      plan: 'own',
      planWords: '2d, 3h, mỗi sáng',
      quorum: 'phụ trách',
    };
    const first = await review(form);
    const { html } = await page.get(`/admin/compose?draft=${first.slice(1)}`);
    for (const value of ['#xa', 'số lớp 0..50', '2d, 3h, mỗi sáng', '17:00 27/11/2026'])
      expect(html).toContain(`value="${value}"`);
    const next = await review({ ...form, title: 'Đếm lớp', replaces: first.slice(1) });
    const { answer, reminders } = await db().directive.findUniqueOrThrow({
      where: { id: Number(next.slice(1)) },
    });
    expect(answer).toEqual({ type: 'number', unit: 'lớp', min: 0, max: 50 });
    expect(reminders).toMatchObject({ name: null, beforeMs: [172_800_000, 10_800_000], eachMorning: true });
    expect((await send(first, 'send')).status).toBe(422);
  });

  test('waits for its time', async () => {
    const at = await review({ ...draft, title: 'Họp giao ban' });
    expect((await send(at, 'later', { when: 'hôm kia' })).html).toMatch(/đã qua[\s\S]*value="hôm kia"/);
    await send(at, 'later', { when: 'chiều nay' });
    expect(wordsOf(await page.get(`/admin/compose${at}`))).toContain('13:30 thứ Hai 23/11/2026');
    await world.fastForward('6h');
    expect(heard('XA02').at(-1)!.text).toContain('Họp giao ban');
  });

  test('belongs to whoever wrote it, and goes no further than they may send', async () => {
    const binh = await stage.person('Chi');
    await stage.says(binh, binh, '/start');
    const { personId, browser: one } = await browserOf(world, binh.id);
    expect((await one.get('/admin/compose')).status).toBe(403);
    const { id: unitId } = await db().unit.findUniqueOrThrow({ where: { code: 'XA01' } });
    await db().role.create({ data: { personId, kind: 'issuer', unitId } });
    const form = (await one.get('/admin/compose')).html;
    expect(form).toContain('value="XA01"');
    expect(form).not.toMatch(/value="(XA02|XA03|HUYEN)/);
    expect(await review({ ...draft, to: '', pick: 'XA02' }, one)).toContain(
      'không được phân quyền gửi tới: XA02',
    );
    const foreign = await review(draft);
    expect((await one.get(`/admin/compose${foreign}`)).status).toBe(404);
    expect((await send(foreign, 'send', {}, one)).status).toBe(404);
    const own = await review({ ...draft, to: 'all' }, one);
    await db().role.deleteMany({ where: { personId } });
    expect((await send(own, 'send', {}, one)).html).toContain('Chưa có quyền');
  });
});

describe('a file that goes along', () => {
  const pdf = Buffer.from('%PDF-1.7 kế hoạch');
  const upload = (act: string, fields: Record<string, string>, file?: File, who = page) => {
    const form = new FormData();
    for (const [name, value] of Object.entries({ act, ...fields })) form.set(name, value);
    if (file) form.set('file', file);
    return who.post('/admin/compose', form);
  };
  const fileOf = async (id: string) =>
    (await db().directive.findUniqueOrThrow({ where: { id: Number(id) } })).attachments;

  test('is taken by what it is, kept while the rest is changed, and sent where files can be', async () => {
    const words = { ...draft, title: 'Kế hoạch tuần' };
    const first = await upload('review', words, new File([pdf], '../Kế hoạch “48”.exe'));
    const id = first.to!.split('/').at(-1)!;
    expect(await fileOf(id)).toMatchObject([{ kind: 'document', name: 'Kế hoạch “48”.exe.pdf' }]);
    expect((await page.get(`/admin/compose?draft=${id}`)).html).toContain('Bỏ tệp đang gửi kèm');
    const next = await upload('review', { ...words, body: 'Xem tệp.', replaces: id });
    expect(await fileOf(next.to!.split('/').at(-1)!)).toEqual(await fileOf(id));
    expect((await page.get(next.to!)).html).toContain('Kèm tệp: Kế hoạch “48”.exe.pdf');
    const sent = await page.post(next.to!, { act: 'send' });
    await world.settle();
    const stored = [...world.telegram.world.files.values()].at(-1)!;
    expect([stored.path.endsWith('.pdf'), Buffer.from(stored.content)]).toEqual([true, pdf]);
    expect(heard('XA02').at(-1)!.text).toContain('có kèm tệp Kế hoạch “48”.exe.pdf');
    const { html } = await page.get(sent.to!);
    const address = /href="(\/admin\/files\/\d+)"/.exec(html)![1]!;
    const { status, headers } = await page.get(address);
    expect(status).toBe(200);
    expect(headers.get('content-type')).toBe('application/octet-stream');
    expect(headers.get('content-disposition')).toContain("filename*=UTF-8''K%E1%BA%BF%20ho%E1%BA%A1ch");
    expect((await page.get('/admin/files/999')).status).toBe(404);
  });

  test('is left out when it is no longer wanted, and refused when it is none that an office sends', async () => {
    const first = await upload('review', draft, new File([pdf], 'a.pdf'));
    const id = first.to!.split('/').at(-1)!;
    const next = await upload('review', { ...draft, replaces: id, dropFile: '1' });
    expect(await fileOf(next.to!.split('/').at(-1)!)).toEqual([]);
    const before = await db().upload.count();
    const page1 = await upload('review', draft, new File(['<script>alert(1)</script>'], 'a.pdf'));
    expect([page1.status, page1.html.includes('Chỉ gửi kèm được')]).toEqual([422, true]);
    expect(page1.html).toContain('Hãy chọn lại tệp a.pdf');
    const large = await upload('review', draft, new File([pdf, new Uint8Array(11 * 1024 * 1024)], 'a.pdf'));
    expect([large.status, large.html.includes('nặng quá 10 MB')]).toEqual([413, true]);
    expect(await db().upload.count()).toBe(before);
  });
});

test('what waits for its time is found in the list, and opened, changed or dropped from there', async () => {
  const at = await review({ ...draft, title: 'Giao ban thứ Hai' });
  await send(at, 'later', { when: 'sáng mai' });
  const { html } = await page.get('/admin/directives?state=scheduled');
  expect(html).toContain(`<a href="/admin/compose${at}"><strong>Giao ban thứ Hai`);
  expect((await page.get(`/admin/compose${at}`)).html).toContain('value="drop"');
  await send(at, 'drop');
  expect((await page.get('/admin/directives?state=scheduled')).html).not.toContain(
    '<strong>Giao ban thứ Hai',
  );
});

test('templates and recipients are saved here and used on both sides', async () => {
  const form = { ...draft, name: 'kiemke', body: 'Đếm <i>đủ</i>.' };
  expect((await send('', 'saveTemplate', { ...form, name: '' })).html).toContain('Hãy ghi tên để lưu');
  const kept = await send('', 'saveTemplate', form);
  const { html } = await page.get(kept.to!);
  expect(html).toContain('Đã lưu mẫu kiemke');
  expect(html).toMatch(/Đếm &lt;i&gt;đủ/);
  await send('', 'saveAudience', { to: '#xa -XA02', name: 'vungcao' });
  expect((await page.get('/admin/compose')).html).toContain('value="vungcao"');
  await stage.says(hanh, hanh, '/mau kiemke vungcao');
  expect(lastOf(stage, hanh).text).toContain('Nơi nhận: vungcao – 2 đơn vị');
});
