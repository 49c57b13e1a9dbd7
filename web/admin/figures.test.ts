import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Browser } from '../../test/harness/browser.js';
import { browserOf, openDistrict, type District } from '../../test/harness/district.js';
import type { World } from '../../test/harness/world.js';

/** The example district with a week's work in it. */
let world: World;
let district: District;
let hanh: Browser;
const db = () => world.app.runtime.db;
const read = (query: Record<string, string>, who = hanh) =>
  who.get(`/admin/reports/read?${String(new URLSearchParams(query))}`);
const act = (name: string, form: Record<string, string>, query = '') =>
  hanh.post(`/admin/reports/read${query}`, { act: name, ...form });

beforeAll(async () => {
  ({ world, district, owner: hanh } = await openDistrict());
});
afterAll(() => world.stop());

/** A browser in which the clerk of TH01 is signed in: its lead. */
async function asLead(): Promise<Browser> {
  const clerk = { id: 'vd-th01-1', name: 'Lê Thị Mai' };
  await district.stage.says(clerk, district.groupOf('TH01').externalId, '/viec');
  const { browser, personId } = await browserOf(world, clerk.id);
  const own = { channel: 'sandbox', externalId: clerk.id, threadId: '' };
  const data = { ...own, role: 'private' as const, personId, title: clerk.name };
  await db().chat.upsert({ where: { channel_externalId_threadId: own }, create: data, update: {} });
  return browser;
}

describe('a report on the page', () => {
  test('says what the chat’s says, and each name opens the replies behind it', async () => {
    const { html } = await read({ period: 'tuần này' });
    expect(html).toContain('<h1>Tổng hợp tuần 48 (23/11–29/11/2026)</h1>');
    expect(html).toContain('Số liệu tạm tính, chưa chốt.');
    expect(html).toContain('Gửi đi: 27 lượt = 27 đã nhận + 0 lỗi + 0 chưa rõ.');
    const link = /href="(\/admin\/directives\/2\/XA03)(#reply-\d+)">XA03 #2</.exec(html);
    expect((await hanh.get(link![1]!)).html).toContain(`id="${link![2]!.slice(1)}"`);
  });

  test('is of one unit, or of one directive', async () => {
    const unit = (await read({ period: '', unit: 'th02' })).html;
    expect(unit).toContain('TH02 Trường Tiểu học Thanh Sơn');
    expect(unit).not.toContain('XA0');
    const life = (await read({ period: '#1' })).html;
    expect(life).toContain('Tổng hợp chỉ đạo #1');
    expect(life).not.toContain('Rà soát cống');
  });

  test.each([
    [{ period: 'mai kia' }, 'Chưa rõ kỳ báo cáo'],
    [{ period: 'tuần sau' }, 'chưa tới nên chưa có số liệu'],
    [{ period: '', unit: '"><script>' }, 'Không có đơn vị nào có mã &quot;&gt;&lt;script&gt;'],
    [{ period: '#99' }, 'Không có chỉ đạo #99'],
  ])('%o is asked for again, with what was typed', async (query, sentence) => {
    const { html } = await read(query);
    expect(html).toContain(sentence);
    if (query.period !== '') expect(html).toContain(`value="${query.period}"`);
  });

  test('shows a lead the own unit alone, on the page and in every file', async () => {
    const mai = await asLead();
    const { html } = await read({ period: '' }, mai);
    expect(html).toContain('TH01');
    expect(html).not.toMatch(/TH02|XA0|value="draft"/);
    expect((await read({ period: '', unit: 'TH02' }, mai)).html).toContain('chưa được phân quyền');
    const file = await mai.get('/admin/reports/file?period=&format=csv');
    expect(file.html).toContain('TH01');
    expect(file.html).not.toMatch(/TH02|XA0/);
    expect((await mai.get('/admin/reports/file?period=&unit=TH02&format=csv')).status).toBe(404);
  });

  test.each([
    ['docx', /^PK/, /^application\/vnd.openxml.*word/],
    ['xlsx', /^PK/, /^application\/vnd.openxml.*sheet/],
    ['pdf', /^%PDF/, /^application\/pdf/],
    ['csv', /Rà soát cống thoát nước/, /^text\/csv/],
    ['png', /^.PNG/, /^image\/png/],
  ])('can be taken home as %s', async (format, begins, type) => {
    const { status, headers, html } = await hanh.get(`/admin/reports/file?period=2026-W48&format=${format}`);
    expect(status).toBe(200);
    expect(html).toMatch(begins);
    expect(headers.get('content-type')).toMatch(type);
    expect(headers.get('content-disposition')).toContain(`attachment; filename="bao-cao-2026-W48.${format}"`);
    expect(headers.get('cache-control')).toBe('no-store');
  });
});

