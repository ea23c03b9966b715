import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sumDecimals } from '../money/sum-decimals';
import { priceQuote } from '../quote/price-quote';
import { aBundle, aPricing, lines, type Situation } from '../quote/quote.test-kit';
import { approvalReasons } from './approval-reasons';
import { delegatedCover, type DelegatedCover } from './delegated-cover';
import type { DelegatedAuthority } from './delegated-authority';
import { signed, testSigningKeys } from './signed-authority.test-kit';

function cover(
  authorities: readonly DelegatedAuthority[],
  situation: Situation,
  { personId = 'rep-1', day = '2026-03-10' } = {},
): DelegatedCover {
  const input = aPricing({ ...situation, partner: { signingKeys: testSigningKeys, ...situation.partner } });
  const priced = priceQuote(input);
  return delegatedCover(approvalReasons(input, priced), input, priced, authorities, personId, day);
}
const discounts = (...percents: string[]): Situation => ({
  quote: { items: lines(...percents.map((discountPercent) => ({ discountPercent }))) },
});
const uses = (...args: Parameters<typeof cover>) => cover(...args).uses;
const isCovered = (...args: Parameters<typeof cover>) => cover(...args).uncovered.length === 0;

describe('PR-171 what a line takes from an authority', () => {
  it.each([
    // 100.00 less 14 % is 86.00; at the rep's 10 % it would have been 90.00.
    ['14', '1', '4.00'],
    ['15', '3', '15.00'],
    ['10.5', '7', '3.50'],
  ])(
    'PR-171 %s %% off %s units of 100.00: what lies below the role’s 10 %%',
    (discountPercent, quantity, amount) => {
      const items = lines({ discountPercent, quantity });
      expect(uses([signed()], { quote: { items } })).toEqual([{ authorityId: 'authority-1', amount }]);
    },
  );

  it('PR-171 counts the quote’s discount too, and rounds up to the minor unit', () => {
    const quote = { items: lines({ discountPercent: '6', quantity: '1' }), discountPercent: '7' };
    // 12.58 % together: 87.42 sold, 2.58 below 90.00.
    expect(uses([signed()], { quote })).toEqual([{ authorityId: 'authority-1', amount: '2.58' }]);
    const odd = { items: lines({ discountPercent: '11' }) };
    const products = [{ sku: 'LIC-1', list: '33.33' }];
    // 33.33 less 11 % is 29.66; a hundredth of 29.66 / 0.89 is 0.333.
    expect(uses([signed()], { quote: odd, products })).toEqual([
      { authorityId: 'authority-1', amount: '0.34' },
    ]);
  });

  it('PR-171 a line given away is measured by its list price', () => {
    const authority = signed({ maxExtraDiscount: '90', budget: { amount: '90.00', currency: 'EUR' } });
    expect(uses([authority], discounts('100'))).toEqual([{ authorityId: 'authority-1', amount: '90.00' }]);
  });

  it('PR-171 a fixed price below the limit takes what it gives off list', () => {
    const items = lines({ sell: { kind: 'fixed', unitPrice: '86.00' } });
    expect(uses([signed()], { quote: { items } })).toEqual([{ authorityId: 'authority-1', amount: '4.00' }]);
  });

  it('PR-171 a bundle with a fixed price takes what it gives, though its parts carry the money', () => {
    const kit: Situation = {
      products: [
        { sku: 'KIT', list: '1000.00', product: { bundle: aBundle([{ id: 'a' }], { pricing: 'fixed' }) } },
        { sku: 'LIC-1' },
      ],
      quote: {
        items: lines(
          { sku: 'KIT', discountPercent: '14' },
          { component: { parentId: 'line-1', optionId: 'a' } },
        ),
      },
    };
    // 1,000.00 less 14 % is 860.00; at the rep's 10 % it would have been 900.00.
    expect(uses([signed()], kit)).toEqual([{ authorityId: 'authority-1', amount: '40.00' }]);
    expect(isCovered([signed({ budget: { amount: '39.99', currency: 'EUR' } })], kit)).toBe(false);
  });

  it('adds up lines; those inside the limit take nothing', () => {
    expect(uses([signed()], discounts('12', '10', '15'))).toEqual([
      { authorityId: 'authority-1', amount: '7.00' },
    ]);
  });
});

