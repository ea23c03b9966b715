import { expect, test, type Page } from '@playwright/test';
import { Device } from '../device';
import { QuoteEditorPage } from '../pages/quote-editor-page';
import { Shell } from '../pages/shell';
import { SignInPage } from '../pages/sign-in-page';
import { VendorServer } from '../vendor-server';

/** Every database of the page's origin, gone as when the browser or a full disk lost them. The journal's files stay. */
async function loseTheStore(page: Page): Promise<void> {
  // An address of the origin on which the app does not run and holds nothing open.
  await page.goto('/icon.svg');
  await page.evaluate(async () => {
    const databases = await indexedDB.databases();
    await Promise.all(
      databases.map(
        ({ name = '' }) =>
          new Promise<void>((resolve, reject) => {
            const request = indexedDB.deleteDatabase(name);
            request.addEventListener('success', () => resolve());
            request.addEventListener('error', () => reject(new Error(`not deleted: ${name}`)));
          }),
      ),
    );
  });
}

async function quoteWithALine(page: Page): Promise<string> {
  const editor = new QuoteEditorPage(page);
  await editor.startNew();
  const number = await editor.number();
  await editor.choose('Customer', 'Bergland Maschinenbau GmbH');
  await editor.add('endpoint security', 'HS-');
  await editor.expectSaved();
  return number;
}

test('SY-2 the store is lost with work that was never sent: all of it comes back, and the person is told once', async () => {
  const vendor = await VendorServer.prepareDemo();
  await vendor.start();
  const laptop = await Device.open(vendor.url);
  const { page, context } = laptop;
  const shell = new Shell(page);
  await new SignInPage(page).signIn('lena@rheinkontor.example');
  await shell.readyForOffline();

  await vendor.stop();
  const first = await quoteWithALine(page);
  const other = await context.newPage();
  await other.goto('/');
  const second = await quoteWithALine(other);
  expect(second).not.toBe(first);
  await other.close();

  await vendor.start();
  await loseTheStore(page);
  await page.goto('/quotes');
  const told = page.getByRole('status').filter({ hasText: 'This device’s store was damaged' });
  await expect(told).toContainText(/\d+ pieces of work were restored from the journal/);
  await page.screenshot({ path: test.info().outputPath('restored.png') });
  await expect(shell.syncState).toContainText('Synced', { timeout: 60_000 });
  for (const number of [first, second]) {
    await expect(page.getByRole('row').filter({ hasText: number })).toContainText('Bergland');
  }

  await page.reload();
  await expect(told).toBeVisible();
  await told.getByRole('button', { name: 'Dismiss' }).click();
  await expect(told).toBeHidden();
  await page.reload();
  await expect(page.getByRole('row').filter({ hasText: first })).toBeVisible();
  await expect(told).toBeHidden();
  expect(laptop.complaints).toEqual([]);
  await laptop.close();
  await vendor.remove();
});

test('SY-2 work that arrived is not done again when the app starts the next time', async () => {
  const vendor = await VendorServer.prepareDemo();
  await vendor.start();
  const laptop = await Device.open(vendor.url);
  const { page } = laptop;
  await new SignInPage(page).signIn('lena@rheinkontor.example');
  const number = await quoteWithALine(page);
  await expect(new Shell(page).syncState).toContainText('Synced', { timeout: 60_000 });
  await page.reload();
  await page.goto('/quotes');
  await expect(page.getByRole('row').filter({ hasText: number })).toBeVisible();
  await expect(page.getByText('from the journal')).toBeHidden();
  expect(laptop.complaints).toEqual([]);
  await laptop.close();
  await vendor.remove();
});

test('SY-10 a store that a newer app wrote is left alone, and the person is told what to do', async () => {
  const vendor = await VendorServer.prepareDemo();
  await vendor.start();
  const laptop = await Device.open(vendor.url);
  const { page } = laptop;
  await new SignInPage(page).signIn('lena@rheinkontor.example');
  await page.goto('/icon.svg');
  const before = await page.evaluate(async () => {
    const all = await indexedDB.databases();
    const { name = '' } = all.find((each) => each.name?.startsWith('fieldquote-')) ?? {};
    return new Promise<number>((resolve, reject) => {
      const request = indexedDB.open(name, 990);
      request.addEventListener('error', () => reject(new Error('not upgraded')));
      request.addEventListener('success', () => {
        request.result.close();
        resolve(all.length);
      });
    });
  });
  await page.goto('/');
  await expect(page.getByRole('alert')).toContainText('A newer version of Fieldquote was used here');
  await page.screenshot({ path: test.info().outputPath('too-new.png') });
  const after = await page.evaluate(() => indexedDB.databases());
  expect(after.map(({ version }) => version)).toContain(990);
  expect(after).toHaveLength(before);
  await laptop.close();
  await vendor.remove();
});
