import { describe, expect, it } from 'vitest';
import { amountsOf, lines, price, type Situation } from '../../quote/quote.test-kit';
import { aDealRegistration, aSpecialBid } from '../../quote/granted.test-kit';
import type { DealRegistration, SpecialBid } from '../granted-terms';

const products = [{ sku: 'LIC-1' }, { sku: 'LIC-2' }, { sku: 'CLOUD-1', product: { family: 'Cloud' } }];
const items = lines({}, { sku: 'LIC-2' }, { sku: 'CLOUD-1' });
const bought = (situation: Situation) => {
  const priced = price({ products, ...situation });
  return priced.lines.map((_, index) => amountsOf(priced, index).buyLine);
};
const withDeal = (deal: Partial<DealRegistration> = {}, quote: Situation['quote'] = {}) =>
  bought({
    quote: { items, dealRegistrationId: 'deal-1', ...quote },
    terms: { dealRegistrations: [aDealRegistration({ id: 'other', number: 'X' }), aDealRegistration(deal)] },
  });

describe('deal registration (PR-20, PR-121)', () => {
  it('PR-104 gives the most specific discount it was granted', () => {
    expect(
      withDeal({
        discounts: [
          { sku: null, family: null, percent: '30' },
          { sku: null, family: 'Licences', percent: '20' },
          { sku: 'LIC-2', family: null, percent: '10' },
        ],
      }),
    ).toEqual(['80.00', '90.00', '70.00']);
    expect(withDeal({ discounts: [{ sku: 'LIC-2', family: null, percent: '10' }] })).toEqual([
      '100.00',
      '90.00',
      '100.00',
    ]);
  });
  it.each<[string, Partial<DealRegistration>, Situation['quote']]>([
    ['the quote names none', {}, { dealRegistrationId: null }],
    ['another is named', {}, { dealRegistrationId: 'deal-9' }],
    ['it protects another customer', { accountId: 'account-2' }, {}],
    ['the quote has no customer', {}, { accountId: null }],
    ['it is another partner’s', { partnerId: 'partner-2' }, {}],
    ['it does not yet hold', { validFrom: '2026-03-02' }, {}],
    ['it ended', { validUntil: '2026-03-01' }, {}],
  ])('counts for nothing when %s', (_, deal, quote) => {
    expect(withDeal(deal, quote)).toEqual(['100.00', '100.00', '100.00']);
  });
  it('names its number, and bounds the validity where it was used (PR-31)', () => {
    const priced = (discounts: DealRegistration['discounts']) =>
      price({
        quote: { dealRegistrationId: 'deal-1' },
        terms: { dealRegistrations: [aDealRegistration({ validUntil: '2026-03-09', discounts })] },
      });
    const used = priced([{ sku: null, family: null, percent: '8' }]);
    expect(amountsOf(used).buySteps[1]).toMatchObject({
      step: 'deal-registration',
      rule: 'DR-100',
      rate: '8',
      after: '92.00',
    });
    expect(used.validity).toEqual({ until: '2026-03-09', because: 'deal-registration', name: 'DR-100' });
    expect(priced([{ sku: null, family: 'Cloud', percent: '8' }]).validity.because).toBe('quote');
  });
});

const withBid = (bid: Partial<SpecialBid> = {}, quote: Situation['quote'] = {}, policy = {}) =>
  price({
    products,
    policy,
    quote: { items, specialBidId: 'bid-1', ...quote },
    terms: { specialBids: [aSpecialBid({ id: 'other', number: 'X' }), aSpecialBid(bid)] },
  });
const bidBuys = (bid: Partial<SpecialBid> = {}, quote: Situation['quote'] = {}) => {
  const priced = withBid(bid, quote);
  return priced.lines.map((_, index) => amountsOf(priced, index).buyLine);
};
const term = (changes: Partial<SpecialBid['terms'][number]> = {}): SpecialBid['terms'][number] => ({
  sku: 'LIC-1',
  price: { kind: 'net', unitPrice: '60' },
  maxQuantity: null,
  ...changes,
});

