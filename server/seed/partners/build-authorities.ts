import { addDays } from '#shared/lib/clock';
import type { AuthorityToken } from '#shared/domain/approval/delegated-authority';
import type { BookCurrency } from '../catalog/list-price';
import type { DemoVendor } from '../demo-vendor';
import type { DemoPartner } from './build-partners';

const budgets: Readonly<Record<BookCurrency, string>> = {
  EUR: '5000.00',
  USD: '5500.00',
  PLN: '20000.00',
  CNY: '40000.00',
};

/** PR-62: the first rep of each partner may take off five points more than a rep, on anything, in the partner's main currency. */
export const buildAuthorities = (
  partners: readonly DemoPartner[],
  people: DemoVendor['people'],
  today: string,
): AuthorityToken[] =>
  partners.flatMap(({ partner, books }) => {
    const rep = people.find(({ partnerId, role }) => partnerId === partner.id && role === 'rep');
    const currency = books[0]?.currency;
    if (!rep || !currency) return [];
    return [
      {
        id: `${partner.id}-authority-01`,
        partnerId: partner.id,
        personId: rep.id,
        family: null,
        maxExtraDiscount: '5',
        budget: { amount: budgets[currency], currency },
        validFrom: addDays(today, -30),
        validUntil: addDays(today, 60),
      },
    ];
  });
