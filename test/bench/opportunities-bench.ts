// Measures 10,000 deals and 50,000 activities in a real Chromium (OPP-1) and prints the figures: npx tsx test/bench/opportunities-bench.ts [deals] [activities]
import { measureInBrowser, quantile } from './in-browser';
import type { Figure } from './opportunities-page';

const [deals = 10_000, activities = 50_000] = process.argv.slice(2).map(Number);
const figures = await measureInBrowser<Figure[]>('opportunities-page.ts', [deals, activities]);
const head = ['median ms', '95 % ms', 'floor ms', 'ratio'].map((text) => text.padStart(11)).join('');
console.log(`${`${deals} deals, ${activities} activities`.padEnd(44)}${head}  floor`);
for (const { what, ms, floor, floorMs } of figures) {
  const [median, late, least] = [quantile(ms, 0.5), quantile(ms, 0.95), quantile(floorMs, 0.5)];
  const shown = [median, late, least, median / least].map((figure) => figure.toFixed(2).padStart(11));
  console.log(`${what.padEnd(44)}${shown.join('')}  ${floor}`);
}
