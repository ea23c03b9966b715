import { expect, type Locator, type Page } from '@playwright/test';

/** New prices of a draft, line by line. */
export class PricesPage {
  readonly page: Page;
  readonly table: Locator;
  readonly totals: Locator;
  constructor(page: Page) {
    this.page = page;
    this.table = page.getByRole('grid', { name: 'Lines with their old and new prices' });
    this.totals = page.getByRole('table', { name: /^Totals in/ });
  }

  async openFromEditor(): Promise<void> {
    await this.page.getByRole('link', { name: 'Compare prices' }).click();
    await expect(this.table).toBeVisible();
  }

  row(sku: string): Locator {
    return this.table.getByRole('row').filter({ hasText: sku });
  }

  async decide(sku: string, choice: 'Keep' | 'Take'): Promise<void> {
    await this.row(sku).getByText(choice, { exact: true }).click();
  }

  async show(figures: 'Per unit' | 'Per line'): Promise<void> {
    await this.page.getByRole('radiogroup', { name: 'Figures shown' }).getByText(figures).click();
  }

  /** Old and new of one of a line's prices as decimal strings; the same twice when it did not change. */
  async prices(sku: string, column: 'list' | 'buy' | 'sell'): Promise<readonly [string, string]> {
    const cell = this.row(sku).getByRole('gridcell').nth({ list: 2, buy: 3, sell: 4 }[column]);
    const figures = (await cell.innerText()).match(/[\d,]+\.\d+/g)?.map(plain) ?? [];
    const [before, after = before] = figures;
    if (before === undefined || after === undefined) throw new Error(`no ${column} price of ${sku}`);
    return [before, after];
  }

  /** A row of the totals: now, with all new prices, as decided. */
  async total(name: string): Promise<readonly string[]> {
    const row = this.totals.getByRole('row').filter({ hasText: name });
    const cells = await row.getByRole('cell').allInnerTexts();
    return cells.slice(1, 4).map(plain);
  }

  async apply(): Promise<void> {
    await this.page.getByRole('button', { name: /^Apply/ }).click();
    await this.page.waitForURL(/\/quotes\/[^/]+$/);
  }
}

/** "€1,234.50" as "1234.50". */
export const plain = (text: string): string => text.replaceAll(/[^\d.-]/g, '');
