import { AxeBuilder } from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import { Device } from '../device';
import { PasteDialogPage } from '../pages/paste-dialog';
import { QuoteEditorPage } from '../pages/quote-editor-page';
import { SignInPage } from '../pages/sign-in-page';
import { VendorApi } from '../vendor-api';
import { VendorServer } from '../vendor-server';

test.describe('a real order, pasted', () => {
  let vendor: VendorServer;
  let laptop: Device;
  let skus: readonly string[];

  test.beforeAll(async () => {
    vendor = await VendorServer.prepareDemo();
    await vendor.start();
    const api = await VendorApi.signIn(vendor.url, 'lena@rheinkontor.example');
    skus = await api.orderableSkus('eur-silver');
    laptop = await Device.open(vendor.url);
    await new SignInPage(laptop.page).signIn('lena@rheinkontor.example');
  });
  test.afterAll(async () => {
    await laptop.close();
    await vendor.remove();
  });

  test('300 rows from a spreadsheet: matched, checked, none dropped, added as one change', async () => {
    const { page } = laptop;
    const editor = new QuoteEditorPage(page);
    const paste = new PasteDialogPage(page);
    await page.goto('/');
    await editor.startNew();
    const rows = [
      ...skus
        .slice(0, 281)
        .map((sku, index) => `${index % 2 ? sku : sku.toLowerCase()}\t${String(index + 1)}\t€9.99`),
      ...Array.from({ length: 12 }, (_, index) => `endpoint protection\t${String(index + 1)}\t`),
      ...Array.from({ length: 7 }, (_, index) => `Qqzzx Wwvvq ${String(index)}\t1\t5.00`),
    ];
    expect(rows).toHaveLength(300);

    await test.step('every row is in one of the counts', async () => {
      await paste.paste(['Part number\tQty\tUnit price', ...rows].join('\n'));
      await expect(paste.counts).toHaveText('300 rows · 281 matched · 12 to check · 7 not found');
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html.slice(0, 160))])).toEqual(
        [],
      );
    });

    await test.step('what is decided is added; the rest waits, also over a restart', async () => {
      await paste.add(281);
      await expect(paste.counts).toHaveText('19 rows · 0 matched · 12 to check · 7 not found');
      await page.keyboard.press('Escape');
      await editor.expectSaved();
      await expect(page.getByText('19 rows of a pasted order still wait for a decision.')).toBeVisible();
      await page.reload();
      await page.getByRole('button', { name: 'Go on' }).click();
      await expect(paste.counts).toHaveText('19 rows · 0 matched · 12 to check · 7 not found');
    });

    await test.step('suggestions are taken, one row becomes a heading, the others are left out', async () => {
      await paste.dialog.getByRole('button', { name: 'Take all 12 suggestions' }).click();
      await paste.show('Not found');
      await paste.choose('Qqzzx Wwvvq 0', 'Add as a heading');
      for (const index of [1, 2, 3, 4, 5, 6]) await paste.choose(`Qqzzx Wwvvq ${String(index)}`, 'Leave out');
      await expect(paste.counts).toHaveText('19 rows · 13 matched · 0 to check · 0 not found · 6 left out');
      await paste.add(13);
      await expect(paste.dialog).toBeHidden();
      await editor.expectSaved();
    });

    await test.step('one undo takes all of them back, another the 281', async () => {
      const lines = async () => Number(await editor.grid.getAttribute('aria-rowcount'));
      await expect(editor.grid).toBeVisible();
      const all = await lines();
      await page.getByRole('button', { name: 'Undo' }).click();
      await expect.poll(lines).toBe(all - 13);
      await page.getByRole('button', { name: 'Redo' }).click();
      await expect.poll(lines).toBe(all);
    });
    expect(laptop.complaints).toEqual([]);
  });

  test('an e-mail: its rows, without greeting and signature', async () => {
    const { page } = laptop;
    const paste = new PasteDialogPage(page);
    await new QuoteEditorPage(page).startNew();
    const [one = '', two = '', three = ''] = skus;
    await paste.paste(
      [
        'Hi Lena,',
        'please quote the following:',
        `- 5 x ${one}`,
        `• ${two}, qty: 3`,
        `${three} – 12 pcs @ €12,50`,
        'Best regards',
        'Anna',
      ].join('\r\n'),
    );
    await expect(paste.counts).toHaveText('3 rows · 3 matched · 0 to check · 0 not found');
    for (const [sku, quantity] of [
      [one, '5'],
      [two, '3'],
      [three, '12'],
    ] as const)
      await expect(paste.row(sku).getByRole('textbox')).toHaveValue(quantity);
    await paste.add(3);
    await expect(paste.dialog).toBeHidden();
  });
});
