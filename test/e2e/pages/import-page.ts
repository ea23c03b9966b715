import { expect, type Locator, type Page } from '@playwright/test';

/** A file that becomes records. */
export class ImportPage {
  readonly page: Page;
  readonly rows: Locator;
  constructor(page: Page) {
    this.page = page;
    this.rows = page.getByRole('grid', { name: 'What becomes of each row' }).getByRole('row');
  }

  async choose(
    kind: 'accounts' | 'contacts' | 'opportunities',
    name: string,
    content: Buffer,
  ): Promise<void> {
    await this.page.goto(`/import/${kind}`);
    await this.page
      .locator('input[type=file]')
      .setInputFiles({ name, mimeType: 'application/octet-stream', buffer: content });
    await expect(this.rows.first()).toBeVisible();
  }

  row(name: string): Locator {
    return this.rows.filter({ hasText: name });
  }

  async run(): Promise<void> {
    await this.page.getByRole('button', { name: /^Import \d+ rows?$/ }).click();
    await expect(this.page.getByRole('heading', { name: 'Import finished' })).toBeVisible();
  }
}
