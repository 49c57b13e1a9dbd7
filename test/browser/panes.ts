import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { bringAxe, watchComplaints } from './open-page.js';

export const desk = { width: 1440, height: 900 };
export const phone = { width: 390, height: 844 };
/** Who speaks on the practice page from the start: the admin in private, a school's group. */
export const admin = 'Nguyễn Thị Hạnh';
export const school = 'Trường Tiểu học An Bình';

/** A page with what the browser complains of: a script's fault, a blocked style, a lost request. */
export async function openPage(
  browser: Browser,
  url: string,
  options: BrowserContextOptions = { viewport: desk },
): Promise<{ page: Page; complaints: string[] }> {
  const page = await browser.newPage({ bypassCSP: true, ...options }); // axe is no script of the page
  await bringAxe(page.context());
  page.setDefaultTimeout(30_000);
  const complaints = watchComplaints(page);
  await page.goto(url);
  return { page, complaints };
}

/** A chat on the practice page. */
export const pane = (page: Page, title: string | RegExp) => page.getByRole('region', { name: title });

/** Says it there and waits until it is shown. */
export async function say(page: Page, title: string, text: string): Promise<void> {
  const input = pane(page, title).getByRole('textbox');
  await input.fill(text);
  await input.press('Enter');
  await expectIn(page, title, text.split('\n')[0]!);
}

export async function expectIn(page: Page, title: string, text: string | RegExp): Promise<void> {
  await pane(page, title).getByRole('log').getByText(text).last().waitFor();
}
