import { expect, test, type Page } from '@playwright/test';
import { opportunitySchema } from '#shared/domain/deal/opportunity';
import { quoteSchema, linesOf } from '#shared/domain/quote/quote';
import { Device } from '../device';
import { ConflictPages } from '../pages/conflict-pages';
import { QuoteEditorPage } from '../pages/quote-editor-page';
import { Shell } from '../pages/shell';
import { SignInPage } from '../pages/sign-in-page';
import { VendorApi } from '../vendor-api';
import { VendorServer } from '../vendor-server';

const deal = '/opportunities/rheinkontor-opportunity-05';
const unregistered = '/opportunities/rheinkontor-opportunity-02';
const quoteId = 'rheinkontor-quote-20';
const changedLine = 'HS-DBM-STD-64C-UPG';
const orderedSku = 'HS-RTR-B10-5G-RP';

/** A field edited in place, as a person does it: everything in it is typed over. */
async function typeInto(page: Page, field: string, text: string): Promise<void> {
  const input = page.getByRole('textbox', { name: field, exact: true });
  await input.click();
  await page.keyboard.press('Control+a');
  await page.keyboard.type(text);
  await page.keyboard.press('Enter');
}

test.describe('what two sides see differently is decided by people (SY-4, SY-13, SY-14, OPP-4)', () => {
  let vendor: VendorServer;
  let lena: Device;
  let felix: Device;
  let api: VendorApi;

  test.beforeAll(async () => {
    vendor = await VendorServer.prepareDemo();
    await vendor.start();
    [lena, felix] = await Promise.all([Device.open(vendor.url), Device.open(vendor.url)]);
    await new SignInPage(lena.page).signIn('lena@rheinkontor.example');
    await new SignInPage(felix.page).signIn('felix@rheinkontor.example');
    for (const { page } of [lena, felix]) await new Shell(page).readyForOffline();
    api = await VendorApi.signIn(vendor.url, 'felix@rheinkontor.example');
  });
  test.afterAll(async () => {
    await Promise.all([lena.close(), felix.close()]);
    await vendor.remove();
  });

  /** What the vendor's server has by now, whatever a screen says of it. */
  const recordAtVendor = async (id: string): Promise<unknown> =>
    (await api.pullEverything()).find((each) => each.id === id)?.record;
  const quantityAtVendor = async (): Promise<string | undefined> =>
    linesOf(quoteSchema.parse(await recordAtVendor(quoteId))).find(({ sku }) => sku === changedLine)
      ?.quantity;

  test('two people give one deal different amounts: one of them counts, chosen once for both', async () => {
    const [hers, his] = [new ConflictPages(lena.page), new ConflictPages(felix.page)];
    await Promise.all([lena.page.goto(deal), felix.page.goto(deal)]);
    await expect(felix.page.getByRole('textbox', { name: 'Estimated amount' })).toBeVisible();
    await felix.context.setOffline(true);
    await typeInto(felix.page, 'Estimated amount', '31000');
    await typeInto(felix.page, 'Next step', 'Send the proposal');
    await typeInto(lena.page, 'Estimated amount', '25000');
    // What stands is what the vendor had first: his goes only when hers is there.
    await expect(async () => {
      const { amount } = opportunitySchema.parse(await recordAtVendor(deal.split('/').at(-1) ?? ''));
      expect(Number(amount)).toBe(25_000);
    }).toPass({ timeout: 30_000 });
    await felix.context.setOffline(false);
    await new Shell(felix.page).syncNow();

    await test.step('he sees both, hers stands until somebody chooses; what only he changed is in', async () => {
      await expect(felix.page.getByText('Lena Hoffmann and you both changed: Amount')).toBeVisible();
      await expect(felix.page.getByRole('textbox', { name: 'Next step' })).toHaveValue('Send the proposal');
      await expect(felix.page.getByRole('textbox', { name: 'Estimated amount' })).toHaveValue('€25,000.00');
      await his.openFromRecord();
      await his.take('€31,000.00');
      await his.expectAccessible();
    });

    await test.step('she chooses while he looks: his screen says so, and both values stay readable', async () => {
      await new Shell(lena.page).syncNow();
      await hers.openFromRecord();
      await hers.take('€31,000.00');
      await hers.decide('Use these values');
      await expect(lena.page.getByText('Settled.')).toBeVisible();
      await expect(felix.page.getByText('Chosen by Lena Hoffmann')).toBeVisible({ timeout: 30_000 });
      await felix.page.goto(deal);
      await expect(felix.page.getByRole('textbox', { name: 'Estimated amount' })).toHaveValue('€31,000.00');
      const settled = felix.page.getByRole('table', { name: 'Settled differences' });
      await expect(settled).toContainText('€25,000.00');
    });
  });

  test('a quote edited on two laptops: both versions side by side, and mine takes the place of the other', async () => {
    const his = new ConflictPages(felix.page);
    await Promise.all([lena.page.goto(`/quotes/${quoteId}`), felix.page.goto(`/quotes/${quoteId}`)]);
    const [her, him] = [new QuoteEditorPage(lena.page), new QuoteEditorPage(felix.page)];
    await expect(him.row(changedLine)).toBeVisible();
    await felix.context.setOffline(true);
    await him.setCell(changedLine, 'Qty', '9');
    await him.expectSaved();
    await her.setCell(changedLine, 'Qty', '7');
    await expect(async () => expect(await quantityAtVendor()).toBe('7')).toPass({ timeout: 30_000 });
    await felix.context.setOffline(false);
    await new Shell(felix.page).syncNow();

    await test.step('nothing is merged: he works on hers, his is kept beside it', async () => {
      await his.openFromQuote();
      const line = felix.page.getByRole('row').filter({ hasText: changedLine });
      await expect(line).toContainText('Different');
      await expect(line.getByRole('cell').nth(0)).toHaveText('7');
      await expect(line.getByRole('cell').nth(4)).toHaveText('9');
      await his.expectAccessible();
    });

    await test.step('his version counts from now on, on the server and on her laptop', async () => {
      await his.decide('Use mine');
      await felix.page.waitForURL(`**/quotes/${quoteId}`);
      await expect(await him.cell(changedLine, 'Qty')).toHaveText('9');
      await expect(async () => expect(await quantityAtVendor()).toBe('9')).toPass({ timeout: 30_000 });
      await new Shell(lena.page).syncNow();
      await expect(await her.cell(changedLine, 'Qty')).toHaveText('9', { timeout: 30_000 });
      await felix.page.goto('/attention');
      await expect(felix.page.getByText('Your version taken').first()).toBeVisible();
    });
  });

  test('a deal registered offline that the vendor refuses: both sides, and an appeal', async () => {
    const { page } = lena;
    const shell = new Shell(page);
    await page.goto(unregistered);
    await expect(page.getByRole('link', { name: 'Register the deal' })).toBeVisible();
    await lena.context.setOffline(true);
    await page.getByRole('link', { name: 'Register the deal' }).click();
    await page.getByLabel('What the customer wants').fill('Two visits and a trial with ten users.');
    await page.getByRole('button', { name: 'Send to the vendor' }).click();
    await page.waitForURL(/\/registrations\/[^/?]+$/);
    await expect(page.getByText('The vendor has not received it yet')).toBeVisible();
    const id = page.url().split('/').at(-1) ?? '';

    await lena.context.setOffline(false);
    await shell.syncNow();
    await expect(page.getByText('The vendor is looking at it')).toBeVisible({ timeout: 30_000 });
    const channel = await VendorApi.signIn(vendor.url, 'channel@halden.example');
    await channel.decideRegistration(id, {
      decision: 'refuse',
      refusal: 'not-enough-detail',
      comment: 'Who decides, and when?',
    });
    await shell.syncNow();
    await expect(page.getByRole('region', { name: 'What the vendor said' })).toContainText(
      'Who decides, and when?',
    );
    await expect(page.getByRole('region', { name: 'What you sent' })).toContainText('Two visits');
    await new ConflictPages(page).expectAccessible();

    await page
      .getByRole('navigation')
      .getByRole('link', { name: /^Today/ })
      .click();
    const waiting = page.getByRole('region', { name: 'Needs a decision' });
    await expect(waiting).toContainText('The vendor refused to protect the deal');
    await page.goto(`/registrations/${id}`);
    await page.getByRole('button', { name: 'Write an appeal' }).click();
    await page.getByLabel('Why should the vendor decide otherwise?').fill('The head of IT, in March.');
    await page.getByRole('button', { name: 'Send the appeal' }).click();
    await expect(page.getByText('Your appeal is with the vendor')).toBeVisible();
  });

  test('an order that came too late for its prices: what was ordered beside the newest book, and the way on', async () => {
    const { page } = lena;
    const shell = new Shell(page);
    const editor = new QuoteEditorPage(page);
    // The device believes it is yesterday: its last day of the quote is over where the vendor looks (SY-11).
    const yesterday = new Date(Date.now() - 86_400_000);
    await page.clock.setSystemTime(yesterday);
    await lena.context.setOffline(true);
    await page.goto('/');
    await editor.startNew();
    await editor.choose('Customer', 'Bergland Maschinenbau GmbH');
    await editor.add(orderedSku, orderedSku);
    const lastDay = page.getByLabel('Valid until', { exact: true });
    await lastDay.click();
    await lastDay.fill(new Date().toISOString().slice(0, 10));
    await lastDay.press('Enter');
    await editor.expectSaved();
    await editor.placeOrder('PO-LATE');
    const admin = await VendorApi.signIn(vendor.url, 'admin@halden.example');
    await admin.publish('eur-silver', { family: null, percent: '4', note: 'Spring' });
    await lena.context.setOffline(false);
    await page.clock.setSystemTime(new Date());
    await shell.syncNow();

    await page.goto('/attention');
    const orders = page.getByRole('region', { name: 'Orders not taken at their prices' });
    await orders.getByRole('link').first().click({ timeout: 60_000 });
    const lines = page.getByRole('table', { name: 'Ordered lines' });
    await expect(lines).toContainText(orderedSku);
    await expect(lines).toContainText('List price', { timeout: 60_000 });
    await new ConflictPages(page).expectAccessible();
    await page.getByRole('button', { name: 'Re-price' }).click();
    await page.waitForURL(/\/quotes\/[^/]+\/prices$/);
    await expect(page.getByRole('grid', { name: 'Lines with their old and new prices' })).toBeVisible();
    await page.goto('/attention');
    await expect(page.getByRole('region', { name: 'Settled' })).toContainText('Order placed');
    expect([...lena.complaints, ...felix.complaints]).toEqual([]);
  });
});
