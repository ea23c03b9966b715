// Takes the pictures of docs/guides from the running app: `npm run screenshots` (build first; FIELDQUOTE_CHROMIUM names a browser).
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import { Device } from './device';
import { ApprovalPage } from './pages/approval-page';
import { PasteDialogPage } from './pages/paste-dialog';
import { PricesPage } from './pages/prices-page';
import { ProposalPage } from './pages/proposal-page';
import { QuoteEditorPage } from './pages/quote-editor-page';
import { Shell } from './pages/shell';
import { SignInPage } from './pages/sign-in-page';
import { VendorApi } from './vendor-api';
import { VendorServer } from './vendor-server';

const images = join(import.meta.dirname, '../../docs/guides/images');

async function picture(page: Page, name: string): Promise<void> {
  // Pictures show the screen at rest: no cursor blinking, nothing sliding.
  await page.screenshot({ path: join(images, `${name}.png`), animations: 'disabled', caret: 'hide' });
}

async function openFullQuote(page: Page): Promise<QuoteEditorPage> {
  await page.goto('/quotes/rheinkontor-quote-02');
  const editor = new QuoteEditorPage(page);
  await expect(editor.addBox).toBeVisible();
  await editor.grid.getByRole('gridcell').filter({ hasText: /^HS-/ }).nth(2).click();
  await editor.openPanel('Why this price');
  await expect(page.getByText('List price').first()).toBeVisible();
  return editor;
}

/** A draft of the rep's for a customer of hers, with one line. */
async function startDraft(page: Page, sku: string): Promise<{ editor: QuoteEditorPage; path: string }> {
  const editor = new QuoteEditorPage(page);
  await editor.startNew();
  await editor.choose('Customer', 'Bergland Maschinenbau GmbH');
  await editor.add(sku, sku);
  await editor.expectSaved();
  return { editor, path: new URL(page.url()).pathname };
}

async function picturesOfConfiguring(page: Page): Promise<void> {
  const editor = new QuoteEditorPage(page);
  await editor.startNew();
  const { pathname } = new URL(page.url());
  await editor.addBox.fill('HS-CTO-R240');
  await expect(page.getByRole('option').first()).toContainText('HS-CTO-R240');
  await editor.addBox.press('Enter');
  await page.waitForURL(/\/configure\//);
  await page.getByRole('radio', { name: 'Server processor, 64 cores' }).check();
  await expect(page.getByText('The 64-core processor draws 360 W')).toBeVisible();
  await picture(page, 'configure');
  await page.goto(`${pathname}/guide`);
  const finish = page.getByRole('button', { name: 'Show products' });
  const next = page.getByRole('button', { name: 'Next', exact: true });
  await expect(next).toBeVisible();
  const choice = page.getByRole('radio').or(page.getByRole('checkbox')).first();
  while (!(await finish.isVisible())) {
    if (await choice.isVisible()) await choice.check();
    await next.click();
  }
  if (await choice.isVisible()) await choice.check();
  await finish.click();
  await expect(page.getByRole('button', { name: 'Start over' })).toBeVisible();
  await picture(page, 'guide');
}

/** What a customer writes in an e-mail, in part unclear. */
const order = `Hi Lena,
please quote for our new office in Kassel:

• 25 x HS-SUP-PLU-2Y-SW
• hs-rtr-b10-5g-rp, qty: 3
• Backup for servers, 12 pcs
• HS-CTO-R240 2-3
• HS-BKP-BUS-1Y-1T – 10 szt. po 1 250,50 zł
• Laser printer for the reception

Best regards
Jonas`;

async function picturesOfPricing(page: Page, url: string): Promise<void> {
  const { editor, path } = await startDraft(page, 'HS-SUP-PLU-2Y-SW');
  await editor.addBox.focus();
  const dialog = new PasteDialogPage(page);
  await dialog.paste(order);
  await expect(dialog.counts).toContainText('6 rows');
  await picture(page, 'paste');
  await page.keyboard.press('Escape');

  await editor.setCell('HS-SUP-PLU-2Y-SW', 'Disc.', '16');
  await editor.expectSaved();
  const approval = new ApprovalPage(page);
  await approval.openOf(path.split('/').at(-1) ?? '');
  await expect(approval.reasons.first()).toContainText('limit');
  await picture(page, 'approval');

  const admin = await VendorApi.signIn(url, 'admin@halden.example');
  await admin.publish('eur-silver', { family: null, percent: '4', note: 'Spring' });
  await new Shell(page).syncNow();
  await page.goto('/quotes/rheinkontor-quote-02');
  const prices = new PricesPage(page);
  await expect(page.getByText('New prices arrived.')).toBeVisible({ timeout: 60_000 });
  await prices.openFromEditor();
  await picture(page, 'prices');
}

const vendor = await VendorServer.prepareDemo();
await vendor.start();
await mkdir(images, { recursive: true });
const device = await Device.open(vendor.url);
const { page } = device;
await page.setViewportSize({ width: 1680, height: 1000 });
const shell = new Shell(page);

await new SignInPage(page).open();
await picture(page, 'sign-in');
await new SignInPage(page).signIn('lena@rheinkontor.example');
await shell.readyForOffline();
await expect(page.getByText('Drafts in progress').first()).toBeVisible();
await picture(page, 'today');

await shell.goTo('Opportunities');
await picture(page, 'opportunities');
await shell.goTo('Quotes');
await expect(page.getByRole('row').nth(3)).toContainText(/\d/);
await picture(page, 'quotes');

const editor = await openFullQuote(page);
await picture(page, 'quote-editor-light');
await page.keyboard.press('F9');
await picture(page, 'customer-view');
await page.keyboard.press('F9');
await editor.addBox.fill('5x backup');
await expect(page.getByRole('option').first()).toBeVisible();
await picture(page, 'add-a-line');
await editor.addBox.fill('');
await page.emulateMedia({ colorScheme: 'dark' });
await openFullQuote(page);
await picture(page, 'quote-editor-dark');
await page.emulateMedia({ colorScheme: 'light' });

await new ProposalPage(page).openFromEditor();
// The page is drawn after it is there.
await page.waitForFunction(() => {
  const canvas = document.querySelector('canvas');
  const pixels = canvas?.width
    ? canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height / 2).data
    : undefined;
  return pixels?.some((value, index) => index % 4 === 0 && value < 128 && (pixels[index + 3] ?? 0) > 0);
});
await picture(page, 'proposal');

await shell.goTo('Catalog');
await page
  .getByRole('textbox', { name: 'Search products' })
  .or(page.getByRole('searchbox', { name: 'Search products' }))
  .fill('bakcup');
await picture(page, 'catalog');

await picturesOfConfiguring(page);
await picturesOfPricing(page, vendor.url);

await vendor.stop();
await editor.startNew();
await editor.add('endpoint security', 'HS-');
await editor.expectSaved();
await expect(shell.syncState).toContainText('Offline', { timeout: 60_000 });
await page.goto('/sync');
await expect(page.getByText('Quote created').first()).toBeVisible();
await picture(page, 'sync-offline');

await device.close();
await vendor.remove();
