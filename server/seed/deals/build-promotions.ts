import { addDays } from '#shared/lib/clock';
import type { Promotion } from '#shared/domain/pricing/promotion';
import { perMille } from '../catalog/list-price';
import { idOf } from './build-accounts';
import type { AccountContext } from './deal-context';

const anything: Promotion['conditions'] = {
  skus: null,
  families: null,
  minQuantity: null,
  segments: null,
  tiers: null,
  regions: null,
};

type Outline = Omit<Promotion, 'id' | 'partnerId' | 'validFrom' | 'validUntil'>;

/**
 * PR-15: the campaigns that run now, one of each kind. The first two exclude each other; the last ones stack. Amounts are of the partner's
 * main currency; where another book's prices are below them they do nothing.
 */
export function buildPromotions({ partner, books, catalog, today }: AccountContext): Promotion[] {
  const currency = books[0]?.currency ?? 'EUR';
  const deskSwitch = catalog.find(({ product }) => product.family === 'Thin clients' && isOnSale(product));
  if (!deskSwitch) throw new Error('No thin client is on sale');
  const outlines: Outline[] = [
    {
      code: 'AIR-7',
      name: 'Wireless refresh, 7 % off',
      effect: { kind: 'percent', percent: '7' },
      conditions: { ...anything, families: ['Wireless'] },
      maxUnits: null,
      exclusiveGroup: 'wireless',
      priority: 20,
    },
    {
      code: 'AIR-15',
      name: 'Wireless: 15.00 off each of the first 25 units',
      effect: { kind: 'amount-off', amount: '15.00' },
      conditions: { ...anything, families: ['Wireless'], minQuantity: '5' },
      maxUnits: '25',
      exclusiveGroup: 'wireless',
      priority: 10,
    },
    {
      code: 'DESK-FIX',
      name: `Thin client ${deskSwitch.product.sku} at a fixed price`,
      effect: { kind: 'fixed-price', price: perMille(deskSwitch.list[currency], 780) },
      conditions: { ...anything, skus: [deskSwitch.product.sku], regions: [partner.region] },
      maxUnits: '100',
      exclusiveGroup: null,
      priority: 30,
    },
    {
      code: 'CABLE-10-1',
      name: 'Optics and cables: every eleventh is free',
      effect: { kind: 'free-goods', buy: '10', free: '1', freeSku: null },
      conditions: { ...anything, families: ['Optics and cables'] },
      maxUnits: null,
      exclusiveGroup: null,
      priority: 40,
    },
    {
      code: 'PUBLIC-EDU-3',
      name: 'Public sector and education, 3 % off security subscriptions',
      effect: { kind: 'percent', percent: '3' },
      conditions: {
        ...anything,
        families: ['Endpoint security', 'Email security'],
        segments: ['public', 'education'],
        tiers: [partner.tier],
      },
      maxUnits: null,
      exclusiveGroup: null,
      priority: 50,
    },
  ];
  return outlines.map((outline, at) => ({
    ...outline,
    id: idOf(partner.id, 'promotion', at),
    partnerId: partner.id,
    validFrom: addDays(today, -18),
    validUntil: addDays(today, 41),
  }));
}

const isOnSale = ({
  orderableFrom,
  orderableUntil,
}: {
  readonly orderableFrom: string | null;
  readonly orderableUntil: string | null;
}): boolean => orderableFrom === null && orderableUntil === null;
