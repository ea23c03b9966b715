/** Terms, ramps, bundles, alternatives and contract changes of every shape, laid over a quote of plain lines. */
import fc from 'fast-check';
import { addDays } from '../../lib/clock';
import { billingPlans, type LineTerm } from './line-term';
import { coTermSchema, defaultPricingPolicy, prorationSchema } from '../pricing/policy';
import { figure, skus } from './arbitrary-terms.test-kit';
import { linesOf, type Quote, type QuoteLine } from './quote';
import { aBundle, aContract, aContractLine, aLine, type Situation } from './quote.test-kit';

const days = fc.integer({ min: -60, max: 500 }).map((count) => addDays('2026-03-01', count));
const months = fc.integer({ min: 1, max: 40 });
const ends: fc.Arbitrary<LineTerm['end']> = fc.oneof(
  fc.record({ kind: fc.constant('months' as const), months }),
  fc.record({ kind: fc.constant('day' as const), endsOn: days }),
  fc.constant({ kind: 'contract' as const }),
);
const plainTerms: fc.Arbitrary<LineTerm> = fc.record({
  startsOn: fc.option(days, { freq: 5 }),
  end: ends,
  billing: fc.constantFrom(...billingPlans),
  ramp: fc.constant([]),
});
const ramps: fc.Arbitrary<LineTerm> = fc
  .tuple(
    plainTerms,
    fc.array(fc.record({ months, quantity: figure(300, 3) }), { minLength: 1, maxLength: 4 }),
  )
  .map(([term, ramp]) => ({
    ...term,
    ramp,
    end: { kind: 'months', months: ramp.reduce((sum, run) => sum + run.months, 0) },
  }));

/** What becomes of one line, where it fits the line at all. */
const placements = fc.record({
  term: fc.option(fc.oneof(plainTerms, ramps)),
  alternative: fc.option(fc.record({ group: fc.constantFrom('group-1', 'group-2'), chosen: fc.boolean() }), {
    freq: 3,
  }),
  component: fc.option(fc.constantFrom('kit-1', 'kit-2')),
  contractAction: fc.option(fc.constantFrom('add' as const, 'reduce' as const, 'renew' as const)),
});

const bundles = fc.record({
  pricing: fc.constantFrom('sum' as const, 'fixed' as const),
  discountCascades: fc.boolean(),
  kinds: fc.array(fc.constantFrom('included' as const, 'required' as const), {
    minLength: skus.length,
    maxLength: skus.length,
  }),
  scaling: fc.constantFrom('per-bundle' as const, 'fixed' as const),
  list: figure(3_000, 2),
});

export const structures = fc.record({
  placements: fc.array(placements, { minLength: 12, maxLength: 12 }),
  kits: fc.array(
    fc.record({
      quantity: figure(20, 3),
      discountPercent: fc.constantFrom('0', '12.5'),
      optional: fc.constantFrom(false, false, true),
    }),
    { minLength: 2, maxLength: 2 },
  ),
  bundle: bundles,
  contract: fc.record({ quantity: figure(2_000, 3), unit: figure(200, 6), endsOn: days }),
  policy: fc.record({
    proration: fc.constantFrom(...prorationSchema.options),
    coTerm: fc.constantFrom(...coTermSchema.options),
    creditReductions: fc.boolean(),
    renewal: fc.constantFrom(
      { kind: 'contracted' as const },
      { kind: 'uplift' as const, percent: '3.25' },
      { kind: 'current-book' as const },
    ),
  }),
});
export type Structure = typeof structures extends fc.Arbitrary<infer T> ? T : never;

const contractLineOf = (sku: string): string | null =>
  sku === 'SUB-M' || sku === 'SUB-Y' ? `contract-${sku}` : null;

/** The line where the structure puts it; what is not for its kind of product stays away, except now and then. */
function placed(
  line: QuoteLine,
  { term, alternative, component, contractAction }: Structure['placements'][number],
): QuoteLine {
  const contractLineId = contractLineOf(line.sku);
  const recurs = contractLineId !== null;
  return {
    ...line,
    alternative,
    term: recurs ? term : null,
    component: component && {
      parentId: component,
      optionId: `option-${skus.indexOf(line.sku as never) + 1}`,
    },
    contractChange: contractLineId && contractAction ? { contractLineId, action: contractAction } : null,
  };
}

/** A situation with two bundles before its lines, some of which are their parts, and a contract that some change. */
export function structured(situation: Situation, structure: Structure): Situation {
  const { bundle, contract, kits } = structure;
  const plain = linesOf({ items: situation.quote?.items ?? [] });
  const items: Quote['items'] = [
    ...kits.map((kit, index) => aLine({ id: `kit-${index + 1}`, sku: 'KIT', ...kit })),
    ...plain.map((line, index) => {
      const placement = structure.placements[index];
      return placement ? placed(line, placement) : line;
    }),
  ];
  const { startsOn } = aContract();
  const endsOn = contract.endsOn < startsOn ? startsOn : contract.endsOn;
  const contractLine = (sku: string, period: 'month' | 'year') =>
    aContractLine({
      id: `contract-${sku}`,
      sku,
      period,
      quantity: contract.quantity,
      buyUnit: contract.unit,
      endsOn,
    });
  return {
    ...situation,
    quote: { ...situation.quote, items, contractId: 'contract-1' },
    products: [
      ...(situation.products ?? []),
      {
        sku: 'KIT',
        list: bundle.list,
        product: {
          family: 'Kits',
          bundle: aBundle(
            skus.map((sku, index) => ({
              sku,
              kind: bundle.kinds[index] ?? 'required',
              scaling: bundle.scaling,
            })),
            { pricing: bundle.pricing, discountCascades: bundle.discountCascades },
          ),
        },
      },
    ],
    terms: {
      ...situation.terms,
      contracts: [
        aContract({
          currency: situation.quote?.currency ?? 'EUR',
          endsOn,
          lines: [contractLine('SUB-M', 'month'), contractLine('SUB-Y', 'year')],
        }),
      ],
    },
    book: {
      ...situation.book,
      policy: { ...(situation.book?.policy ?? defaultPricingPolicy), ...structure.policy },
    },
  };
}
