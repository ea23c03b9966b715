import fc from 'fast-check';
import { convert } from 'xmlbuilder2';
import { describe, expect, it } from 'vitest';
import type { Order } from '../../domain/order/order';
import { orderFromQuote } from '../../domain/order/order-from-quote';
import { priceQuote } from '../../domain/quote/price-quote';
import { amendmentLine } from '../../domain/quote/contract-lines';
import {
  aContract,
  aContractLine,
  anAccount,
  aPricing,
  lines,
  type Situation,
} from '../../domain/quote/quote.test-kit';
import { orderToUbl, orderToUblPieces } from './order-to-ubl';
import { unlikePublished, unlikeRules } from './unlike-published.test-kit';

const situation: Situation = {
  products: [
    { sku: 'LIC-1', product: { unit: 'piece' } },
    {
      sku: 'SUB-1',
      list: '10.00',
      product: { charge: { kind: 'recurring', period: 'month', termMonths: 12 } },
    },
  ],
  policy: { creditReductions: true },
  terms: { contracts: [aContract()] },
  quote: {
    contractId: 'contract-1',
    items: [
      ...lines({ quantity: '3', description: 'Firewall <rack> & "rails"' }),
      amendmentLine(aContractLine(), { id: 'less', action: 'reduce', quantity: '2', startsOn: '2026-10-01' }),
    ],
  },
};

function anOrder(of: Situation = situation, changes: Partial<Order> = {}) {
  const input = aPricing(of);
  const figures = orderFromQuote(input.quote, priceQuote(input));
  if (!figures.ok) throw new Error(figures.error.type);
  const order: Order = {
    id: 'order-1',
    partnerId: 'partner-1',
    ownerId: 'person-1',
    businessId: '0192e4a0-0000-7000-8000-000000000001',
    quoteId: 'quote-1',
    quoteNumber: 'Q-7K2M-0042',
    quoteRevision: 2,
    accountId: 'account-1',
    currency: 'EUR',
    priceBook: { bookId: 'book', version: 1 },
    ...figures.value,
    purchaseOrderNumber: 'PO-77',
    note: 'The margin is thin',
    state: 'received',
    vendorOrderNumber: 'VO-100001',
    decision: null,
    placedAt: '2026-03-10T18:40:05.123Z',
    receivedAt: null,
    ...changes,
  };
  return { order, partner: input.partner, account: input.account, product: input.product };
}

/** The reader of the tests gives text back escaped. */
const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
/** The document as nested objects; attributes begin with "@". */
const parsed = (xml: string) =>
  convert(xml, { format: 'object' }) as unknown as { Order: Record<string, unknown> };

