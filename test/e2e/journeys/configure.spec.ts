import { AxeBuilder } from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import { Device } from '../device';
import { QuoteEditorPage } from '../pages/quote-editor-page';
import { Shell } from '../pages/shell';
import { SignInPage } from '../pages/sign-in-page';
import { VendorServer } from '../vendor-server';

test.describe('a bundle with a broken constraint (CAT-3, CAT-4)', () => {
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

  test('says why it does not fit, is fixed with one click each, and stands on the quote with its parts, all offline', async () => {
    const { page } = laptop;
    const editor = new QuoteEditorPage(page);
    await page.goto('/');
    await laptop.context.setOffline(true);
    await editor.startNew();
    await editor.addBox.fill('HS-CTO-R240');
    await expect(page.getByRole('option').first()).toContainText('HS-CTO-R240');
    await editor.addBox.press('Enter');
    await page.waitForURL(/\/configure\//);

    await test.step('the 64-core processor needs better cooling and does not go with small power supplies', async () => {
      await expect(page.getByText('Everything fits together')).toBeVisible();
      await page.getByRole('radio', { name: 'Server processor, 64 cores' }).check();
      await expect(page.getByText('The 64-core processor draws 360 W')).toBeVisible();
      await expect(page.getByText('800 W power supplies are too small')).toBeVisible();
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html.slice(0, 160))])).toEqual(
        [],
      );
    });

    await test.step('the offered fixes resolve both', async () => {
      const issue = (text: string) => page.getByRole('listitem').filter({ hasText: text });
      await issue('draws 360 W').getByRole('button').first().click();
      await expect(issue('draws 360 W')).toBeHidden();
      const small = issue('too small');
      if (await small.isVisible()) await small.getByRole('button').first().click();
      await expect(page.getByText('Everything fits together')).toBeVisible();
      // 1,950 + 2 x 340 + 3,350 + 4 x 165 + 2 x 240 + 190; the rail kit is included.
      await expect(page.getByLabel('This bundle')).toContainText('€7,310.00');
    });

    await test.step('what a customer may not see is not on the screen', async () => {
      const total = page.getByLabel('This bundle');
      await expect(total).toContainText('Buy');
      await page.keyboard.press('F9');
      await expect(total).not.toContainText('Buy');
      await expect(total).toContainText('€7,310.00');
      await page.keyboard.press('F9');
      await expect(total).toContainText('Buy');
    });

    await test.step('applied as one change: the bundle with its parts, nothing to fix', async () => {
      await page.getByRole('button', { name: 'Apply', exact: true }).click();
      await page.waitForURL(/\/quotes\/[^/]+$|\/quotes\/[^/]+\?/);
      for (const sku of ['HS-CTO-R240', 'HS-SVO-C64', 'HS-SVO-COOL', 'HS-SVO-P1600'])
        await expect(editor.row(sku).first()).toBeVisible();
      await expect(editor.row('HS-SVO-P800')).toHaveCount(0);
      await expect(page.getByText(/things? to fix/)).toBeHidden();
      await expect(await editor.cell('HS-CTO-R240', 'Total')).toHaveText('7,310.00');
      // Each part counts, to the cent: the sum of the lines is the bundle's.
      for (const [sku, sum] of [
        ['HS-SVO-P1600', '680.00'],
        ['HS-SVO-C64', '3,350.00'],
        ['HS-SVO-COOL', '190.00'],
      ] as const)
        await expect(await editor.cell(sku, 'Total')).toHaveText(sum);
      await editor.expectSaved();
    });
    expect(laptop.complaints).toEqual([]);
  });
});
