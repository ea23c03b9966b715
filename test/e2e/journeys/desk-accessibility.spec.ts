import { expect, test } from '@playwright/test';
import { inBothThemes } from '../axe';
import { Device } from '../device';
import { SignInPage } from '../pages/sign-in-page';
import { VendorServer } from '../vendor-server';

/** Nothing is there before the server has answered: what shows that it has, more than one of it. */
const screens = [
  ['/vendor-desk', 'row'],
  ['/vendor-desk/approvals', 'row'],
  ['/vendor-desk/approvals/rheinkontor-quote-19-approval', 'row'],
  ['/vendor-desk/special-bids', 'row'],
  ['/vendor-desk/special-bids/rheinkontor-quote-02-bid', 'row'],
  ['/vendor-desk/registrations', 'row'],
  ['/vendor-desk/registrations/rheinkontor-registration-01', 'textbox'],
  ['/vendor-desk/leads', 'row'],
  ['/vendor-desk/leads/statistics', 'row'],
  ['/vendor-desk/rules', 'listitem'],
  ['/vendor-desk/partners', 'row'],
  ['/vendor-desk/price-books', 'row'],
] as const;

test('axe finds nothing in either theme, at sign-in and at the vendor’s desk', async () => {
  test.setTimeout(900_000);
  const vendor = await VendorServer.prepareDemo();
  await vendor.start();
  const desk = await Device.open(vendor.url);
  const { page } = desk;
  const signIn = new SignInPage(page);
  await signIn.open();
  await inBothThemes(page, 'sign-in');
  await signIn.enter('channel@halden.example');
  await expect(page.getByRole('heading', { level: 1, name: 'Orders' })).toBeVisible();
  for (const [address, read] of screens) {
    await test.step(address, async () => {
      await page.goto(address);
      await expect(page.getByRole(read).nth(1)).toBeVisible();
      await inBothThemes(page, address);
    });
  }
  await desk.close();
  await vendor.remove();
});
