import { expect, type Page } from '@playwright/test';
import { Shell } from './shell';

export class CatalogPage {
  readonly page: Page;
  constructor(page: Page) {
    this.page = page;
  }

  async open(): Promise<void> {
    await new Shell(this.page).goTo('Catalog');
  }

  async chooseBook(name: string): Promise<void> {
    await this.page.getByRole('combobox', { name: 'Price book' }).click();
    await this.page.getByRole('option', { name }).click();
  }

  async search(text: string): Promise<void> {
    await this.page
      .getByRole('searchbox')
      .or(this.page.getByPlaceholder('SKU or words in any order'))
      .fill(text);
  }

  async expectFound(text: string): Promise<void> {
    await expect(this.page.getByRole('row').filter({ hasText: text }).first()).toBeVisible();
  }
}
