import { mkdtemp, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { Device } from '../device';
import { hostAsElectron, hostOrigin } from '../electron-host';
import { ProposalPage } from '../pages/proposal-page';
import { QuoteEditorPage } from '../pages/quote-editor-page';
import { Shell } from '../pages/shell';
import { SignInPage } from '../pages/sign-in-page';
import { pdfText } from '../pdf-text';
import { VendorServer } from '../vendor-server';

test('the handlers of Electron’s main carry a session, a sync, an offline quote and a saved PDF', async () => {
  const vendor = await VendorServer.prepareDemo();
  await vendor.start();
  const laptop = await Device.open(hostOrigin);
  const host = await hostAsElectron(laptop.context, vendor.url);
  const { page } = laptop;
  const folder = await mkdtemp(join(tmpdir(), 'fieldquote-saved-'));

  await test.step('a sign-in goes through the proxy; the page never sees the token', async () => {
    await new SignInPage(page).signIn('lena@rheinkontor.example');
    const { token } = host.vault;
    expect(token).not.toBeNull();
    const visible = await page.evaluate(() => JSON.stringify(Object.entries(localStorage)) + document.cookie);
    expect(visible).not.toContain(token);
    expect(await laptop.context.cookies()).toEqual([]);
  });

  await vendor.stop();
  const editor = new QuoteEditorPage(page);
  await test.step('quotes with the server stopped', async () => {
    await editor.startNew();
    await editor.choose('Customer', 'Bergland Maschinenbau GmbH');
    await editor.add('endpoint security', 'HS-');
    await editor.expectSaved();
  });

  await test.step('Cancel in the save dialog writes nothing and says nothing wrong', async () => {
    const proposal = new ProposalPage(page);
    await proposal.openFromEditor();
    await page.getByRole('button', { name: 'Save PDF' }).click();
    await expect(page.getByRole('button', { name: 'Save PDF' })).toBeEnabled();
    await expect(page.getByRole('alert')).toHaveCount(0);
  });

  await test.step('a folder that may not be written is named; the PDF stays', async () => {
    host.savePath = join(folder, 'gone', 'offer.pdf');
    await page.getByRole('button', { name: 'Save PDF' }).click();
    await expect(page.getByText(host.savePath)).toBeVisible();
  });

  await test.step('the file is written whole', async () => {
    host.savePath = join(folder, 'offer.pdf');
    await page.getByRole('button', { name: 'Save PDF' }).click();
    await expect(page.getByText(/^Saved .*\.pdf/)).toBeVisible();
    expect((await pdfText(await readFile(host.savePath))).join(' ')).toContain('Bergland Maschinenbau GmbH');
  });

  await test.step('back online the work is sent with main’s token', async () => {
    await vendor.start();
    const shell = new Shell(page);
    await shell.syncNow();
    // The server's sessions are in its database: a restart does not end them.
    await expect(shell.syncState).toContainText('Synced', { timeout: 60_000 });
  });

  expect(laptop.complaints).toEqual([]);
  await laptop.close();
  await vendor.remove();
});
