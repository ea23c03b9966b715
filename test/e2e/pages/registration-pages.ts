import { expect, type Locator, type Page } from '@playwright/test';

/** A deal the vendor is asked to protect, as a partner's rep sees it (OPP-4, OPP-5). */
export class RegistrationPages {
  readonly page: Page;
  readonly form: Locator;
  /** OPP-5: never who else registered the customer. */
  readonly warning: Locator;
  constructor(page: Page) {
    this.page = page;
    this.form = page.getByRole('dialog', { name: 'Register a deal' });
    this.warning = this.form.getByText('This customer may be registered already by a partner');
  }

  async beginFor(customer: string): Promise<void> {
    await this.page.goto('/registrations?new');
    await this.form.getByRole('combobox', { name: 'Customer', exact: true }).fill(customer);
    await this.page.getByRole('option', { name: customer }).click();
  }

  /** Sends the form that is open; the id of the request. */
  async send(amount: string, description: string): Promise<string> {
    await this.form.getByRole('textbox', { name: 'Expected amount' }).fill(amount);
    await this.form.getByRole('textbox', { name: 'What the customer wants' }).fill(description);
    await this.form.getByRole('button', { name: 'Send to the vendor' }).click();
    await this.page.waitForURL(/\/registrations\/[^/?]+$/);
    return new URL(this.page.url()).pathname.split('/').at(-1) ?? '';
  }

  get conflict(): Locator {
    return this.page.getByRole('region', { name: 'Conflict' });
  }

  async saySide(text: string): Promise<void> {
    await this.conflict.getByRole('textbox', { name: 'Your side of it' }).fill(text);
    await this.conflict.getByRole('button', { name: 'Send to the vendor' }).click();
    await expect(this.conflict.getByText(/^Your statement/)).toBeVisible();
  }
}

/** The vendor's side of registrations: who asked for the same customer, and whose deal it is. */
export class DeskRegistrationPages {
  readonly page: Page;
  constructor(page: Page) {
    this.page = page;
  }

  async open(partner: string, customer: string): Promise<void> {
    await this.page.goto('/vendor-desk/registrations');
    await this.page.getByRole('row').filter({ hasText: partner }).filter({ hasText: customer }).click();
    await expect(this.page.getByRole('heading', { level: 1 })).toContainText(customer);
  }

  /** Another request for the same customer, beside this one. */
  match(customer: string): Locator {
    return this.page
      .getByRole('region', { name: 'Others asked for the same customer' })
      .getByRole('article')
      .filter({ hasText: customer });
  }

  async hearBoth(customer: string): Promise<void> {
    await this.match(customer).getByRole('button', { name: 'Hear both sides' }).click();
    await this.page.getByRole('button', { name: 'Ask both partners' }).click();
    await expect(this.conflict).toContainText('No answer yet');
  }

  get conflict(): Locator {
    return this.page.getByRole('region', { name: 'Conflict' });
  }

  /** `words`: what each partner reads. */
  async decideFor(partner: string, percent: string, words: Readonly<Record<string, string>>): Promise<void> {
    const whose = this.conflict.getByRole('radiogroup', { name: 'Whose deal it is' });
    await whose.getByText(partner, { exact: true }).click();
    await this.conflict.getByRole('textbox', { name: 'Discount' }).fill(percent);
    for (const [reader, text] of Object.entries(words))
      await this.conflict.getByRole('textbox', { name: `What ${reader} reads` }).fill(text);
    await this.conflict.getByRole('button', { name: 'Decide', exact: true }).click();
    await expect(this.conflict).toBeHidden();
  }
}
