import { expect, type Locator, type Page } from '@playwright/test';

/** The dialog in which an order from elsewhere becomes lines. */
export class PasteDialogPage {
  readonly page: Page;
  readonly dialog: Locator;
  readonly counts: Locator;
  constructor(page: Page) {
    this.page = page;
    this.dialog = page.getByRole('dialog', { name: 'Paste an order' });
    this.counts = this.dialog.locator('output');
  }

  /** As Ctrl+V does with a text copied in another program. */
  async paste(text: string): Promise<void> {
    await this.page.evaluate((plain) => {
      const data = new DataTransfer();
      data.setData('text/plain', plain);
      document.activeElement?.dispatchEvent(
        new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
      );
    }, text);
    await expect(this.dialog).toBeVisible();
  }

  row(text: string): Locator {
    return this.dialog.getByRole('row').filter({ hasText: text });
  }

  async show(filter: 'All' | 'To check' | 'Not found'): Promise<void> {
    await this.dialog
      .getByRole('radiogroup', { name: 'Rows shown' })
      .getByText(filter, { exact: true })
      .click();
  }

  async choose(row: string, option: string): Promise<void> {
    await this.row(row).getByRole('combobox').click();
    await this.page.getByRole('option', { name: option }).click();
  }

  async add(lines: number): Promise<void> {
    await this.dialog
      .getByRole('button', { name: `Add ${new Intl.NumberFormat('en-GB').format(lines)} line` })
      .click();
  }
}
