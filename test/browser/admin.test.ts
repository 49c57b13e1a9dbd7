import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openAdmin, type OpenAdmin } from './open-admin.js';

describe('the admin’s page in a browser', () => {
  let on: OpenAdmin;
  beforeAll(async () => {
    on = await openAdmin();
  });
  afterAll(() => on.close());

  test('a unit is found, its request granted and the table seen to change by the keyboard alone', async () => {
    await on.world.app.runtime.db.person.updateMany({ data: { locale: 'vi' } });
    const page = await on.open();
    const press = async (...keys: string[]) => {
      for (const key of keys) await page.keyboard.press(key);
    };
    await page.getByRole('link', { name: 'XA05 Xã Phú Mỹ' }).first().focus();
    await press('Enter');
    await page.getByRole('heading', { name: 'XA05 Xã Phú Mỹ' }).waitFor();
    await press('Tab', 'Enter', 'Tab'); // over the link to the content
    await page.getByRole('button', { name: 'Đồng ý gia hạn' }).focus();
    await press('Enter');
    await page.getByRole('status').getByText('đã gia hạn #2 cho XA05').waitFor();
    await page.getByText('Hạn: 17:00 thứ Hai 30/11/2026').waitFor();
    await page.getByText('Ghi thay đơn vị').first().focus();
    await press('Enter');
    await page.getByLabel('Câu trả lời của đơn vị').focus();
    await page.keyboard.type('đang làm 55%');
    await press('Enter');
    await page.getByRole('status').getByText('55%').waitFor();
    await on.go(page, '/directives/2?q=XA05');
    await page.getByRole('cell', { name: /^Đang làm 55%/ }).waitFor();
  });

  test('a unit is dragged below another after a word on what goes along; its handle works from the keyboard', async () => {
    const page = await on.open({ viewport: { width: 1280, height: 2000 } });
    await on.go(page, '/organisation');
    const line = (code: string) => page.locator(`li[data-code=${code}]`);
    const drag = (code: string, onto: string) =>
      line(code).locator('.handle').dragTo(line(onto).locator('a'));
    await drag('XA02', 'XA12');
    await page.getByRole('dialog').getByText('Chuyển XA02 Xã Thanh Sơn về thuộc XA12 Xã Núi Đá?').waitFor();
    await page.getByRole('button', { name: 'Không chuyển' }).click();
    await drag('XA02', 'XA12');
    await page.getByRole('dialog').getByRole('button', { name: 'Chuyển đơn vị' }).click();
    await page.getByRole('status').getByText('thuộc XA12').waitFor();
    await drag('XA12', 'XA02'); // below itself: nothing
    expect(await page.getByRole('dialog').isVisible()).toBe(false);
    await line('XA02').locator('.handle').focus();
    await page.keyboard.press('Enter');
    expect(await page.locator('[data-move-form] [name=code]').inputValue()).toBe('XA02');
    await page.keyboard.type('HUYEN');
    await page.keyboard.press('Enter');
    await page.getByRole('status').getByText('thuộc HUYEN').waitFor();
    expect(on.complaints).toEqual([]);
  });

  test('today freshens by itself, under the policy that forbids inline script and style', async () => {
    const page = await on.open();
    await page.getByText('vật tư về chậm').waitFor({ state: 'detached' });
    await on.district.answer('XA10', on.district.drains, 'vướng: vật tư về chậm');
    await page.evaluate("document.dispatchEvent(new Event('visibilitychange'))");
    await page.getByText('vật tư về chậm').waitFor();
    expect(on.complaints).toEqual([]);
  });

  test('all of it can be read and done without script', async () => {
    const page = await on.open({ javaScriptEnabled: false });
    await page.getByRole('link', { name: /#2 / }).first().click();
    await page.getByText('Kết thúc hoặc hủy').click();
    await page.getByRole('button', { name: 'Kết thúc', exact: true }).click();
    await page.getByRole('status').waitFor();
    await page.getByText('Nguyễn Thị Hạnh').first().click();
    await page.getByRole('button', { name: 'Đăng xuất', exact: true }).click();
    await page.waitForURL('**/sign-in');
    expect(on.complaints).toEqual([]);
  });
});
