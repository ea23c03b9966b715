import { expect, type Locator, type Page } from '@playwright/test';

/** Approval of one quote, as its rep sees it, and as the manager decides about it. */
export class ApprovalPage {
  readonly page: Page;
  readonly reasons: Locator;
  constructor(page: Page) {
    this.page = page;
    this.reasons = page.getByRole('list', { name: 'Why it needs approval' }).getByRole('listitem');
  }

  async openOf(quoteId: string): Promise<void> {
    await this.page.goto(`/quotes/${quoteId}/approval`);
    await expect(this.page.getByRole('heading', { level: 1, name: 'Approval' })).toBeVisible();
  }

  async ask(message: string): Promise<void> {
    await this.page.getByLabel('Message to the approver').fill(message);
    await this.page.getByRole('button', { name: 'Ask for approval' }).click();
    await expect(this.page.getByRole('heading', { name: 'Waiting for approval' })).toBeVisible();
  }

  /** The manager's list, and the request about a quote in it. */
  async openWaiting(quoteNumber: string): Promise<void> {
    await this.page.goto('/approvals');
    await this.page.getByRole('row').filter({ hasText: quoteNumber }).click();
    await expect(this.page.getByRole('heading', { level: 1, name: quoteNumber })).toBeVisible();
  }

  async approve(comment: string): Promise<void> {
    await this.page.getByLabel('Comment').fill(comment);
    await this.page.getByRole('button', { name: 'Approve', exact: true }).click();
    await expect(this.page.getByText('Approved', { exact: true })).toBeVisible();
  }
}
