import { AxeBuilder } from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import { sumDecimals } from '#shared/domain/money/sum-decimals';
import { Device } from '../device';
import { plain, PricesPage } from '../pages/prices-page';
import { QuoteEditorPage } from '../pages/quote-editor-page';
import { Shell } from '../pages/shell';
import { SignInPage } from '../pages/sign-in-page';
import { VendorApi } from '../vendor-api';
import { VendorServer } from '../vendor-server';

/** Of different families; all in the demo's Silver book in EUR. */
const kept = 'HS-RTR-B10-5G-RP';
const taken = 'HS-SUP-PLU-2Y-SW';

test.describe('new prices while a rep drafts (PR-32, PRI-6)', () => {
  let vendor: VendorServer;
  let laptop: Device;

  test.beforeAll(async () => {
    vendor = await VendorServer.prepareDemo();
    await vendor.start();
    laptop = await Device.open(vendor.url);
    await new SignInPage(laptop.page).signIn('lena@rheinkontor.example');
    await new Shell(laptop.page).readyForOffline();
  });
  test.afterAll(async () => {
    await laptop.close();
    await vendor.remove();
  });

  test('are decided line by line, applied at once, and change nothing that was presented', async () => {
    const { page } = laptop;
    const editor = new QuoteEditorPage(page);
    const prices = new PricesPage(page);
    const shell = new Shell(page);

    const presented = await presentedQuote(vendor.url);
    await page.goto(`/quotes/${presented}`);
    const totalOf = () =>
      page.getByRole('grid').getByRole('row').filter({ hasText: 'Net total' }).innerText();
    await expect(page.getByRole('grid').getByRole('row').filter({ hasText: 'Net total' })).toContainText(
      /\d\.\d\d/,
    );
    const before = await totalOf();

    await test.step('the rep drafts offline', async () => {
      await laptop.context.setOffline(true);
      await editor.startNew();
      await editor.choose('Customer', 'Bergland Maschinenbau GmbH');
      await editor.add(kept, kept);
      await editor.setCell(kept, 'Qty', '3');
      await editor.add(taken, taken);
      await editor.setCell(taken, 'Qty', '7');
      await editor.expectSaved();
    });
    const address = page.url();

    await test.step('meanwhile the vendor raises all prices by 4 %', async () => {
      const admin = await VendorApi.signIn(vendor.url, 'admin@halden.example');
      const published = await admin.publish('eur-silver', { family: null, percent: '4', note: 'Spring' });
      expect(published.changed).toBeGreaterThan(100);
    });

    await test.step('after a sync the draft says so, and costs what it cost', async () => {
      const drafted = await totalOf();
      await laptop.context.setOffline(false);
      await shell.syncNow();
      await expect(page.getByText('New prices arrived.')).toBeVisible({ timeout: 60_000 });
      expect(await totalOf()).toBe(drafted);
      await shell.goToToday();
      const list = page.getByRole('region', { name: 'New prices arrived' });
      await expect(list.getByRole('row').nth(1)).toBeVisible();
      await page.goto(address);
      await prices.openFromEditor();
    });

    await test.step('old and new stand side by side with the reason, and nothing in them is inaccessible', async () => {
      await expect(prices.row(kept)).toContainText('List price');
      for (const sku of [kept, taken]) {
        const [old, fresh] = await prices.prices(sku, 'list');
        expect(fresh).toBe(raised(old));
      }
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html.slice(0, 160))])).toEqual(
        [],
      );
    });

    const expected = await test.step('one line keeps its price, the other takes the new one', async () => {
      await prices.show('Per line');
      await prices.decide(kept, 'Keep');
      const [old] = await prices.prices(kept, 'sell');
      const [, fresh] = await prices.prices(taken, 'sell');
      const sum = sumDecimals([old, fresh]);
      const [, , decided] = await prices.total('Customer pays');
      expect(Number(decided)).toBe(Number(sum));
      return decided ?? '';
    });

    await test.step('the totals of the quote are those that were decided', async () => {
      await prices.apply();
      await expect(page.getByText('New prices arrived.')).toBeHidden();
      await expect.poll(async () => plain(await totalOf())).toContain(expected);
      await page.reload();
      await expect.poll(async () => plain(await totalOf())).toContain(expected);
    });

    await test.step('the server agrees, and what was presented did not change', async () => {
      await expect(shell.syncState).toContainText('Synced', { timeout: 60_000 });
      await page.goto('/attention');
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      const { pullEverything } = await VendorApi.signIn(vendor.url, 'lena@rheinkontor.example').then(
        (api) => ({
          pullEverything: () => api.pullEverything(),
        }),
      );
      const id = address.split('/').at(-1);
      const record = (await pullEverything()).find((change) => change.type === 'quote' && change.id === id);
      expect(record?.record).toMatchObject({
        priceBook: { bookId: 'eur-silver', version: 2 },
        items: [
          { sku: kept, keptVersion: 1 },
          { sku: taken, keptVersion: null },
        ],
      });
      await page.goto(`/quotes/${presented}`);
      await expect.poll(totalOf).toBe(before);
      await page.goto(`/quotes/${presented}/prices`);
      await expect(page.getByText('These prices stay as they are')).toBeVisible();
    });
    expect(laptop.complaints).toEqual([]);
  });
});

/** A price raised by 4 %, half-up at two decimals. */
function raised(price: string): string {
  const [whole = '0', cents = ''] = price.split('.');
  const units = BigInt(whole + cents.padEnd(2, '0'));
  const result = (units * 104n + 50n) / 100n;
  return `${String(result / 100n)}.${String(result % 100n).padStart(2, '0')}`;
}

/** A presented quote of the rep's in the book that changes. */
async function presentedQuote(url: string): Promise<string> {
  const api = await VendorApi.signIn(url, 'lena@rheinkontor.example');
  for (const { type, id, record } of await api.pullEverything()) {
    if (type !== 'quote' || typeof record !== 'object' || record === null) continue;
    if (!('state' in record) || !('priceBook' in record)) continue;
    const { state, priceBook } = record as { state: string; priceBook: { bookId: string } };
    if (state === 'presented' && priceBook.bookId === 'eur-silver') return id;
  }
  throw new Error('the demo has no presented quote');
}
