import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Locator, type Page } from '@playwright/test';

/** The screens on which a person decides between two sides. */
export class ConflictPages {
  readonly page: Page;
  constructor(page: Page) {
    this.page = page;
  }

  /** Fields that two people gave different values, from the banner over the record. */
  async openFromRecord(): Promise<void> {
    await this.page.getByRole('link', { name: 'Look and choose' }).click();
    await expect(this.fields).toBeVisible();
  }

  get fields(): Locator {
    return this.page.getByRole('table', { name: 'Fields that both changed' });
  }

  /** `value` as the screen writes it. */
  async take(value: string): Promise<void> {
    await this.fields.getByRole('radio', { name: value }).check();
  }

  /** Two versions of a quote, from the bar in its editor. */
  async openFromQuote(): Promise<void> {
    await this.page.getByRole('link', { name: 'Compare and choose' }).click();
    await expect(this.page.getByRole('list', { name: 'Which version counts?' })).toBeVisible();
    await expect(this.page.getByRole('table', { name: 'Totals' })).toBeVisible();
  }

  /** One of the ways on, by its button. */
  async decide(action: string): Promise<void> {
    await this.page.getByRole('button', { name: action, exact: true }).click();
  }

  async expectAccessible(): Promise<void> {
    const { violations } = await new AxeBuilder({ page: this.page }).analyze();
    expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html.slice(0, 160))])).toEqual([]);
  }
}
