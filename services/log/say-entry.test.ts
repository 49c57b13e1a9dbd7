import { describe, expect, test } from 'vitest';
import { auditActions } from '../../core/audit.js';
import { locales, texts } from '../../locales/texts.js';
import { sayEntry } from './say-entry.js';

const scene = { zone: 'Asia/Ho_Chi_Minh', spec: null, names: new Map([[5, 'Lan']]), isMixed: false };
const entry = (action: string, data: unknown = {}, target = 'directive:12') => ({
  ...{ at: new Date('2026-11-24T03:00:00Z'), who: 'Hạnh', action, target, data },
});

describe('a log entry', () => {
  test.each(locales.flatMap((locale) => auditActions.map((action) => [locale, action] as const)))(
    'in %s has a sentence for %s, also when it was written without its parts',
    (locale, action) => {
      const said = sayEntry(texts[locale], entry(action, null), scene);
      expect(said).not.toMatch(/log\.|\{\{|undefined|null/);
      expect(said.trim()).not.toBe('');
    },
  );

  test.each([
    [
      entry('extend-directive', {
        unit: 'XA01',
        before: { dueAt: '2026-11-27T10:00:00Z' },
        after: { dueAt: '2026-11-30T10:00:00Z' },
      }),
      'gia hạn cho XA01: 17:00 27/11/2026 → 17:00 30/11/2026',
    ],
    [
      entry('extend-directive', {
        version: 2,
        before: { dueAt: null },
        after: { dueAt: '2026-11-30T10:00:00Z' },
      }),
      'gia hạn cho tất cả: không có hạn → 17:00 30/11/2026',
    ],
    [
      entry('amend-directive', { before: { title: 'Cũ' }, after: { title: 'Mới' }, body: true }),
      'sửa tên việc “Cũ” → “Mới”; nội dung',
    ],
    [
      entry('correct-answer', {
        unit: 'XA01',
        kind: 'task',
        standBefore: { state: 'waiting' },
        standAfter: { state: 'in_progress', percent: 70 },
      }),
      'ghi thay XA01: chưa trả lời → đang làm 70%',
    ],
    [entry('grant-role', { kind: 'lead', unit: 'XA01' }, 'person:5'), 'cấp quyền phụ trách XA01 cho Lan'],
    [entry('open-directive', { units: 2 }), 'gửi tới 2 đơn vị'],
    [entry('something-new'), 'thao tác something-new'],
  ])('%# says what changed', (given, words) => {
    expect(sayEntry(texts.vi, given, scene)).toBe(words);
  });
});
