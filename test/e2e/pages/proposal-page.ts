import { readFile } from 'node:fs/promises';
import { expect, type Page } from '@playwright/test';

export class ProposalPage {
  readonly page: Page;
  constructor(page: Page) {
    this.page = page;
  }

  async openFromEditor(): Promise<void> {
    await this.page.getByRole('link', { name: 'Proposal' }).click();
    await expect(this.page.getByRole('button', { name: 'Save PDF' })).toBeEnabled({ timeout: 60_000 });
  }

  /** Saves through the browser's download and returns the bytes on disk. */
  async savePdf(): Promise<{ name: string; bytes: Uint8Array }> {
    const [download] = await Promise.all([
      this.page.waitForEvent('download'),
      this.page.getByRole('button', { name: 'Save PDF' }).click(),
    ]);
    return {
      name: download.suggestedFilename(),
      bytes: new Uint8Array(await readFile(await download.path())),
    };
  }
}
