import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { App } from '../../app.js';
import { openChromium } from './chromium.js';
import { findFaults, takePicture } from './open-page.js';
import { admin, expectIn, openPage, pane, phone, say, school } from './panes.js';
import { startSandbox } from './start-sandbox.js';

describe('the sandbox page', () => {
  let browser: Browser;
  let app: App;
  let page: Page;
  let complaints: string[];
  beforeAll(async () => {
    [browser, app] = await Promise.all([openChromium(), startSandbox('servers')]);
    ({ page, complaints } = await openPage(browser, `${app.url}/sandbox`));
    await page.getByRole('button', { name: 'Nạp đơn vị mẫu' }).click();
    await pane(page, admin).waitFor();
  });
  afterAll(async () => {
    await browser?.close();
    await app.stop();
  });

  it('shows hostile text as text', async () => {
    const text = '/help <img src=x onerror=alert(1)> <b>đậm</b> **sao** \u202Eabc';
    await say(page, admin, text);
    expect(await page.locator('.messages img:not(.avatar), .messages b').count()).toBe(0);
  });

  it('replies to a message, edits one’s own and attaches a file by name', async () => {
    await say(page, school, 'chào @Giaoban');
    const own = pane(page, school).locator('.message.own').last();
    await own.hover();
    await own.getByRole('button', { name: 'Sửa' }).click();
    await say(page, school, '/viec');
    await own.getByText('đã sửa').waitFor();
    await own.hover();
    await own.getByRole('button', { name: 'Trả lời' }).click();
    const file = { name: 'bien-ban.pdf', mimeType: 'application/pdf', buffer: Buffer.from('x') };
    await pane(page, school).locator('input[type=file]').setInputFiles(file);
    await say(page, school, 'gửi biên bản');
    await pane(page, school).locator('.message.own').last().getByText('bien-ban.pdf').waitFor();
    await pane(page, school).locator('.message.own').last().locator('.quote').getByText('/viec').waitFor();
  });

  it('takes the bot out of a group and brings it back', async () => {
    await pane(page, school).locator('summary').click();
    await pane(page, school).getByRole('button', { name: 'Đưa bot ra khỏi nhóm' }).click();
    await expectIn(page, school, 'Lê Thị Mai đã đưa bot ra khỏi nhóm');
    await pane(page, school).getByRole('button', { name: 'Thêm bot vào nhóm' }).last().click();
    await expectIn(page, school, 'Lê Thị Mai đã thêm bot vào nhóm');
  });

  it('works with the keyboard alone', async () => {
    await pane(page, admin).getByRole('textbox').focus();
    await page.keyboard.type('/donvi');
    await page.keyboard.press('Enter');
    await expectIn(page, admin, /TH06/);
    await page.getByRole('button', { name: /Xã Núi|Xã An Bình/ }).focus();
    await page.keyboard.press('Enter');
    await pane(page, 'Xã An Bình').waitFor();
    expect(await page.evaluate('document.activeElement.tagName')).toBe('TEXTAREA');
  });

  it('keeps the focus where it was while a message changes, and leads back to what came meanwhile', async () => {
    await pane(page, admin).getByRole('button', { name: 'Xin số liệu' }).click();
    await pane(page, admin).getByRole('button', { name: 'Gửi', exact: true }).click();
    await pane(page, admin).getByRole('button', { name: 'Bỏ', exact: true }).last().focus();
    await page.keyboard.press('Enter');
    await expectIn(page, admin, /Đã bỏ/);
    const focused = 'document.activeElement.closest(".message, .messages") !== null';
    expect(await page.evaluate(focused)).toBe(true);
    const log = pane(page, admin).getByRole('log');
    await log.evaluate((element: { scrollTop: number }) => (element.scrollTop = 0));
    await pane(page, admin).getByRole('button', { name: 'Xuống tin mới nhất' }).press('Enter');
    await pane(page, admin).getByRole('button', { name: 'Xuống tin mới nhất' }).waitFor({ state: 'hidden' });
  });

  it('has nothing for axe to find, by day and by night, and opens addresses and the admin’s page', async () => {
    await say(page, admin, 'xem https://example.vn/lich.');
    const link = pane(page, admin).getByRole('link', { name: 'https://example.vn/lich', exact: true });
    expect(await link.getAttribute('rel')).toBe('noopener noreferrer');
    expect(await page.getByRole('link', { name: 'Trang quản lý' }).getAttribute('href')).toBe('/admin');
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      expect(await findFaults(page)).toEqual([]);
      await takePicture(page, `sandbox-${colorScheme}`);
    }
    await page.emulateMedia({ colorScheme: null });
  });

  it('can be read without script, a chat at a time', async () => {
    const { page: still } = await openPage(browser, `${app.url}/sandbox`, {
      viewport: phone,
      javaScriptEnabled: false,
    });
    await still.getByRole('link', { name: new RegExp(school) }).click();
    await still.getByRole('region', { name: school }).getByText('gửi biên bản').waitFor();
    await still.getByRole('region', { name: school }).getByText('bien-ban.pdf').waitFor();
    expect(await still.getByRole('textbox').count()).toBe(0);
    expect(await still.locator('img[src="x"], b').count()).toBe(0);
    await takePicture(still, 'sandbox-still');
    await still.close();
  });

  it('speaks English when asked, and complains about nothing', async () => {
    await page.getByRole('link', { name: 'English' }).click();
    await page.getByRole('heading', { name: admin }).waitFor();
    await pane(page, admin).getByRole('button', { name: 'Give the schools a task' }).waitFor();
    expect(complaints).toEqual([]);
  });

  it('shows one chat at a time on a phone, chosen by tabs, without sideways scrolling', async () => {
    const { page: small, complaints: found } = await openPage(browser, `${app.url}/sandbox`, {
      viewport: phone,
      hasTouch: true,
      isMobile: true,
      colorScheme: 'dark',
    });
    await pane(small, admin).waitFor();
    await small.getByRole('button', { name: /Văn phòng huyện/ }).tap();
    await pane(small, 'Văn phòng huyện').waitFor();
    expect(await small.getByRole('region').count()).toBe(1);
    const widths = await small.evaluate('[document.documentElement.scrollWidth, innerWidth]');
    expect(widths).toEqual([phone.width, phone.width]);
    await pane(small, 'Văn phòng huyện').getByRole('button', { name: 'Trợ giúp' }).tap();
    await pane(small, 'Văn phòng huyện').getByRole('button', { name: 'Gửi', exact: true }).tap();
    await expectIn(small, 'Văn phòng huyện', '/trogiup');
    await small.getByText('Thêm trò chuyện').tap();
    await small.getByLabel('Tên nhóm hoặc tên người').fill('Tổ kiểm kê');
    await takePicture(small, 'sandbox-phone-new');
    await small.getByRole('button', { name: 'Tạo', exact: true }).tap();
    await pane(small, 'Tổ kiểm kê').waitFor();
    expect(await findFaults(small)).toEqual([]);
    expect(await small.evaluate('document.documentElement.scrollWidth')).toBe(phone.width);
    await takePicture(small, 'sandbox-phone');
    expect(found).toEqual([]);
    await small.close();
  });

  it('lets the program stop while a page is open', async () => {
    const startedAt = performance.now();
    await app.stop();
    expect(performance.now() - startedAt).toBeLessThan(6_000);
    await page.getByText('Connection lost').waitFor();
  });
});
