import { describe, expect, it } from 'vitest';
import { priceDocument, priceDocumentText } from './price-document';
import type { PriceRequestDocument } from './price-request';
import { priceResponseSchema } from './price-response';

const document: PriceRequestDocument = {
  priceBook: { header: { currency: 'EUR' }, entries: [{ sku: 'LIC-1', list: '100.00' }] },
  products: [{ sku: 'LIC-1', family: 'Licences', charge: { kind: 'one-time' }, taxCategory: 'standard' }],
  partner: {
    tier: 'gold',
    kind: 'reseller',
    taxPolicy: { sellerCountry: 'PL', rates: [{ country: 'PL', category: 'standard', percent: '23' }] },
  },
  quote: { pricingDate: '2026-03-01', lines: [{ sku: 'LIC-1', quantity: '3' }] },
};

/** The document with what stands at `path` replaced, or taken out when it is undefined. */
function having(path: string, value: unknown, from: unknown = document): unknown {
  const [key = '', ...rest] = path.split('.');
  const copy = (Array.isArray(from) ? [...(from as unknown[])] : { ...(from as object) }) as Record<
    string,
    unknown
  >;
  const below = rest.length === 0 ? value : having(rest.join('.'), value, copy[key] ?? {});
  if (below === undefined) delete copy[key];
  else copy[key] = below;
  return copy;
}

const refusal = (json: unknown) => {
  const priced = priceDocument(json);
  if (priced.ok) throw new Error('was priced');
  const { type, path } = priced.error;
  return `${type} ${path}`.trim();
};
const answer = (json: unknown) => {
  const priced = priceDocument(json);
  if (!priced.ok) throw new Error(JSON.stringify(priced.error));
  return priced.value;
};

describe('a document to price', () => {
  it('needs only what a price depends on: SKU and quantity of a line, and what the price comes from', () => {
    const priced = answer(document);
    expect(priced.totals).toMatchObject({ list: '300.00', sell: '300.00', tax: '69.00', gross: '369.00' });
    expect(priced.validity).toEqual({ until: '2026-03-31', because: 'quote', name: 'Q-1' });
    expect(priced.lines.map(({ lineId }) => lineId)).toEqual(['line-1']);
    expect(priced.contentHash).toMatch(/^[0-9a-f]{64}$/);
  });
  it('gives an answer that is its schema’s to the last key', () => {
    const priced: unknown = JSON.parse(JSON.stringify(answer(document)));
    expect(priceResponseSchema.parse(priced)).toEqual(priced);
  });
  it('PR-26 explains the lines that are asked for', () => {
    const lines = [
      { sku: 'LIC-1', quantity: '3' },
      { sku: 'LIC-1', quantity: '4', id: 'second' },
    ];
    const steps = (json: unknown) =>
      answer(json).lines.map((line) => (line.status === 'priced' ? line.amounts.buySteps.length : null));
    const both = having('quote.lines', lines);
    expect(steps(both)).toEqual([2, 2]);
    expect(steps(having('explain', ['second'], both))).toEqual([0, 2]);
    expect(steps(having('explain', [], both))).toEqual([0, 0]);
    const { lines: short, ...rest } = answer(having('explain', [], both));
    const { lines: long, ...same } = answer(both);
    expect(rest).toEqual(same);
    expect(short.length).toBe(long.length);
  });
  it('PR-61 has a hash that does not hang on the order of keys, but on what is priced', () => {
    const { quote, ...others } = document;
    const hash = (json: unknown) => answer(json).contentHash;
    expect(hash({ quote, ...others })).toBe(hash(document));
    expect(hash(having('quote.lines.0.quantity', '3.0'))).toBe(hash(document));
    expect(hash(having('quote.lines.0.quantity', '4'))).not.toBe(hash(document));
  });
});

