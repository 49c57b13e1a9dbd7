import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import { describe, expect, test } from 'vitest';
import { locales, readLocale } from '../locales/texts.js';

const root = path.resolve(import.meta.dirname, '..');
/** May name platforms, or are not ours. A room that is new is looked into. */
const exempt = /^(\..*|channels|config|test|bench|docs|node_modules|generated|dist|data.*)$/;
const rooms = readdirSync(root).filter((name) => !exempt.test(name));
const code = /\.(tsx?|mts|m?js|css|sql|prisma)$/;
const platform = /telegr|zalo|t\.me\b|botfather/i;

function filesOf(entry: string): string[] {
  if (!statSync(entry).isDirectory()) return code.test(entry) && !/\.test\.tsx?$/.test(entry) ? [entry] : [];
  return readdirSync(entry).flatMap((name) => filesOf(path.join(entry, name)));
}

/**
 * Words of the code, without its comments: these may point at a platform's page. A parser tells them apart: for a
 * pattern the rest of a line behind `https://` in a string is a comment too.
 */
function wordsOf(source: string, file: string): string[] {
  const words: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isJSDoc(node)) return;
    if (node.getChildCount() === 0) words.push(node.getText());
    else node.getChildren().forEach(visit);
  };
  visit(ts.createSourceFile(file, source, ts.ScriptTarget.Latest, true));
  return words;
}

/** Most files need no parser: they have no such word at all. */
const naming = (source: string, file = 'file.ts') =>
  platform.test(source) ? wordsOf(source, file).filter((word) => platform.test(word)) : [];

function keysOf(tree: unknown, prefix = ''): string[] {
  if (typeof tree === 'string') return [prefix];
  return Object.entries(tree as Record<string, unknown>).flatMap(([key, value]) =>
    keysOf(value, prefix === '' ? key : `${prefix}.${key}`),
  );
}

describe('only channels/ and config/ name a platform', () => {
  // Members write such words in their replies: what reads them may list them.
  const reading = path.join('core', 'reading') + path.sep;
  const files = rooms
    .flatMap((room) => filesOf(path.join(root, room)))
    .map((file) => path.relative(root, file))
    .filter((file) => !file.startsWith(reading));

  test('in their code', () => {
    const found = files.flatMap((file) =>
      naming(readFileSync(path.join(root, file), 'utf8'), file).map(
        (word) => `${file}: ${word.slice(0, 80)}`,
      ),
    );
    expect(found).toEqual([]);
    expect(files.length).toBeGreaterThan(400);
    for (const room of [
      'main.ts',
      'core',
      'bot',
      'services',
      'jobs',
      'reports',
      'store',
      'web',
      'cli',
      'prisma',
    ])
      expect(files.some((file) => file.startsWith(room))).toBe(true);
  });

  test('in the names of their files', () => {
    expect(files.filter((file) => platform.test(file))).toEqual([]);
  });

  test.each(locales)('in the keys of the texts in %s, nor in the texts', (locale) => {
    const texts = readLocale(locale);
    expect(keysOf(texts).filter((key) => platform.test(key))).toEqual([]);
    expect(JSON.stringify(texts).match(platform)).toBeNull();
  });
});

describe('the check is not fooled', () => {
  test.each([
    ["if (chat.channel === 'zalo') return;", ["'zalo'"]],
    ["const root = 'https://api.telegram.org';", ["'https://api.telegram.org'"]],
    ['const text = `see ${name} // on Telegram`;', ['} // on Telegram`']],
    ['const isZaloChat = true;', ['isZaloChat']],
    ['const kind = /^zalo/;', ['/^zalo/']],
    ["import { render } from '../channels/telegram/render.js';", ["'../channels/telegram/render.js'"]],
  ])('%s', (source, found) => {
    expect(naming(source)).toEqual(found);
  });

  test('in what a page is made of', () => {
    expect(naming('const Page = () => <p class="zalo">Nhóm Telegram</p>;', 'page.tsx')).toEqual([
      '"zalo"',
      'Nhóm Telegram',
    ]);
  });

  test('a comment may point at a platform', () => {
    expect(
      naming('// see https://core.telegram.org\nconst a = 1; /* as Zalo does */\n/** Zalo */\nconst b = 2;'),
    ).toEqual([]);
  });
});