describe('special bid (PR-20, PR-122)', () => {
  it('sets the net price of the SKUs it names, or takes a percentage off', () => {
    expect(
      bidBuys({ terms: [term(), term({ sku: 'CLOUD-1', price: { kind: 'percent', percent: '25' } })] }),
    ).toEqual(['60.00', '100.00', '75.00']);
  });
  it('of two terms for one SKU the first counts', () => {
    const second = term({ price: { kind: 'net', unitPrice: '10' } });
    expect(bidBuys({ terms: [term(), second] })[0]).toBe('60.00');
  });
  it('never raises a price', () => {
    const [, step] = amountsOf(
      withBid({ terms: [term({ price: { kind: 'net', unitPrice: '100' } })] }),
    ).buySteps;
    expect(step).toMatchObject({ step: 'special-bid', amount: '100', after: '100.00', note: 'no-benefit' });
    expect(bidBuys({ terms: [term({ price: { kind: 'net', unitPrice: '100.01' } })] })[0]).toBe('100.00');
  });
  it.each<[string, Partial<SpecialBid>, Situation['quote']]>([
    ['the quote names none', {}, { specialBidId: null }],
    ['it is only asked for', { state: 'requested' }, {}],
    ['it was refused', { state: 'rejected' }, {}],
    ['it was taken back', { state: 'withdrawn' }, {}],
    ['it was granted for another quote', { quoteId: 'quote-2' }, {}],
    ['it is another partner’s', { partnerId: 'partner-2' }, {}],
    ['it was granted for another customer', { accountId: 'account-2' }, {}],
    ['the quote has no customer any more', {}, { accountId: null }],
    ['it does not yet hold', { validFrom: '2026-03-02' }, {}],
    ['it ended', { validUntil: '2026-03-01' }, {}],
  ])('counts for nothing when %s', (_, bid, quote) => {
    expect(bidBuys(bid, quote)[0]).toBe('100.00');
  });
  it('asked for before there was a customer, it holds for any', () => {
    expect(bidBuys({ accountId: null })[0]).toBe('60.00');
  });
  it('without days it always holds', () => {
    expect(bidBuys({ validFrom: null, validUntil: null })[0]).toBe('60.00');
  });
  it('holds for its most units in the quote, in line order', () => {
    const quote = { items: lines({ quantity: '3' }, { quantity: '4' }, { quantity: '1' }) };
    const priced = withBid({ terms: [term({ maxQuantity: '5' })] }, quote);
    expect([0, 1, 2].map((index) => amountsOf(priced, index).buyLine)).toEqual([
      '180.00',
      '320.00',
      '100.00',
    ]);
    expect(amountsOf(priced, 1).buySteps[1]).toMatchObject({
      step: 'special-bid',
      rule: 'SB-7',
      amount: '60',
      after: '80.00',
      parts: [
        { kind: 'unit-price', units: '2', figure: '60' },
        { kind: 'percent-off', units: '2', figure: '0' },
      ],
    });
  });
  it('units it does not make cheaper are not counted', () => {
    const tierDiscounts = [{ tier: 'gold', family: null, percent: '50' }] as const;
    const quote = { items: lines({ quantity: '3' }) };
    const priced = withBid({ terms: [term({ maxQuantity: '3' })] }, quote, { tierDiscounts });
    expect(amountsOf(priced)).toMatchObject({ buyLine: '150.00' });
    expect(priced.validity.because).toBe('quote');
  });
  it('bounds the validity where it was used (PR-31), and not without an end', () => {
    const ending = { validUntil: '2026-03-08' };
    expect(withBid(ending).validity).toEqual({ until: '2026-03-08', because: 'special-bid', name: 'SB-7' });
    expect(withBid({ ...ending, terms: [term({ sku: 'GONE' })] }).validity.because).toBe('quote');
    expect(withBid({ validUntil: null }).validity.because).toBe('quote');
  });
  it('one that has no number has an empty name', () => {
    expect(amountsOf(withBid({ number: null })).buySteps[1]?.rule).toBe('');
  });
});
