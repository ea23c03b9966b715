/**
 * How fast 1,000 lines are priced: the engine with everything it does (both waterfalls, explanation, tax, totals), its bare arithmetic,
 * the same arithmetic in a decimal library, and in plain doubles, which are wrong at ties and only show the floor.
 * Run: npm ci && npx tsx pricing.ts (tsx from the project's root).
 */
import { noTerms } from '#shared/domain/pricing/partner-terms';
import { halfUp } from '../../shared/domain/money/round';
import { lessPercent } from '../../shared/domain/money/percent';
import { multiply } from '../../shared/domain/money/exact';
import { decimal } from '../../shared/domain/money/parse-decimal';
import { priceQuote } from '../../shared/domain/quote/price-quote';
import { anAgreement, aPricing, lines } from '../../shared/domain/quote/quote.test-kit';

/** What is used of big.js, so that the project type-checks without it. */
interface BigNumber {
  times(other: BigNumber | string): BigNumber;
  div(other: string): BigNumber;
  minus(other: BigNumber): BigNumber;
  plus(other: BigNumber): BigNumber;
  round(decimals: number, mode: 1): BigNumber;
  toFixed(decimals: number): string;
}
const peer = 'big.js';
const { default: Big } = (await import(peer)) as { default: (text: string) => BigNumber };

const count = 1_000;
const frameMs = 16;

const skus = Array.from({ length: count }, (_, index) => ({
  sku: `SKU-${index}`,
  list: `${10 + ((index * 7919) % 5000)}.${String((index * 37) % 100).padStart(2, '0')}`,
}));
const quantities = skus.map((_, index) => String(1 + ((index * 31) % 400)));

/** Per line: list, volume, tier, agreement and rounding; list, line discount, quote discount and rounding. */
const input = aPricing({
  products: skus.map(({ sku, list }) => ({ sku, list })),
  quote: {
    discountPercent: '3',
    items: lines(
      ...skus.map(({ sku }, index) => ({ sku, quantity: quantities[index] ?? '1', discountPercent: '7.5' })),
    ),
  },
  policy: {
    tierDiscounts: [{ tier: 'gold', family: null, percent: '18' }],
    volumeSchedules: [
      {
        id: 'volume',
        scope: 'line',
        family: null,
        bands: [
          { from: '1', percent: '0' },
          { from: '50', percent: '2.5' },
          { from: '200', percent: '5' },
        ],
      },
    ],
  },
  terms: { ...noTerms, agreements: [anAgreement()] },
});

const buyRates = ['5', '18', '5', '0'] as const;
const sellRates = ['7.5', '3', '0', '0'] as const;

function exactArithmetic(): string {
  let total = 0n;
  skus.forEach(({ list }, index) => {
    const quantity = decimal(quantities[index] ?? '1');
    for (const rates of [buyRates, sellRates]) {
      let value = decimal(list);
      for (const rate of rates) value = lessPercent(value, decimal(rate));
      const line = multiply(value, quantity);
      total += halfUp(line.n * 100n, line.d);
    }
  });
  return total.toString();
}

function libraryArithmetic(): string {
  let total = Big('0');
  skus.forEach(({ list }, index) => {
    for (const rates of [buyRates, sellRates]) {
      let value = Big(list);
      for (const rate of rates) value = value.minus(value.times(rate).div('100'));
      total = total.plus(value.times(quantities[index] ?? '1').round(2, 1));
    }
  });
  return total.times('100').toFixed(0);
}

function doubleArithmetic(): string {
  let total = 0;
  skus.forEach(({ list }, index) => {
    for (const rates of [buyRates, sellRates]) {
      let value = Number(list);
      for (const rate of rates) value -= (value * Number(rate)) / 100;
      total += Math.round(value * Number(quantities[index] ?? '1') * 100);
    }
  });
  return String(total);
}

/** Of many runs the fastest, which a busy machine disturbs least, and the median, in milliseconds. */
function measure(run: () => unknown, rounds = 60): { readonly best: number; readonly median: number } {
  for (let warm = 0; warm < 15; warm += 1) run();
  const times = Array.from({ length: rounds }, () => {
    const start = performance.now();
    run();
    return performance.now() - start;
  }).sort((a, b) => a - b);
  return { best: times[0] ?? 0, median: times[Math.floor(times.length / 2)] ?? 0 };
}

const exact = exactArithmetic();
for (const [name, other] of [
  ['big.js', libraryArithmetic()],
  ['doubles', doubleArithmetic()],
] as const) {
  if (other !== exact) console.log(`${name} comes to ${other} cents, exact is ${exact}`);
}

const engine = measure(() => priceQuote(input));
const library = measure(libraryArithmetic);
const floor = measure(doubleArithmetic);
console.log(`${count} lines x 8 steps${' '.repeat(16)}best       median   best x doubles`);
for (const [name, { best, median }] of [
  ['priceQuote, everything', engine],
  ['exact arithmetic alone', measure(exactArithmetic)],
  ['big.js arithmetic alone', library],
  ['plain doubles', floor],
] as const) {
  console.log(
    `${name.padEnd(26)}${best.toFixed(2).padStart(8)} ms${median.toFixed(2).padStart(10)} ms${(best / floor.best).toFixed(1).padStart(12)}`,
  );
}
console.log(`a frame is ${frameMs} ms: ${engine.best <= frameMs ? 'kept' : 'missed'}`);
// A busy machine misses a frame without anything being wrong; falling far behind the peer's bare arithmetic is.
if (engine.best > 3 * library.best) {
  console.error('The engine is more than three times as slow as the library alone');
  process.exitCode = 1;
}
