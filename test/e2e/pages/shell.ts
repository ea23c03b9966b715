import { expect, type Locator, type Page } from '@playwright/test';

/** The frame around every screen. */
export class Shell {
  readonly page: Page;
  readonly syncState: Locator;
  constructor(page: Page) {
    this.page = page;
    this.syncState = page.locator("a[href='/sync'] output");
  }

  async goTo(name: string): Promise<void> {
    await this.page.getByRole('navigation', { name: 'Main navigation' }).getByRole('link', { name }).click();
    await expect(this.page.getByRole('heading', { level: 1, name })).toBeVisible();
  }

  /** By its link: the address alone restores the last place. */
  async goToToday(): Promise<void> {
    await this.page
      .getByRole('navigation', { name: 'Main navigation' })
      .getByRole('link', { name: /^Today/ })
      .click();
  }

  /** The service worker has every file of the app: from here on it opens without the server. */
  async readyForOffline(): Promise<void> {
    await this.page.waitForFunction(
      async () => {
        const registration = await navigator.serviceWorker.ready;
        return registration.active?.state === 'activated';
      },
      undefined,
      { timeout: 120_000 },
    );
  }

  async syncNow(): Promise<void> {
    await this.page.keyboard.press('Control+k');
    await this.page.getByPlaceholder('A quote, a customer, a product, a command…').fill('Sync now');
    await this.page.keyboard.press('Enter');
  }

  async signOut(): Promise<void> {
    await this.page.getByRole('button', { name: /: account menu$/ }).click();
    await this.page.getByRole('menuitem', { name: 'Sign out' }).click();
    await expect(this.page.getByRole('heading', { name: 'Sign in' })).toBeVisible();
  }
}
