import type { Account } from '#shared/domain/deal/account';
import type { CatalogItem } from '../catalog/build-products';
import { toMillionths } from '../catalog/list-price';
import type { DealContext } from './deal-context';

const mostSeats: Readonly<Record<Account['segment'], number>> = {
  enterprise: 1000,
  'mid-market': 100,
  'small-business': 10,
  public: 250,
  education: 250,
};
/** Who may have a licence programme: the others are for everyone. */
const programmeSegment: Readonly<Record<string, Account['segment']>> = {
  'public sector': 'public',
  education: 'education',
};

/** `count` different products for a customer, from the topic's families first and from any when those do not suffice. */
export function pickProducts(
  context: DealContext,
  account: Account,
  families: readonly string[],
  count: number,
): CatalogItem[] {
  const { catalog, random } = context;
  const suitable = catalog.filter((item) => isFor(item, account, context));
  const near = suitable.filter(({ product }) => families.includes(product.family));
  const pool = near.length >= count * 2 ? near : suitable;
  const picked = new Set<CatalogItem>();
  while (picked.size < Math.min(count, pool.length)) {
    // Family first: otherwise the families with the most SKUs fill every quote.
    const family = random.pick(families);
    const ofFamily = pool.filter(({ product }) => product.family === family);
    const from = pool === near && ofFamily.some((item) => !picked.has(item)) ? ofFamily : pool;
    picked.add(random.pick(from));
  }
  return [...picked];
}

/** On sale, of the customer's region and programme, and not larger than the customer. */
function isFor({ product, least }: CatalogItem, account: Account, { partner }: DealContext): boolean {
  const { orderableFrom, orderableUntil, attributes } = product;
  if (orderableFrom !== null || orderableUntil !== null) return false;
  const programme = programmeSegment[attributes['Programme'] ?? ''];
  if (programme !== undefined && programme !== account.segment) return false;
  const radio = attributes['Radio region'];
  if (radio !== undefined && radio !== radioRegionOf(partner.region)) return false;
  return least <= mostSeats[account.segment];
}

function radioRegionOf(region: string): string {
  if (region === 'EU') return 'EU';
  return region === 'East Asia' ? 'CN' : 'rest of world';
}

/** A quantity such a customer would order: within the SKU's own band, few of what is dear. */
export function pickQuantity(
  { product, list, least, most }: CatalogItem,
  account: Account,
  { random }: DealContext,
): string {
  const banded = least > 1 || product.charge.kind === 'usage' || most > 12;
  if (product.charge.kind === 'usage') return String(random.integer(2, 40) * 500);
  if (banded) {
    const ceiling = Math.max(least, Math.min(most, Math.round(mostSeats[account.segment] * 1.5)));
    return String(random.integer(least, ceiling));
  }
  if (product.unit === 'hour') return String(random.integer(4, 60) * 2);
  const price = toMillionths(list.EUR);
  if (price >= 5_000_000_000n) return String(random.integer(1, 2));
  if (price >= 1_000_000_000n) return String(random.integer(1, 5));
  return String(random.integer(2, account.segment === 'small-business' ? 6 : 30));
}
