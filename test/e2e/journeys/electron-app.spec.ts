import { existsSync, readFileSync } from 'node:fs';
import { mkdtemp, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { _electron as electron, expect, test } from '@playwright/test';
import { ProposalPage } from '../pages/proposal-page';
import { QuoteEditorPage } from '../pages/quote-editor-page';
import { Shell } from '../pages/shell';
import { SignInPage } from '../pages/sign-in-page';
import { pdfText } from '../pdf-text';
import { VendorServer } from '../vendor-server';

const root = join(import.meta.dirname, '../../..');

/** Why Electron cannot run here, or null. Importing the package would try a download, so its files are looked at instead. */
function hindrance(): string | null {
  const pathFile = join(root, 'node_modules/electron/path.txt');
  const runtime =
    existsSync(pathFile) && join(root, 'node_modules/electron/dist', readFileSync(pathFile, 'utf8'));
  if (!runtime || !existsSync(runtime))
    return 'Electron’s runtime is not on this machine (it is fetched by the first npm start)';
  if (process.platform === 'linux' && !process.env['DISPLAY'] && !process.env['WAYLAND_DISPLAY'])
    return 'there is no display';
  if (!existsSync(join(root, 'out/main/index.js')))
    return 'the desktop host is not built (npx electron-vite build)';
  return null;
}

test('in Electron: a rep quotes, saves the PDF and orders with the server stopped; all of it arrives once', async () => {
  const reason = hindrance();
  test.skip(reason !== null, reason ?? '');

  const vendor = await VendorServer.prepareDemo();
  await vendor.start();
  const folder = await mkdtemp(join(tmpdir(), 'fieldquote-electron-'));
  const app = await electron.launch({
    args: [join(root, 'out/main/index.js'), `--user-data-dir=${folder}`],
    env: { ...process.env, FIELDQUOTE_SERVER: vendor.url },
  });
  const page = await app.firstWindow();
  const saved = join(folder, 'offer.pdf');
  await app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath });
  }, saved);

  const signIn = new SignInPage(page);
  await signIn.enter('lena@rheinkontor.example');
  const shell = new Shell(page);
  await expect(shell.syncState).toContainText('Synced', { timeout: 60_000 });
  await vendor.stop();

  const editor = new QuoteEditorPage(page);
  await editor.startNew();
  const number = await editor.number();
  await editor.choose('Customer', 'Bergland Maschinenbau GmbH');
  await editor.add('endpoint security', 'HS-');
  const proposal = new ProposalPage(page);
  await proposal.openFromEditor();
  await page.getByRole('button', { name: 'Save PDF' }).click();
  await expect(page.getByText(/^Saved .*\.pdf/)).toBeVisible();
  expect((await pdfText(await readFile(saved))).join(' ')).toContain(number);
  await page.goBack();
  await editor.placeOrder('PO-1');
  await expect(page.getByText('Saved here').first()).toBeVisible();

  await vendor.start();
  await shell.syncNow();
  await expect(page.getByText('Received').first()).toBeVisible({ timeout: 60_000 });
  await app.close();
  await vendor.remove();
});
