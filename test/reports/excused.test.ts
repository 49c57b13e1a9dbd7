import { describe, expect, test } from 'vitest';
import { plainText } from '../../core/message.js';
import { toRichText } from '../../core/report/block.js';
import { buildBrief } from '../../core/report/brief.js';
import { buildReport } from '../../core/report/build-report.js';
import { buildItemSheet } from '../../core/report/sheets/item-sheet.js';
import { buildUnitReport } from '../../core/report/unit-report.js';
import { packContent, parseContent } from '../../core/summary/content-schema.js';
import { cutContent, splitByUnit } from '../../core/summary/cut-content.js';
import type { SummaryContent } from '../../core/summary/summary-content.js';
import { content, empty, units, writingOf } from './example.js';

const part = (unitId: number, number: number) => ({
  ...{ unitId, directiveId: number, number },
  title: `Rà soát ${number}`,
});
const excused: SummaryContent = { ...content, excused: [part(1, 12), part(1, 14), part(4, 14)] };

describe('who was excused', () => {
  test('is named where the silent are, in every form', () => {
    const writing = writingOf('vi', excused);
    const named = 'Được miễn: XA01 (#12 #14), XA03 (#14)';
    expect(plainText(buildBrief(writing))).toContain(named);
    expect(plainText(toRichText(buildReport(writing)))).toContain(named);
    const rows = buildItemSheet(writing).rows.slice(-3);
    expect(rows[0]!.slice(0, 5)).toEqual([12, 'Rà soát 12', 'XA01', 'Xã An Bình', 'Được miễn']);
    for (const row of rows) expect(row).toHaveLength(buildItemSheet(writing).columns.length);
  });

  test('is told in its own part, and where nobody else owes anything', () => {
    const own = writingOf('vi', splitByUnit({ ...empty, units, excused: excused.excused! })(1));
    expect(plainText(buildUnitReport(own))).toContain(
      '#12 Rà soát 12\nĐược miễn, không tính vào tổng hợp.\n',
    );
    expect(plainText(buildUnitReport(own))).toContain('Kỳ này không có chỉ đạo nào cần phản hồi.');
    const whole = toRichText(buildReport(writingOf('vi', { ...empty, units, excused: excused.excused! })));
    expect(plainText(whole)).toContain('Được miễn: XA01 (#12 #14), XA03 (#14)');
  });

  test('is cut for a branch, kept in the frozen form, and not missed in older ones', () => {
    expect(cutContent(excused, [4]).excused).toEqual([part(4, 14)]);
    expect(cutContent(content, [4])).not.toHaveProperty('excused');
    const frozen = (of: SummaryContent) => parseContent(JSON.parse(JSON.stringify(packContent(of))));
    expect(frozen(excused).excused).toEqual(excused.excused);
    expect(frozen(content)).not.toHaveProperty('excused');
    expect(plainText(buildBrief(writingOf('vi', content)))).not.toContain('Được miễn');
  });
});
