import { inflateSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { buildDocument } from '../../core/report/document.js';
import { renderPdf } from '../../reports/pdf/render-pdf.js';
import { writingOf } from './example.js';
import { profile } from './profile.js';

test('a PDF of A4 pages with our own fonts, and links to the replies', async () => {
  const link = (replies: readonly number[]) => `https://t.me/c/1/${replies.at(-1)}`;
  const document = buildDocument(
    writingOf('vi', undefined, { number: 5, link }),
    profile,
    new Date('2026-02-05T09:00:00Z'),
  );
  const pdf = Buffer.from(await renderPdf(document)).toString('latin1');
  expect(pdf.startsWith('%PDF-1.')).toBe(true);
  const boxes = [...pdf.matchAll(/\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/g)].map(([, w, h]) => `${w} ${h}`);
  expect(boxes).toEqual(['595.28 841.89', '595.28 841.89', '595.28 841.89', '841.89 595.28']);
  expect(new Set([...pdf.matchAll(/\/BaseFont \/\w+\+(\S+)/g)].map(([, font]) => font))).toEqual(
    new Set(['Tinos-Regular', 'Tinos-Bold', 'Tinos-Italic', 'Tinos-BoldItalic']),
  );
  expect(pdf).toContain('/URI (https://t.me/c/1/9)');
  const streams = [...pdf.matchAll(/stream\r?\n(.*?)\r?\nendstream/gs)].map(([, data]) =>
    Buffer.from(data!, 'latin1'),
  );
  const drawn = streams.map((data) => {
    try {
      return inflateSync(data).toString('latin1');
    } catch {
      return '';
    }
  });
  expect(drawn.filter((page) => page.includes(' Tf'))).toHaveLength(4);
});
