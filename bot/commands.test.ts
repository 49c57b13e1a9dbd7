import { describe, expect, test } from 'vitest';
import { locales, texts } from '../locales/texts.js';
import { commands } from './commands.js';

describe('the commands', () => {
  test('no two share a name, and a menu may show each', () => {
    const names = commands.flatMap((command) => command.names);
    expect(new Set(names).size).toBe(names.length);
    for (const name of names) expect(name).toMatch(/^[a-z0-9_]{1,32}$/);
  });

  test.each(locales.flatMap((locale) => commands.map(({ names }) => [locale, names[0]] as const)))(
    'in %s, help says what /%s does',
    (locale, name) => {
      const description = texts[locale](`help.commands.${name}`);
      expect(description.length).toBeLessThanOrEqual(80);
    },
  );
});
