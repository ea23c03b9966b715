import { expect, test } from '@playwright/test';
import { Device } from '../device';
import { DeskLeadPages, LeadPages } from '../pages/lead-pages';
import { Shell } from '../pages/shell';
import { SignInPage } from '../pages/sign-in-page';
import { VendorServer } from '../vendor-server';

const company = 'Nordhafen Werften';
const contested = 'Alster Optik';
const partner = 'Rheinkontor';

test.describe('a lead from the vendor to a deal (OPP-2, OPP-3)', () => {
  let vendor: VendorServer;
  let desk: Device;
  let lena: Device;
  let felix: Device;

  test.beforeAll(async () => {
    vendor = await VendorServer.prepareDemo();
    await vendor.start();
    [desk, lena, felix] = await Promise.all([
      Device.open(vendor.url),
      Device.open(vendor.url),
      Device.open(vendor.url),
    ]);
    const signIn = new SignInPage(desk.page);
    await signIn.open();
    await signIn.enter('channel@halden.example');
    await expect(desk.page.getByRole('navigation', { name: 'Main navigation' })).toBeVisible();
    await new SignInPage(lena.page).signIn('lena@rheinkontor.example');
    await new SignInPage(felix.page).signIn('felix@rheinkontor.example');
    for (const { page } of [lena, felix]) await new Shell(page).readyForOffline();
  });
  test.afterAll(async () => {
    for (const { complaints } of [desk, lena, felix]) expect(complaints).toEqual([]);
    await Promise.all([desk.close(), lena.close(), felix.close()]);
    await vendor.remove();
  });

  test('accepted offline, qualified, sent back, answered again, verified, converted', async () => {
    const [vendorSide, hers] = [new DeskLeadPages(desk.page), new LeadPages(lena.page)];
    await vendorSide.createLead(company, 'Germany');
    await vendorSide.giveTo(partner);

    await test.step('she accepts without a network, and is told that it does not count yet', async () => {
      await new Shell(lena.page).syncNow();
      await hers.openInbox();
      await expect(hers.inbox).toContainText(company, { timeout: 30_000 });
      await hers.expectAccessible();
      await hers.open(company);
      await lena.context.setOffline(true);
      await hers.accept();
      await expect(lena.page.getByText('Accepted on this device, not yet with the vendor')).toBeVisible();
      await hers.answerAll('last');
      await hers.expectAccessible();
      await hers.send();
    });

    await test.step('back online the vendor has it, and sends the answers back', async () => {
      await lena.context.setOffline(false);
      await new Shell(lena.page).syncNow();
      await expect(desk.page.getByText('Sent, waits for you')).toBeVisible({ timeout: 60_000 });
      await vendorSide.judge('Send back', 'Who decides there?');
    });

    await test.step('she reads why and answers again; the vendor verifies with a score of its own', async () => {
      await expect(hers.qualification).toContainText('Who decides there?', { timeout: 60_000 });
      await hers.answerAll('first');
      await hers.send('Send again');
      await new Shell(lena.page).syncNow();
      await expect(desk.page.getByText('Sent, waits for you')).toBeVisible({ timeout: 60_000 });
      await vendorSide.judge('Verify', 'Good to go');
    });

    await test.step('it becomes a customer and a deal', async () => {
      await expect(hers.qualification).toContainText('Good to go', { timeout: 60_000 });
      await hers.convert();
      await hers.expectAccessible();
      await lena.page.getByRole('link', { name: `${company}: new deal` }).click();
      await expect(lena.page.getByRole('textbox', { name: 'Name' }).first()).toHaveValue(
        `${company}: new deal`,
      );
    });
  });

  test('accepted on two laptops: the second one is told that a colleague was faster', async () => {
    const [hers, his] = [new LeadPages(lena.page), new LeadPages(felix.page)];
    const vendorSide = new DeskLeadPages(desk.page);
    await vendorSide.createLead(contested, 'Germany');
    await vendorSide.giveTo(partner);
    for (const [{ page, context }, pages] of [
      [felix, his],
      [lena, hers],
    ] as const) {
      await new Shell(page).syncNow();
      await pages.openInbox();
      await expect(pages.inbox).toContainText(contested, { timeout: 30_000 });
      await pages.open(contested);
      if (page === felix.page) await context.setOffline(true);
    }
    await his.accept();
    await hers.accept();
    // On her screen it counts the moment she clicks: only the vendor can say that hers is there before his.
    await vendorSide.expectAnsweredBy('Lena Hoffmann');
    await felix.context.setOffline(false);
    await new Shell(felix.page).syncNow();
    await felix.page.goto('/attention');
    await expect(felix.page.getByRole('main')).toContainText('Somebody was faster', { timeout: 60_000 });
    await expect(felix.page.getByRole('main')).toContainText(contested);
  });
});
