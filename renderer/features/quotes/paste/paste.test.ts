import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { RowMatch } from '../../../client/client';
import { aProduct } from '../a-quote.test-kit';
import { parseOrder, rowOfTalk } from './parse-order';
import { pasteItems } from './paste-items';
import { countStates, duplicates, stateOf, withDoubt, type PasteRow } from './paste-rows';

const read = (text: string, locale = 'en', currency = 'EUR') =>
  parseOrder(text, locale, currency).rows.map(({ skus, words, quantity, price, unread }) =>
    [skus[0] ?? '', words, unread === null ? quantity : `?${unread}`, price ?? '-'].join(' | '),
  );

describe('an order from a spreadsheet', () => {
  it('is read by its headings, in any order and language', () => {
    for (const head of [
      'Qty\tUnit price\tPart number\tDescription',
      'Ilość\tCena jedn.\tIndeks\tNazwa towaru',
      'Кол-во\tЦена за шт.\tАртикул\tНаименование',
      '数量\t单价\t产品编号\t产品名称',
    ])
      expect(read(`${head}\n5\t1 250,50\tHS-EPP-BUS\tEndpoint`, 'pl')).toEqual([
        'HS-EPP-BUS | Endpoint | 5 | 1250.5',
      ]);
  });

  it('is read without headings: position, SKU, words, quantity, price, total', () => {
    expect(
      read(
        '1\tHS-EPP-BUS\tEndpoint Business\t5\t€12.50\t€62.50\n2\tHS-XDR-1\tDetection\t12\t€9.00\t€108.00\n3\tHS-MDR-9\tResponse\t1\t€99.00\t€99.00',
      ),
    ).toEqual([
      'HS-EPP-BUS | Endpoint Business | 5 | 12.5',
      'HS-XDR-1 | Detection | 12 | 9',
      'HS-MDR-9 | Response | 1 | 99',
    ]);
    expect(read('5\tHS-EPP-BUS\n12\tHS-XDR-1')).toEqual([
      'HS-EPP-BUS | HS-EPP-BUS | 5 | -',
      'HS-XDR-1 | HS-XDR-1 | 12 | -',
    ]);
  });

  it('may be separated by semicolons, bars, commas or several spaces, and have decimal commas', () => {
    const rows = ['HS-EPP-BUS | HS-EPP-BUS | 5 | 12.5', 'HS-XDR-1 | HS-XDR-1 | 2 | 9.99'];
    expect(read('HS-EPP-BUS;5;12,50\nHS-XDR-1;2;9,99', 'pl')).toEqual(rows);
    expect(read('| HS-EPP-BUS | 5 | 12,50 |\n| HS-XDR-1 | 2 | 9,99 |', 'pl')).toEqual(rows);
    expect(read('HS-EPP-BUS   5   12,50 zł\nHS-XDR-1     2   9,99 zł', 'pl', 'PLN')).toEqual(rows);
    expect(read('HS-EPP-BUS,5,12.50\nHS-XDR-1,2,9.99')).toEqual(rows);
    expect(read('HS-EPP-BUS;"5";"12,50"\nHS-XDR-1;"2";"9,99"', 'pl')).toEqual(rows);
  });

  it('leaves sums and the row of headings out, and shows them', () => {
    const { rows, talk } = parseOrder('SKU\tQty\nHS-EPP-BUS\t5\nTotal\t5', 'en', 'EUR');
    expect(rows.map(({ skus }) => skus[0])).toEqual(['HS-EPP-BUS']);
    expect(talk).toEqual(['SKU · Qty', 'Total · 5']);
  });

  it('keeps a quantity that cannot be read as it was written', () => {
    expect(read('SKU\tQty\nHS-EPP-BUS\ttwelve\nHS-XDR-1\t0\nHS-MDR-9\t3 pcs')).toEqual([
      'HS-EPP-BUS | HS-EPP-BUS | ?twelve | -',
      'HS-XDR-1 | HS-XDR-1 | ?0 | -',
      'HS-MDR-9 | HS-MDR-9 | 3 | -',
    ]);
  });
});

