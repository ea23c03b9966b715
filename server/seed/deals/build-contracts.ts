import { addDays } from '#shared/lib/clock';
import type { Account } from '#shared/domain/deal/account';
import type { Contract, ContractLine } from '#shared/domain/pricing/contract';
import type { CatalogItem } from '../catalog/build-products';
import { perMille } from '../catalog/list-price';
import { randomFrom } from '../random';
import { idOf } from './build-accounts';
import { bookFor } from './build-opportunities';
import type { AccountContext } from './deal-context';

/** Days from today to the end of each contract, one for a customer. The first two began some 340 days ago, the others a year before their end. */
const endsInDays = [118, 239, 20, 60, 95, 200] as const;
const ofAge = 2;

/**
 * ORD-2, ORD-3: customers' running subscriptions; what is added to them runs to their end (PR-13, PR-50). Those that end within 90 days the
 * server offers for renewal as soon as it runs; the one of 95 days follows in the same week.
 */
export function buildContracts(context: AccountContext, accounts: readonly Account[]): Contract[] {
  const { partner, today, catalog } = context;
  // Of its own, so that what else is random stays as it is.
  const random = randomFrom(`contracts of ${partner.id}`);
  const items = catalog.filter(isSubscription);
  return endsInDays.flatMap((days, at) => {
    const account = accounts[at];
    if (!account) return [];
    const { currency } = bookFor(context, account);
    const endsOn = addDays(today, days);
    const startsOn = at < ofAge ? addDays(today, -341 - at * 12) : addDays(endsOn, -364);
    const id = idOf(partner.id, 'contract', at);
    const lines = Array.from({ length: at < ofAge ? 2 + at : 1 + (at % 3) }, (_, index): ContractLine => {
      const { product, list } = random.pick(items);
      const listUnit = list[currency];
      if (product.charge.kind !== 'recurring') throw new Error(`${product.sku} does not recur`);
      return {
        id: `${id}-line-${index + 1}`,
        sku: product.sku,
        description: product.name.en,
        quantity: String(random.integer(2, 12) * 5),
        period: product.charge.period,
        listUnit,
        buyUnit: perMille(listUnit, 760),
        sellUnit: perMille(listUnit, 940),
        startsOn,
        endsOn,
      };
    });
    const number = `C-${startsOn.slice(0, 4)}-${String(2_100 + random.integer(0, 799))}`;
    return [{ id, partnerId: partner.id, accountId: account.id, number, currency, startsOn, endsOn, lines }];
  });
}

const isSubscription = ({ product }: CatalogItem): boolean =>
  product.kind === 'subscription' &&
  product.charge.kind === 'recurring' &&
  product.orderableFrom === null &&
  product.orderableUntil === null;
