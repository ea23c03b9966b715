// Measures the offline duplicate warning (OPP-5) in a real Chromium, on the page's own thread, and prints the figures: npx tsx test/bench/look-up-bench.ts [registrations]
import { measureInBrowser, quantile } from './in-browser';
import type { LookUpFigures } from './look-up-page';

const [registrations = 50_000] = process.argv.slice(2).map(Number);
const { kilobytes, ms, floorMs } = await measureInBrowser<LookUpFigures>('look-up-page.ts', [registrations]);
const [median, late, floor] = [quantile(ms, 0.5), quantile(ms, 0.95), quantile(floorMs, 0.5)];
console.log(`index of ${registrations} registrations: ${kilobytes.toFixed(0)} kB`);
console.log(`one look-up: median ${median.toFixed(2)} ms, 95 % ${late.toFixed(2)} ms`);
console.log(
  `${(median / floor).toFixed(1)} times the browser's own derivation of four keys (${floor.toFixed(2)} ms)`,
);