describe('an order from an e-mail', () => {
  it.each([
    ['5 x HS-EPP-BUS', 'HS-EPP-BUS | HS-EPP-BUS | 5 | -'],
    ['- 5x HS-EPP-BUS Endpoint Business', 'HS-EPP-BUS | HS-EPP-BUS Endpoint Business | 5 | -'],
    ['• HS-EPP-BUS x 5', 'HS-EPP-BUS | HS-EPP-BUS | 5 | -'],
    ['HS-EPP-BUS, qty: 3', 'HS-EPP-BUS | HS-EPP-BUS | 3 | -'],
    ['2) HS-EPP-BUS – 25 pcs @ €12.50 each', 'HS-EPP-BUS | HS-EPP-BUS | 25 | 12.5'],
    [
      '25 licences of Endpoint Protection Business',
      'Endpoint Protection Business | Endpoint Protection Business | 25 | -',
    ],
    ['HS-EPP-BUS 25', 'HS-EPP-BUS | HS-EPP-BUS | 25 | -'],
    ['25 HS-EPP-BUS at $1,249.00', 'HS-EPP-BUS | HS-EPP-BUS | 25 | 1249'],
    ['> * HS-EPP-BUS: 7', 'HS-EPP-BUS | HS-EPP-BUS | 7 | -'],
    ['Microsoft 365 Business, 10 users', 'Microsoft 365 Business | Microsoft 365 Business | 10 | -'],
    ['365 Business Premium', '365 Business Premium | 365 Business Premium | 1 | -'],
    ['Endpoint Protection Business', 'Endpoint Protection Business | Endpoint Protection Business | 1 | -'],
  ])('reads %j', (line, expected) => {
    expect(read(line, 'en', line.includes('$') ? 'USD' : 'EUR')).toEqual([expected]);
  });

  it.each([
    ['pl', 'HS-EPP-BUS, ilość: 3, cena 12,50 zł', 'HS-EPP-BUS | HS-EPP-BUS | 3 | 12.5'],
    ['pl', '12 szt. HS-EPP-BUS po 1 250,00 PLN', 'HS-EPP-BUS | HS-EPP-BUS | 12 | 1250'],
    ['ru', 'HS-EPP-BUS — 12 шт.', 'HS-EPP-BUS | HS-EPP-BUS | 12 | -'],
    ['zh-CN', 'HS-EPP-BUS 数量：12', 'HS-EPP-BUS | HS-EPP-BUS | 12 | -'],
  ])('reads it in %s: %j', (locale, line, expected) => {
    expect(read(line, locale, locale === 'pl' ? 'PLN' : 'EUR')).toEqual([expected]);
  });

  it('leaves greetings, signatures and forwarded heads out, and keeps what they said in sight', () => {
    const { rows, talk } = parseOrder(
      [
        'From: Anna <anna@customer.example>',
        'Hi Lena,',
        'could you please quote the following for our new office:',
        '',
        '5 x HS-EPP-BUS',
        'Backup for servers, qty 2',
        '',
        'Best regards',
        'Anna Example',
        'Head of IT, tel. +49 30 555 0123',
      ].join('\r\n'),
      'en',
      'EUR',
    );
    expect(rows.map(({ words, quantity }) => [words, quantity])).toEqual([
      ['HS-EPP-BUS', '5'],
      ['Backup for servers', '2'],
    ]);
    expect(talk).toHaveLength(6);
  });
});

