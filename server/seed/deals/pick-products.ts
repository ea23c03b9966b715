import type { Account } from '#shared/domain/deal/account';
import type { CatalogItem } from '../catalog/build-products';
import { toMillionths } from '../catalog/list-price';
import type { DealContext } from './deal-context';

/** How many people, devices or nodes a customer has: the sizes of SKU offered to it. Of terabytes and administrators it has a tenth. */
const sizes: Readonly<Record<Account['segment'], readonly [number, number]>> = {
  enterprise: [100, 500],
  'mid-market': [25, 100],
  'small-business': [5, 10],
  public: [50, 250],
  education: [50, 250],
};
/** Who may have a licence programme: the others are for everyone. */
const programmeSegment: Readonly<Record<string, Account['segment']>> = {
  'public sector': 'public',
  education: 'education',
};

/** From how many lines on a quote is about everything, not about its topic. */
const broadFrom = 40;

/** `count` different products for a customer, from the topic's families first and from any when those do not suffice. */
export function pickProducts(
  context: DealContext,
  account: Account,
  topicFamilies: readonly string[],
  count: number,
): CatalogItem[] {
  const { catalog, random } = context;
  const suitable = catalog.filter((item) => isFor(item, account, context));
  const byFamily = groupByFamily(suitable);
  const families = count < broadFrom ? topicFamilies : [...byFamily.keys()];
  const picked = new Map<string, CatalogItem>();
  const free = (items: readonly CatalogItem[]) => items.filter(({ offer }) => !picked.has(offer));
  while (picked.size < count) {
    // Family first: otherwise the families with the most SKUs fill every quote.
    const choice = free(byFamily.get(random.pick(families)) ?? []);
    const item = random.pick(choice.length > 0 ? choice : free(suitable));
    picked.set(item.offer, item);
  }
  return [...picked.values()];
}

function groupByFamily(items: readonly CatalogItem[]): ReadonlyMap<string, readonly CatalogItem[]> {
  const groups = new Map<string, CatalogItem[]>();
  for (const item of items) {
    const group = groups.get(item.product.family);
    if (group) group.push(item);
    else groups.set(item.product.family, [item]);
  }
  return groups;
}

/** On sale, of the customer's region and programme, and not larger than the customer. */
function isFor({ product, band }: CatalogItem, account: Account, { partner }: DealContext): boolean {
  const { orderableFrom, orderableUntil, attributes } = product;
  if (orderableFrom !== null || orderableUntil !== null) return false;
  const programme = programmeSegment[attributes['Programme'] ?? ''];
  if (programme !== undefined && programme !== account.segment) return false;
  const radio = attributes['Radio region'];
  if (radio !== undefined && radio !== radioRegionOf(partner.region)) return false;
  return band === null || fits(band.least, attributes, account);
}

function fits(least: number, attributes: CatalogItem['product']['attributes'], account: Account): boolean {
  const [low, high] = sizes[account.segment];
  if (attributes['Quantity'] !== undefined) return least <= high;
  const isFew = attributes['Capacity'] !== undefined || attributes['Administrators'] !== undefined;
  const scale = isFew ? 10 : 1;
  return least * scale >= low && least * scale <= high;
}

function radioRegionOf(region: string): string {
  if (region === 'EU') return 'EU';
  return region === 'East Asia' ? 'CN' : 'rest of world';
}

/** A quantity such a customer would order: within the SKU's own band, few of what is dear. */
export function pickQuantity({ product, list, band }: CatalogItem, { random }: DealContext): string {
  if (product.charge.kind === 'usage') return String(random.integer(2, 40) * 500);
  if (band) return String(random.integer(band.least, Math.min(band.most, band.least * 2)));
  if (product.unit === 'hour') return String(random.integer(4, 60) * 2);
  const price = toMillionths(list.EUR);
  if (price >= 5_000_000_000n) return String(random.integer(1, 2));
  if (price >= 1_000_000_000n) return String(random.integer(1, 5));
  return String(random.integer(2, 24));
}
