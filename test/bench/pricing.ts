/**
 * How fast 1,000 lines are priced with everything that stands on them: volume, tier, agreement, promotion, deal registration, special
 * bid, prices by quantity, prorated terms with payments, bundles, manual and quote discount, floors, tax, totals. Beside it the same
 * steps as bare arithmetic in a decimal library (the peer) and in plain doubles, which are wrong at ties and only show the floor.
 * Run: npm ci && npx tsx pricing.ts (tsx from the project's root).
 */
import { noTerms } from '../../shared/domain/pricing/partner-terms';
import type { Product } from '../../shared/domain/catalog/product';
import type { PriceEntry } from '../../shared/domain/pricing/price-book';
import type { QuoteLine } from '../../shared/domain/quote/quote';
import { priceQuote } from '../../shared/domain/quote/price-quote';
import { anAgreement, aPricing, lines } from '../../shared/domain/quote/quote.test-kit';
import { priceDocument } from '../../shared/protocol/price-document';
import { documentOf } from '../conformance/price-documents.test-kit';

/** What is used of big.js, so that the project type-checks without it. */
interface BigNumber {
  times(other: BigNumber | string): BigNumber;
  div(other: BigNumber | string): BigNumber;
  minus(other: BigNumber): BigNumber;
  plus(other: BigNumber): BigNumber;
  round(decimals: number, mode: 1): BigNumber;
  toFixed(decimals: number): string;
}
const peer = 'big.js';
const { default: Big } = (await import(peer)) as { default: { (text: string): BigNumber; DP: number } };
// Enough digits for its divisions to round as exact ones do.
Big.DP = 30;

const count = 1_000;
const frameMs = 16;

/** One line as arithmetic: units at their list prices, percentages off for buy and for sell, periods as a fraction. */
interface Plan {
  readonly units: readonly (readonly [units: string, price: string])[];
  readonly quantity: string;
  readonly buyRates: readonly string[];
  readonly sellRates: readonly string[];
  readonly periods: readonly [string, string];
}
interface Made {
  readonly plan: Plan;
  readonly line: Partial<QuoteLine>;
  readonly entry: Partial<PriceEntry>;
  readonly product: Partial<Product>;
}

const volumeRate = (quantity: number) => (quantity >= 200 ? '5' : quantity >= 50 ? '2.5' : '0');
const buyRatesFor = (quantity: number) => [volumeRate(quantity), '18', '5', '3', '2'];

/** Of eight lines two are a bundle's parts, one is a term, one has prices by quantity. */
function made(index: number): Made {
  const list = `${10 + ((index * 7919) % 5000)}.${String((index * 37) % 100).padStart(2, '0')}`;
  const count = 1 + ((index * 31) % 400);
  const quantity = String(count);
  const buyRates = buyRatesFor(count);
  const plain: Made = {
    plan: { units: [[quantity, list]], quantity, buyRates, sellRates: ['7.5'], periods: ['1', '1'] },
    line: { quantity, discountPercent: '7.5' },
    entry: {},
    product: {},
  };
  switch (index % 8) {
    case 1: {
      const below = Math.min(count, 99);
      const units = [[String(below), list], ...(count > 99 ? [[String(count - 99), '9.99']] : [])] as [
        string,
        string,
      ][];
      const bands = [
        { from: '1', price: list },
        { from: '100', price: '9.99' },
      ];
      return {
        ...plain,
        plan: { ...plain.plan, units },
        entry: { bands: { kind: 'slab', scope: 'line', bands } },
      };
    }
    case 2:
      return {
        ...plain,
        // 15 January 2026 to 30 June 2027, daily-365: 532 days of a year.
        plan: { ...plain.plan, periods: ['532', '365'] },
        line: {
          ...plain.line,
          term: {
            startsOn: '2026-01-15',
            end: { kind: 'day', endsOn: '2027-06-30' },
            billing: 'monthly',
            ramp: [],
          },
        },
        product: { charge: { kind: 'recurring', period: 'year', termMonths: 12 } },
      };
    case 4: {
      const options = [index + 1, index + 2].map((at) => ({
        id: `option-${at}`,
        sku: `SKU-${at}`,
        kind: 'required' as const,
        quantity: '1',
        min: null,
        max: null,
        scaling: 'fixed' as const,
      }));
      const groups = [{ id: 'parts', name: { en: 'Parts' }, choose: { min: 0, max: null }, options }];
      return { ...plain, product: { bundle: { pricing: 'sum', discountCascades: true, groups } } };
    }
    case 5:
    case 6:
      return {
        ...plain,
        plan: { ...plain.plan, sellRates: ['7.5', '7.5'] },
        line: {
          ...plain.line,
          component: { parentId: `line-${index - (index % 8) + 5}`, optionId: `option-${index}` },
        },
      };
    default:
      return plain;
  }
}