describe('a figure that is not certainly the quantity', () => {
  it.each([
    ['HS-EPP-BUS -5', '-5'],
    ['HS-EPP-BUS x -5', '-5'],
    ['-5 x HS-EPP-BUS', '-5'],
    ['HS-EPP-BUS, qty -3', '-3'],
    ['0 x HS-EPP-BUS', '0'],
    ['HS-EPP-BUS, qty: 1e9', '1e9'],
    ['1000000000 x HS-EPP-BUS', '1000000000'],
    ['HS-EPP-BUS 5-10', '5-10'],
    ['HS-EPP-BUS 5/10 pcs', '5/10'],
    ['1.000 x HS-EPP-BUS', '1.000'],
    ['HS-EPP-BUS x 1,000', '1,000'],
  ])('is kept as written and never guessed: %j', (line, unread) => {
    expect(parseOrder(line, 'en', 'EUR').rows).toMatchObject([{ skus: ['HS-EPP-BUS'], unread }]);
  });

  it.each([
    ['please add 5 HS-EPP-BUS to it', ['5']],
    ['HS-EPP-BUS (10)', ['10']],
    ['HS-EPP-BUS 123456', ['123456']],
    ['a dozen of HS-EPP-BUS', ['dozen']],
    ['<b>HS-EPP-BUS</b> 5', ['5']],
    ['HS-EPP-BUS 2026 edition 5', ['2026']],
    ['HS-EPP-BUS ١٢', ['١٢']],
  ])('is loose among the words: %j', (line, loose) => {
    expect(parseOrder(line, 'en', 'EUR').rows).toMatchObject([{ skus: ['HS-EPP-BUS'], loose }]);
  });

  it('is read where a unit or a sign says so, wherever it stands', () => {
    expect(read('HS-EPP-BUS 5 pcs with 10% discount')).toEqual([
      'HS-EPP-BUS | HS-EPP-BUS with 10% discount | 5 | -',
    ]);
    expect(read('HS-EPP-BUS×25')).toEqual(['HS-EPP-BUS | HS-EPP-BUS | 25 | -']);
    expect(read('终端防护企业版25套', 'zh-CN')).toEqual(['终端防护企业版 | 终端防护企业版 | 25 | -']);
    expect(read('Please quote 10 x Endpoint Protection')).toEqual([
      'Please quote Endpoint Protection | Please quote Endpoint Protection | 10 | -',
    ]);
  });

  it('that groups or divides is told by the other figures of the order, not by who reads it', () => {
    expect(read('SKU\tQty\tPrice\nHS-A-1\t1.000\t1.250,50\nHS-B-2\t2\t3.500', 'en')).toEqual([
      'HS-A-1 | HS-A-1 | 1000 | 1250.5',
      'HS-B-2 | HS-B-2 | 2 | 3500',
    ]);
    expect(read('SKU\tQty\tPrice\nHS-A-1\t1,000\t1,250.50', 'pl')).toEqual([
      'HS-A-1 | HS-A-1 | 1000 | 1250.5',
    ]);
  });

  it('is not taken for 1 when the column of quantities is empty in a row', () => {
    expect(parseOrder('SKU\tQty\nHS-EPP-BUS\t5\nHS-XDR-1\t', 'en', 'EUR').rows).toMatchObject([
      { quantity: '5', unread: null },
      { skus: ['HS-XDR-1', 'HS-XDR-1'], unread: '' },
    ]);
  });

  it('of a price is shown as written when it is none', () => {
    for (const [line, unreadPrice] of [
      ['HS-EPP-BUS 5 pcs @ -12.50 EUR', 'EUR -12.50'],
      ['HS-EPP-BUS 5 pcs @ 1.250', '1.250'],
    ] as const)
      expect(parseOrder(line, 'en', 'EUR').rows).toMatchObject([{ quantity: '5', price: null, unreadPrice }]);
    expect(parseOrder('SKU\tQty\tPrice\nHS-A-1\t5\ton request', 'en', 'EUR').rows).toMatchObject([
      { price: null, unreadPrice: 'on request' },
    ]);
  });

  it('of a price in another currency is not taken for one in the quote’s', () => {
    for (const text of [
      'HS-A-1 5 szt. po 1 250,50 zł',
      'SKU\tQty\tPrice\nHS-A-1\t5\t1 250,50 PLN',
      'SKU\tQty\tPrice [PLN]\nHS-A-1\t5\t1 250,50',
    ]) {
      const [inEuro] = parseOrder(text, 'pl', 'EUR').rows;
      expect([inEuro?.quantity, inEuro?.price, inEuro?.unreadPrice?.includes('1 250,50')]).toEqual([
        '5',
        null,
        true,
      ]);
      expect(parseOrder(text, 'pl', 'PLN').rows).toMatchObject([{ price: '1250.5', unreadPrice: null }]);
    }
  });

  it('stands for each product where a line orders several', () => {
    expect(read('5 HS-EPP-BUS, 3 HS-XDR-1 and HS-MDR-9 x 2')).toEqual([
      'HS-EPP-BUS | HS-EPP-BUS | 5 | -',
      'HS-XDR-1 | HS-XDR-1 | 3 | -',
      'HS-MDR-9 | HS-MDR-9 | 2 | -',
    ]);
  });

  it('is read too when a line that was left out becomes a row', () => {
    expect(rowOfTalk('Total Defense HS-TD-1 · 5', 'talk-1', 'en', 'EUR')).toMatchObject({
      skus: ['HS-TD-1'],
      quantity: '5',
      unread: null,
    });
  });
});

