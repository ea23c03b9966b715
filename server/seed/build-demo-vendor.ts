import type { Role } from '#shared/domain/partner/partner';
import { noTerms } from '#shared/domain/pricing/partner-terms';
import type { PriceBook } from '#shared/domain/pricing/price-book';
import { buildGuides } from './catalog/build-guides';
import { buildPriceBooks } from './catalog/build-price-books';
import { catalogId } from './catalog/catalog-id';
import { buildDemoCatalog } from './catalog/demo-catalog';
import { buildAccounts } from './deals/build-accounts';
import { buildContracts } from './deals/build-contracts';
import { buildPromotions } from './deals/build-promotions';
import type { AccountContext } from './deals/deal-context';
import { buildDeals } from './deals/build-deals';
import { buildDay } from './day/build-day';
import type { DemoVendor } from './demo-vendor';
import { buildLeads } from './leads/build-leads';
import { buildRules } from './leads/build-rules';
import { buildAgreements } from './partners/build-agreements';
import { buildAuthorities } from './partners/build-authorities';
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
  const { families, dimensions, dealItems: items, items: allItems, products } = buildDemoCatalog(today);
  const partners = buildPartners(texts);
  const people = buildPeople();
  const agreements = buildAgreements(today);
  const priceBooks = buildPriceBooks(families, allItems, today, bookHolders(partners));
  const bySku = new Map(items.map((item) => [item.product.sku, item]));
  const channelManager = personOf(people, 'vendor', 'channel');

  const guides = buildGuides(
    partners.map(({ partner }) => partner.id),
    products,
    dimensions,
  ).map((record) => ({ type: 'sellingGuide' as const, record }));

  const records = partners.flatMap((demoPartner, at) => {
    const { key, partner } = demoPartner;
    const base: AccountContext = {
      ...demoPartner,
      source: sources[key],
      texts,
      reps: people.filter(({ partnerId, role }) => partnerId === partner.id && role === 'rep'),
      manager: personOf(people, partner.id, 'manager'),
      channelManager,
      catalog: items,
      item: (sku) => bySku.get(sku),
      book: bookFinder(priceBooks),
      today,
      random: randomFrom(`deals of ${key}`),
    };
    const accounts = buildAccounts(base);
    const terms = {
      ...noTerms,
      agreements: agreements.filter(({ partnerId }) => partnerId === partner.id),
      promotions: buildPromotions(base),
      contracts: buildContracts(base, accounts),
    };
    const deals = buildDeals({ ...base, terms }, accounts, at * 100);
    return [...deals, ...buildDay(base, deals)];
  });
  const { leads, records: leadRecords } = buildLeads({
    today,
    people,
    records,
    criteria: records.flatMap((entry) => (entry.type === 'leadCriteria' ? [entry.record] : [])),
    channelManager: channelManager.name,
  });

  return {
    partners: partners.map(({ partner }) => partner),
    people,
    agreements,
    catalog: { id: catalogId, products },
    priceBooks,
    authorities: buildAuthorities(partners, people, today),
    records: [...guides, ...records, ...leadRecords.map((record) => ({ type: 'lead' as const, record }))],
    leads,
    ruleSets: buildRules(today, personOf(people, 'vendor', 'admin').name),
  };
}

function personOf(people: DemoVendor['people'], partnerId: string, role: Role) {
  const found = people.find((person) => person.partnerId === partnerId && person.role === role);
  if (!found) throw new Error(`${partnerId} has no ${role}`);
  return found;
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