describe('bad input: the document is refused with the place of its first error', () => {
  it.each([
    ['no JSON', '{"quote"', 'invalid-json'],
    ['nothing at all', '', 'invalid-json'],
    ['a bare word', 'null', 'invalid-document'],
    ['a list', '[]', 'invalid-document'],
  ])('%s', (_name, text, type) => {
    expect(priceDocumentText(text)).toMatchObject({ ok: false, error: { type, path: '' } });
  });
  it('takes a byte order mark for what it is', () => {
    expect(priceDocumentText(`\uFEFF${JSON.stringify(document)}`).ok).toBe(true);
  });

  const entry = 'priceBook.entries.0';
  const product = 'products.0';
  const line = 'quote.lines.0';
  it.each([
    ['a missing quantity', having(`${line}.quantity`, undefined), 'invalid-document quote.lines[0].quantity'],
    [
      'a quantity that is a JSON number',
      having(`${line}.quantity`, 3),
      'invalid-document quote.lines[0].quantity',
    ],
    ['a negative quantity', having(`${line}.quantity`, '-1'), 'invalid-document quote.lines[0].quantity'],
    [
      'a quantity beyond limits',
      having(`${line}.quantity`, '10000000'),
      'invalid-document quote.lines[0].quantity',
    ],
    [
      'a quantity finer than thousandths',
      having(`${line}.quantity`, '0.0001'),
      'invalid-document quote.lines[0].quantity',
    ],
    [
      'a percentage over 100',
      having(`${line}.discountPercent`, '100.5'),
      'invalid-document quote.lines[0].discountPercent',
    ],
    ['a comma for a point', having(`${entry}.list`, '1,50'), 'invalid-document priceBook.entries[0].list'],
    ['a day that is none', having('quote.pricingDate', '2026-02-30'), 'invalid-document quote.pricingDate'],
    [
      'no such currency code',
      having('priceBook.header.currency', 'euro'),
      'invalid-document priceBook.header.currency',
    ],
    [
      'an exchange rate of zero',
      having('quote.exchangeRate', { rate: '0', date: '2026-01-01' }),
      'invalid-document quote.exchangeRate.rate',
    ],
    ['a misspelt key', having('quote.discountPercant', '5'), 'unknown-key quote.discountPercant'],
    ['a misspelt key of a line', having(`${line}.discount`, '5'), 'unknown-key quote.lines[0].discount'],
    [
      'a key of another kind',
      having(`${line}.sell`, { kind: 'list', percent: '5' }),
      'unknown-key quote.lines[0].sell.percent',
    ],
    ['a key that is no name', having('quote.a b', 1), 'unknown-key quote["a b"]'],
    [
      'bands that begin alike',
      having(`${entry}.bands`, {
        kind: 'slab',
        scope: 'line',
        bands: [
          { from: '1', price: '9' },
          { from: '1.0', price: '8' },
        ],
      }),
      'invalid-document priceBook.entries[0].bands.bands',
    ],
    [
      'no bands',
      having(`${entry}.bands`, { kind: 'slab', scope: 'line', bands: [] }),
      'invalid-document priceBook.entries[0].bands.bands',
    ],
    [
      'an entry that ends before it begins',
      having(entry, { sku: 'LIC-1', list: '1', validFrom: '2026-02-01', validUntil: '2026-02-01' }),
      'contradiction priceBook.entries[0].validUntil',
    ],
    [
      'a SKU twice in the book',
      having('priceBook.entries.1', { sku: 'LIC-1', list: '1' }),
      'duplicate priceBook.entries[1].sku',
    ],
    ['a product twice', having('products.1', document.products[0]), 'duplicate products[1].sku'],
    [
      'a line id twice',
      having('quote.lines', [
        { sku: 'A', quantity: '1', id: 'x' },
        { sku: 'A', quantity: '1', id: 'x' },
      ]),
      'duplicate quote.lines[1].id',
    ],
    [
      'a line that has the id of another’s place',
      having('quote.lines', [
        { sku: 'A', quantity: '1', id: 'line-2' },
        { sku: 'A', quantity: '1' },
      ]),
      'duplicate quote.lines[1].id',
    ],
    [
      'two tax rates for one category',
      having('partner.taxPolicy.rates.1', { country: 'PL', category: 'standard', percent: '8' }),
      'duplicate partner.taxPolicy.rates[1]',
    ],
    [
      'an older version that is the current one',
      having('priceBook.olderVersions', [{ header: { currency: 'EUR' }, entries: [] }]),
      'duplicate priceBook.olderVersions[0].header.version',
    ],
    [
      'an older version of another book',
      having('priceBook.olderVersions', [
        { header: { currency: 'EUR', bookId: 'other', version: 2 }, entries: [] },
      ]),
      'contradiction priceBook.olderVersions[0].header.bookId',
    ],
    [
      'a registration that is not there',
      having('quote.dealRegistrationId', 'R-1'),
      'unknown-reference quote.dealRegistrationId',
    ],
    [
      'a special bid that is not there',
      having('quote.specialBidId', 'S-1'),
      'unknown-reference quote.specialBidId',
    ],
    ['a contract that is not there', having('quote.contractId', 'C-1'), 'unknown-reference quote.contractId'],
    [
      'an explanation of a line that was removed',
      having('explain', ['line-2']),
      'unknown-reference explain[0]',
    ],
    [
      'two promotions with one code',
      having(
        'terms.promotions',
        [1, 2].map(() => ({ code: 'SPRING', effect: { kind: 'percent', percent: '5' } })),
      ),
      'duplicate terms.promotions[1].code',
    ],
    [
      'two alternatives that are both chosen',
      having(
        'quote.lines',
        [1, 2].map(() => ({ sku: 'LIC-1', quantity: '1', alternative: { group: 'g', chosen: true } })),
      ),
      'contradiction quote.lines[1].alternative.chosen',
    ],
    [
      'a contract that ends before it starts',
      having('terms.contracts', [
        {
          id: 'C',
          currency: 'EUR',
          startsOn: '2026-02-01',
          endsOn: '2026-01-01',
          lines: [
            {
              id: 'l',
              sku: 'S',
              quantity: '1',
              period: 'year',
              listUnit: '1',
              buyUnit: '1',
              sellUnit: '1',
              startsOn: '2026-01-01',
              endsOn: '2026-01-01',
            },
          ],
        },
      ]),
      'contradiction terms.contracts[0].endsOn',
    ],
    [
      'a bundle that contains itself',
      having(`${product}.bundle`, {
        pricing: 'sum',
        groups: [{ options: [{ id: 'o', sku: 'LIC-1', kind: 'required' }] }],
      }),
      'circular-bundle products[0].bundle',
    ],
    [
      'more options to choose than there are',
      having(`${product}.bundle`, {
        pricing: 'sum',
        groups: [{ choose: { min: 2, max: null }, options: [{ id: 'o', sku: 'X', kind: 'optional' }] }],
      }),
      'contradiction products[0].bundle.groups[0].choose',
    ],
    [
      'an option with less at most than at least',
      having(`${product}.bundle`, {
        pricing: 'sum',
        groups: [{ options: [{ id: 'o', sku: 'X', kind: 'optional', min: '2', max: '1' }] }],
      }),
      'contradiction products[0].bundle.groups[0].options[0].max',
    ],
    [
      'a term of centuries',
      having(`${line}.term`, { startsOn: '0202-01-01', end: { kind: 'day', endsOn: '2026-01-01' } }),
      'too-large quote.lines[0].term',
    ],
    [
      'a product with a term of centuries',
      having(`${product}.charge`, { kind: 'recurring', period: 'month', termMonths: 601 }),
      'invalid-document products[0].charge.termMonths',
    ],
    [
      'more steps than anybody takes',
      having('priceBook.header.policy', { buySteps: Array.from({ length: 41 }, () => ({ step: 'tier' })) }),
      'invalid-document priceBook.header.policy.buySteps',
    ],
    [
      '5,001 lines',
      having(
        'quote.lines',
        Array.from({ length: 5_001 }, () => ({ sku: 'LIC-1', quantity: '1' })),
      ),
      'too-large quote.lines',
    ],
  ])('%s', (_name, json, expected) => {
    expect(refusal(json)).toBe(expected);
  });

  it('a circle of three bundles, told with the way it goes', () => {
    const holding = (sku: string, part: string) => ({
      sku,
      family: 'F',
      charge: { kind: 'one-time' },
      taxCategory: 'standard',
      bundle: { pricing: 'sum', groups: [{ options: [{ id: 'o', sku: part, kind: 'required' }] }] },
    });
    const json = having('products', [holding('A', 'B'), holding('B', 'C'), holding('C', 'B')]);
    expect(priceDocument(json)).toMatchObject({
      error: {
        type: 'circular-bundle',
        path: 'products[0].bundle',
        message: expect.stringContaining('B > C > B'),
      },
    });
    const shared = having('products', [holding('A', 'C'), holding('B', 'C'), holding('C', 'D')]);
    expect(priceDocument(shared).ok).toBe(true);
  });
  it('conditions within conditions without end', () => {
    let when: unknown = { kind: 'has-sku', anyOf: ['A'] };
    for (let depth = 0; depth < 20_000; depth += 1) when = { kind: 'not', of: when };
    const rule = { id: 'r', name: 'r', when, approver: 'manager', order: 0 };
    expect(refusal(having('priceBook.header.policy', { approvalRules: [rule] }))).toBe('too-large');
  });
  it('keys that mean something to JavaScript', () => {
    const withKey = JSON.stringify(document).replace(
      '"quote":{',
      '"quote":{"__proto__":{"discountPercent":"50"},',
    );
    expect(priceDocumentText(withKey)).toMatchObject({ ok: false, error: { type: 'unknown-key' } });
    expect(refusal(having('quote.constructor', '1'))).toBe('unknown-key quote.constructor');
  });
});

