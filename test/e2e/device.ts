import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type BrowserContext, type Page } from '@playwright/test';

/** A laptop: a browser profile of its own on disk, so that closing and opening it again is what a person would see. */
export class Device {
  readonly profile: string;
  readonly context: BrowserContext;
  readonly page: Page;
  /** What the page complained about; a journey ends by looking at it. */
  readonly complaints: string[] = [];

  private constructor(profile: string, context: BrowserContext, page: Page) {
    this.profile = profile;
    this.context = context;
    this.page = page;
    page.on('pageerror', (error) => this.complaints.push(error.message));
  }

  static async open(url: string): Promise<Device> {
    const profile = await mkdtemp(join(tmpdir(), 'fieldquote-device-'));
    const context = await chromium.launchPersistentContext(profile, {
      ...launchOptions(),
      viewport: { width: 1440, height: 900 },
      locale: 'en-GB',
      timezoneId: 'Europe/Warsaw',
      acceptDownloads: true,
      baseURL: url,
    });
    const page = context.pages()[0] ?? (await context.newPage());
    return new Device(profile, context, page);
  }

  async close(): Promise<void> {
    await this.context.close();
    await rm(this.profile, { recursive: true, force: true });
  }
}

/** Chromium as root has no sandbox of its own and a small shared memory; `FIELDQUOTE_CHROMIUM` names the browser to use. */
export function launchOptions() {
  const executablePath = process.env['FIELDQUOTE_CHROMIUM'];
  const asRoot = process.getuid?.() === 0 ? ['--no-sandbox', '--disable-dev-shm-usage'] : [];
  return {
    ...(executablePath ? { executablePath } : {}),
    args: [
      ...asRoot,
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--no-first-run',
    ],
  };
}
