import { expect, test } from '@playwright/test';
import { Device } from '../device';
import { QuoteEditorPage } from '../pages/quote-editor-page';
import { SignInPage } from '../pages/sign-in-page';
import { VendorApi } from '../vendor-api';
import { VendorServer } from '../vendor-server';

test.describe('what is typed into a cell', () => {
  let vendor: VendorServer;
  let laptop: Device;
  let editor: QuoteEditorPage;
  let sku: string;

  test.beforeAll(async () => {
    vendor = await VendorServer.prepareDemo();
    await vendor.start();
    laptop = await Device.open(vendor.url);
    await new SignInPage(laptop.page).signIn('lena@rheinkontor.example');
    const api = await VendorApi.signIn(vendor.url, 'lena@rheinkontor.example');
    sku = (await api.orderableSkus('eur-silver'))[0] ?? '';
    editor = new QuoteEditorPage(laptop.page);
    await editor.startNew();
    await editor.add(sku, sku);
    await editor.expectSaved();
  });
  test.afterAll(async () => {
    await laptop.close();
    await vendor.remove();
  });

  test('is kept whole, with or without decimals, and its outlook stands at the cell while it is typed', async () => {
    const { page } = laptop;
    const discount = await editor.cell(sku, 'Disc.');
    for (const [typed, shown] of [
      ['7.5', '7.5%'],
      ['16', '16.0%'],
      ['0.25', '0.3%'],
      ['12.0', '12.0%'],
    ] as const) {
      await discount.click();
      // Slowly enough for the outlook to come and go between the keys: "7." is no figure.
      await page.keyboard.type(typed, { delay: 250 });
      await expect(discount.getByRole('textbox')).toHaveValue(typed);
      await page.keyboard.press('Enter');
      await expect(discount).toHaveText(new RegExp(`${shown.replaceAll('.', String.raw`\.`)}$`));
    }
    expect(laptop.complaints).toEqual([]);
  });

  test('stays while the same line comes in changed from elsewhere', async () => {
    const { page } = laptop;
    const window2 = await laptop.context.newPage();
    await window2.goto(page.url());
    const there = new QuoteEditorPage(window2);
    await expect(there.row(sku)).toBeVisible();

    const discount = await editor.cell(sku, 'Disc.');
    await discount.click();
    await page.keyboard.type('1');
    await there.setCell(sku, 'Qty', '40');
    await there.expectSaved();
    await expect(await editor.cell(sku, 'Qty')).toHaveText('40');
    await page.keyboard.type('6');
    await page.keyboard.press('Enter');
    await expect(discount).toContainText('16.0%');
    await expect(await editor.cell(sku, 'Qty')).toHaveText('40');
    await window2.close();
    expect(laptop.complaints).toEqual([]);
  });
});
