import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Locator, type Page } from '@playwright/test';

/** The rep's leads: the inbox and the page of one. */
export class LeadPages {
  readonly page: Page;
  constructor(page: Page) {
    this.page = page;
  }

  async openInbox(): Promise<void> {
    await this.page.goto('/leads');
    await expect(this.inbox).toBeVisible();
  }

  get inbox(): Locator {
    return this.page.getByRole('grid', { name: 'Leads' });
  }

  async open(company: string): Promise<void> {
    await this.inbox.getByRole('row').filter({ hasText: company }).click();
    await expect(this.page.getByRole('heading', { level: 1 })).toContainText(company);
  }

  async accept(): Promise<void> {
    await this.page.getByRole('button', { name: 'Accept', exact: true }).click();
  }

  get qualification(): Locator {
    return this.page.getByRole('region', { name: 'Qualification' });
  }

  /** Chooses the first or the last option of every question. */
  async answerAll(which: 'first' | 'last'): Promise<void> {
    const questions = this.qualification.getByRole('radiogroup');
    await expect(questions.first()).toBeVisible();
    for (const question of await questions.all()) {
      const options = question.getByRole('radio');
      await (which === 'first' ? options.first() : options.last()).check();
    }
  }

  async send(button = 'Send to the vendor'): Promise<void> {
    await this.qualification.getByRole('button', { name: button }).click();
    await expect(this.qualification.getByRole('table', { name: 'Answers' })).toBeVisible();
  }

  /** Converts as the form suggests it. */
  async convert(): Promise<void> {
    await this.page.getByRole('button', { name: 'Convert', exact: true }).first().click();
    const form = this.page.getByRole('dialog');
    await form.getByRole('radio', { name: 'A new customer' }).check();
    await form.getByRole('button', { name: 'Convert', exact: true }).click();
    await expect(this.page.getByRole('region', { name: 'What became of it' })).toBeVisible();
  }

  async expectAccessible(): Promise<void> {
    const { violations } = await new AxeBuilder({ page: this.page }).analyze();
    expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html.slice(0, 160))])).toEqual([]);
  }
}

/** The vendor's side of a lead. */
export class DeskLeadPages {
  readonly page: Page;
  constructor(page: Page) {
    this.page = page;
  }

  async createLead(company: string, country: string): Promise<void> {
    await this.page.goto('/vendor-desk/leads');
    await this.page.getByRole('button', { name: 'New lead' }).click();
    const form = this.page.getByRole('dialog');
    await form.getByRole('textbox', { name: 'Company' }).fill(company);
    await form.getByRole('combobox', { name: 'Country' }).fill(country);
    await this.page.getByRole('option', { name: country }).click();
    await form.getByRole('textbox', { name: 'What they ask for' }).fill('Routers for ten shops');
    await form.getByRole('button', { name: 'Create and route' }).click();
    await expect(this.page.getByRole('heading', { level: 1 })).toContainText(company);
  }

  /** Whoever the rules gave it to, it goes to this partner. */
  async giveTo(partner: string): Promise<void> {
    const takeBack = this.page.getByRole('button', { name: 'Take back' });
    const offer = this.page.getByRole('button', { name: 'Offer', exact: true });
    await expect(takeBack.or(offer).first()).toBeVisible();
    if (await takeBack.first().isVisible()) {
      await takeBack.first().click();
      await this.page.getByRole('switch', { name: 'Offer it to the next partner at once' }).uncheck();
      await takeBack.last().click();
    }
    await offer.first().click();
    await this.page.getByRole('combobox', { name: 'Partner' }).fill(partner);
    await this.page.getByRole('option', { name: partner }).click();
    await offer.last().click();
    await expect(this.page.getByRole('table', { name: 'Who had it' })).toContainText(partner);
  }

  /** The vendor's server has this person's word on the lead that is open. */
  async expectAnsweredBy(person: string): Promise<void> {
    await expect(this.page.getByRole('table', { name: 'Who had it' })).toContainText(person, {
      timeout: 60_000,
    });
  }

  async judge(decision: 'Verify' | 'Send back', comment: string): Promise<void> {
    // Radios of a segmented control are hidden: a person clicks the words.
    await this.page.getByText(decision, { exact: true }).click();
    await this.page.getByRole('textbox', { name: 'Comment' }).fill(comment);
    const button = decision === 'Verify' ? 'Verify the qualification' : 'Send back to the partner';
    await this.page.getByRole('button', { name: button }).click();
    await expect(this.page.getByText(comment).first()).toBeVisible();
  }
}
