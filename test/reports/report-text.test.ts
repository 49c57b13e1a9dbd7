import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { plainText } from '../../core/message.js';
import { toRichText } from '../../core/report/block.js';
import { buildBrief } from '../../core/report/brief.js';
import { buildReport } from '../../core/report/build-report.js';
import { buildUnitReport } from '../../core/report/unit-report.js';
import { parseContent, packContent } from '../../core/summary/content-schema.js';
import { ItemInTable } from '../../core/summary/item-in-table.js';
import { cutContent, splitByUnit } from '../../core/summary/cut-content.js';
import type { SummaryItem } from '../../core/summary/summary-content.js';
import { viewSummary } from '../../core/summary/summary-view.js';
import type { Locale } from '../../locales/texts.js';
import { content, empty, units, writingOf } from './example.js';

const whole = (locale: Locale, of = content, number: number | null = 31) =>
  plainText(toRichText(buildReport(writingOf(locale, of, { number }))));
const brief = (locale: Locale, of = content) => plainText(buildBrief(writingOf(locale, of)));
const part = (locale: Locale, unitId: number) => {
  const unit = units.find(({ id }) => id === unitId);
  const name = unit ? `${unit.code} ${unit.name}` : 'XA09 Xã Kim Sơn';
  return plainText(buildUnitReport(writingOf(locale, splitByUnit(content)(unitId), { name })));
};

/** An item's facts as fields of its own, from wherever it is read. */
const factsOf = (item: SummaryItem) =>
  Object.fromEntries(facts.map((name) => [name, item[name as keyof SummaryItem]]));
const facts = Object.getOwnPropertyNames(ItemInTable.prototype).filter(
  (name) => name !== 'constructor' && name !== 'text',
);

describe('the report in words', () => {
  test.each(['vi', 'en'] as const)(
    'in %s: whole, on one screen, one unit, an empty period',
    async (locale) => {
      await expect(whole(locale)).toMatchFileSnapshot(`golden/report.${locale}.txt`);
      await expect(brief(locale)).toMatchFileSnapshot(`golden/brief.${locale}.txt`);
      await expect(part(locale, 2)).toMatchFileSnapshot(`golden/unit.${locale}.txt`);
      await expect([whole(locale, empty), part(locale, 99)].join('\n\n')).toMatchFileSnapshot(
        `golden/empty.${locale}.txt`,
      );
    },
  );

  test('one screen of a phone, and under a picture, whatever there is to say', () => {
    const many = Array.from({ length: 200 }, (_, at) => ({
      ...content.items[1]!,
      ...{ assignmentId: 1000 + at, proposal: `kiến nghị ${'rất dài '.repeat(20)} ${at}` },
    }));
    const text = brief('vi', { ...content, items: [...content.items, ...many] });
    expect(text.length).toBeLessThan(1300);
    expect(text.split('\n').length).toBeLessThan(30);
    expect(text).toContain('và 198 nội dung khác');
  });

  test('figures that are not frozen have no number and say so', () => {
    expect(whole('vi', content, null).split('\n').slice(0, 4)).toEqual([
      'Tổng hợp tuần 47 (16/11–22/11/2026)',
      'UBND huyện Mẫu Sơn',
      'Số liệu từ 16:00 thứ Sáu 13/11/2026 đến 16:00 thứ Sáu 20/11/2026.',
      'Số liệu tạm tính, chưa chốt.',
    ]);
  });

  test('a name opens the replies behind it', () => {
    const link = (replies: readonly number[]) => `https://t.me/c/1/${replies.at(-1)}`;
    const spans = toRichText(buildReport(writingOf('vi', content, { link })));
    expect(spans).toContainEqual({ text: 'XA02 (đang vướng, 60%)', link: 'https://t.me/c/1/9' });
    expect(spans.filter(({ text }) => text === 'TH01 (412 học sinh)')).toEqual([
      { text: 'TH01 (412 học sinh)', link: 'https://t.me/c/1/12' },
    ]);
  });
});

describe('what is frozen', () => {
  test('comes back equal from the form in which it is kept', () => {
    const back = parseContent(JSON.parse(JSON.stringify(packContent(content))));
    expect({ ...back, items: back.items.map(factsOf) }).toEqual({
      ...content,
      items: content.items.map(factsOf),
    });
    const packed = packContent(content);
    expect(() => parseContent({ ...packed, items: [[1, 2]] })).toThrow();
    const { columns } = packed.items;
    const parseWith = (more: Record<string, string>) =>
      parseContent({ ...packed, items: { ...packed.items, columns: { ...columns, ...more } } });
    expect(() => parseWith({ unitId: '1,2' })).toThrow('not as long');
    expect(() => parseWith({ unitId: 'a*7' })).toThrow('Not a column');
    expect(() => parseWith({ class: '9*7' })).toThrow('does not list');
  });

  test('is read in the form of before, too', async () => {
    const before = await readFile(path.join(import.meta.dirname, 'frozen-before.json'), 'utf8');
    expect(parseContent(JSON.parse(before))).toEqual(content);
  });

  test('is cut for a branch by the tree of its time, and earlier periods by theirs', () => {
    const view = viewSummary(cutContent(content, [1]));
    expect(view.units.map(({ unit }) => unit.code)).toEqual(['TH01', 'XA01']);
    expect(view.totals).toEqual({ doneInTime: 3, doneLate: 1, openInTerm: 0, openOverdue: 0 });
    // TH01 belonged to another commune then: its counts of that week stay there.
    expect(view.before).toEqual({ doneInTime: 1, doneLate: 1, openInTerm: 2, openOverdue: 0 });
    const other = cutContent(content, [2]);
    expect(other.history[0]!.units.map(({ unitId }) => unitId)).toEqual([3]);
    expect(other.undelivered).toEqual([{ unitId: 2, number: 14, state: 'uncertain' }]);
  });
});
