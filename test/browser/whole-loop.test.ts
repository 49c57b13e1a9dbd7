import { readFile } from 'node:fs/promises';
import { parse } from 'csv-parse/sync';
import { readSheet } from 'read-excel-file/node';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findFreePort } from '../../config/free-port.js';
import type { App } from '../../app.js';
import { unpack } from '../reports/unpack.js';
import { openChromium } from './chromium.js';
import { takePicture, watchComplaints } from './open-page.js';
import { startSandbox } from './start-sandbox.js';

const title = 'Báo cáo cơ sở vật chất';
const admin = 'Nguyễn Thị Hạnh';
const schools = {
  TH01: 'Trường Tiểu học An Bình',
  TH02: 'Trường Tiểu học Thanh Sơn',
  TH03: 'Trường THCS Hòa Lạc',
  TH04: 'Trường THCS Đồng Tâm',
  TH05: 'Trường Mầm non Hoa Sen',
};

/** One task from its first word to the file in the cabinet, by what people see and press alone. In real time. */
describe('the whole loop in a browser', () => {
  let app: App;
  let browser: Browser;
  let context: BrowserContext;
  let chats: Page;
  let office: Page;
  const complaints: string[] = [];
  beforeAll(async () => {
    const settings = { PORT: String(await findFreePort()), SUMMARY_KINDS: 'week' }; // the link names the port
    [app, browser] = await Promise.all([startSandbox('servers', settings), openChromium()]);
    context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
    context.setDefaultTimeout(30_000);
    context.on('page', (page) => watchComplaints(page, complaints));
    chats = await context.newPage();
    await chats.goto(`${app.url}/sandbox`);
    await chats.getByRole('button', { name: 'Nạp đơn vị mẫu' }).click();
    await chats.getByRole('region', { name: admin }).waitFor();
  });
  afterAll(async () => {
    await browser.close();
    await app.stop();
  });

  const pane = (name: string) => chats.getByRole('region', { name });
  const say = async (name: string, text: string) => {
    await pane(name).getByRole('textbox').fill(text);
    await pane(name).getByRole('textbox').press('Enter');
  };
  const openChat = async (name: string) => {
    if (!(await pane(name).isVisible())) await chats.getByRole('button', { name }).click();
  };
  /** Half a minute of the page's own clock: it looks anew by itself, nobody reloads. */
  const waitHalfMinute = () => office.clock.fastForward(31_000);

  test('the admin comes from the chat to the page by the link the bot sends', async () => {
    await say(admin, '/web');
    const link = pane(admin)
      .getByRole('log')
      .getByRole('link', { name: /\/admin\/sign-in/ });
    [office] = await Promise.all([context.waitForEvent('page'), link.click()]);
    await office.clock.install();
    await office.getByRole('button', { name: 'Vào trang quản lý' }).click();
    await office.getByRole('heading', { name: 'Hôm nay' }).waitFor();
  });

  test('writes a task for the schools; the preview follows; it goes out', async () => {
    await office.getByRole('link', { name: 'Soạn' }).click();
    await office.getByLabel('#truonghoc').check();
    await office.getByLabel('Tên việc').fill(title);
    await office
      .getByRole('textbox', { name: 'Nội dung' })
      .fill('Rà soát phòng học, bàn ghế; báo chỗ cần sửa.');
    await office.getByLabel('Hạn', { exact: true }).fill('3 ngày làm việc nữa');
    await office.clock.fastForward(1_000); // the pause in typing that the form waits for
    await office.locator('#preview').getByText(title).waitFor();
    await takePicture(office, 'loop-compose');
    await office.getByRole('button', { name: 'Xem lại để gửi' }).click();
    await office.getByRole('heading', { name: title }).waitFor();
    await takePicture(office, 'loop-review');
    await office.getByRole('button', { name: 'Gửi ngay' }).click();
    await office.getByRole('status').getByText('#1').waitFor();
    await office.getByRole('heading', { name: '0/6 đã hoàn thành' }).waitFor();
  });

  test('the groups answer, and the open page turns green by itself, the focus where it was', async () => {
    const row = (code: string) => office.getByRole('row').filter({ hasText: code });
    await office.locator('#unit-TH02').focus();
    await openChat(schools.TH01);
    await pane(schools.TH01).getByRole('button', { name: 'Xong', exact: true }).click();
    await pane(schools.TH01).getByRole('status').getByText(/xong/i).waitFor();
    await openChat(schools.TH02);
    await say(schools.TH02, '#1 xong, 12 phòng đã rà soát');
    await openChat(schools.TH03);
    await say(schools.TH03, '#1 vướng: mái phòng 3 dột');
    await pane(schools.TH03).getByText('Đã ghi').last().waitFor();
    await waitHalfMinute();
    await office.getByRole('heading', { name: '2/6 đã hoàn thành' }).waitFor();
    await row('TH02').getByText('12 phòng đã rà soát').waitFor();
    await row('TH03').locator('.chip.bad').getByText('Đang vướng').waitFor();
    expect(await office.locator('tbody .chip.good').count()).toBe(2);
    expect(await office.evaluate('document.activeElement.id')).toBe('unit-TH02');
    await office.getByRole('heading', { name: 'Đã gửi tới 5/5 nhóm' }).waitFor();
    expect(await office.getByText('“”').count()).toBe(0); // a button says no words
    await takePicture(office, 'loop-half');
    for (const code of ['TH03', 'TH04', 'TH05'] as const) {
      await openChat(schools[code]);
      await say(schools[code], '#1 xong');
      await pane(schools[code])
        .getByText(/Đã ghi.*xong/)
        .last()
        .waitFor();
    }
    await takePicture(chats, 'loop-chats');
    await waitHalfMinute();
    await office.getByRole('heading', { name: '5/6 đã hoàn thành' }).waitFor();
    expect(await office.locator('tbody .chip.good').count()).toBe(5);
    await takePicture(office, 'loop-green');
    await office.setViewportSize({ width: 390, height: 844 });
    expect(await office.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true);
    await takePicture(office, 'loop-green-phone');
    await office.setViewportSize({ width: 1440, height: 900 });
  });

  test('the week’s report is drafted, read and published, and the office has it in its chat', async () => {
    await office.getByRole('link', { name: 'Báo cáo' }).click();
    await office.getByRole('link', { name: 'Tuần này' }).click();
    await office.getByRole('button', { name: 'Lập bản thảo để phát hành' }).click();
    await office.getByText('bản thảo', { exact: true }).waitFor();
    await office.getByText(title).first().waitFor();
    await office.getByRole('button', { name: 'Phát hành' }).click();
    await office.getByRole('heading', { name: /Tổng hợp số 1 – tuần \d+/ }).waitFor();
    await takePicture(office, 'loop-report');
    await openChat('Văn phòng huyện');
    await pane('Văn phòng huyện')
      .getByRole('log')
      .getByText(/Tổng hợp số 1 – tuần/)
      .first()
      .waitFor();
  });

  test('and the files that are taken home hold the figures', async () => {
    const download = async (name: string) => {
      const [file] = await Promise.all([
        office.waitForEvent('download'),
        office.getByRole('link', { name, exact: true }).click(),
      ]);
      return readFile(await file.path());
    };
    const rows: Record<string, string>[] = parse(await download('CSV'), { bom: true, columns: true });
    expect(rows.map((row) => [row['Mã đơn vị'], row['Kết quả'], row['Kết quả, ý kiến']])).toEqual([
      ['TH01', 'Xong đúng hạn', ''],
      ['TH02', 'Xong đúng hạn', 'xong, 12 phòng đã rà soát'],
      ['TH03', 'Xong đúng hạn', 'xong'],
      ['TH04', 'Xong đúng hạn', 'xong'],
      ['TH05', 'Xong đúng hạn', 'xong'],
      ['TH06', 'Chưa xong, còn hạn', ''],
    ]);
    const sheet = await readSheet(await download('Excel'));
    expect(sheet.slice(1, 5).map(([name, count]) => [name, count])).toEqual([
      ['Xong đúng hạn', 5],
      ['Xong muộn', 0],
      ['Chưa xong, còn hạn', 1],
      ['Chưa xong, quá hạn', 0],
    ]);
    const document = unpack(await download('Word'))['word/document.xml']!.replace(/<[^>]+>/g, ' ');
    expect(document.replace(/\s+/g, ' ')).toContain(
      'Xong đúng hạn 5 83% Xong muộn 0 0% Chưa xong, còn hạn 1 17%',
    );
    expect(complaints).toEqual([]);
  });
});
