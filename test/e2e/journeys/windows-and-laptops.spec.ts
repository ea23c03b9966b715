import { expect, test, type Page } from '@playwright/test';
import { startChaosFront } from '../../chaos-browser/chaos-front';
import { Device } from '../device';
import { OpportunityPage } from '../pages/opportunity-page';
import { Shell } from '../pages/shell';
import { SignInPage } from '../pages/sign-in-page';
import { VendorApi } from '../vendor-api';
import { VendorServer } from '../vendor-server';

const lena = 'lena@rheinkontor.example';
const deal = 'rheinkontor-opportunity-03';

/** Opens another window of the same browser. */
async function anotherWindow(laptop: Device): Promise<Page> {
  const page = await laptop.context.newPage();
  await page.goto('/');
  await expect(page.getByRole('navigation', { name: 'Main navigation' })).toBeVisible();
  return page;
}

async function arrivedNextStep(api: VendorApi): Promise<string> {
  const changes = await api.pullEverything();
  const record: unknown = changes.find(({ type, id }) => type === 'opportunity' && id === deal)?.record;
  return typeof record === 'object' && record !== null && 'nextStep' in record ? String(record.nextStep) : '';
}

test('SY-9 windows of one browser: all see work at once, one sends it, another takes over, and all are signed out together', async () => {
  const vendor = await VendorServer.prepareDemo();
  await vendor.start();
  const network = await startChaosFront(vendor.url, null);
  const laptop = await Device.open(network.url);
  const first = laptop.page;
  await new SignInPage(first).signIn(lena);
  const second = await anotherWindow(laptop);
  const inFirst = new OpportunityPage(first);
  const inSecond = new OpportunityPage(second);
  let sending: Page | null = null;
  for (const page of [first, second])
    page.on('request', (request) => {
      if (request.url().endsWith('/sync/push')) sending = page;
    });

  await test.step('what is typed in one window stands in the other at once', async () => {
    await inFirst.open(deal);
    await inSecond.open(deal);
    await inFirst.setNextStep('Call Thursday');
    await expect(inSecond.nextStep).toHaveValue('Call Thursday', { timeout: 2_000 });
  });

  await test.step('one window sends; while it hangs no other sends the same', async () => {
    network.hold = (path) => path.endsWith('/sync/push');
    await inFirst.setNextStep('Call Friday');
    await expect.poll(() => network.held, { timeout: 30_000 }).toBe(1);
    await new Shell(second).syncNow();
    await expect(inSecond.nextStep).toHaveValue('Call Friday');
    expect(network.held).toBe(1);
    expect(sending).not.toBeNull();
  });

  await test.step('the window that was sending is closed: the other one takes over', async () => {
    const staying = sending === first ? second : first;
    network.hold = () => false;
    await sending?.close();
    await new Shell(staying).syncNow();
    await expect(new Shell(staying).syncState).toContainText('Synced', { timeout: 30_000 });
    expect(await arrivedNextStep(await VendorApi.signIn(vendor.url, lena))).toBe('Call Friday');
  });

  await test.step('signing out in one window closes the others too', async () => {
    const [staying] = laptop.context.pages();
    if (!staying) throw new Error('no window is left');
    const third = await anotherWindow(laptop);
    await new Shell(staying).signOut();
    await expect(third.getByRole('heading', { name: 'Sign in' })).toBeVisible();
  });

  expect(laptop.complaints).toEqual([]);
  await laptop.close();
  await network.close();
  await vendor.remove();
});

test('SY-8 two laptops of one person: a change on one is on the other within seconds', async () => {
  const vendor = await VendorServer.prepareDemo();
  await vendor.start();
  const [laptop, tablet] = [await Device.open(vendor.url), await Device.open(vendor.url)];
  await new SignInPage(laptop.page).signIn(lena);
  await new SignInPage(tablet.page).signIn(lena);
  const onLaptop = new OpportunityPage(laptop.page);
  const onTablet = new OpportunityPage(tablet.page);
  await onLaptop.open(deal);
  await onTablet.open(deal);

  for (const text of ['Send the offer', 'Send the offer by noon']) {
    await onLaptop.setNextStep(text);
    await expect(onTablet.nextStep).toHaveValue(text, { timeout: 8_000 });
  }
  await onTablet.setNextStep('Sent');
  await expect(onLaptop.nextStep).toHaveValue('Sent', { timeout: 8_000 });

  await test.step('settings list both', async () => {
    await laptop.page.goto('/settings');
    const devices = laptop.page.getByRole('table', { name: 'Devices' });
    await expect(devices.getByRole('row')).toHaveCount(3);
    await laptop.page
      .getByRole('button', { name: /^Rename/ })
      .first()
      .click();
    await laptop.page.getByRole('textbox', { name: /^Name of/ }).fill('Work laptop');
    await laptop.page.keyboard.press('Enter');
    await expect(devices).toContainText('Work laptop');
    await tablet.page.goto('/settings');
    await expect(tablet.page.getByRole('table', { name: 'Devices' })).toContainText('Work laptop');
  });

  expect([...laptop.complaints, ...tablet.complaints]).toEqual([]);
  await laptop.close();
  await tablet.close();
  await vendor.remove();
});
