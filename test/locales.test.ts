import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { locales, readLocale } from '../locales/texts.js';

const root = path.resolve(import.meta.dirname, '..');

/** `a.b.c` for every leaf; plural forms of one text count as one key. */
function keysOf(tree: unknown, prefix = ''): string[] {
  if (typeof tree === 'string') return [prefix.replace(/_(zero|one|two|few|many|other)$/, '')];
  return Object.entries(tree as Record<string, unknown>).flatMap(([key, value]) =>
    keysOf(value, prefix ? `${prefix}.${key}` : key),
  );
}

function leavesOf(tree: unknown, prefix = ''): [string, string][] {
  if (typeof tree === 'string') return [[prefix, tree]];
  return Object.entries(tree as Record<string, unknown>).flatMap(([key, value]) =>
    leavesOf(value, prefix ? `${prefix}.${key}` : key),
  );
}

const placeholders = (text: string) =>
  [...new Set([...text.matchAll(/\{\{\s*(\w+)[^}]*\}\}/g)].map((match) => match[1]))].sort();

function sources(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const file = path.join(folder, name);
    if (statSync(file).isDirectory()) return sources(file);
    return /\.tsx?$/.test(name) && !name.endsWith('.test.ts') ? [readFileSync(file, 'utf8')] : [];
  });
}

const code = ['bot', 'services', 'jobs', 'core', 'web', 'store', 'config', 'cli']
  .flatMap((folder) => sources(path.join(root, folder)))
  .join('\n');

describe('the texts', () => {
  const [vi, en] = [new Set(keysOf(readLocale('vi'))), new Set(keysOf(readLocale('en')))];

  test('are complete in both languages', () => {
    expect([...vi].filter((key) => !en.has(key))).toEqual([]);
    expect([...en].filter((key) => !vi.has(key))).toEqual([]);
  });

  test('name the same values in both languages', () => {
    const valuesOf = (locale: 'vi' | 'en') => {
      const values = new Map<string, Set<string | undefined>>();
      for (const [key, text] of leavesOf(readLocale(locale))) {
        const base = key.replace(/_(zero|one|two|few|many|other)$/, '');
        values.set(base, new Set([...(values.get(base) ?? []), ...placeholders(text)]));
      }
      return values;
    };
    const [viValues, enValues] = [valuesOf('vi'), valuesOf('en')];
    const differ = [...viValues].filter(
      ([key, values]) => [...values].sort().join() !== [...(enValues.get(key) ?? [])].sort().join(),
    );
    // A date names the month in English and numbers it in Vietnamese.
    const dates = new Set([
      ...['deadline.moment', 'report.period.week', 'report.period.month'],
      ...['report.period.quarter', 'report.period.range', 'document.date', 'document.appendixOf'],
    ]);
    expect(differ.map(([key]) => key).filter((key) => !dates.has(key))).toEqual([]);
  });

  test.each(locales)('have no empty and no untranslated sentence in %s', (locale) => {
    const leaves = leavesOf(readLocale(locale));
    expect(leaves.filter(([, text]) => text.trim() === '').map(([key]) => key)).toEqual([]);
    const foreign = /[ăâđêôơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ]/i;
    // A Vietnamese command or word that an English reader may type is quoted or follows a slash.
    if (locale === 'en')
      expect(
        leaves
          .filter(([, text]) => foreign.test(text.replace(/"[^"]*"|“[^”]*”|\/\S+|#\S+/g, '')))
          .map(([key]) => key),
      ).toEqual([]);
  });

  test('know one from many in English', () => {
    const fixed = leavesOf(readLocale('en')).filter(
      ([key, text]) => /\{\{count\}\} [a-z]+s\b/.test(text) && !/_(one|other)$/.test(key),
    );
    expect(fixed.map(([key]) => key)).toEqual([]);
  });

  test('exist for every key that the code names', () => {
    const rooms = Object.keys(readLocale('vi'));
    const named = [...code.matchAll(/(?:\bt|UserError)\(\s*['"`]([a-z]\w*(?:\.\w+)+)['"`]/g)].map(
      (match) => match[1]!,
    );
    const unknown = named.filter(
      (key) =>
        rooms.includes(key.split('.')[0]!) &&
        !vi.has(key) &&
        ![...vi].some((known) => known.startsWith(`${key}.`)),
    );
    expect([...new Set(unknown)]).toEqual([]);
  });
});
