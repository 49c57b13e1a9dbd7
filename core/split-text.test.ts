import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bold, plain, plainText, type RichText } from './message.js';
import { splitText } from './split-text.js';

const split = (text: string, limit: number) => splitText([plain(text)], limit).map(plainText);
const bare = (text: string) => text.replace(/\s+/g, '');

describe('splitText', () => {
  it.each([
    { label: 'leaves what fits', text: 'Nộp báo cáo', limit: 20, parts: ['Nộp báo cáo'] },
    { label: 'gives one empty part for nothing', text: ' \n ', limit: 5, parts: [''] },
    {
      label: 'cuts between paragraphs first',
      text: 'Xã A xong.\n\nXã B xong. Xã C chưa',
      limit: 24,
      parts: ['Xã A xong.', 'Xã B xong. Xã C chưa'],
    },
    {
      label: 'then between lines',
      text: 'Xã A xong\nXã B chưa',
      limit: 15,
      parts: ['Xã A xong', 'Xã B chưa'],
    },
    { label: 'then between sentences', text: 'Đã vá. Đoạn hai', limit: 10, parts: ['Đã vá.', 'Đoạn hai'] },
    {
      label: 'then between words',
      text: 'kiểm kê vật tư phòng lụt',
      limit: 16,
      parts: ['kiểm kê vật tư', 'phòng lụt'],
    },
    { label: 'fills a part up to its last unit', text: 'aaaa bbbb', limit: 4, parts: ['aaaa', 'bbbb'] },
    {
      label: 'spares a word that fits, however short the part',
      text: 'a bcdefghijk',
      limit: 10,
      parts: ['a', 'bcdefghijk'],
    },
    { label: 'cuts a word that never fits', text: 'abcdefghij', limit: 4, parts: ['abcd', 'efgh', 'ij'] },
    { label: 'keeps a surrogate pair', text: 'abc😀d', limit: 4, parts: ['abc', '😀d'] },
    {
      label: 'keeps a letter with its marks',
      text: 'abe\u0302\u0301c',
      limit: 4,
      parts: ['ab', 'e\u0302\u0301c'],
    },
    { label: 'keeps a joined emoji', text: 'ab👩\u200D🌾c', limit: 6, parts: ['ab', '👩\u200D🌾c'] },
    { label: 'keeps a skin tone', text: 'ab👍🏽c', limit: 4, parts: ['ab', '👍🏽', 'c'] },
    { label: 'makes no part of trailing white space', text: 'abcd      ', limit: 4, parts: ['abcd'] },
  ])('$label', ({ text, limit, parts }) => {
    expect(split(text, limit)).toEqual(parts);
  });

  it('carries a style on', () => {
    expect(splitText([plain('Việc '), bold('một hai')], 8)).toEqual([
      [plain('Việc '), bold('một')],
      [bold('hai')],
    ]);
  });
});

describe('for any text', () => {
  const letter = fc.oneof(
    { weight: 6, arbitrary: fc.constantFrom('a', 'ệ', 'Đ', '7', '#', '.', '…', 'e\u0302') },
    { weight: 3, arbitrary: fc.constantFrom(' ', '\n', '\n\n', '. ', '\u00A0', '\t') },
    { weight: 1, arbitrary: fc.constantFrom('😀', '👩\u200D🌾', '👍🏽', '\u0301\u0301\u0301') },
    { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 3 }) },
  );
  const words = fc.array(letter, { maxLength: 120 }).map((letters) => letters.join(''));
  const rich = fc.array(
    fc.record({ text: words, style: fc.constantFrom('bold' as const, 'italic' as const) }),
    { maxLength: 4 },
  );
  const limits = fc.integer({ min: 2, max: 60 });
  const check = (law: (text: RichText, limit: number, parts: string[]) => void) =>
    fc.assert(
      fc.property(rich, limits, (text, limit) => law(text, limit, splitText(text, limit).map(plainText))),
      { numRuns: 500 },
    );

  it('nothing is lost but white space at the cuts', () => {
    check((text, _limit, parts) => {
      expect(bare(parts.join(''))).toBe(bare(plainText(text)));
      let at = 0;
      for (const part of parts) {
        const found = plainText(text).indexOf(part, at);
        expect(found).toBeGreaterThanOrEqual(at);
        expect(plainText(text).slice(at, found).trim()).toBe('');
        at = found + part.length;
      }
    });
  });

  it('every part fits, and none is empty but the only one', () => {
    check((_text, limit, parts) => {
      for (const part of parts) expect(part.length).toBeLessThanOrEqual(limit);
      if (parts.length > 1) for (const part of parts) expect(part).toBe(part.trim());
      expect(parts.length > 1 && parts.includes('')).toBe(false);
    });
  });

  it('no surrogate pair is cut', () => {
    check((_text, _limit, parts) => {
      for (const part of parts) expect(part).not.toMatch(/\p{Surrogate}/u);
    });
  });

  it('no word that fits is cut', () => {
    check((text, limit, parts) => {
      const fitting = plainText(text)
        .split(/\s+/)
        .filter((word) => word !== '' && word.length <= limit);
      const left = parts.flatMap((part) => part.split(/\s+/));
      const counts = new Map<string, number>();
      for (const word of left) counts.set(word, (counts.get(word) ?? 0) + 1);
      for (const word of fitting) {
        expect(counts.get(word) ?? 0, JSON.stringify(word)).toBeGreaterThan(0);
        counts.set(word, (counts.get(word) ?? 0) - 1);
      }
    });
  });

  it('every style stays on its letters', () => {
    const styled = (text: RichText, style: string) =>
      bare(plainText(text.filter((span) => span.style === style)));
    fc.assert(
      fc.property(rich, limits, (text, limit) => {
        const after = splitText(text, limit).flat();
        expect(styled(after, 'bold')).toBe(styled(text, 'bold'));
        expect(styled(after, 'italic')).toBe(styled(text, 'italic'));
      }),
    );
  });
});
