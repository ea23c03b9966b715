import { expect, test } from '@playwright/test';
import { Device } from '../device';
import { PasteDialogPage } from '../pages/paste-dialog';
import { QuoteEditorPage } from '../pages/quote-editor-page';
import { SignInPage } from '../pages/sign-in-page';
import { VendorApi } from '../vendor-api';
import { VendorServer } from '../vendor-server';

test.describe('a quote of 1,000 lines', () => {
  let vendor: VendorServer;
  let laptop: Device;

  test.beforeAll(async () => {
    vendor = await VendorServer.prepareDemo();
    await vendor.start();
    laptop = await Device.open(vendor.url);
    await new SignInPage(laptop.page).signIn('lena@rheinkontor.example');
  });
  test.afterAll(async () => {
    await laptop.close();
    await vendor.remove();
  });

  test('is typed into: every keystroke arrives and the totals follow; how long the page was busy is reported', async () => {
    const { page } = laptop;
    const editor = new QuoteEditorPage(page);
    const paste = new PasteDialogPage(page);
    const api = await VendorApi.signIn(vendor.url, 'lena@rheinkontor.example');
    const skus = await api.orderableSkus('eur-silver');
    const rows = Array.from({ length: 1_000 }, (_, index) => `${skus[index % skus.length] ?? ''}\t1`);
    await page.goto('/');
    await editor.startNew();
    await paste.paste(rows.join('\n'));
    await expect(paste.counts).toContainText('1000 rows · 1000 matched', { timeout: 60_000 });
    await paste.add(1_000);
    await editor.expectSaved();

    await page.evaluate(() => {
      const tasks: number[] = [];
      Object.assign(window, { longTasks: tasks });
      new PerformanceObserver((list) => {
        for (const { duration } of list.getEntries()) tasks.push(Math.round(duration));
      }).observe({ type: 'longtask' });
    });
    const sku = skus[0] ?? '';
    const total = page.getByRole('grid').getByRole('row').filter({ hasText: 'Net total' });
    const before = await total.innerText();
    for (const quantity of ['12', '345', '6', '7890', '21']) {
      await (await editor.cell(sku, 'Qty')).first().click();
      await page.keyboard.type(quantity, { delay: 40 });
      await page.keyboard.press('Enter');
      await expect((await editor.cell(sku, 'Qty')).first()).toHaveText(
        new Intl.NumberFormat('en-GB').format(Number(quantity)),
      );
    }
    for (const discount of ['7.5', '3', '12.4']) {
      const cell = (await editor.cell(sku, 'Disc.')).first();
      await cell.click();
      await page.keyboard.type(discount, { delay: 40 });
      await page.keyboard.press('Enter');
      await expect(cell).toContainText(`${Number(discount).toFixed(1)}%`);
    }
    await expect.poll(() => total.innerText()).not.toBe(before);
    await editor.expectSaved();
    const tasks = await page.evaluate(() => (window as unknown as { longTasks: number[] }).longTasks);
    // A busy machine makes every task long: the figure is for people to read, not for the journey to pass or fail by.
    test.info().annotations.push({
      type: 'main-thread tasks over 50 ms while typing',
      description: tasks.length === 0 ? 'none' : `${tasks.join(', ')} ms`,
    });
    expect(laptop.complaints).toEqual([]);
  });
});
