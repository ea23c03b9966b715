// Takes the pictures of docs/guides from the running app: `npm run screenshots` (build first; FIELDQUOTE_CHROMIUM names a browser).
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import { Device } from './device';
import { ProposalPage } from './pages/proposal-page';
import { QuoteEditorPage } from './pages/quote-editor-page';
import { Shell } from './pages/shell';
import { SignInPage } from './pages/sign-in-page';
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
await picture(page, 'proposal');

await shell.goTo('Catalog');
await page
  .getByRole('textbox', { name: 'Search products' })
  .or(page.getByRole('searchbox', { name: 'Search products' }))
  .fill('bakcup');
await picture(page, 'catalog');

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
