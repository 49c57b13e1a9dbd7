import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plain, say, type Content } from '../../core/message.js';
import { splitText } from '../../core/split-text.js';
import { render, renderText, textLimit } from './render.js';

describe('a text', () => {
  it('says where a link leads and where a button would, and keeps silent about other buttons', () => {
    const content: Content = {
      text: [plain('Xem '), { text: 'kế hoạch', link: 'https://example.vn/kh' }],
      buttons: [[{ label: 'Đã xong', action: 'a:1' }], [{ label: 'Mở bảng', url: 'https://example.vn/b' }]],
    };
    expect(renderText(content)).toBe('Xem kế hoạch (https://example.vn/kh)\nMở bảng: https://example.vn/b');
  });

  it('goes without addresses where they do not fit', () => {
    const words = 'a'.repeat(textLimit);
    expect(renderText({ text: [{ text: words, link: 'https://example.vn' }] })).toBe(words);
  });

  it('has no NUL and no half letters', () => {
    expect(renderText(say('xã\0 \ud83d An'))).toBe('xã \ufffd An');
  });

  it('that was split fits, whatever is in it', async () => {
    const span = fc.record({ text: fc.string({ unit: 'binary', maxLength: 3_000 }) });
    await fc.assert(
      fc.asyncProperty(fc.array(span, { maxLength: 4 }), async (spans) => {
        for (const text of splitText(spans, textLimit)) {
          if (renderText({ text }).trim() === '') continue;
          const [shown] = await render({ text }, {});
          expect('text' in shown && shown.text.length <= textLimit && shown.text.length > 0).toBe(true);
        }
      }),
      { numRuns: 50 },
    );
  });

  it.each([
    [say(' '), 'empty-text'],
    [say('a'.repeat(textLimit + 1)), 'too-long'],
    [{ ...say(''), attachment: { kind: 'photo' as const, channel: 'x', ref: 'y' } }, 'file'],
  ])('that can never be sent is refused: %#', async (content, code) => {
    await expect(render(content, {})).rejects.toMatchObject({ fault: { kind: 'rejected' }, code });
  });
});
