import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { App } from '../../app.js';
import { backends } from '../harness/database.js';
import { openChromium } from './chromium.js';
import { admin, expectIn, openPage, pane, say, school } from './panes.js';
import { startSandbox } from './start-sandbox.js';

describe.each(backends)('the sandbox in a browser, on %s', (backend) => {
  let browser: Browser;
  let app: App;
  beforeAll(async () => {
    [browser, app] = await Promise.all([openChromium(), startSandbox(backend)]);
  });
  afterAll(async () => {
    await browser?.close();
    await app.stop();
  });

  it('plays the whole loop: example, directive, answers, progress, summary', async () => {
    const { page, complaints } = await openPage(browser, `${app.url}/sandbox`);
    await page.getByRole('button', { name: 'Nạp đơn vị mẫu' }).click();
    await pane(page, admin).getByRole('button', { name: 'Giao việc cho các trường' }).click();
    await pane(page, admin).getByRole('button', { name: 'Gửi', exact: true }).click();
    await pane(page, admin).getByRole('button', { name: 'Gửi ngay' }).click();
    await expectIn(page, admin, '5 đã gửi');

    await pane(page, school).getByRole('button', { name: 'Đang làm', exact: true }).click();
    await pane(page, school)
      .getByRole('status')
      .getByText(/#1|Đang làm/)
      .waitFor();
    await page.getByRole('button', { name: /Trường THCS Hòa Lạc/ }).click();
    await pane(page, 'Trường THCS Hòa Lạc').getByLabel('Người nói').selectOption('Đỗ Thị Nga');
    await say(page, 'Trường THCS Hòa Lạc', '#1 xong');
    await expectIn(page, 'Trường THCS Hòa Lạc', /Đã ghi.*xong/);

    await say(page, admin, '/tiendo 1');
    await expectIn(page, admin, /1\/6 đã hoàn thành/);
    await expectIn(page, admin, /TH03 Trường THCS Hòa Lạc/);
    await say(page, admin, '/tonghop');
    await expectIn(page, admin, /Tổng hợp tuần \d+/);
    await pane(page, admin).getByRole('log').getByRole('button', { name: 'Ảnh', exact: true }).last().click();
    await pane(page, admin).getByRole('log').locator('img.picture').waitFor();
    await pane(page, admin).getByRole('log').getByRole('button', { name: 'Toàn văn' }).last().click();
    await expectIn(page, admin, /TH03: “xong”/);
    expect(complaints).toEqual([]);
    await page.close();
  });
});
