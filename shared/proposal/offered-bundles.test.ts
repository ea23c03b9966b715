import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plainSituations } from '../domain/quote/arbitrary-situation.test-kit';
import { structured, structures } from '../domain/quote/arbitrary-structure.test-kit';
import { sumDecimals } from '../domain/money/sum-decimals';
import { aBundle, aLine } from '../domain/quote/quote.test-kit';
import type { QuoteItem } from '../domain/quote/quote';
import { offerOf } from './offered-lines';
import { aProposal } from './proposal.test-kit';

const month = { kind: 'recurring', period: 'month', termMonths: 12 } as const;
const part = (id: string, sku: string, optionId: string, quantity = '1') =>
  aLine({ id, sku, quantity, component: { parentId: 'kit', optionId } });
const linesOfOffer = (items: QuoteItem[], pricing: 'fixed' | 'sum', kitList = '100.00') => {
  const options = [{ sku: 'A' }, { sku: 'B', kind: 'included' as const }, { sku: 'SUB' }];
  const proposal = aProposal({
    products: [
      { sku: 'KIT', list: kitList, product: { bundle: aBundle(options, { pricing }) } },
      { sku: 'A', list: '50.00' },
      { sku: 'B', list: '25.00' },
      { sku: 'SUB', list: '10.00', product: { charge: month } },
    ],
    quote: { items },
  });
  const offer = offerOf(proposal);
  return { proposal, offer, lines: offer.sections.flatMap(({ lines }) => lines) };
};

describe('PR-151 a bundle with a fixed price', () => {
  const items = [
    aLine({ id: 'kit', sku: 'KIT', quantity: '3', discountPercent: '5' }),
    part('a', 'A', 'option-1', '2'),
    part('b', 'B', 'option-2'),
  ];

  it('is offered at that price, with what it is reduced from; its parts are in the price', () => {
    const { lines, proposal, offer } = linesOfOffer(items, 'fixed');
    expect(lines.map(({ label, amount, included }) => [label, amount, included])).toEqual([
      ['1', '285.00', false],
      ['1.1', '0.00', true],
      ['1.2', '0.00', true],
    ]);
    expect(lines.map(({ reduction }) => reduction)).toEqual([
      { listUnit: '100.00', percent: '5.0' },
      null,
      null,
    ]);
    expect(lines[0]?.bundleTotal).toBeNull();
    expect(offer.sections[0]?.subtotal).toBe(proposal.priced.totals.sell);
  });

  it('PR-152 offers an optional part at a price of its own', () => {
    const extra = { ...part('a', 'A', 'option-1'), optional: true };
    const { offer } = linesOfOffer([...items.slice(0, 1), extra, ...items.slice(2)], 'fixed');
    expect(offer.options.map(({ amount, included }) => [amount, included])).toEqual([['150.00', false]]);
  });
});

describe('PR-149 a ramp of a part', () => {
  it('has the quantities of all bundles', () => {
    const ramped = {
      ...part('s', 'SUB', 'option-3', '4'),
      term: {
        startsOn: null,
        end: { kind: 'months' as const, months: 12 },
        billing: 'monthly' as const,
        ramp: [
          { months: 6, quantity: '1.5' },
          { months: 6, quantity: '4' },
        ],
      },
    };
    const { lines } = linesOfOffer([aLine({ id: 'kit', sku: 'KIT', quantity: '3' }), ramped], 'sum');
    expect(lines[1]?.runs.map(({ quantity }) => Number(quantity))).toEqual([4.5, 12]);
    expect(lines[1]?.quantity).toBe('12');
  });
});

describe('PRO-1 every structured quote', () => {
  const quotes = fc
    .tuple(plainSituations, structures)
    .map(([plain, structure]) => structured(plain, structure));

  it('prints amounts that sum to its totals: nothing that is called included costs anything', () => {
    fc.assert(
      fc.property(quotes, (situation) => {
        const proposal = aProposal(situation);
        const offer = offerOf(proposal);
        const offered = offer.sections.flatMap(({ lines }) => lines);
        const printed = offered.filter(({ charge, included }) => charge.kind !== 'usage' && !included);
        expect(sumDecimals(printed.map(({ amount }) => amount))).toBe(
          sumDecimals([proposal.priced.totals.sell]),
        );
      }),
      { numRuns: 300 },
    );
  });
});
