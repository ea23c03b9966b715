import { z } from 'zod';
import { approvalReasonSchema } from '../domain/approval/approval-reason';
import { chargeSchema } from '../domain/catalog/product';
import { currencySchema } from '../domain/money/amount';
import { onBreachSchema } from '../domain/pricing/policy';
import type { PricedQuote } from '../domain/pricing/priced';
import { daySchema } from '../lib/clock';

// Of any length: a line of millions of units is priced too. Amounts may be negative (margins, credits), percentages beyond 100.
export const shownAmountSchema = z.string().regex(/^-?\d+(\.\d+)?$/);
const amount = shownAmountSchema;
const percent = shownAmountSchema;
const sku = z.string();
const lineId = z.string();

const stepNames = [
  'list',
  'conversion',
  'distributor-price',
  'reseller-price',
  'partner-price',
  'contract',
  'uplift',
  'included',
  'bundle-discount',
  'bundle-allocation',
  'volume',
  'tier',
  'agreement',
  'promotion',
  'deal-registration',
  'special-bid',
  'markup',
  'margin',
  'fixed',
  'line-discount',
  'quote-discount',
  'unit-rounding',
  'quantity',
  'ramp',
  'term',
  'credit',
  'line-rounding',
  'tax-gross-up',
  'tax-extraction',
] as const;

/** PR-26: one step of a waterfall. What each means and how it is applied: docs/spec/pricing.md. */
export const priceStepSchema = z.object({
  step: z.enum(stepNames),
  rule: z.string(),
  basis: z.enum(['running', 'list', 'buy']),
  per: z.enum(['unit', 'line']),
  rate: percent.nullable(),
  amount: amount.nullable(),
  before: amount,
  after: amount,
  parts: z.array(
    z.object({
      kind: z.enum(['percent-off', 'amount-off', 'unit-price', 'block', 'periods']),
      units: amount,
      figure: z.string(),
    }),
  ),
  note: z.enum(['stopped-at-zero', 'not-best-of-group', 'no-benefit', 'no-credit']).nullable(),
});

const lineProblemSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('sku-not-in-book'), sku }),
  z.object({ type: z.literal('sku-not-in-catalog'), sku }),
  z.object({ type: z.literal('currency-mismatch'), book: currencySchema, quote: currencySchema }),
  z.object({
    type: z.literal('invalid-number'),
    field: z.enum(['quantity', 'sell', 'discount', 'quote-discount', 'list', 'cost']),
    text: z.string(),
  }),
  z.object({ type: z.literal('price-not-yet-valid'), from: daySchema }),
  z.object({ type: z.literal('price-ended'), until: daySchema }),
  z.object({ type: z.literal('margin-impossible'), percent }),
  z.object({ type: z.literal('exchange-rate-missing'), from: currencySchema, to: currencySchema }),
  z.object({ type: z.literal('exchange-rate-unknown'), rate: amount, date: daySchema }),
  z.object({ type: z.literal('below-first-band'), from: amount }),
  z.object({
    type: z.literal('invalid-term'),
    why: z.enum([
      'end-before-start',
      'ramp-length',
      'not-recurring',
      'no-contract',
      'start-missing',
      'too-long',
    ]),
  }),
  z.object({
    type: z.literal('invalid-bundle'),
    why: z.enum(['parent-missing', 'not-a-bundle', 'option-unknown', 'nested', 'circular']),
  }),
  z.object({ type: z.literal('bundle-incomplete'), skus: z.array(sku) }),
  z.object({
    type: z.literal('invalid-contract-change'),
    why: z.enum(['contract-missing', 'line-missing', 'sku-differs', 'too-many', 'after-end']),
  }),
  z.object({ type: z.literal('kept-version-missing'), version: z.number().int() }),
]);

const pricedAmountsSchema = z.object({
  quantity: amount,
  listUnit: amount,
  buyUnit: amount,
  sellUnit: amount,
  listLine: amount,
  buyLine: amount,
  sellLine: amount,
  margin: amount,
  marginPercent: percent.nullable(),
  markupPercent: percent.nullable(),
  charge: chargeSchema,
  period: z.object({ startsOn: daySchema, endsOn: daySchema }).nullable(),
  payments: z.array(z.object({ month: z.number().int(), dueOn: daySchema.nullable(), amount })),
  bundle: z.object({ listLine: amount, buyLine: amount, sellLine: amount }).nullable(),
  minimumUnit: amount.nullable(),
  buySteps: z.array(priceStepSchema),
  sellSteps: z.array(priceStepSchema),
});

const pricedLineSchema = z.discriminatedUnion('status', [
  z.object({ lineId, sku, optional: z.boolean(), status: z.literal('priced'), amounts: pricedAmountsSchema }),
  z.object({ lineId, sku, optional: z.boolean(), status: z.literal('problem'), problem: lineProblemSchema }),
]);

const breachSchema = z.object({
  floor: z.enum(['manual-discount', 'minimum-price', 'line-margin', 'quote-margin']),
  lineId: lineId.nullable(),
  value: amount.nullable(),
  limit: amount,
  onBreach: onBreachSchema,
});

const totalsSchema = z.object({
  list: amount,
  buy: amount,
  sell: amount,
  margin: amount,
  marginPercent: percent.nullable(),
  markupPercent: percent.nullable(),
  taxGroups: z.array(
    z.object({
      category: z.string(),
      percent,
      net: amount,
      tax: amount,
      reason: z.enum(['reverse-charge', 'no-rate-for-country']).nullable(),
    }),
  ),
  tax: amount,
  gross: amount,
  optionalSell: amount,
  oneTimeSell: amount,
  recurringSell: amount,
  quoteDiscount: amount,
  usageSell: amount,
});

const pricedQuoteSchema = z.object({
  currency: currencySchema,
  source: z.object({
    bookId: z.string(),
    version: z.number().int(),
    name: z.string(),
    conversion: z.object({ from: currencySchema, rate: amount, date: daySchema }).nullable(),
  }),
  lines: z.array(pricedLineSchema),
  totals: totalsSchema,
  validity: z.object({
    until: daySchema,
    because: z.enum([
      'quote',
      'price-book',
      'price-entry',
      'agreement',
      'promotion',
      'deal-registration',
      'special-bid',
    ]),
    name: z.string(),
  }),
  breaches: z.array(breachSchema),
});

/** What POST /api/v1/price and `npm run price` give for a good document: the priced quote, why it needs approval, and its hash. */
export const priceResponseSchema = pricedQuoteSchema.extend({
  /** PR-60, PR-24: all that apply; empty: the quote is inside policy. */
  approvalReasons: z.array(approvalReasonSchema),
  /** PR-62: what the person's delegated authorities pay, and what they leave uncovered; null: none were given. */
  delegatedCover: z
    .object({
      uses: z.array(z.object({ authorityId: z.string(), amount })),
      uncovered: z.array(approvalReasonSchema),
    })
    .nullable(),
  /** PR-61. */
  contentHash: z.string().regex(/^[0-9a-f]{64}$/),
});
export type PriceResponse = DeepReadonly<z.infer<typeof priceResponseSchema>>;

type DeepReadonly<T> = T extends object ? { readonly [K in keyof T]: DeepReadonly<T[K]> } : T;
type Exactly<A, B> = [A] extends [B] ? ([B] extends [A] ? true : never) : never;
/** The schema and the type that the engine gives are one: a figure added to either alone does not compile. */
true satisfies Exactly<DeepReadonly<z.infer<typeof pricedQuoteSchema>>, DeepReadonly<PricedQuote>>;
