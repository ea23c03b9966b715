import { expect, test, type Page } from '@playwright/test';
import { delegatedAuthoritySchema } from '#shared/domain/approval/delegated-authority';
import { quoteSchema } from '#shared/domain/quote/quote';
import { Device } from '../device';
import { ApprovalPage } from '../pages/approval-page';
import { QuoteEditorPage } from '../pages/quote-editor-page';
import { Shell } from '../pages/shell';
import { SignInPage } from '../pages/sign-in-page';
import { VendorApi } from '../vendor-api';
import { VendorServer } from '../vendor-server';

const rep = 'lena@rheinkontor.example';
// A subscription: it leaves enough margin for a discount by hand to be the only question.
const sku = 'HS-BKP-BUS-1Y-1T';

/** A draft of ten pieces of one product at a discount; its id. */
async function quoteAt(page: Page, discount: string): Promise<string> {
  const editor = new QuoteEditorPage(page);
  await editor.startNew();
  await editor.choose('Customer', 'Bergland Maschinenbau GmbH');
  await editor.add(sku, sku);
  await editor.setCell(sku, 'Qty', '10');
  await editor.setCell(sku, 'Disc.', discount);
  await expect(await editor.cell(sku, 'Disc.')).toContainText(discount);
  await editor.expectSaved();
  return new URL(page.url()).pathname.split('/').at(-1) ?? '';
}

/** What another device of the partner is given. */
async function onServer(vendor: VendorServer, type: string) {
  const colleague = await VendorApi.signIn(vendor.url, 'felix@rheinkontor.example');
  return (await colleague.pullEverything()).filter((change) => change.type === type);
}
const quoteOnServer = async (vendor: VendorServer, quoteId: string) =>
  quoteSchema.parse((await onServer(vendor, 'quote')).find(({ id }) => id === quoteId)?.record);

test('a discount over authority goes to the manager and comes back; an edit voids it; delegated authority works offline and counts once', async () => {
  const vendor = await VendorServer.prepareDemo();
  await vendor.start();
  const laptop = await Device.open(vendor.url);
  const { page } = laptop;
  const shell = new Shell(page);
  const approval = new ApprovalPage(page);
  let quoteId = '';
  let quoteNumber = '';

  await test.step('PR-60: the rep sees all reasons and asks', async () => {
    await new SignInPage(page).signIn(rep);
    await shell.readyForOffline();
    quoteId = await quoteAt(page, '16');
    quoteNumber = await new QuoteEditorPage(page).number();
    await approval.openOf(quoteId);
    await expect(approval.reasons.first()).toContainText('16.0%, limit 10.0%');
    await expect(approval.reasons.first()).toContainText(sku);
    await expect(page.getByText('does not cover everything')).toBeVisible();
    await approval.ask('They order every quarter');
    await shell.syncNow();
    await expect(shell.syncState).toContainText('Synced', { timeout: 60_000 });
  });

  await test.step('QUO-3: the manager sees reasons, figures and words, and approves', async () => {
    const desk = await Device.open(vendor.url);
    const manager = new ApprovalPage(desk.page);
    await new SignInPage(desk.page).signIn('karin@rheinkontor.example');
    await manager.openWaiting(quoteNumber);
    await expect(desk.page.getByText('They order every quarter')).toBeVisible();
    await expect(manager.reasons.first()).toContainText('limit 10.0%');
    await manager.approve('Agreed for this quarter');
    await new Shell(desk.page).syncNow();
    await expect.poll(async () => (await quoteOnServer(vendor, quoteId)).state).toBe('approved');
    expect(desk.complaints).toEqual([]);
    await desk.close();
  });

  await test.step('the rep has the answer, bound to the content', async () => {
    await shell.syncNow();
    await expect(page.getByText('Approved by Karin Schäfer · content unchanged')).toBeVisible({
      timeout: 60_000,
    });
    await expect(page.getByText('Agreed for this quarter')).toBeVisible();
  });

  await test.step('PR-61: going back to draft voids it, and it has to be asked for again', async () => {
    await page.goto(`/quotes/${quoteId}`);
    await page.getByRole('button', { name: 'More actions' }).click();
    await page
      .getByRole('menuitem', { name: /Back to draft|revision/ })
      .first()
      .click();
    const editor = new QuoteEditorPage(page);
    await editor.setCell(sku, 'Qty', '11');
    await editor.expectSaved();
    await approval.openOf(quoteId);
    await expect(page.getByText('content unchanged')).toHaveCount(0);
    await expect(page.getByRole('button', { name: 'Ask for approval' })).toBeVisible();
    await shell.syncNow();
    await expect
      .poll(async () => (await quoteOnServer(vendor, quoteId)).approval ?? null, { timeout: 60_000 })
      .toBeNull();
  });

  await test.step('PR-62: with the server stopped, delegated authority covers 12 %', async () => {
    await vendor.stop();
    quoteId = await quoteAt(page, '12');
    await approval.openOf(quoteId);
    await page.getByRole('button', { name: 'Approve on your own authority' }).click();
    await expect(page.getByText('Approved by Lena Hoffmann on own authority')).toBeVisible();
  });

  await test.step('PR-62: the server checks it again and counts the budget once', async () => {
    await vendor.start();
    await shell.syncNow();
    await expect(shell.syncState).toContainText('Synced', { timeout: 60_000 });
    await shell.syncNow();
    const { approval: given } = await quoteOnServer(vendor, quoteId);
    expect(given?.kind).toBe('delegated');
    const authorities = (await onServer(vendor, 'authority')).map(({ record }) =>
      delegatedAuthoritySchema.parse(record),
    );
    const uses = authorities.flatMap((each) => each.uses).filter((use) => use.quoteId === quoteId);
    expect(uses).toHaveLength(1);
    expect(uses[0]?.amount).toMatch(/^[1-9]/);
  });

  expect(laptop.complaints).toEqual([]);
  await laptop.close();
  await vendor.remove();
});
