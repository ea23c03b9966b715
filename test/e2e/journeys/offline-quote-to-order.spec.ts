import { expect, test } from '@playwright/test';
import { orderSchema } from '#shared/domain/order/order';
import { Device } from '../device';
import { halfUp, inEnglish, someImportedRows } from '../imported-rows';
import { CatalogPage } from '../pages/catalog-page';
import { ProposalPage } from '../pages/proposal-page';
import { QuoteEditorPage } from '../pages/quote-editor-page';
import { Shell } from '../pages/shell';
import { SignInPage } from '../pages/sign-in-page';
import { pdfText } from '../pdf-text';
import { VendorApi } from '../vendor-api';
import { VendorServer } from '../vendor-server';

test('a rep quotes, hands over the PDF and orders with the server stopped; all of it arrives once', async () => {
  const rows = someImportedRows(20);
  const vendor = await VendorServer.prepare();
  await vendor.start();
  const laptop = await Device.open(vendor.url);
  const { page } = laptop;
  const shell = new Shell(page);
  const editor = new QuoteEditorPage(page);
  let quoteNumber = '';
  // 20 lines of quantity 1; then line 1 is 3 pieces and line 2 has 7.5 % off, which is inside the rep's own limit.
  const lineCents = rows.map(({ cents }, index) =>
    index === 0 ? cents * 3n : index === 1 ? halfUp(cents * 925n, 1000n) : cents,
  );
  const net = lineCents.reduce((sum, cents) => sum + cents, 0n);
  const tax = halfUp(net * 19n, 100n);

  await test.step('signs in once, with a network', async () => {
    await new SignInPage(page).signIn('lena@rheinkontor.example');
    await shell.readyForOffline();
    const catalog = new CatalogPage(page);
    await catalog.open();
    await catalog.chooseBook('real');
    await catalog.search(rows[0]!.name);
    await catalog.expectFound(rows[0]!.sku);
  });

  await test.step('the server is stopped', async () => {
    await vendor.stop();
    await expect(fetch(vendor.url)).rejects.toThrow();
  });

  await test.step('searches the imported catalog, misspelled too', async () => {
    const catalog = new CatalogPage(page);
    await catalog.search(rows[5]!.name.split(' ').toReversed().join(' '));
    await catalog.expectFound(rows[5]!.sku);
  });

  await test.step('builds a quote of 20 lines from the imported book', async () => {
    await editor.startNew();
    quoteNumber = await editor.number();
    await editor.choose('Price book', 'real');
    await editor.choose('Customer', 'Bergland Maschinenbau GmbH');
    for (const { sku } of rows) await editor.add(sku, sku);
    await editor.setCell(rows[0]!.sku, 'Qty', '3');
    await editor.setCell(rows[1]!.sku, 'Disc.', '7.5');
    await expect(editor.grid).toContainText(inEnglish(net));
    await expect(editor.grid).toContainText(inEnglish(net + tax));
    await editor.expectSaved();
  });

  await test.step('saves the PDF; its totals are the quote’s to the cent', async () => {
    const proposal = new ProposalPage(page);
    await proposal.openFromEditor();
    const { name, bytes } = await proposal.savePdf();
    expect(name).toMatch(/\.pdf$/);
    const pages = await pdfText(bytes);
    const text = pages.join(' ');
    for (const { sku } of rows) expect(text).toContain(sku);
    lineCents.forEach((cents) => expect(text).toContain(inEnglish(cents)));
    for (const cents of [net, tax, net + tax]) expect(text).toContain(inEnglish(cents));
    expect(text).toContain('Bergland Maschinenbau GmbH');
    expect(pages.length).toBeGreaterThan(1);
    await page.goBack();
  });

  await test.step('places the order, still with no server', async () => {
    await editor.placeOrder('PO-4711');
    await expect(page.getByText('Saved here').first()).toBeVisible();
    await expect(shell.syncState).toContainText(/Offline/);
  });

  await test.step('reloads with the server stopped: everything is still there', async () => {
    const address = page.url();
    await page.reload();
    await expect(page.getByText('PO-4711')).toBeVisible();
    await expect(page.getByText(inEnglish(net + tax)).first()).toBeVisible();
    await shell.goTo('Quotes');
    await expect(page.getByRole('row').filter({ hasText: quoteNumber })).toContainText('Ordered');
    await page.goto(address);
  });

  await test.step('the server starts again: the order arrives, and the vendor’s answer comes back', async () => {
    await vendor.start();
    await shell.syncNow();
    await expect(shell.syncState).toContainText('Synced', { timeout: 60_000 });
    await expect(page.getByText('Received').first()).toBeVisible();

    const channel = await VendorApi.signIn(vendor.url, 'channel@halden.example');
    const orders = (await channel.orders()).filter(({ order }) => order.quoteNumber === quoteNumber);
    expect(orders).toHaveLength(1);
    expect(orders[0]?.order.totals).toMatchObject({
      sellNet: inEnglish(net).replaceAll(',', ''),
      gross: inEnglish(net + tax).replaceAll(',', ''),
    });
    await channel.decide(orders[0]!.order.id, { decision: 'accepted', reason: 'In stock' });
    await shell.syncNow();
    await expect(page.getByText('In stock')).toBeVisible({ timeout: 30_000 });
  });

  await test.step('a colleague’s device sees it, another partner’s does not', async () => {
    const colleague = await Device.open(vendor.url);
    await new SignInPage(colleague.page).signIn('felix@rheinkontor.example');
    await new Shell(colleague.page).goTo('Quotes');
    await expect(colleague.page.getByRole('row').filter({ hasText: quoteNumber })).toContainText('Ordered');

    const stranger = await VendorApi.signIn(vendor.url, 'aliya@steppe-integro.example');
    const seen = await stranger.pullEverything();
    expect(seen.length).toBeGreaterThan(100);
    expect(JSON.stringify(seen)).not.toContain(quoteNumber);
    expect(JSON.stringify(seen)).not.toContain('rheinkontor');

    const own = await VendorApi.signIn(vendor.url, 'felix@rheinkontor.example');
    const arrived = (await own.pullEverything()).filter(
      ({ type, record }) => type === 'order' && orderSchema.parse(record).quoteNumber === quoteNumber,
    );
    expect(arrived).toHaveLength(1);
    expect(colleague.complaints).toEqual([]);
    await colleague.close();
  });

  expect(laptop.complaints).toEqual([]);
  await laptop.close();
  await vendor.remove();
});
