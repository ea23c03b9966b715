import type { Product } from '../../domain/catalog/product';
import type { Account } from '../../domain/deal/account';
import { decimal } from '../../domain/money/parse-decimal';
import type { Order } from '../../domain/order/order';
import type { Partner } from '../../domain/partner/partner';
import { taxRate } from '../../domain/pricing/tax-rate';
import { element, optional, xmlPieces, type Element } from './element';
import { customerParty, partnerParty } from './parties';
import { taxCategory } from './tax-category';
import { unitCode } from './unit-code';

export interface UblOrderInput {
  readonly order: Order;
  /** The seller: what the customer ordered, at the prices the customer pays. No cost is in the document. */
  readonly partner: Partner;
  /** The buyer; null: not on this device any more. */
  readonly account: Account | null;
  /** For units and tax categories, where the catalog still has it. */
  readonly product: (sku: string) => Product | undefined;
}

/**
 * PRO-4: the customer's order as a UBL 2.1 Order document (OASIS Standard, November 2013), in the figures the order binds. Credits are lines of
 * negative quantity at a positive price. Names come from the order alone, so that it works with no network.
 */
export const orderToUbl = (input: UblOrderInput): string => [...orderToUblPieces(input)].join('');

/** The same, piece by piece: the head, then one piece for each line, in order. 10,000 lines take a second or more. */
export function orderToUblPieces(input: UblOrderInput): Generator<string, void, undefined> {
  return xmlPieces(
    {
      name: 'Order',
      attributes: {
        xmlns: 'urn:oasis:names:specification:ubl:schema:xsd:Order-2',
        'xmlns:cac': 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2',
        'xmlns:cbc': 'urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2',
      },
    },
    parts(input),
  );
}

function* parts(input: UblOrderInput): Generator<Element, void, undefined> {
  yield* head(input).filter((each) => each !== null);
  for (const [at, line] of input.order.lines.entries()) yield orderLine(input, line, at);
}

function head(input: UblOrderInput): readonly (Element | null)[] {
  const { order, partner, account } = input;
  const [date = '', time = ''] = order.placedAt.split('T');
  return [
    element('cbc:UBLVersionID', '2.1'),
    element('cbc:ID', order.purchaseOrderNumber.trim() || order.quoteNumber),
    optional('cbc:SalesOrderID', order.vendorOrderNumber),
    element('cbc:UUID', order.businessId),
    element('cbc:IssueDate', date),
    element('cbc:IssueTime', time.replace(/\.\d+/, '')),
    element('cbc:DocumentCurrencyCode', order.currency),
    optional('cbc:CustomerReference', order.purchaseOrderNumber),
    element('cbc:LineCountNumeric', String(order.lines.length)),
    element('cac:QuotationDocumentReference', [
      element('cbc:ID', order.quoteNumber),
      element('cbc:VersionID', String(order.quoteRevision)),
    ]),
    // UBL 2.1 knows no empty elements: a customer who is not on the device any more is known by their number at least.
    element('cac:BuyerCustomerParty', [
      account ? null : element('cbc:SupplierAssignedAccountID', order.accountId),
      customerParty(account),
    ]),
    element('cac:SellerSupplierParty', [partnerParty(partner)]),
    taxTotal(input),
    monetaryTotal(order),
  ];
}

const amount = (name: string, value: string, currencyID: string): Element =>
  element(name, value, { currencyID });

/** PR-40: one subtotal for each group, as the order binds them. */
function taxTotal({ order, partner, account }: UblOrderInput): Element {
  const { currency, totals } = order;
  return element('cac:TaxTotal', [
    amount('cbc:TaxAmount', totals.tax, currency),
    ...totals.taxGroups.map(({ category, percent, net, tax }) =>
      element('cac:TaxSubtotal', [
        amount('cbc:TaxableAmount', net, currency),
        amount('cbc:TaxAmount', tax, currency),
        taxCategory(
          'cac:TaxCategory',
          percent,
          isZero(percent) && taxRate(category, account, partner.taxPolicy).reason === 'reverse-charge',
        ),
      ]),
    ),
  ]);
}

const monetaryTotal = ({ totals, currency }: Order): Element =>
  element('cac:AnticipatedMonetaryTotal', [
    amount('cbc:LineExtensionAmount', totals.sellNet, currency),
    amount('cbc:TaxExclusiveAmount', totals.sellNet, currency),
    amount('cbc:TaxInclusiveAmount', totals.gross, currency),
    amount('cbc:PayableAmount', totals.gross, currency),
  ]);

function orderLine(
  { order: { currency }, product, partner, account }: UblOrderInput,
  { sku, description, quantity, sellNet, terms }: Order['lines'][number],
  at: number,
): Element {
  const known = product(sku);
  const unit = { unitCode: unitCode(known?.unit) };
  const isCredit = sellNet.startsWith('-') && !isZero(sellNet);
  const dated = terms?.kind === 'recurring' && terms.startsOn && terms.endsOn ? terms : null;
  const rate = known && taxRate(known.taxCategory, account, partner.taxPolicy);
  const name = description.replaceAll(/\s+/g, ' ').trim() || sku;
  return element('cac:OrderLine', [
    element('cac:LineItem', [
      element('cbc:ID', String(at + 1)),
      element('cbc:Quantity', isCredit ? `-${quantity}` : quantity, unit),
      amount('cbc:LineExtensionAmount', sellNet, currency),
      dated &&
        element('cac:Delivery', [
          element('cac:RequestedDeliveryPeriod', [
            element('cbc:StartDate', dated.startsOn ?? ''),
            element('cbc:EndDate', dated.endsOn ?? ''),
          ]),
        ]),
      // Of all the units, so that nothing is divided: a price of one would be rounded (PR-3).
      isZero(quantity)
        ? null
        : element('cac:Price', [
            amount('cbc:PriceAmount', isCredit ? sellNet.slice(1) : sellNet, currency),
            element('cbc:BaseQuantity', quantity, unit),
          ]),
      element('cac:Item', [
        optional('cbc:Description', description),
        element('cbc:Name', Array.from(name).slice(0, longestName).join('')),
        element('cac:SellersItemIdentification', [element('cbc:ID', sku)]),
        rate
          ? taxCategory('cac:ClassifiedTaxCategory', rate.percent, rate.reason === 'reverse-charge')
          : null,
      ]),
    ]),
  ]);
}

/** What systems that read orders have room for; the description has it whole. */
const longestName = 200;

const isZero = (text: string): boolean => decimal(text).n === 0n;
