import { orderFromQuote } from '#shared/domain/order/order-from-quote';
import type { Order, OrderReport } from '#shared/domain/order/order';
import { noTerms } from '#shared/domain/pricing/partner-terms';
import type { Contract } from '#shared/domain/pricing/contract';
import { priceQuote } from '#shared/domain/quote/price-quote';
import type { Quote, QuoteItem } from '#shared/domain/quote/quote';
import {
  aBook,
  anAccount,
  anAgreement,
  anEntry,
  aPartner,
  aPolicy,
  aProduct,
  aQuote,
} from '#shared/domain/quote/quote.test-kit';
import type { RecordOf, RecordType } from '#shared/domain/records';
import { newId } from '#shared/lib/ids';
import { publishCatalog, publishPriceBook } from '../snapshots/publish';
import { newQuoteArgs, testDay, type TestDevice, type TestServer } from '../../test-vendor.test-kit';

const subscription = aProduct({
  sku: 'SUB-1',
  kind: 'subscription',
  charge: { kind: 'recurring', period: 'month', termMonths: 12 },
});
const products = [aProduct(), subscription];

/** "LIC-1" at 100.00 once, "SUB-1" at 10.00 a month for 12; what is given back is credited. The agreement takes 5 % off. */
export const contractBook = aBook(
  {
    bookId: 'book-contracts',
    version: 1,
    catalogId: 'catalog-contracts',
    policy: aPolicy({ creditReductions: true }),
  },
  [anEntry(), anEntry({ sku: 'SUB-1', list: '10.00' })],
);

export async function publishContractBook(server: TestServer): Promise<void> {
  const { version: _v, publishedAt: _p, ...header } = contractBook.header;
  const entries = ['LIC-1', 'SUB-1'].flatMap((sku) => contractBook.entry(sku) ?? []);
  await server.database.transaction().execute(async (queries) => {
    const now = new Date(testDay);
    await publishCatalog(queries, server.chunks, { id: 'catalog-contracts', products }, now);
    await publishPriceBook(queries, server.chunks, { header, entries, partnerIds: ['partner-1'] }, now);
  });
}

/** A quote of partner-1 from that book; contracts are those that the device has. */
export interface Wanted {
  readonly items: QuoteItem[];
  readonly changes?: Partial<Quote>;
  readonly contracts?: readonly Contract[];
}

/** What a device orders of such a quote. */
export function orderOf(quote: Quote, contracts: readonly Contract[] = []) {
  const priced = priceQuote({
    quote,
    book: contractBook,
    product: (sku) => products.find((product) => product.sku === sku),
    partner: aPartner(),
    terms: { ...noTerms, agreements: [anAgreement()], contracts },
    account: anAccount(),
    role: 'rep',
  });
  const figures = orderFromQuote(quote, priced);
  if (!figures.ok) throw new Error(`not orderable: ${JSON.stringify(figures.error)}`);
  return figures.value;
}

export const aContractQuote = ({ items, changes }: Wanted): Quote =>
  aQuote({
    id: newId(),
    priceBook: { bookId: 'book-contracts', version: 1 },
    items,
    pricingDate: testDay,
    expiresOn: '2026-04-09',
    ...changes,
  });

/** Makes, presents, accepts and orders a quote; returns the order's id, and why it was refused if it was. */
export async function order(device: TestDevice, wanted: Wanted) {
  const quote = aContractQuote(wanted);
  const figures = orderOf(quote, wanted.contracts);
  const id = newId();
  const businessId = crypto.randomUUID();
  const { refused } = await device.push(
    device.next('createQuote', newQuoteArgs(quote)),
    device.next('changeQuoteState', { id: quote.id, to: 'presented' }),
    device.next('changeQuoteState', { id: quote.id, to: 'accepted' }),
    device.next(
      'placeOrder',
      { id, businessId, quoteId: quote.id, quoteRevision: 1, ...figures, purchaseOrderNumber: '', note: '' },
      { businessId },
    ),
  );
  return { id, quote, refusal: refused.at(0)?.rejection ?? null };
}

export const report = (vendor: TestDevice, orderId: string, what: Partial<OrderReport>) =>
  vendor.ask('POST', `/api/v1/vendor/orders/${orderId}/reports`, { kind: 'shipped', ...what });

/** As the database has it. */
export async function stored<T extends RecordType>(server: TestServer, type: T): Promise<RecordOf<T>[]> {
  const rows = await server.database
    .selectFrom('record')
    .select('body')
    .where('type', '=', type)
    .where('deleted', '=', false)
    .orderBy('id')
    .execute();
  return rows.map(({ body }) => body as RecordOf<T>);
}

export const storedOrder = async (server: TestServer, id: string): Promise<Order> => {
  const found = (await stored(server, 'order')).find((each) => each.id === id);
  if (!found) throw new Error(`no order ${id}`);
  return found;
};

export const contractsOf = async (server: TestServer, orderId: string): Promise<Contract[]> =>
  (await stored(server, 'contract')).filter((contract) => contract.orderId === orderId);
