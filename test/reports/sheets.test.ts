import { readSheet } from 'read-excel-file/node';
import { describe, expect, test } from 'vitest';
import { buildSheets } from '../../core/report/sheets/build-sheets.js';
import { buildItemSheet } from '../../core/report/sheets/item-sheet.js';
import { buildReplySheet, mostReplies } from '../../core/report/sheets/reply-sheet.js';
import { parse } from 'csv-parse/sync';
import { renderCsv } from '../../reports/csv.js';
import { nameColumn, renderXlsx } from '../../reports/xlsx.js';
import { content, place, writingOf } from './example.js';
import { unpack } from './unpack.js';

const link = (replies: readonly number[]) => `https://t.me/c/1/${replies.at(-1)}`;
const evil = [
  '=HYPERLINK("http://x","bấm")',
  '+1+1',
  '-2',
  '@SUM(A1)',
  '\t=1',
  '＝1+1',
  'a\u0000b\u0007c',
  'dòng 1\ndòng "2"',
];
const hostile = {
  ...content,
  items: content.items.map((item, at) => ({
    ...item,
    words: evil[at] ?? '',
    result: null,
    difficulty: evil[at + 1] ?? null,
  })),
};
const workbook = (of = content) => {
  const writing = writingOf('vi', of, { link });
  const reply = {
    id: 7,
    assignmentId: 11,
    receivedAt: '2026-11-16T03:00:00.000Z',
    state: 'read',
    version: 1,
  } as const;
  return renderXlsx(
    [...buildSheets(writing), buildReplySheet(writing, [{ ...reply, text: '=1+1' }])],
    place.zone,
  );
};

describe('the workbook', () => {
  test('has a sheet a view with typed cells, cell by cell as approved', async () => {
    const file = Buffer.from(await workbook());
    const sheets = [
      'Số liệu chung',
      'Theo chỉ đạo',
      'Theo đơn vị',
      'Phần việc',
      'Ý kiến đơn vị',
      'Đính chính',
      'Các kỳ trước',
      'Phản hồi',
    ];
    const cells = Object.fromEntries(
      await Promise.all(sheets.map(async (name) => [name, await readSheet(file, name)] as const)),
    );
    await expect(`${JSON.stringify(cells, null, 1)}\n`).toMatchFileSnapshot('golden/workbook.json');
    expect(cells['Theo chỉ đạo']![2]!.slice(0, 2)).toEqual([14, 'Báo cáo sĩ số học sinh']);
    const due = cells['Theo chỉ đạo']![2]![3] as unknown as Date;
    expect(Math.round(due.getTime() / 1000)).toBe(Date.parse('2026-11-24T17:00:00Z') / 1000);
  });

  test('keeps the header in sight, filters every sheet and opens replies by a link', async () => {
    const files = unpack(await workbook());
    const pages = Object.keys(files).filter((path) => /worksheets\/sheet\d+\.xml$/.test(path));
    expect(pages).toHaveLength(8);
    for (const path of pages) {
      expect(files[path]).toMatch(/<pane [^>]*ySplit="1"[^>]*state="frozen"/);
      expect(files[path]).toMatch(/<\/sheetData><autoFilter ref="A1:[A-Z]+\d+"\/>/);
    }
    expect(files['xl/worksheets/sheet4.xml']).toContain('<f>HYPERLINK("https://t.me/c/1/9")</f>');
  });

  test('runs nothing that was typed in a chat', async () => {
    const files = unpack(await workbook(hostile));
    const formulas = Object.values(files).flatMap((xml) =>
      [...xml.matchAll(/<f>(.*?)<\/f>/g)].map(([, formula]) => formula),
    );
    expect(formulas.every((formula) => formula!.startsWith('HYPERLINK("https://t.me/c/1/'))).toBe(true);
    const rows = await readSheet(Buffer.from(await workbook(hostile)), 'Phần việc');
    expect(rows.map((row) => row[11])).toContain('=HYPERLINK("http://x","bấm")');
    expect(rows.map((row) => row[11])).toContain('abc');
  });

  test('names columns as spreadsheets do', () => {
    expect([1, 26, 27, 52, 703].map(nameColumn)).toEqual(['A', 'Z', 'AA', 'AZ', 'AAA']);
  });
});

describe('the CSV file', () => {
  const csv = (of = content) => renderCsv(buildItemSheet(writingOf('vi', of, { link })), place.zone);
  test('is as approved', async () => {
    await expect(csv()).toMatchFileSnapshot('golden/items.csv');
    expect(csv().charCodeAt(0)).toBe(0xfeff);
  });
  test('gives words that a spreadsheet would run an apostrophe, and comes back whole', () => {
    const rows: string[][] = parse(csv(hostile), { bom: true });
    expect(rows).toHaveLength(8);
    const cells = rows.slice(1).flat();
    expect(cells.filter((cell) => /^\s*[=+@\uff1d]/.test(cell) || /^\s*-\D/.test(cell))).toEqual([]);
    expect(cells).toContain('\'=HYPERLINK("http://x","bấm")');
    expect(cells).toContain("'-2");
    expect(cells).toContain('dòng 1\ndòng "2"');
  });
});

test('the sheet of replies says how many are not in it', () => {
  const [item] = content.items;
  const replies = Array.from({ length: mostReplies + 7 }, (_, id) => id + 1);
  const writing = writingOf('vi', { ...content, items: [{ ...item!, replies }] });
  const last = buildReplySheet(writing, []).rows.at(-1);
  expect(last?.[4]).toBe(
    'và 7 phản hồi khác không có trong bảng này: xem trong bản xuất toàn bộ (giaoban export)',
  );
  expect(buildReplySheet(writingOf('vi', content), []).rows).toEqual([]);
});