describe('PRO-4 an order as UBL 2.1', () => {
  it('says who ordered what from whom, for how much, in the order’s figures', () => {
    const { Order: document } = parsed(orderToUbl(anOrder()));
    expect(document).toMatchObject({
      'cbc:UBLVersionID': '2.1',
      'cbc:ID': 'PO-77',
      'cbc:SalesOrderID': 'VO-100001',
      'cbc:IssueDate': '2026-03-10',
      'cbc:IssueTime': '18:40:05Z',
      'cbc:DocumentCurrencyCode': 'EUR',
      'cbc:LineCountNumeric': '2',
      'cac:QuotationDocumentReference': { 'cbc:ID': 'Q-7K2M-0042', 'cbc:VersionID': '2' },
      'cac:BuyerCustomerParty': { 'cac:Party': { 'cac:PartyName': { 'cbc:Name': 'Baltic Foods' } } },
      'cac:SellerSupplierParty': { 'cac:Party': { 'cac:PartyName': { 'cbc:Name': 'Vistula IT' } } },
      'cac:TaxTotal': {
        'cbc:TaxAmount': { '@currencyID': 'EUR', '#': '55.20' },
        'cac:TaxSubtotal': { 'cac:TaxCategory': { 'cbc:ID': 'S', 'cbc:Percent': '23' } },
      },
      'cac:AnticipatedMonetaryTotal': {
        'cbc:LineExtensionAmount': { '#': '240.00' },
        'cbc:PayableAmount': { '#': '295.20' },
      },
    });
  });

  it('has a line for each of the order’s, a credit with a negative quantity at a positive price', () => {
    const { Order: document } = parsed(orderToUbl(anOrder()));
    expect(document['cac:OrderLine']).toMatchObject([
      {
        'cac:LineItem': {
          'cbc:Quantity': { '@unitCode': 'H87', '#': '3' },
          'cbc:LineExtensionAmount': { '@currencyID': 'EUR', '#': '300.00' },
          'cac:Price': { 'cbc:PriceAmount': { '#': '300.00' }, 'cbc:BaseQuantity': { '#': '3' } },
          'cac:Item': {
            'cbc:Name': escaped('Firewall <rack> & "rails"'),
            'cac:SellersItemIdentification': { 'cbc:ID': 'LIC-1' },
          },
        },
      },
      {
        'cac:LineItem': {
          'cbc:Quantity': { '#': '-2' },
          'cbc:LineExtensionAmount': { '#': '-60.00' },
          'cac:Delivery': {
            'cac:RequestedDeliveryPeriod': { 'cbc:StartDate': '2026-10-01', 'cbc:EndDate': '2026-12-31' },
          },
          'cac:Price': { 'cbc:PriceAmount': { '#': '60.00' }, 'cbc:BaseQuantity': { '#': '2' } },
        },
      },
    ]);
  });

  it('QUO-5 tells nobody what the partner pays, or what was written to the vendor', () => {
    const input = anOrder();
    const xml = orderToUbl(input);
    expect(input.order.totals.buyNet).toBe('252.00');
    expect(xml).not.toContain('252.00');
    expect(xml).not.toContain('margin');
  });

  it('without a purchase order it is known by the quote, without a customer or catalog it is still whole', () => {
    const input = anOrder(situation, { purchaseOrderNumber: ' ', vendorOrderNumber: null });
    const xml = orderToUbl({ ...input, account: null, product: () => undefined });
    expect(parsed(xml).Order).toMatchObject({
      'cbc:ID': 'Q-7K2M-0042',
      'cac:BuyerCustomerParty': expect.anything(),
    });
    expect(xml).not.toContain('SalesOrderID');
    expect(xml).toContain('<cbc:SupplierAssignedAccountID>account-1<');
    expect(unlikePublished(xml)).toEqual([]);
    expect(unlikeRules(xml)).toEqual([]);
  });

  it('carries any text: what XML has no place for becomes a replacement character', () => {
    const input = anOrder({
      quote: { items: lines({ description: 'a\u0000b\u001Bc\uD800d\uFFFE e\tf\n😀 żółć 备份 ]]> <!--' }) },
    });
    const xml = orderToUbl({ ...input, order: { ...input.order, purchaseOrderNumber: 'A & "B" <\u0007>' } });
    expect(parsed(xml).Order).toMatchObject({
      'cbc:ID': escaped('A & "B" <\uFFFD>'),
      'cac:OrderLine': {
        'cac:LineItem': {
          'cac:Item': {
            'cbc:Description': escaped('a\uFFFDb\uFFFDc\uFFFDd\uFFFD e\tf\n😀 żółć 备份 ]]> <!--'),
          },
        },
      },
    });
  });

  it('PR-40 a customer who accounts for the tax has the category AE', () => {
    const input = anOrder({ account: anAccount({ country: 'DE' }) });
    const document = parsed(orderToUbl(input)).Order;
    expect(document['cac:TaxTotal']).toMatchObject({
      'cac:TaxSubtotal': { 'cac:TaxCategory': { 'cbc:ID': 'AE', 'cbc:Percent': '0' } },
    });
  });

  it('has its elements in the order and number that the published schemas want', () => {
    const xml = orderToUbl(anOrder());
    expect(unlikePublished(xml)).toEqual([]);
    expect(unlikeRules(xml)).toEqual([]);
  });

  it('stays what the schemas want whatever texts it carries', () => {
    // oxlint-disable-next-line no-control-regex -- hostile on purpose
    const hostile = fc.stringMatching(/^[\u0000-\u001F]?[<>&"'\]a]{0,4}\s?$/);
    const any = fc.oneof(
      hostile,
      fc.string({ unit: 'binary' }),
      fc.constantFrom(
        ']]>',
        '<!--',
        '\u202E\u0627\u0644',
        '👩‍👩‍👧',
        '\uD83D',
        '\uDE00',
        '\uFFFF',
        '\u0085',
        'constructor',
        ' ',
      ),
    );
    fc.assert(
      fc.property(any, any, any, any, (one, two, three, four) => {
        const { order, partner, ...others } = anOrder({
          products: [{ sku: 'LIC-1', product: { unit: four } }],
          quote: { items: lines({ description: one || 'x' }) },
        });
        const brand = { ...partner.brand, displayName: three, contactLines: [three, two] };
        const xml = orderToUbl({
          ...others,
          partner: { ...partner, brand },
          account: anAccount({ name: `A${two}`, taxId: three, city: one, street: two, website: four }),
          order: { ...order, purchaseOrderNumber: one, vendorOrderNumber: two },
        });
        expect(unlikePublished(xml)).toEqual([]);
        expect(unlikeRules(xml)).toEqual([]);
      }),
      { numRuns: 50 },
    );
  });

  it('comes in a piece for each line, so that a large one holds nothing up', () => {
    const input = anOrder();
    const pieces = [...orderToUblPieces(input)];
    expect(pieces.join('')).toBe(orderToUbl(input));
    expect(pieces.filter((piece) => piece.includes('<cac:OrderLine>'))).toHaveLength(
      input.order.lines.length,
    );
    expect(pieces.every((piece) => piece.split('<cac:OrderLine>').length <= 2)).toBe(true);
  });

  it('writes 10,000 lines', () => {
    const { order, ...others } = anOrder();
    const [line] = order.lines;
    if (!line) throw new Error('no line');
    const many = Array.from({ length: 10_000 }, (_, at) => ({ ...line, lineId: `line-${at}` }));
    const xml = orderToUbl({ ...others, order: { ...order, lines: many } });
    expect(xml.match(/<cac:OrderLine>/g)).toHaveLength(10_000);
    expect(xml.endsWith('</Order>\n')).toBe(true);
  });
});
