import { expect, type Locator, type Page } from '@playwright/test';

/** The vendor's queue of orders, and what is decided and reported about one (ORD-1). */
export class DeskOrderPage {
  readonly page: Page;
  constructor(page: Page) {
    this.page = page;
  }

  rows(customer: string): Locator {
    return this.page.getByRole('row').filter({ hasText: customer });
  }

  get panel(): Locator {
    return this.page.getByRole('region', { name: /^Order / });
  }

  async open(customer: string): Promise<void> {
    await this.page.goto('/vendor-desk');
    await this.rows(customer).click();
    await expect(this.panel).toContainText(customer);
  }

  async accept(): Promise<void> {
    await this.panel.getByRole('button', { name: 'Accept', exact: true }).click();
    await expect(this.panel.getByText('Decided by')).toBeVisible();
  }

  async report(step: 'Shipped' | 'Invoiced' | 'Paid', reference: string): Promise<void> {
    await expect(this.panel.getByRole('combobox', { name: 'Step' })).toHaveValue(step);
    await this.panel.getByRole('textbox', { name: 'Number of the document' }).fill(reference);
    await this.panel.getByRole('button', { name: 'Report', exact: true }).click();
    await expect(this.panel.getByText(reference)).toBeVisible();
  }
}
