import { expect, test } from '@playwright/test';
import { Device } from '../device';
import { ProposalPage } from '../pages/proposal-page';
import { PasteDialogPage } from '../pages/paste-dialog';
import { QuoteEditorPage } from '../pages/quote-editor-page';
import { Shell } from '../pages/shell';
import { SignInPage } from '../pages/sign-in-page';
import { pdfText } from '../pdf-text';
import { VendorServer } from '../vendor-server';

test.describe('bad input gets a clear word and loses nothing', () => {
  let vendor: VendorServer;
  let laptop: Device;

  test.beforeAll(async () => {
    vendor = await VendorServer.prepareDemo();
    await vendor.start();
    laptop = await Device.open(vendor.url);
  });
  test.afterAll(async () => {
    await laptop.close();
    await vendor.remove();
  });

  test('a wrong password, then a server that is away, then the right one', async () => {
    const { page } = laptop;
    const signIn = new SignInPage(page);
    await signIn.open();
    await signIn.enter('lena@rheinkontor.example', 'guess');
    await expect(page.getByText('The e-mail or the password is wrong.')).toBeVisible();
    await expect(page.getByLabel('E-mail')).toHaveValue('lena@rheinkontor.example');
    await vendor.stop();
    await signIn.enter('lena@rheinkontor.example');
    await expect(page.getByText('The server cannot be reached.')).toBeVisible();
    await vendor.start();
    await signIn.enter('lena@rheinkontor.example');
    await expect(new Shell(page).syncState).toContainText('Synced', { timeout: 60_000 });
  });

  test('figures that are none stay on the line as typed, with the reason, and the quote keeps its last good figure', async () => {
    const { page } = laptop;
    await new SignInPage(page).ensureSignedIn('lena@rheinkontor.example');
    const editor = new QuoteEditorPage(page);
    await editor.startNew();
    await editor.add('HS-', 'HS-');
    const sku =
      (await editor.grid.getByRole('row').filter({ hasText: 'HS-' }).first().innerText()).match(
        /HS-[\w-]+/,
      )?.[0] ?? '';
    for (const [typed, said] of [
      ['abc', 'is not a number'],
      ['1e9', 'is too large'],
      ['99999999', 'is too large'],
      ['-3', 'is below zero'],
    ] as const) {
      await editor.setCell(sku, 'Qty', typed);
      await expect(editor.row(sku)).toContainText(said);
      await expect(editor.row(sku)).toContainText(typed);
    }
    await editor.setCell(sku, 'Qty', '7');
    await expect(await editor.cell(sku, 'Qty')).toHaveText('7');
    await expect(editor.row(sku)).not.toContainText('is below zero');
  });

  test('pasted HTML becomes rows of text, never markup; rows that match nothing are kept to look at', async () => {
    const { page } = laptop;
    await new SignInPage(page).ensureSignedIn('lena@rheinkontor.example');
    const editor = new QuoteEditorPage(page);
    await editor.startNew();
    await editor.addBox.focus();
    await page.evaluate(() => {
      const data = new DataTransfer();
      data.setData(
        'text/html',
        '<table><tr><td>NO-SUCH-SKU</td><td><img src=x onerror="window.hacked=1">A thing</td><td>4</td></tr></table>',
      );
      data.setData('text/plain', 'NO-SUCH-SKU\t<b>A thing</b>\t4\nANOTHER\tThing two\t2');
      document.activeElement?.dispatchEvent(
        new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
      );
    });
    const paste = new PasteDialogPage(page);
    await expect(paste.counts).toContainText('2 rows · 0 matched');
    await expect(paste.row('NO-SUCH-SKU')).toContainText('<b>A thing</b>');
    expect(await page.evaluate(() => 'hacked' in window)).toBe(false);
    await page.keyboard.press('Escape');
    await expect(page.getByText('2 rows of a pasted order still wait')).toBeVisible();
  });

  test('10,000 characters in one cell are printed over pages', async () => {
    const { page } = laptop;
    await new SignInPage(page).ensureSignedIn('lena@rheinkontor.example');
    const editor = new QuoteEditorPage(page);
    await editor.startNew();
    await editor.choose('Customer', 'Bergland Maschinenbau GmbH');
    await editor.add('HS-', 'HS-');
    await editor.openPanel('Notes');
    const words = 'Zażółć gęślą jaźń 项目 Проект '.repeat(340).slice(0, 10_000);
    await page.getByLabel('Introduction').fill(words);
    await page.getByLabel('Introduction').blur();
    await editor.expectSaved();
    const proposal = new ProposalPage(page);
    await proposal.openFromEditor();
    const text = (await pdfText((await proposal.savePdf()).bytes)).join(' ');
    expect(text.split('Проект').length).toBeGreaterThan(300);
  });

  test('a session that ended says so, work goes on, and signing in again sends it (SY-12)', async () => {
    const { page } = laptop;
    await new SignInPage(page).ensureSignedIn('lena@rheinkontor.example');
    const editor = new QuoteEditorPage(page);
    const shell = new Shell(page);
    await laptop.context.clearCookies();
    await editor.startNew();
    const number = await editor.number();
    await expect(shell.syncState).toContainText(/sign in/i, { timeout: 60_000 });
    await editor.add('HS-', 'HS-');
    await editor.expectSaved();
    await page.goto('/sync');
    await page
      .getByRole('button', { name: 'Sign in again' })
      .or(page.getByRole('link', { name: 'Sign in again' }))
      .first()
      .click();
    await page.getByLabel('Password', { exact: true }).fill('demo-Quote-2026');
    await page.getByRole('button', { name: 'Sign in' }).click();
    await expect(shell.syncState).toContainText('Synced', { timeout: 60_000 });
    await shell.goTo('Quotes');
    await expect(page.getByRole('row').filter({ hasText: number })).toContainText('Accepted');
  });
});