describe('rows', () => {
  const hit = (sku: string, list = '10') => ({ product: aProduct({ sku }), list });
  const certain = (sku: string): RowMatch => ({ how: 'sku', certain: true, choices: [hit(sku)] });
  const row = (id: string, changes: Partial<PasteRow> = {}): PasteRow => ({
    id,
    source: `row ${id}`,
    skus: [],
    words: '',
    quantity: '2',
    unread: null,
    price: null,
    unreadPrice: null,
    loose: [],
    match: certain('HS-A'),
    decision: null,
    ...changes,
  });
  let made = 0;
  const options = {
    language: 'pl',
    newId: () => `n${String((made += 1))}`,
    merge: false,
    takePrices: false,
  } as const;

  it('are each in exactly one state: the counts sum to the rows, whatever was decided', () => {
    const match = fc.constantFrom<RowMatch>(
      certain('HS-A'),
      { how: 'words', certain: false, choices: [hit('HS-B'), hit('HS-C')] },
      { how: 'none', certain: false, choices: [] },
    );
    const decision = fc.constantFrom<PasteRow['decision']>(
      null,
      { kind: 'product', hit: hit('HS-C') },
      { kind: 'text' },
      { kind: 'leave' },
    );
    const unread = fc.constantFrom(null, 'twelve');
    fc.assert(
      fc.property(fc.array(fc.record({ match, decision, unread }), { maxLength: 30 }), (changes) => {
        const rows = changes.map((change, index) => row(String(index), change));
        const counts = countStates(rows);
        expect(Object.values(counts).reduce((sum, count) => sum + count, 0)).toBe(rows.length);
        expect(pasteItems(rows, options)).toHaveLength(counts.matched);
      }),
    );
  });

  it('are not matched while their product is only likely or their quantity is no figure', () => {
    const likely: RowMatch = { how: 'words', certain: false, choices: [hit('HS-B')] };
    expect(stateOf(row('1', { match: likely }))).toBe('check');
    expect(stateOf(row('1', { match: likely, decision: { kind: 'product', hit: hit('HS-B') } }))).toBe(
      'matched',
    );
    expect(stateOf(row('1', { unread: 'twelve' }))).toBe('check');
  });

  it('have an unclear quantity while a figure among their words is not of the product itself', () => {
    const product = aProduct({ sku: 'HS-365', name: { en: 'Suite 365 Business' } });
    const match: RowMatch = { how: 'sku', certain: true, choices: [{ product, list: '10' }] };
    expect(stateOf(withDoubt(row('1', { match, loose: ['365'] })))).toBe('matched');
    const unclear = withDoubt(row('1', { match, loose: ['365', '12'] }));
    expect([stateOf(unclear), unclear.unread]).toEqual(['check', '12']);
  });

  it('of the same product are one line with the exact sum when merged, else apart', () => {
    const rows = [
      row('1', { quantity: '0.1' }),
      row('2', { match: certain('HS-B') }),
      row('3', { quantity: '0.2' }),
    ];
    expect([...duplicates(rows)]).toEqual([['HS-A', 2]]);
    expect(pasteItems(rows, options)).toHaveLength(3);
    expect(pasteItems(rows, { ...options, merge: true })).toMatchObject([
      { sku: 'HS-A', quantity: '0.3' },
      { sku: 'HS-B', quantity: '2' },
    ]);
  });

  it('at different prices are not merged when the prices are taken', () => {
    const rows = [row('1', { price: '9' }), row('2', { price: '8' })];
    expect(pasteItems(rows, { ...options, merge: true, takePrices: true })).toMatchObject([
      { sell: { kind: 'fixed', unitPrice: '9' } },
      { sell: { kind: 'fixed', unitPrice: '8' } },
    ]);
    expect(pasteItems(rows, { ...options, merge: true })).toMatchObject([
      { quantity: '4', sell: { kind: 'list' } },
    ]);
  });

  it('become headings where no product is meant', () => {
    expect(pasteItems([row('1', { decision: { kind: 'text' } })], options)).toMatchObject([
      { kind: 'section', title: 'row 1' },
    ]);
  });

  it('drop nothing: every line with something in it is a row or is shown as left out', () => {
    const piece = fc.constantFrom(
      'HS-EPP-BUS',
      '5',
      'x',
      '€ 12,50',
      'Hello,',
      'Endpoint',
      '\t',
      ';',
      '  ',
      '-',
      'qty: 3',
      '"',
    );
    const line = fc.array(piece, { maxLength: 6 }).map((parts) => parts.join(' '));
    fc.assert(
      fc.property(fc.array(line, { maxLength: 12 }), (lines) => {
        const text = lines.join('\n').replaceAll('"', '');
        const { rows, talk } = parseOrder(text, 'en', 'EUR');
        const filled = text.split('\n').filter((one) => /[^\s;\t]/u.test(one)).length;
        expect(rows.length + talk.length).toBeGreaterThanOrEqual(filled);
      }),
    );
  });
});
