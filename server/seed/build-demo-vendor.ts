import type { PriceBook } from '#shared/domain/pricing/price-book';
import { buildCatalog } from './catalog/build-products';
import { buildPriceBooks, catalogId } from './catalog/build-price-books';
import { readDimensions, readFamilies } from './catalog/family-source';
import type { DealContext } from './deals/deal-context';
import { buildDeals } from './deals/build-deals';
import type { DemoVendor } from './demo-vendor';
import { buildAgreements } from './partners/build-agreements';
import { buildPartners, type DemoPartner } from './partners/build-partners';
import { buildPeople } from './partners/build-people';
import { readPartnerSources, readTexts } from './partners/partner-source';
import { randomFrom } from './random';

/**
 * The demo: Halden Systems, its catalog and price books, a distributor and three resellers with their deals. The same for the same `today`
 * (an ISO day), in every run and on every machine; what has dates is placed around that day.
 */
export function buildDemoVendor(today: string): DemoVendor {
  const texts = readTexts();
  const sources = readPartnerSources();
  const families = readFamilies();
  const items = buildCatalog(families, readDimensions(), today);
  const partners = buildPartners(texts);
  const people = buildPeople();
  const agreements = buildAgreements(today);
  const priceBooks = buildPriceBooks(families, items, today, bookHolders(partners));
  const bySku = new Map(items.map((item) => [item.product.sku, item]));
  const decidedBy = people.find(({ role }) => role === 'channel')?.name ?? '';

  const records = partners.flatMap((demoPartner, at) => {
    const { key, partner } = demoPartner;
    const context: DealContext = {
      ...demoPartner,
      source: sources[key],
      texts,
      reps: people.filter(({ partnerId, role }) => partnerId === partner.id && role === 'rep'),
      agreements: agreements.filter(({ partnerId }) => partnerId === partner.id),
      catalog: items,
      item: (sku) => bySku.get(sku),
      book: bookFinder(priceBooks),
      today,
      random: randomFrom(`deals of ${key}`),
    };
    return buildDeals(context, decidedBy, at * 100);
  });

  return {
    partners: partners.map(({ partner }) => partner),
    people,
    agreements,
    catalog: { id: catalogId, products: items.map(({ product }) => product) },
    priceBooks,
    authorities: [],
    records,
  };
}

function bookHolders(partners: readonly DemoPartner[]): ReadonlyMap<string, readonly string[]> {
  const holders = new Map<string, string[]>();
  for (const { partner, books } of partners) {
    for (const { bookId } of books) holders.set(bookId, [...(holders.get(bookId) ?? []), partner.id]);
  }
  return holders;
}

function bookFinder(priceBooks: DemoVendor['priceBooks']): (bookId: string) => PriceBook {
  const books = new Map<string, PriceBook>();
  return (bookId) => {
    const known = books.get(bookId);
    if (known) return known;
    const found = priceBooks.find(({ header }) => header.bookId === bookId);
    if (!found) throw new Error(`There is no price book ${bookId}`);
    const entries = new Map(found.entries.map((entry) => [entry.sku, entry]));
    const book: PriceBook = { header: found.header, entry: (sku) => entries.get(sku) };
    books.set(bookId, book);
    return book;
  };
}