describe('a line that cannot be priced says so in a good answer, never with a wrong number', () => {
  const problem = (json: unknown) => {
    const [first] = answer(json).lines;
    return first?.status === 'problem' ? first.problem : first;
  };
  it.each([
    ['an unknown SKU', having('quote.lines.0.sku', 'NOPE'), { type: 'sku-not-in-book', sku: 'NOPE' }],
    ['a SKU that only the book knows', having('products', []), { type: 'sku-not-in-catalog', sku: 'LIC-1' }],
    [
      'an expired book',
      having('priceBook.header.validUntil', '2026-02-01'),
      { type: 'price-ended', until: '2026-02-01' },
    ],
    [
      'a book of next year',
      having('priceBook.header.validFrom', '2027-01-01'),
      { type: 'price-not-yet-valid', from: '2027-01-01' },
    ],
    [
      'a margin of 100 %',
      having('quote.lines.0.sell', { kind: 'margin', percent: '100' }),
      { type: 'margin-impossible', percent: '100' },
    ],
  ])('%s', (_name, json, expected) => {
    expect(problem(json)).toEqual(expected);
    expect(answer(json).totals.sell).toBe('0.00');
  });
  it('PR-5 a quote in a currency for which there is no rate', () => {
    expect(problem(having('quote.currency', 'PLN'))).toMatchObject({ type: 'exchange-rate-missing' });
  });
  it('PR-11 a quantity below the first band of the entry', () => {
    const bands = { kind: 'range', scope: 'line', bands: [{ from: '5', price: '90' }] };
    expect(problem(having('priceBook.entries.0.bands', bands))).toEqual({
      type: 'below-first-band',
      from: '5',
    });
  });
  it.each([
    ['JPY', '300', '69', '369'],
    ['KWD', '300.000', '69.000', '369.000'],
  ])('PR-2 %s has its own decimals', (currency, sell, tax, gross) => {
    expect(answer(having('priceBook.header.currency', currency)).totals).toMatchObject({ sell, tax, gross });
  });
});
