import { expect, type Locator, type Page } from '@playwright/test';

/** A rep's work in one deal: the sales path, what was done, what is owed (OPP-1, OPP-7). */
export class DealPage {
  readonly page: Page;
  readonly stages: Locator;
  readonly obligations: Locator;
  constructor(page: Page) {
    this.page = page;
    this.stages = page.getByRole('list', { name: 'Stage' });
    this.obligations = page.getByRole('region', { name: 'Obligations' });
  }

  /** Ticks everything the stage asks for, and goes on to the next. */
  async meetAllAndGoOnTo(stage: string): Promise<void> {
    const asked = this.page.getByRole('region', { name: 'To go on' }).getByRole('checkbox');
    await expect(asked.first()).toBeVisible();
    // Each is ticked once it is stored, a moment after the click.
    for (const each of await asked.all()) {
      await each.click();
      await expect(each).toBeChecked();
    }
    await this.page.getByRole('button', { name: `On to ${stage}` }).click();
    await expect(this.stages.getByRole('button', { name: stage })).toHaveAttribute('aria-current', 'step');
  }

  async logCall(subject: string): Promise<void> {
    await this.page.getByRole('button', { name: 'Log a call' }).click();
    const form = this.page.getByRole('form', { name: 'Log a call' });
    await form.getByRole('textbox', { name: 'What about' }).fill(subject);
    await form.getByRole('button', { name: 'Save' }).click();
    await expect(this.page.getByRole('list', { name: 'What was done' }).getByText(subject)).toBeVisible();
  }

  /** Takes what the sales path says of what has happened by now. */
  async planObligations(): Promise<void> {
    await this.obligations.getByRole('button', { name: /^Plan \d+ steps? of the sales path/ }).click();
    await expect(this.obligations.getByRole('listitem').first()).toBeVisible();
  }

  async completeFirstObligation(note: string): Promise<void> {
    await this.obligations.getByRole('checkbox', { disabled: false, checked: false }).first().check();
    await this.obligations.getByRole('textbox', { name: /^Note on/ }).fill(note);
    await this.obligations.getByRole('button', { name: 'Done', exact: true }).click();
    await expect(this.obligations).toContainText(note);
  }

  async newQuote(): Promise<void> {
    await this.page.getByRole('link', { name: 'New quote' }).first().click();
    await this.page.waitForURL(/\/quotes\/(?!new)[^/?]+$/);
  }
}
