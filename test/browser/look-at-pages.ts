import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Locale } from '../../locales/texts.js';
import { openAdmin, type OpenAdmin } from './open-admin.js';
import { findFaults } from './open-page.js';

const paths = [
  '/today',
  '/directives',
  '/directives/2',
  '/directives/2/XA05',
  '/organisation',
  '/organisation?show=people',
  '/organisation?show=invites',
  '/organisation?show=calendar',
  '/organisation?show=saved',
  '/organisation?show=settings',
  '/organisation?show=log',
  '/organisation/units/XA05',
  '/organisation/people/1',
  '/operations',
  '/access',
  '/reports',
  '/compose',
  '/matrix',
  '/matrix/XA05',
];

export interface Look {
  colorScheme: 'light' | 'dark';
  lang: Locale;
  width: number;
}

/** Goes through all of the admin's pages in one look. */
export function lookAtAdminPages({ colorScheme, lang, width }: Look): void {
  describe(`the admin’s pages in a browser, ${colorScheme}, ${lang}, ${width} wide`, () => {
    let on: OpenAdmin;
    beforeAll(async () => {
      on = await openAdmin();
    });
    afterAll(() => on.close());

    test('nothing serious for axe, no sideways scrolling', async () => {
      await on.world.app.runtime.db.person.updateMany({ data: { locale: lang } });
      const page = await on.open({ colorScheme, viewport: { width, height: 844 }, bypassCSP: true });
      for (const path of paths) {
        await on.go(page, path);
        expect(await page.getAttribute('html', 'lang')).toBe(lang);
        expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true);
        expect([path, ...(await findFaults(page))]).toEqual([path]);
      }
      expect(on.complaints).toEqual([]);
    });
  });
}