describe('PR-172 when an authority covers a line', () => {
  it.each<[string, DelegatedAuthority, boolean]>([
    ['in force on its first day', signed({ validFrom: '2026-03-10' }), true],
    ['not before', signed({ validFrom: '2026-03-11' }), false],
    ['not on the day that ends it', signed({ validUntil: '2026-03-10' }), false],
    ['of the line’s family', signed({ family: 'Licences' }), true],
    ['not of another family', signed({ family: 'Servers' }), false],
    ['up to its points beyond the role’s limit', signed({ maxExtraDiscount: '4' }), true],
    ['and no further', signed({ maxExtraDiscount: '3.999999' }), false],
    ['with budget for it, to the cent', signed({ budget: { amount: '4.00', currency: 'EUR' } }), true],
    ['not with a cent less', signed({ budget: { amount: '3.99', currency: 'EUR' } }), false],
    ['not in another currency', signed({ budget: { amount: '100.00', currency: 'USD' } }), false],
    ['not another person’s', signed({ personId: 'rep-2' }), false],
    ['not another partner’s', signed({ partnerId: 'partner-2' }), false],
    ['not unsigned', { ...signed(), signature: '0'.repeat(128) }, false],
  ])('PR-172 %s', (_when, authority, covered) => {
    expect(isCovered([authority], discounts('14'))).toBe(covered);
  });

  it('PR-172 all or nothing: what stays uncovered takes nothing', () => {
    const { uses: taken, uncovered } = cover([signed()], discounts('12', '16'));
    expect(taken).toEqual([]);
    expect(uncovered).toMatchObject([{ kind: 'manual-discount' }]);
  });

  it('PR-172 covers manual discounts alone: other reasons stay', () => {
    const marginFloors: NonNullable<Situation['policy']>['marginFloors'] = [
      {
        scope: 'quote',
        family: null,
        percent: '50',
        onBreach: { action: 'approval', approver: 'manager', order: 0 },
      },
    ];
    const { uncovered } = cover([signed()], { ...discounts('12'), policy: { marginFloors } });
    expect(uncovered.map(({ kind }) => kind)).toEqual(['quote-margin']);
  });

  it('PR-172 takes the narrowest first, then the one that ends first; a line is never split', () => {
    const wide = signed({ id: 'wide' });
    const ending = signed({ id: 'ending', validUntil: '2026-03-20' });
    const narrow = signed({ id: 'narrow', family: 'Licences', budget: { amount: '5.00', currency: 'EUR' } });
    expect(uses([wide, ending, narrow], discounts('14', '14', '15'))).toEqual([
      { authorityId: 'narrow', amount: '4.00' },
      { authorityId: 'ending', amount: '9.00' },
    ]);
  });

  it('PR-173 other quotes’ uses are spent; this quote’s own, of any revision, is its to take again', () => {
    const spent = (quoteId: string) => signed({}, [{ quoteId, quoteRevision: 1, amount: '97.00' }]);
    expect(isCovered([spent('another')], discounts('14'))).toBe(false);
    expect(isCovered([spent('quote-1')], discounts('14'))).toBe(true);
  });

  it('PR-62 never takes more than what is left, whatever the lines', () => {
    const percent = fc.integer({ min: 0, max: 300 }).map((tenths) => String(tenths / 10));
    const line = fc.record({
      discountPercent: percent,
      quantity: fc.integer({ min: 0, max: 30 }).map(String),
    });
    fc.assert(
      fc.property(fc.array(line, { minLength: 1, maxLength: 6 }), fc.nat(200), (changes, budget) => {
        const authorities = [
          signed({ id: 'a', maxExtraDiscount: '8', budget: { amount: String(budget), currency: 'EUR' } }),
          signed({ id: 'b', maxExtraDiscount: '20', budget: { amount: '31.07', currency: 'EUR' } }),
        ];
        for (const { authorityId, amount } of uses(authorities, { quote: { items: lines(...changes) } })) {
          const limit = authorityId === 'a' ? String(budget) : '31.07';
          expect(Number(sumDecimals([amount]))).toBeLessThanOrEqual(Number(limit));
        }
      }),
      { numRuns: 60 },
    );
  });
});
