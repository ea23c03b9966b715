import { expect, type Locator, type Page } from '@playwright/test';
import { Shell } from './shell';

/** The quote editor. Cells are found by their column's heading, as a reader finds them. */
export class QuoteEditorPage {
  readonly page: Page;
  readonly grid: Locator;
  readonly addBox: Locator;
  constructor(page: Page) {
    this.page = page;
    this.grid = page.getByRole('grid');
    this.addBox = page
      .getByRole('combobox', { name: 'Add a line: SKU or words' })
      .or(page.getByLabel('Add a line: SKU or words'));
  }

  async startNew(): Promise<void> {
    await new Shell(this.page).goTo('Quotes');
    await this.page
      .getByRole('button', { name: 'New quote' })
      .or(this.page.getByRole('link', { name: 'New quote' }))
      .first()
      .click();
    await this.page.waitForURL(/\/quotes\/(?!new)[^/]+$/);
    await expect(this.addBox).toBeVisible();
  }

  async number(): Promise<string> {
    const heading = await this.page.getByRole('heading', { level: 1, name: /Q-\w+-\d+/ }).innerText();
    const number = /Q-\w+-\d+/.exec(heading)?.[0];
    if (!number) throw new Error(`no quote number in "${heading}"`);
    return number;
  }

  async choose(field: string, option: string): Promise<void> {
    await this.page
      .getByRole('combobox', { name: field, exact: true })
      .or(this.page.getByLabel(field, { exact: true }))
      .first()
      .click();
    await this.page.getByRole('option', { name: option }).first().click();
  }

  /** Types into the add box; Enter takes the first product found and the box waits for the next. */
  async add(text: string, sku: string): Promise<void> {
    await this.addBox.fill(text);
    await expect(this.page.getByRole('option').first()).toContainText(sku);
    await this.addBox.press('Enter');
    await expect(this.addBox).toHaveValue('');
  }

  row(sku: string): Locator {
    return this.grid.getByRole('row').filter({ hasText: sku });
  }

  async cell(sku: string, column: string): Promise<Locator> {
    const heading = this.grid.getByRole('columnheader', { name: new RegExp(`^${column}`) });
    const index = await heading.getAttribute('aria-colindex');
    return this.row(sku).locator(`[role="gridcell"][aria-colindex="${index}"]`);
  }

  /** Edits a cell as in a spreadsheet: click, type over, Enter. */
  async setCell(sku: string, column: string, text: string): Promise<void> {
    await (await this.cell(sku, column)).click();
    await this.page.keyboard.type(text);
    await this.page.keyboard.press('Enter');
  }

  /** The panel beside the grid, opened if a small screen has it closed, at one of its tabs. */
  async openPanel(tab: string): Promise<void> {
    const name = this.page.getByRole('tab', { name: tab });
    if (!(await name.isVisible())) await this.page.getByRole('button', { name: 'Side panel' }).click();
    await name.click();
  }

  /** How long the subscription of the line that is chosen runs. */
  async setMonths(months: string): Promise<void> {
    await this.openPanel('Why this price');
    const term = this.page.getByRole('region', { name: 'Term and billing' });
    await term.getByLabel('Months').fill(months);
    await this.page.keyboard.press('Tab');
  }

  async expectSaved(): Promise<void> {
    await expect(this.page.getByText('Saved', { exact: true })).toBeVisible();
  }

  async placeOrder(purchaseOrderNumber: string): Promise<void> {
    await this.page.getByRole('button', { name: 'More actions' }).click();
    const inMenu = this.page.getByRole('menuitem', { name: 'Place order' });
    const asButton = this.page.getByRole('button', { name: 'Place order' });
    await inMenu.or(asButton).first().click();
    await this.sendOrder(purchaseOrderNumber);
  }

  /** Of a quote that the customer has accepted: its likeliest next step. */
  async orderAccepted(purchaseOrderNumber: string): Promise<void> {
    await this.page.getByRole('button', { name: 'Place order' }).click();
    await this.sendOrder(purchaseOrderNumber);
  }

  private async sendOrder(purchaseOrderNumber: string): Promise<void> {
    const form = this.page.getByRole('dialog');
    await form.getByLabel("Customer's purchase order number").fill(purchaseOrderNumber);
    await form.getByRole('button', { name: 'Place order' }).click();
    await this.page.waitForURL(/\/orders\/[^/]+$/);
  }
}
