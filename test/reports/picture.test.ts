import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { create } from 'fontkit';
import { describe, expect, test } from 'vitest';
import { buildPicture } from '../../core/report/picture.js';
import { readLocale } from '../../locales/texts.js';
import { sans, serif } from '../../reports/fonts.js';
import { renderPng } from '../../reports/render-report.js';
import { content, empty, writingOf } from './example.js';
import { differ, readPng } from './png.js';

/** Looked at by a person when it was approved; delete it to approve another one. */
const golden = path.join(import.meta.dirname, 'golden/picture.png');

describe('the picture', () => {
  test('is the approved one, give or take what a font engine rounds', async () => {
    const png = await renderPng(writingOf('vi'));
    if (!existsSync(golden) && !process.env.CI) writeFileSync(golden, png);
    expect(differ(readPng(png), readPng(readFileSync(golden)))).toBeLessThan(0.005);
  });

  test('shows another figure as another picture', async () => {
    const items = content.items.map((item, at) =>
      at === 0 ? { ...item, class: 'openOverdue' as const } : item,
    );
    const png = await renderPng(writingOf('vi', { ...content, items }));
    expect(differ(readPng(png), readPng(readFileSync(golden)))).toBeGreaterThan(0.005);
  });

  test('is there for an empty period, too', async () => {
    const { width, height } = readPng(await renderPng(writingOf('en', empty)));
    expect(width).toBe(1080);
    expect(height).toBeGreaterThan(500);
  });

  test('has as many rows and columns as a phone can show, and says what it leaves out', () => {
    const units = Array.from({ length: 40 }, (_, at) => ({
      id: 100 + at,
      code: `X${at}`,
      name: 'Xã',
      parentId: null,
    }));
    const items = units.map((unit) => ({ ...content.items[3]!, assignmentId: unit.id, unitId: unit.id }));
    const picture = buildPicture(writingOf('vi', { ...content, units, items }));
    expect([picture.rows.length, picture.cells.length]).toEqual([30, 30]);
    expect(picture.notes).toEqual([
      '30 trong 40 đơn vị, nhiều việc quá hạn nhất ở trên.',
      'Gửi đi: 7 lượt = 5 đã nhận + 1 lỗi + 1 chưa rõ.',
      'Phản hồi: 8 = 6 tự đọc + 1 sửa tay + 1 chưa đọc được.',
    ]);
    expect(picture.trend.map(({ label }) => label)).toEqual(['tuần 45', 'tuần 46', 'tuần 47']);
  });
});

test('the fonts that we bring have every letter of our texts and of Vietnamese', () => {
  const vietnamese =
    'aăâbcdđeêghiklmnoôơpqrstuưvxyàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ';
  const words = [
    JSON.stringify(readLocale('vi').report),
    JSON.stringify(readLocale('vi').document),
    JSON.stringify(readLocale('vi').summary),
  ].join('');
  const letters = new Set([...vietnamese, ...vietnamese.toUpperCase(), ...words.replace(/[▲▼\s]/g, '')]);
  for (const file of [...Object.values(sans), ...Object.values(serif)]) {
    const font = create(readFileSync(file)) as { hasGlyphForCodePoint(point: number): boolean };
    expect([...letters].filter((letter) => !font.hasGlyphForCodePoint(letter.codePointAt(0)!))).toEqual([]);
  }
});
