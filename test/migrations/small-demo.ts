import type { RecordOf } from '#shared/domain/records';
import type { DemoVendor } from '../../server/seed/demo-vendor';
import { kit, router } from './pending-work';

const keptQuotes = ['04', '07', '08'].map((at) => `rheinkontor-quote-${at}`);
const keptRequests = ['01', '02', '03'].map((at) => `rheinkontor-registration-${at}`);
const wholeTypes = ['promotion', 'dealRegistration', 'contract', 'editConflict', 'salesPath'];

/** The demo with one reseller and as much of its records and catalog as the frozen work is about: what is frozen stays small. */
export function smallDemo(vendor: DemoVendor): DemoVendor {
  const ours = vendor.records.filter(
    ({ record }) => 'partnerId' in record && record.partnerId === 'rheinkontor',
  );
  const kept = new Set([...keptQuotes, ...keptQuotes.map((id) => `${id}-approval`), ...keptRequests]);
  const chosen = ours.filter(({ type, record }) => wholeTypes.includes(type) || kept.has(record.id));
  for (const { record } of chosen)
    for (const field of ['opportunityId', 'recordId', 'accountId', 'contactId', 'contractId'])
      kept.add(String(Reflect.get(record, field)));
  for (const { type, record } of ours)
    if (type === 'opportunity' && kept.has(record.id)) kept.add(record.accountId);
  const records = ours.filter(({ type, record }) => wholeTypes.includes(type) || kept.has(record.id));

  const skus = new Set<string>([kit.sku, ...Object.values(kit.options), router]);
  for (const { type, record } of records)
    if (type === 'quote') for (const sku of skusOf(record)) skus.add(sku);
  const isKept = ({ sku }: { readonly sku: string }): boolean => skus.has(sku);
  const { catalog, priceBooks } = vendor;
  return {
    ...vendor,
    records,
    catalog: { ...catalog, products: catalog.products.filter(isKept) },
    priceBooks: priceBooks
      .filter(({ partnerIds }) => partnerIds.includes('rheinkontor'))
      .map((book) => ({ ...book, entries: book.entries.filter(isKept) })),
  };
}

const skusOf = ({ items }: RecordOf<'quote'>): string[] =>
  items.flatMap((item) => (item.kind === 'line' ? [item.sku] : []));
