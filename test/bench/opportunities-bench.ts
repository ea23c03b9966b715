// Measures 10,000 deals and 50,000 activities in a real Chromium (OPP-1) and prints the figures: npx tsx test/bench/opportunities-bench.ts [deals] [activities]
import { fileURLToPath } from 'node:url';
import { chromium } from '@playwright/test';
import { build, type Rolldown } from 'vite';
import { launchOptions } from '../e2e/device';
import type { Figure } from './opportunities-page';

const [deals = 10_000, activities = 50_000] = process.argv.slice(2).map(Number);
const built = (await build({
  configFile: false,
  logLevel: 'error',
  build: {
    write: false,
    lib: {
      entry: fileURLToPath(new URL('opportunities-page.ts', import.meta.url)),
      formats: ['iife'],
      name: 'bench',
    },
  },
})) as Rolldown.RolldownOutput[];
const script = built.flatMap(({ output }) => output.flatMap((one) => (one.type === 'chunk' ? one.code : [])));

const browser = await chromium.launch(launchOptions());
try {
  const page = await browser.newPage();
  // A safe origin of its own: IndexedDB and ids need one.
  await page.route('https://bench.invalid/', (route) =>
    route.fulfill({ contentType: 'text/html', body: '<!doctype html><title>bench</title>' }),
  );
  await page.goto('https://bench.invalid/');
  await page.addScriptTag({ content: script.join('\n') });
  const figures = await page.evaluate(
    ([dealCount, activityCount]) =>
      (
        globalThis as unknown as { measure: (deals: number, activities: number) => Promise<Figure[]> }
      ).measure(dealCount, activityCount),
    [deals, activities] as const,
  );
  const head = ['median ms', '95 % ms', 'floor ms', 'ratio'].map((text) => text.padStart(11)).join('');
  console.log(`${`${deals} deals, ${activities} activities`.padEnd(44)}${head}  floor`);
  for (const { what, ms, floor, floorMs } of figures) {
    const [median, late, least] = [quantile(ms, 0.5), quantile(ms, 0.95), quantile(floorMs, 0.5)];
    const shown = [median, late, least, median / least].map((figure) => figure.toFixed(2).padStart(11));
    console.log(`${what.padEnd(44)}${shown.join('')}  ${floor}`);
  }
} finally {
  await browser.close();
}

function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}
