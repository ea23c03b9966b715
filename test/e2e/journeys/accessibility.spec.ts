import { expect, test } from '@playwright/test';
import { inBothThemes } from '../axe';
import { Device } from '../device';
import { QuoteEditorPage } from '../pages/quote-editor-page';
import { SignInPage } from '../pages/sign-in-page';
import { VendorServer } from '../vendor-server';

const screens = [
  ['today', '/'],
  ['opportunities', '/opportunities'],
  ['opportunity', '/opportunities/rheinkontor-opportunity-01'],
  ['accounts', '/accounts'],
  ['account', '/accounts/rheinkontor-account-01'],
  ['quotes', '/quotes'],
  ['quote', '/quotes/rheinkontor-quote-02'],
  ['proposal', '/quotes/rheinkontor-quote-02/proposal'],
  ['orders', '/orders'],
  ['order', '/orders/rheinkontor-order-01'],
  ['catalog', '/catalog'],
  ['product', '/catalog/eur-silver/HS-BKP-BUS-1Y-1T'],
  ['guide', '/catalog/guide'],
  ['approvals', '/approvals'],
  ['approval', '/approvals/rheinkontor-quote-05-approval'],
  ['approval of a draft', '/quotes/rheinkontor-quote-02/approval'],
  ['approval of an approved quote', '/quotes/rheinkontor-quote-05/approval'],
  ['special prices', '/quotes/rheinkontor-quote-01/special-bid'],
  ['guide of a quote', '/quotes/rheinkontor-quote-01/guide'],
  ['settings', '/settings'],
  ['sync', '/sync'],
  ['attention', '/attention'],
  ['registrations', '/registrations'],
  ['refused registration', '/registrations/rheinkontor-registration-02'],
  ['granted registration', '/registrations/rheinkontor-registration-04'],
  ['leads', '/leads'],
  ['lead being qualified', '/leads/rheinkontor-lead-01'],
  ['offered lead', '/leads/rheinkontor-lead-03'],
  ['contracts', '/contracts'],
  ['contract', '/contracts/rheinkontor-contract-01'],
  ['import', '/import/accounts'],
  ['two values', '/conflicts/rheinkontor-opportunity-03-conflict'],
] as const;

test.describe('every screen, by keyboard and screen reader', () => {
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

  test('axe finds nothing in either theme', async () => {
    // Thirty screens, each read as a whole, twice.
    test.setTimeout(900_000);
    const { page } = laptop;
    for (const [name, address] of screens) {
      await test.step(name, async () => {
        await page.goto(address);
        await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
        await inBothThemes(page, name);
      });
    }
  });

  test('axe finds nothing in what a person may approve alone, and in a bundle being put together', async () => {
    const { page } = laptop;
    const editor = new QuoteEditorPage(page);
    await editor.startNew();
    await editor.addBox.fill('HS-CTO-R240');
    await expect(page.getByRole('option').first()).toContainText('HS-CTO-R240');
    await editor.addBox.press('Enter');
    await page.waitForURL(/\/configure\//);
    const configurator = new URL(page.url()).pathname;
    await page.goto(configurator);
    await page.getByRole('radio', { name: 'Server processor, 64 cores' }).check();
    await expect(page.getByText('The 64-core processor draws 360 W')).toBeVisible();
    await inBothThemes(page, 'configurator');
    await page.goto('/approvals');
    await page.getByText('My authority').click();
    await expect(page.getByText('Signed by the vendor')).toBeVisible();
    await inBothThemes(page, 'my authority');
    await page.getByText('Mine', { exact: true }).click();
  });

  test('no screen is cut off at 200 % zoom on a laptop', async () => {
    const { page } = laptop;
    // A 1,280 x 800 screen at 200 % has room for 640 x 400 of the page.
    await page.setViewportSize({ width: 640, height: 400 });
    for (const [name, address] of screens) {
      await page.goto(address);
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      const wide = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect.soft(wide, `${name} scrolls sideways as a whole`).toBeLessThanOrEqual(0);
    }
    await page.setViewportSize({ width: 1440, height: 900 });
  });

  test('a line is added, changed and taken back with the keyboard alone', async () => {
    const { page } = laptop;
    const editor = new QuoteEditorPage(page);
    await editor.startNew();
    await page.keyboard.press('Control+Enter');
    await expect(editor.addBox).toBeFocused();
    await page.keyboard.type('5x endpoint security');
    await expect(page.getByRole('option').first()).toBeVisible();
    await page.keyboard.press('Enter');
    await expect(editor.addBox).toHaveValue('');
    await expect(editor.grid.getByRole('gridcell', { name: '5', exact: true })).toBeVisible();
    await page.keyboard.press('Escape');
    await page.keyboard.press('Control+z');
    await expect(editor.grid.getByRole('gridcell', { name: '5', exact: true })).toHaveCount(0);
    await page.keyboard.press('Control+Shift+z');
    await expect(editor.grid.getByRole('gridcell', { name: '5', exact: true })).toBeVisible();
  });
});
