import { expect, test, type Page } from '@playwright/test';
import { Device } from '../device';
import { OpportunityPage } from '../pages/opportunity-page';
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

test.describe('what is typed into a field of a deal', () => {
  test('SY-14 while what was typed before is still being stored, follows it: nothing is dropped, and nobody is asked about their own change', async () => {
    const vendor = await VendorServer.prepareDemo();
    await vendor.start();
    const laptop = await Device.open(vendor.url);
    const { page } = laptop;
    await new SignInPage(page).signIn('lena@rheinkontor.example');
    const deal = new OpportunityPage(page);
    await deal.open('rheinkontor-opportunity-02');
    const forecast = page.getByRole('combobox', { name: 'Forecast' });

    const release = await holdWrites(page);
    await deal.setNextStep('Call Thursday');
    await deal.setNextStep('Call Friday');
    for (const choice of ['Commit', 'Best case']) {
      await forecast.click();
      await page.getByRole('option', { name: choice, exact: true }).click();
      await expect(forecast).toHaveValue(choice);
    }
    await deal.nextStep.fill('Call Friday at n');
    await release();
    await expect(page.getByRole('button', { name: 'Undo' }).first()).toBeVisible();
    await deal.nextStep.pressSequentially('ine');
    await deal.nextStep.press('Enter');

    await expect(deal.nextStep).toHaveValue('Call Friday at nine');
    await page.reload();
    await expect(deal.nextStep).toHaveValue('Call Friday at nine');
    await expect(forecast).toHaveValue('Best case');
    await expect(page.getByRole('link', { name: 'Look and choose' })).toHaveCount(0);
    expect(laptop.complaints).toEqual([]);
    await laptop.close();
    await vendor.remove();
  });
});

/** Until it is released nothing can be stored on this device, as on a slow disk: a transaction over its records keeps itself busy. */
async function holdWrites(page: Page): Promise<() => Promise<void>> {
  const hold = await page.evaluateHandle(async () => {
    const known = (await indexedDB.databases()).map(({ name }) => name ?? '');
    const released = { is: false, count: 0 };
    for (const name of known) {
      const db = await new Promise<IDBDatabase>((resolve, reject) => {
        const opening = indexedDB.open(name);
        opening.addEventListener('success', () => resolve(opening.result));
        opening.addEventListener('error', () => reject(new Error(`${name} does not open`)));
      });
      if (!db.objectStoreNames.contains('records')) continue;
      released.count += 1;
      const store = db.transaction('records', 'readwrite').objectStore('records');
      const goOn = (): void => {
        if (released.is) db.close();
        else store.count().addEventListener('success', goOn);
      };
      goOn();
    }
    return released;
  });
  expect(await hold.evaluate(({ count }) => count)).toBeGreaterThan(0);
  return () =>
    hold.evaluate((released) => {
      released.is = true;
    });
}
