import { expect, type Locator, type Page } from '@playwright/test';

/** One opportunity. */
export class OpportunityPage {
  readonly page: Page;
  readonly nextStep: Locator;
  /** Somebody is asked to choose between two versions of a field. */
  readonly conflict: Locator;
  constructor(page: Page) {
    this.page = page;
    this.nextStep = page.getByRole('textbox', { name: 'Next step' });
    this.conflict = page.getByRole('link', { name: 'Look and choose' });
  }

  async open(opportunityId: string): Promise<void> {
    await this.page.goto(`/opportunities/${opportunityId}`);
    await expect(this.nextStep).toBeVisible();
  }

  /** Typed over what stands there, and left: that saves. */
  async setNextStep(text: string): Promise<void> {
    await this.nextStep.fill(text);
    await this.nextStep.press('Enter');
    await expect(this.nextStep).toHaveValue(text);
  }
}