describe('the matrix', () => {
  const rowsOf = (html: string) =>
    [...html.matchAll(/<th scope="row"><a href="matrix\/(\w+)"/g)].map(([, code]) => code);
  const marksOf = (html: string, name: string) =>
    html.split('<tbody>')[1]!.split(`class="mark ${name}"`).length - 1;

  const countIn = (html: string, words: string) =>
    Number(new RegExp(`<strong>(\\d+)</strong> ${words}`).exec(html)?.[1]);

  test('counts as the report does, and every cell says its class and leads to the exchange', async () => {
    const { html } = await hanh.get('/admin/matrix');
    const report = (await read({ period: '' })).html;
    for (const [name, words] of [
      ['doneInTime', 'Xong đúng hạn'],
      ['openInTerm', 'Chưa xong, còn hạn'],
      ['openOverdue', 'Chưa xong, quá hạn'],
    ] as const)
      expect([words, marksOf(html, name)]).toEqual([words, countIn(report, words)]);
    expect(html).toContain(
      '<a class="mark openOverdue" href="directives/3/XA04" aria-label="Chưa xong, quá hạn">!</a>',
    );
    expect(html.match(/<td>–<\/td>/g)).toHaveLength(6 * 2 + 12);
  });

  test('is put in order and narrowed', async () => {
    expect(
      rowsOf((await hanh.get('/admin/matrix?sort=overdue')).html)
        .slice(0, 6)
        .every((code) => code!.startsWith('XA')),
    ).toBe(true);
    expect(rowsOf((await hanh.get('/admin/matrix?q=truong+thcs')).html)).toEqual(['TH03', 'TH04']);
    expect(rowsOf((await hanh.get('/admin/matrix?branch=XA04')).html)).toEqual(['XA04']);
    expect((await hanh.get('/admin/matrix?branch=x%22%3E&q=%3Cb%3E&page=9')).html).toContain(
      'Không có đơn vị nào khớp',
    );
  });

  test('of one unit shows what it was given, its weeks as a picture and a table, and how quickly it answers', async () => {
    await db().unit.update({ where: { code: 'XA02' }, data: { name: 'Xã <i>Hai</i>' } });
    const { html } = await hanh.get('/admin/matrix/xa02');
    expect(html).toContain('<h1>XA02 Xã &lt;i&gt;Hai');
    expect(html).toContain('Thời gian phản hồi (2 việc đã phản hồi): một nửa trong 20 phút');
    expect(html).toMatch(/<img src="data:image\/svg\+xml;base64,[\w+/=]+" alt="Bốn loại kết quả qua các kỳ"/);
    expect(html).toMatch(/<th scope="row">tuần 48<\/th><td>1<\/td><td>0<\/td><td>1<\/td><td>0<\/td>/);
    expect(html).toContain('href="/admin/directives/3/XA02"');
  });

  test('shows a lead the own unit alone', async () => {
    const mai = await asLead();
    expect(rowsOf((await mai.get('/admin/matrix')).html)).toEqual(['TH01']);
    expect((await mai.get('/admin/matrix/TH01')).status).toBe(200);
    expect((await mai.get('/admin/matrix/TH02')).status).toBe(404);
  });
});

