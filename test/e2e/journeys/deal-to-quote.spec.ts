import { expect, test } from '@playwright/test';
import { Device } from '../device';
import { QuoteEditorPage } from '../pages/quote-editor-page';
import { SignInPage } from '../pages/sign-in-page';
import { VendorServer } from '../vendor-server';

test.describe('from the deal to its quote', () => {
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

  for (const [from, address, name] of [
    ['an account', '/accounts/rheinkontor-account-01', 'Bergland Maschinenbau GmbH'],
    ['an opportunity', '/opportunities/rheinkontor-opportunity-01', ''],
  ] as const) {
    test(`a quote begun at ${from} is for its customer`, async () => {
      const { page } = laptop;
      await page.goto(address);
      await page.getByRole('link', { name: 'New quote' }).click();
      await page.waitForURL(/\/quotes\/(?!new)[^/?]+$/);
      await expect(new QuoteEditorPage(page).addBox).toBeVisible();
      const customer = page
        .getByRole('combobox', { name: 'Customer' })
        .or(page.getByLabel('Customer', { exact: true }));
      await expect(customer.first()).toHaveValue(name === '' ? /\S/ : name);
      // The deal's page lists it at once.
      await page.goto(address);
      await expect(page.getByRole('link', { name: /^Q-\w{4}-0/ }).first()).toBeVisible();
    });
  }

  test('what a rep writes in one window is in the other at once', async () => {
    const other = await laptop.context.newPage();
    await other.goto('/accounts/rheinkontor-account-02');
    const { page } = laptop;
    await page.goto('/accounts/rheinkontor-account-02');
    await page.getByRole('heading', { level: 1 }).waitFor();
    const editor = new QuoteEditorPage(page);
    await page.getByRole('link', { name: 'New quote' }).click();
    await page.waitForURL(/\/quotes\/(?!new)[^/?]+$/);
    const number = await editor.number();
    await expect(other.getByRole('link', { name: new RegExp(`^${number}`) })).toBeVisible();
    await other.close();
  });
});
