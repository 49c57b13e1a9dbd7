import type { BrowserContextOptions, Page } from 'playwright-core';
import { startWorld } from '../harness/world.js';
import { openChromium } from './chromium.js';
import { bringAxe, watchComplaints } from './open-page.js';
import { playDistrict } from './play-district.js';

export type OpenAdmin = Awaited<ReturnType<typeof openAdmin>>;

/** The example district with a week's work in it, and a browser for its admin's page. */
export async function openAdmin() {
  const world = await startWorld('servers', { platforms: ['sandbox'] });
  const [district, browser] = await Promise.all([playDistrict(world), openChromium()]);
  /** What the console and the policy complained of. */
  const complaints: string[] = [];
  return {
    ...{ world, district, complaints },
    /** A page of its own, signed in by the link that the bot sends, with the keyboard. */
    async open(options: BrowserContextOptions = {}): Promise<Page> {
      const context = await browser.newContext(options);
      if (options.bypassCSP) await bringAxe(context);
      const page = await context.newPage();
      watchComplaints(page, complaints);
      const { pathname, search } = new URL(await district.askLink());
      await page.goto(`${world.app.url}${pathname}${search}`);
      await page.keyboard.press('Tab'); // past the link to the content
      await page.keyboard.press('Tab');
      await page.keyboard.press('Enter');
      await page.waitForURL('**/today');
      return page;
    },
    go: (page: Page, path: string) => page.goto(`${world.app.url}/admin${path}`),
    async close() {
      await browser.close();
      await world.stop();
    },
  };
}