describe('a draft', () => {
  const idIn = (address: string | null) => /id=(\d+)/.exec(address ?? '')![1]!;
  const publish = async (period: string) => {
    const id = idIn((await act('draft', { period })).to);
    expect((await act('publish', { id })).to).toBe(`/admin/reports/read?id=${id}`);
    await world.settle();
    return id;
  };

  test('waits for a word, and goes out once', async () => {
    const made = await act('draft', { period: '2026-W48' });
    const id = idIn(made.to);
    expect((await hanh.get(made.to!)).html).toContain('Đã lập bản thảo');
    expect((await hanh.get('/admin/reports')).html).toContain('Bản thảo chờ phát hành');
    expect(await db().delivery.count({ where: { kind: 'summary' } })).toBe(0);
    const again = idIn((await act('redo', { id })).to);
    expect((await act('publish', { id })).html).toContain('đã được xử lý');
    expect((await act('publish', { id: again }, `?id=${again}`)).status).toBe(303);
    await world.settle();
    expect(await db().delivery.count({ where: { kind: 'summary', state: 'sent' } })).toBeGreaterThan(15);
    expect((await act('publish', { id: again })).status).toBe(422);
    expect((await hanh.get('/admin/reports')).html).toContain('Tổng hợp số 1 – tuần 48');
  });

  test('is not for those who may not publish it', async () => {
    const id = idIn((await act('draft', { period: '2026-11' })).to);
    const mai = await asLead();
    expect((await mai.get(`/admin/reports/read?id=${id}`)).status).toBe(404);
    expect((await mai.get(`/admin/reports/file?id=${id}&format=csv`)).status).toBe(404);
    expect((await mai.get('/admin/reports')).html).not.toContain('Bản thảo');
    const tried = await mai.post('/admin/reports/read', { act: 'publish', id });
    expect(tried.html).toContain('chưa được phân quyền');
  });

  test('of a period that has a number is its next issue, and says what turned out otherwise', async () => {
    await district.answer('XA04', 2, 'xong, <b>nạo vét 2 tuyến</b>');
    await db().reply.updateMany({
      where: { text: { contains: '2 tuyến' } },
      data: { receivedAt: new Date('2026-11-25T01:00Z') },
    });
    const id = await publish('2026-W48');
    const { html } = await read({ id });
    expect(html).toContain('Lập lại lần 2');
    expect(html).toContain('Đính chính so với số 1');
    expect(html).toMatch(/href="\/admin\/directives\/2\/XA04#reply-\d+">XA04 #2/);
    expect(html).not.toContain('<b>nạo');
  });
});

test('directives that no longer stand side by side are a step further', async () => {
  const { issuerId, issuerChatId, unitIds } = await db().directive.findFirstOrThrow({ where: { number: 2 } });
  for (let number = 1_000; number < 1_050; number += 1)
    await db().directive.create({
      data: {
        ...{
          number,
          kind: 'task',
          state: 'open',
          audience: 'XA01',
          unitIds: [unitIds[0]!],
          title: 'A',
          body: '',
        },
        ...{ issuerId, issuerChatId, createdAt: world.clock.now(), sentAt: world.clock.now() },
        assignments: { create: { unitId: unitIds[0]! } },
      },
    });
  const shown = async (query: string) => {
    const { html } = await hanh.get(`/admin/matrix${query}`);
    return [...html.matchAll(/<th scope="col"><a href="directives\/(\d+)"/g)].map(([, number]) =>
      Number(number),
    );
  };
  const newest = await shown('');
  expect([newest.length, newest[0], newest.at(-1)]).toEqual([50, 1_049, 1_000]);
  expect(await shown('?set=2')).toContain(2);
  expect((await hanh.get('/admin/matrix?set=2&sort=overdue')).html).toMatch(/Chỉ đạo mới hơn/);
  expect((await hanh.get('/admin/matrix?set=99')).status).toBe(200);
});
