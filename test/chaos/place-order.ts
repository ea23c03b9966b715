import { orderFromQuote } from '#shared/domain/order/order-from-quote';
import { noTerms } from '#shared/domain/pricing/partner-terms';
import { priceQuote } from '#shared/domain/quote/price-quote';
import { linesOf, type Quote } from '#shared/domain/quote/quote';
import { newId } from '#shared/lib/ids';
import type { ArgsOf } from '#shared/mutations/registry';
import type { Session } from '#shared/protocol/session';
import { createCatalogService } from '../../renderer/client/catalog-service';
import type { ClientDatabase } from '../../renderer/db/database';
import type { View } from './view';

/** The order that the app would send of a quote, priced on the device from its own snapshots; undefined when it cannot be priced there. */
export async function orderOf(
  db: ClientDatabase,
  view: View,
  person: Session,
  quote: Quote,
  mark: string,
): Promise<ArgsOf<'placeOrder'> | undefined> {
  const { bookId, version } = quote.priceBook;
  const skus = linesOf(quote).map(({ sku }) => sku);
  const data = await createCatalogService(db).pricingData(bookId, version, skus);
  const partner = view.all('partner')[0];
  if (!data.ok || !partner) return undefined;
  const { header, entries, products } = data.value;
  const priced = priceQuote({
    quote,
    book: { header, entry: (sku) => entries.find((entry) => entry.sku === sku) },
    product: (sku) => products.find((product) => product.sku === sku),
    partner,
    terms: noTerms,
    account: view.all('account').find(({ id }) => id === quote.accountId) ?? null,
    role: person.role,
  });
  const figures = orderFromQuote(quote, priced);
  if (!figures.ok) return undefined;
  const ids = { id: newId(), businessId: newId(), quoteId: quote.id, quoteRevision: quote.revision };
  return { ...ids, ...figures.value, purchaseOrderNumber: mark, note: '' };
}

/** The newest version of the book that is whole on the device. */
export async function newestBook(
  db: ClientDatabase,
): Promise<{ readonly bookId: string; readonly version: number } | null> {
  const [header] = await createCatalogService(db).books();
  return header ? { bookId: header.bookId, version: header.version } : null;
}
