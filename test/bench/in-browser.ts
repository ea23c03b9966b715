import { fileURLToPath } from 'node:url';
import { chromium } from '@playwright/test';
import { build, type Rolldown } from 'vite';
import { launchOptions } from '../e2e/device';

/** Builds one of the pages beside this file and runs its `measure` in a real Chromium, on the page's own thread. */
export async function measureInBrowser<T>(page: string, sizes: readonly number[]): Promise<T> {
  const built = (await build({
    configFile: false,
    logLevel: 'error',
    build: {
      write: false,
      lib: { entry: fileURLToPath(new URL(page, import.meta.url)), formats: ['iife'], name: 'bench' },
    },
  })) as Rolldown.RolldownOutput[];
  const script = built.flatMap(({ output }) =>
    output.flatMap((one) => (one.type === 'chunk' ? one.code : [])),
  );
  const browser = await chromium.launch(launchOptions());
  try {
    const opened = await browser.newPage();
    // A safe origin of its own: IndexedDB, ids and key derivation need one.
    await opened.route('https://bench.invalid/', (route) =>
      route.fulfill({ contentType: 'text/html', body: '<!doctype html><title>bench</title>' }),
    );
    await opened.goto('https://bench.invalid/');
    await opened.addScriptTag({ content: script.join('\n') });
    return await opened.evaluate(
      (all) =>
        (
          globalThis as unknown as { bench: { measure: (...sizes: readonly number[]) => Promise<T> } }
        ).bench.measure(...all),
      sizes,
    );
  } finally {
    await browser.close();
  }
}

export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}
