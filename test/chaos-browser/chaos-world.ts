import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { build } from 'vite';
import { demoPassword } from '../e2e/pages/sign-in-page';
import { VendorApi } from '../e2e/vendor-api';
import { VendorServer } from '../e2e/vendor-server';
import { pageBase, startChaosFront, type ChaosFront } from './chaos-front';
import type { ChromiumProcess } from './chromium-process';
import type { Opened, Written } from './page/chaos-page-types';

export const rep = 'lena@rheinkontor.example';

/** The vendor's server as it is, the test page beside the app, and the network between them. */
export class ChaosWorld {
  private constructor(
    readonly vendor: VendorServer,
    readonly front: ChaosFront,
    private readonly pageFolder: string,
  ) {}

  static async start(): Promise<ChaosWorld> {
    const pageFolder = await mkdtemp(join(tmpdir(), 'fieldquote-chaos-page-'));
    await build({
      configFile: false,
      root: join(import.meta.dirname, 'page'),
      base: pageBase,
      logLevel: 'error',
      worker: { format: 'es' },
      build: { outDir: pageFolder, emptyOutDir: true, target: 'es2023' },
    });
    const vendor = await VendorServer.prepareDemo();
    await vendor.start();
    return new ChaosWorld(vendor, await startChaosFront(vendor.url, pageFolder), pageFolder);
  }

  /** Opens the test page signed in, with everything from the page told to `onWritten`. */
  async openPage(
    chromium: ChromiumProcess,
    onWritten: (written: Written) => void = () => undefined,
  ): Promise<{ readonly page: Page; readonly opened: Opened }> {
    const page = await chromium.page();
    await page.exposeFunction('chaosWritten', onWritten);
    await page.goto(this.front.url + pageBase);
    await page.waitForFunction(() => 'chaos' in window);
    const opened = await page.evaluate(([email, password]) => window.chaos.open(email, password), [
      rep,
      demoPassword,
    ] as const);
    return { page, opened };
  }

  async signInAgain(page: Page): Promise<void> {
    await page.evaluate(([email, password]) => window.chaos.signInAgain(email, password), [
      rep,
      demoPassword,
    ] as const);
  }

  /** Internal notes of quotes, '' for other records, by id: what really arrived. */
  async arrived(): Promise<ReadonlyMap<string, string>> {
    const api = await VendorApi.signIn(this.vendor.url, rep);
    const changes = await api.pullEverything();
    return new Map(
      changes.flatMap(({ id, record }) => {
        if (typeof record !== 'object' || record === null) return [];
        const notes = 'internalNotes' in record ? String(record.internalNotes) : '';
        return [[id, notes] as const];
      }),
    );
  }

  async close(): Promise<void> {
    await this.front.close();
    await this.vendor.remove();
    await rm(this.pageFolder, { recursive: true, force: true });
  }
}
