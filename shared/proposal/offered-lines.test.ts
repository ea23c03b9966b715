import { describe, expect, it } from 'vitest';
import { priceQuote } from '../domain/quote/price-quote';
import { aBook, aLine, anEntry, aPricing, aProduct, aSection } from '../domain/quote/quote.test-kit';
import { linesOf, type QuoteItem } from '../domain/quote/quote';
import { buildProposal } from './build-proposal';
import { type OfferedLine, offerOf } from './offered-lines';
import { aProposal } from './proposal.test-kit';

const products = [
  aProduct({ sku: 'LIC-1' }),
  aProduct({ sku: 'PART' }),
  aProduct({ sku: 'FREE' }),
  aProduct({ sku: 'SUB', charge: { kind: 'recurring', period: 'month', termMonths: 12 } }),
  aProduct({
    sku: 'KIT',
    bundle: {
      pricing: 'sum',
      discountCascades: false,
      groups: [
        {
          id: 'g',
          name: { en: 'Parts' },
          choose: { min: 0, max: null },
          options: [
            {
              id: 'part',
              sku: 'PART',
              kind: 'optional',
              quantity: '2',
              min: null,
              max: null,
              scaling: 'per-bundle',
            },
            {
              id: 'free',
              sku: 'FREE',
              kind: 'included',
              quantity: '1',
              min: null,
              max: null,
              scaling: 'per-bundle',
            },
          ],
        },
      ],
    },
  }),
];
const book = aBook(
  {},
  products.map(({ sku }) => anEntry({ sku, list: '33.33' })),
);
const proposalOf = (items: readonly QuoteItem[]) => {
  const pricing = aPricing({ quote: { items: [...items] } });
  const input = {
    ...pricing,
    book,
    product: (sku: string) => products.find((product) => product.sku === sku),
  };
  return aProposal({
    quote: { items: [...items] },
    input: { quote: pricing.quote, priced: priceQuote(input), products },
  });
};
const shown = ({ label, sku, quantity, amount }: OfferedLine) => `${label} ${sku} ${quantity} ${amount}`;
const kit = [
  aLine({ id: 'kit', sku: 'KIT', quantity: '3' }),
  aLine({ id: 'part', sku: 'PART', quantity: '2', component: { parentId: 'kit', optionId: 'part' } }),
  aLine({ id: 'free', sku: 'FREE', quantity: '1', component: { parentId: 'kit', optionId: 'free' } }),
];

describe('PRO-1 what a proposal offers', () => {
  it('CAT-3 numbers parts under their bundle, with all units there are, and says what is included', () => {
    const offer = offerOf(proposalOf([aSection(), ...kit, aLine({ id: 'last' })]));
    const lines = offer.sections.flatMap((section) => section.lines);
    expect(lines.map(shown)).toEqual([
      '1 KIT 3 99.99',
      '1.1 PART 6 199.98',
      '1.2 FREE 3 0.00',
      '2 LIC-1 1 33.33',
    ]);
    expect(lines.map(({ included }) => included)).toEqual([false, false, true, false]);
    expect(lines[0]?.bundleTotal).toBe('299.97');
  });

  it('PR-3 sections sum to the net total to the cent, with bundles and alternatives', () => {
    const proposal = proposalOf([
      ...kit,
      aLine({ id: 'a', sku: 'SUB', quantity: '7', alternative: { group: 'g', chosen: false } }),
      aLine({ id: 'b', quantity: '5', alternative: { group: 'g', chosen: true } }),
      aLine({ id: 'o', optional: true }),
    ]);
    const offer = offerOf(proposal);
    expect(offer.sections.map(({ subtotal }) => subtotal)).toEqual([proposal.priced.totals.sell]);
    expect(offer.optionsTotal).toBe('33.33');
  });

  it('QUO-1 alternatives stand apart from options and name the line they could replace', () => {
    const offer = offerOf(
      proposalOf([
        aLine({ id: 'a', alternative: { group: 'g', chosen: false } }),
        aLine({ id: 'b', alternative: { group: 'g', chosen: true } }),
        aLine({ id: 'o', optional: true }),
      ]),
    );
    expect(offer.sections.flatMap(({ lines }) => lines.map(({ id }) => id))).toEqual(['b']);
    expect(offer.alternatives.map(({ id, label, insteadOf }) => ({ id, label, insteadOf }))).toEqual([
      { id: 'a', label: '2', insteadOf: '1' },
    ]);
    expect(offer.options.map(({ id, label }) => ({ id, label }))).toEqual([{ id: 'o', label: '3' }]);
  });

  it('PR-12 a dated line says its days, a term in months its months', () => {
    const sub = (id: string, end: 'months' | 'day') =>
      aLine({
        id,
        sku: 'SUB',
        term: {
          startsOn: '2026-04-01',
          end: end === 'months' ? { kind: 'months', months: 24 } : { kind: 'day', endsOn: '2026-12-31' },
          billing: 'yearly',
          ramp: [],
        },
      });
    const offer = offerOf(proposalOf([sub('a', 'months'), sub('b', 'day')]));
    const [a, b] = offer.sections.flatMap(({ lines }) => lines);
    expect(a).toMatchObject({ months: 24, period: { startsOn: '2026-04-01', endsOn: '2028-03-31' } });
    expect(b).toMatchObject({ months: null, period: { startsOn: '2026-04-01', endsOn: '2026-12-31' } });
  });

  it.each(['en', 'pl', 'ru', 'zh-CN'] as const)('PRO-2 is drawn in %s with all of it', (language) => {
    const proposal = proposalOf([
      ...kit,
      aLine({ id: 'a', alternative: { group: 'g', chosen: false } }),
      aLine({ id: 'b', alternative: { group: 'g', chosen: true } }),
    ]);
    const built = buildProposal({ ...proposal, language });
    expect(built.ok).toBe(true);
    const text = JSON.stringify(built.ok ? built.value.content : '');
    for (const { sku } of linesOf(proposal.quote)) expect(text).toContain(sku);
  });
});