const all = Array.from({ length: count }, (_, index) => ({ sku: `SKU-${index}`, ...made(index) }));
const plans = all.map(({ plan }) => plan);
const own = { partnerId: 'partner-1', validFrom: '2026-01-01', validUntil: '2026-12-31' };
const situation = {
  products: all.map(({ sku, plan, entry, product }) => ({
    sku,
    list: plan.units[0]?.[1] ?? '1',
    entry,
    product,
  })),
  quote: {
    discountPercent: '3',
    dealRegistrationId: 'deal-1',
    items: lines(...all.map(({ sku, line }) => ({ sku, ...line }))),
  },
  policy: {
    proration: 'daily-365' as const,
    tierDiscounts: [{ tier: 'gold' as const, family: null, percent: '18' }],
    volumeSchedules: [
      {
        id: 'volume',
        scope: 'line' as const,
        family: null,
        bands: [
          { from: '1', percent: '0' },
          { from: '50', percent: '2.5' },
          { from: '200', percent: '5' },
        ],
      },
    ],
    marginFloors: [
      { scope: 'line' as const, family: null, percent: '5', onBreach: { action: 'block' as const } },
    ],
  },
  terms: {
    ...noTerms,
    agreements: [anAgreement()],
    promotions: ['3', '1'].map((percent, index) => ({
      ...own,
      id: `promotion-${index}`,
      code: `CODE-${index}`,
      name: 'Spring',
      effect: { kind: 'percent' as const, percent },
      conditions: {
        skus: null,
        families: null,
        minQuantity: null,
        segments: null,
        tiers: null,
        regions: null,
      },
      maxUnits: null,
      exclusiveGroup: 'spring',
      priority: index,
    })),
    dealRegistrations: [
      {
        ...own,
        id: 'deal-1',
        number: 'D-1',
        accountId: 'account-1',
        discounts: [{ family: null, sku: null, percent: '2' }],
      },
    ],
  },
};
const input = aPricing(situation);

function libraryArithmetic(): string {
  let buyTotal = Big('0');
  let sellTotal = Big('0');
  for (const { units, quantity, buyRates, sellRates, periods } of plans) {
    let list = Big('0');
    for (const [many, price] of units) list = list.plus(Big(price).times(many));
    list = list.div(quantity);
    const finish = (rates: readonly string[]) => {
      let value = list;
      for (const rate of rates) value = value.minus(value.times(rate).div('100'));
      return value.times(quantity).times(periods[0]).div(periods[1]).round(2, 1);
    };
    buyTotal = buyTotal.plus(finish(buyRates));
    sellTotal = sellTotal.plus(finish(sellRates));
  }
  const off = sellTotal.times('3').div('100').round(2, 1);
  return `${buyTotal.toFixed(2)} ${sellTotal.minus(off).toFixed(2)}`;
}

function doubleArithmetic(): string {
  let buyTotal = 0;
  let sellTotal = 0;
  for (const { units, quantity, buyRates, sellRates, periods } of plans) {
    let list = 0;
    for (const [many, price] of units) list += Number(price) * Number(many);
    list /= Number(quantity);
    const finish = (rates: readonly string[]) => {
      let value = list;
      for (const rate of rates) value -= (value * Number(rate)) / 100;
      return Math.round(((value * Number(quantity) * Number(periods[0])) / Number(periods[1])) * 100);
    };
    buyTotal += finish(buyRates);
    sellTotal += finish(sellRates);
  }
  const off = Math.round((sellTotal * 3) / 100);
  return `${(buyTotal / 100).toFixed(2)} ${((sellTotal - off) / 100).toFixed(2)}`;
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

const { totals } = priceQuote(input);
const exact = `${totals.buy} ${totals.sell}`;
for (const [name, other] of [
  ['big.js', libraryArithmetic()],
  ['doubles', doubleArithmetic()],
] as const) {
  console.log(
    `${name.padEnd(8)} buy and sell ${other}: ${other === exact ? 'as the engine' : `the engine has ${exact}`}`,
  );
}
if (libraryArithmetic() !== exact) process.exitCode = 1;

const document = documentOf(situation);
const explained = () =>
  priceQuote(input).lines.forEach((line) => line.status === 'priced' && line.amounts.sellSteps);
const engine = measure(() => priceQuote(input));
const library = measure(libraryArithmetic);
const floor = measure(doubleArithmetic);
console.log(`\n${count} lines with everything${' '.repeat(14)}best       median   best x doubles`);
for (const [name, { best, median }] of [
  ['re-price', engine],
  ['and explain every line', measure(explained, 30)],
  ['the whole document, checked', measure(() => priceDocument(document), 30)],
  ['big.js arithmetic alone', library],
  ['plain doubles', floor],
] as const) {
  console.log(
    `${name.padEnd(30)}${best.toFixed(2).padStart(8)} ms${median.toFixed(2).padStart(10)} ms${(best / floor.best).toFixed(1).padStart(12)}`,
  );
}
console.log(`a frame is ${frameMs} ms: ${engine.best <= frameMs ? 'kept' : 'missed'}`);
// A busy machine misses a frame without anything being wrong; falling far behind the peer's bare arithmetic is.
if (engine.best > 3 * library.best) {
  console.error('The engine is more than three times as slow as the library alone');
  process.exitCode = 1;
}
