import { expect, test } from '@playwright/test';
import { registrationIndexSchema } from '#shared/domain/deal/registration-index';
import { registrationRequestSchema } from '#shared/domain/deal/registration-request';
import { Device } from '../device';
import { DealPage } from '../pages/deal-page';
import { DeskOrderPage } from '../pages/desk-order-page';
import { DeskLeadPages, LeadPages } from '../pages/lead-pages';
import { QuoteEditorPage } from '../pages/quote-editor-page';
import { DeskRegistrationPages, RegistrationPages } from '../pages/registration-pages';
import { Shell } from '../pages/shell';
import { SignInPage } from '../pages/sign-in-page';
import { VendorApi } from '../vendor-api';
import { VendorServer } from '../vendor-server';

const lenasEmail = 'lena@rheinkontor.example';
const annasEmail = 'anna@brightpath.example';
/** One company, as each of the two resellers spells it. */
const company = 'Nordhafen Werften GmbH';
const spelledByOthers = 'NORDHAFEN-WERFTEN G.m.b.H.';
const lenasPartner = 'Rheinkontor Systemhaus GmbH';
/** A subscription, sold by the year. */
const sku = 'HS-BKP-BUS-1Y-1T';
const annasPartner = 'Brightpath sp. z o.o.';

test.describe
  .serial('from the vendor’s lead to the renewal quote, with a conflict about whose deal it is', () => {
  let vendor: VendorServer;
  let desk: Device;
  let lena: Device;
  let anna: Device;
  let annasRequest = '';
  let lenasRequest = '';
  let quoteNumber = '';

  test.beforeAll(async () => {
    vendor = await VendorServer.prepareDemo();
    await vendor.start();
    [desk, lena, anna] = await Promise.all([
      Device.open(vendor.url),
      Device.open(vendor.url),
      Device.open(vendor.url),
    ]);
    // One after the other: each fetches catalogs and price books, and a busy machine would be late with all of them.
    await signIn(desk, 'channel@halden.example');
    await signIn(anna, annasEmail);
    await inEnglish(anna);
    await signIn(lena, lenasEmail);
    for (const { page } of [anna, lena])
      await expect(new Shell(page).syncState).toContainText(/Synced|Needs attention/, { timeout: 120_000 });
    await new Shell(lena.page).readyForOffline();
  });
  test.afterAll(async () => {
    for (const { complaints } of [desk, lena, anna]) expect(complaints).toEqual([]);
    await Promise.all([desk.close(), lena.close(), anna.close()]);
    await vendor.remove();
  });

  const signIn = async ({ page }: Device, email: string): Promise<void> => {
    const form = new SignInPage(page);
    await form.open();
    await form.enter(email);
    await expect(page.getByRole('navigation').first()).toBeVisible({ timeout: 60_000 });
  };
  /** Anna’s company works in Polish; who reads this journey may not. */
  const inEnglish = async ({ page }: Device): Promise<void> => {
    await page.goto('/settings');
    await page.getByRole('combobox', { name: 'Język' }).click();
    await page.getByRole('option', { name: 'English' }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'Settings' })).toBeVisible();
  };
  const online = async ({ context, page }: Device): Promise<void> => {
    await context.setOffline(false);
    await new Shell(page).syncNow();
  };

  test('OPP-4: the other reseller registers the company first, in its own spelling', async () => {
    const { page } = anna;
    const hers = new RegistrationPages(page);
    await page.goto('/accounts');
    await page.getByRole('button', { name: 'New account' }).first().click();
    const form = page.getByRole('dialog', { name: 'New account' });
    await form.getByRole('textbox', { name: 'Name' }).fill(spelledByOthers);
    await form.getByRole('combobox', { name: 'Country' }).fill('Germany');
    await page.getByRole('option', { name: 'Germany' }).click();
    await form.getByRole('button', { name: 'Create account' }).click();
    await page.waitForURL(/\/accounts\/[^/?]+$/);
    await hers.beginFor(spelledByOthers);
    await expect(hers.warning).toBeHidden();
    annasRequest = await hers.send('240000', 'Met them at the fair in Gdynia.');
    await expect(page.getByText('The vendor is looking at it')).toBeVisible({ timeout: 30_000 });
  });

  test('OPP-2, OPP-3: a lead arrives by itself, is accepted and qualified offline, and verified', async () => {
    const [vendorSide, hers] = [new DeskLeadPages(desk.page), new LeadPages(lena.page)];
    await hers.openInbox();
    await vendorSide.createLead(company, 'Germany');
    const offers = desk.page.getByRole('table', { name: 'Who had it' });
    await expect(offers).toContainText(/Rheinkontor.*Rule: A silver partner or better in the same country/);
    await expect(hers.inbox).toContainText(company, { timeout: 30_000 });
    await hers.open(company);
    await lena.context.setOffline(true);
    await hers.accept();
    await expect(lena.page.getByText('Accepted on this device, not yet with the vendor')).toBeVisible();
    await hers.answerAll('first');
    await hers.send();
    await online(lena);
    await expect(desk.page.getByText('Sent, waits for you')).toBeVisible({ timeout: 60_000 });
    await vendorSide.judge('Verify', 'Good to go');
    await expect(hers.qualification).toContainText('Good to go', { timeout: 60_000 });
  });

  test('OPP-1, OPP-4, OPP-5, OPP-7: offline it becomes a deal, is worked on, and is registered with a warning', async () => {
    const hers = new LeadPages(lena.page);
    const deal = new DealPage(lena.page);
    const registration = new RegistrationPages(lena.page);
    await test.step('her device has the index with the other reseller’s customer in it', async () => {
      const { receivedAt } = await requestOnServer(annasEmail, annasRequest);
      await expect
        .poll(async () => (await indexOnServer(lenasEmail)) > receivedAt, { timeout: 90_000 })
        .toBe(true);
      const pulled = lena.page.waitForResponse(/\/sync\/pull$/);
      await new Shell(lena.page).syncNow();
      await pulled;
      await expect(new Shell(lena.page).syncState).toContainText(/Synced|Needs attention/);
    });

    await lena.context.setOffline(true);
    await hers.convert();
    await lena.page.getByRole('link', { name: `${company}: new deal` }).click();
    await deal.meetAllAndGoOnTo('Solution');
    await deal.logCall('Budget until March');

    await lena.page.getByRole('link', { name: 'Register the deal' }).click();
    await expect(registration.warning).toBeVisible();
    await expect(registration.form).not.toContainText(/Brightpath|NORDHAFEN-WERFTEN/);
    lenasRequest = await registration.send('48000', 'Two visits, and a trial with ten users.');
    await expect(lena.page.getByText('The vendor has not received it yet')).toBeVisible();

    await lena.page.getByRole('link', { name: `${company}: new deal` }).click();
    await deal.planObligations();
    await deal.completeFirstObligation('Sent to the shipyard');
    await online(lena);
    await lena.page.goto(`/registrations/${lenasRequest}`);
    await expect(lena.page.getByText('The vendor is looking at it')).toBeVisible({ timeout: 30_000 });
  });

  test('OPP-4: the vendor sees the match, hears both sides, one of them offline, and decides', async () => {
    const vendorSide = new DeskRegistrationPages(desk.page);
    const [hers, annas] = [new RegistrationPages(lena.page), new RegistrationPages(anna.page)];
    await vendorSide.open(lenasPartner, company);
    const match = vendorSide.match(spelledByOthers);
    await expect(match).toContainText('Taken for the same customer');
    await expect(match).toContainText('The same name');
    await expect(match).toContainText('The other one was received first');
    await vendorSide.hearBoth(spelledByOthers);

    await test.step('both are told by themselves, neither who the other is; each says its side', async () => {
      for (const { conflict } of [hers, annas])
        await expect(conflict).toContainText('Somebody else registered the same deal', { timeout: 60_000 });
      await lena.context.setOffline(true);
      await hers.saySide('Their IT asked us in May; the trial runs since August.');
      await annas.saySide('We spoke at the fair.');
      await expect(vendorSide.conflict).toContainText('We spoke at the fair.', { timeout: 60_000 });
      await expect(vendorSide.conflict).toContainText('No answer yet');
      await online(lena);
      await expect(vendorSide.conflict).toContainText('the trial runs since August', { timeout: 60_000 });
    });

    await vendorSide.decideFor(lenasPartner, '8', {
      [lenasPartner]: 'Your trial was running first.',
      [annasPartner]: 'Somebody else had a trial running.',
    });
    await expect(hers.conflict).toContainText('The deal is yours', { timeout: 60_000 });
    await expect(lena.page.getByRole('region', { name: 'Protected by the vendor' })).toContainText('8.0%');
    await expect(annas.conflict).toContainText('The deal is not yours', { timeout: 60_000 });
    await expect(annas.conflict).toContainText('Somebody else had a trial running.');
  });

  test('PR-20, ORD-1: offline the granted discount is in the price; the quote is accepted and ordered', async () => {
    const { page } = lena;
    const editor = new QuoteEditorPage(page);
    await lena.context.setOffline(true);
    await page.getByRole('link', { name: `${company}: new deal` }).click();
    await new DealPage(page).newQuote();
    await editor.add(sku, sku);
    await editor.setCell(sku, 'Qty', '10');
    // List 440.00 less 20 % of a Silver partner, ten times; then 8 % less; then two months of twelve.
    await expect(await editor.cell(sku, 'Buy')).toHaveText('3,520.00');
    await editor.choose('Deal registration', 'DR-');
    await expect(await editor.cell(sku, 'Buy')).toHaveText('3,238.40');
    await (await editor.cell(sku, 'Qty')).click();
    await editor.setMonths('2');
    await expect(await editor.cell(sku, 'Buy')).toHaveText('539.73');
    await expect(page.getByRole('table', { name: 'What you pay, EUR' })).toContainText(
      /Deal registration.*8\.0%/,
    );
    await editor.expectSaved();
    quoteNumber = await editor.number();
    await page.getByRole('button', { name: 'Mark as presented' }).click();
    await page.getByRole('button', { name: 'Mark as accepted' }).click();
    await editor.orderAccepted('PO-NORD-1');
    await page
      .locator('input[type=file]')
      .first()
      .setInputFiles({
        name: 'purchase order.txt',
        mimeType: 'text/plain',
        buffer: Buffer.from('Ten, please.'),
      });
    await expect(page.getByText('purchase order.txt')).toBeVisible();
    await expect(page.getByText('Not sent yet.')).toBeVisible();
  });

  test('ORD-1: online it arrives once; the vendor accepts it and reports each step to the payment', async () => {
    await online(lena);
    await expect(lena.page.getByText('Received', { exact: true }).first()).toBeVisible({ timeout: 60_000 });
    const queue = new DeskOrderPage(desk.page);
    await queue.open(company);
    await expect(queue.rows(company)).toHaveCount(1);
    await expect(queue.panel).toContainText('PO-NORD-1');
    const channel = await VendorApi.signIn(vendor.url, 'channel@halden.example');
    const arrived = (await channel.orders()).filter(({ order }) => order.quoteNumber === quoteNumber);
    expect(arrived).toHaveLength(1);
    expect(arrived[0]?.order.totals).toMatchObject({ buyNet: '539.73', sellNet: '733.33' });

    await queue.accept();
    await queue.report('Shipped', 'SH-1');
    await queue.report('Invoiced', 'INV-1');
    await queue.report('Paid', 'PAY-1');
    await expect(lena.page.getByRole('list', { name: 'Reported by the vendor' })).toContainText(
      /Shipped.*SH-1.*Invoiced.*INV-1.*Payment received.*PAY-1/,
      { timeout: 60_000 },
    );
  });

  test('ORD-2, ORD-3: the contract is there, and its renewal is offered before it ends; she opens it offline', async () => {
    const { page } = lena;
    const editor = new QuoteEditorPage(page);
    await page.goto('/contracts');
    const contract = page.getByRole('row').filter({ hasText: company });
    await expect(contract).toHaveCount(1);
    await contract.click();
    await expect(page.getByRole('heading', { level: 1 })).toContainText(/C-\d+/);
    // Two months are less than the 90 days ahead. The server looks for such contracts every hour, and when it starts.
    await vendor.stop();
    await vendor.start();
    await new Shell(page).syncNow();
    const renewal = page.getByRole('link', { name: /^Open renewal R-\d+/ });
    await expect(renewal).toBeVisible({ timeout: 60_000 });
    await lena.context.setOffline(true);
    await renewal.click();
    await expect(page.getByRole('heading', { level: 1, name: /R-\d+/ })).toBeVisible();
    await expect(await editor.cell(sku, 'Qty')).toHaveText('10');
  });

  test('PRI-1: neither reseller is ever given a word of the other’s', async () => {
    const [annas, lenas] = [
      JSON.stringify(await recordsOf(annasEmail)),
      JSON.stringify(await recordsOf(lenasEmail)),
    ];
    expect(annas).toContain(spelledByOthers);
    expect(annas).not.toMatch(/rheinkontor|Lena Hoffmann|Nordhafen Werften|PO-NORD-1|Their IT asked us/i);
    expect(lenas).toContain(company);
    expect(lenas).not.toMatch(/brightpath|Anna Wiśniewska|NORDHAFEN-WERFTEN|at the fair/i);
  });

  async function recordsOf(email: string) {
    return (await VendorApi.signIn(vendor.url, email)).pullEverything();
  }
  async function indexOnServer(email: string): Promise<string> {
    const found = (await recordsOf(email)).find(({ type }) => type === 'registrationIndex');
    return found ? registrationIndexSchema.parse(found.record).builtAt : '';
  }
  async function requestOnServer(email: string, id: string): Promise<{ receivedAt: string }> {
    const found = (await recordsOf(email)).find((change) => change.id === id);
    const request = registrationRequestSchema.parse(found?.record);
    return { receivedAt: request.receivedAt ?? '' };
  }
});
