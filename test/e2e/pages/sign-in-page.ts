import { expect, type Page } from '@playwright/test';
import { Shell } from './shell';

export const demoPassword = 'demo-Quote-2026';

export class SignInPage {
  readonly page: Page;
  constructor(page: Page) {
    this.page = page;
  }

  async open(): Promise<void> {
    await this.page.goto('/');
    await expect(this.page.getByRole('heading', { name: 'Sign in' })).toBeVisible();
  }

  async enter(email: string, password = demoPassword): Promise<void> {
    await this.page.getByLabel('E-mail').fill(email);
    await this.page.getByLabel('Password', { exact: true }).fill(password);
    await this.page.getByRole('button', { name: 'Sign in' }).click();
  }

  /** Signs in and waits until the device has everything it needs to work alone. */
  async signIn(email: string): Promise<void> {
    await this.open();
    await this.enter(email);
    await expect(this.page.getByRole('navigation', { name: 'Main navigation' })).toBeVisible();
    await expect(new Shell(this.page).syncState).toContainText(/Synced|Needs attention/, {
      timeout: 120_000,
    });
  }

  /** As a person does: signs in if the app asks, else just goes on. */
  async ensureSignedIn(email: string): Promise<void> {
    await this.page.goto('/');
    const heading = this.page.getByRole('heading', { name: 'Sign in' });
    await expect(heading.or(this.page.getByRole('navigation', { name: 'Main navigation' }))).toBeVisible();
    if (await heading.isVisible()) await this.signIn(email);
  }
}
