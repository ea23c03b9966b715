// Measures the offline duplicate warning (OPP-5) in a real Chromium, on the page's own thread, and prints the figures: npx tsx test/bench/look-up-bench.ts [registrations]
import { fileURLToPath } from 'node:url';
import { chromium } from '@playwright/test';
import { build, type Rolldown } from 'vite';
import { launchOptions } from '../e2e/device';
import type { LookUpFigures } from './look-up-page';

const [registrations = 50_000] = process.argv.slice(2).map(Number);
const built = (await build({
  configFile: false,
  logLevel: 'error',
  build: {
    write: false,
    lib: {
      entry: fileURLToPath(new URL('look-up-page.ts', import.meta.url)),
      formats: ['iife'],
      name: 'bench',
    },
  },
})) as Rolldown.RolldownOutput[];
const script = built.flatMap(({ output }) => output.flatMap((one) => (one.type === 'chunk' ? one.code : [])));

const browser = await chromium.launch(launchOptions());
try {
  const page = await browser.newPage();
  // A safe origin of its own: the browser's key derivation needs one.
  await page.route('https://bench.invalid/', (route) =>
    route.fulfill({ contentType: 'text/html', body: '<!doctype html><title>bench</title>' }),
  );
  await page.goto('https://bench.invalid/');
  await page.addScriptTag({ content: script.join('\n') });
  const { kilobytes, ms, floorMs } = await page.evaluate(
    (count) =>
      (
        globalThis as unknown as { bench: { measure: (count: number) => Promise<LookUpFigures> } }
      ).bench.measure(count),
    registrations,
  );
  const [median, late, floor] = [quantile(ms, 0.5), quantile(ms, 0.95), quantile(floorMs, 0.5)];
  console.log(`index of ${registrations} registrations: ${kilobytes.toFixed(0)} kB`);
  console.log(`one look-up: median ${median.toFixed(2)} ms, 95 % ${late.toFixed(2)} ms`);
  console.log(
    `${(median / floor).toFixed(1)} times the browser's own derivation of four keys (${floor.toFixed(2)} ms)`,
  );
} finally {
  await browser.close();
}

function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}
