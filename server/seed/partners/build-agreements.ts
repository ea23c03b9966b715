import { addDays } from '#shared/lib/clock';
import type { Agreement } from '#shared/domain/partner/partner';
import type { PartnerKey } from './partner-source';

const forFamily = (family: string, percent: string): Agreement['discounts'][number] => ({
  family,
  sku: null,
  percent,
});

/** What each partner negotiated (PR-20 step "agreement"); one ends soon, so that quotes show it as what binds their validity (PR-31). */
export function buildAgreements(today: string): Agreement[] {
  const year = Number(today.slice(0, 4));
  const from = `${year - 1}-07-01`;
  const until = `${year + 2}-01-01`;
  const agreement = (
    partnerId: PartnerKey,
    id: string,
    name: string,
    discounts: Agreement['discounts'],
    validUntil = until,
  ): Agreement => ({
    id: `${partnerId}-agreement-${id}`,
    partnerId,
    name,
    validFrom: from,
    validUntil,
    discounts,
  });
  return [
    agreement('brightpath', 'public-sector', 'Public sector framework', [
      forFamily('Endpoint security', '5'),
      forFamily('Backup', '4'),
      { family: null, sku: 'HS-SWT-X3300-48-P-10G', percent: '9.5' },
    ]),
    agreement(
      'brightpath',
      'wireless',
      'Wireless campaign',
      [forFamily('Wireless', '6')],
      addDays(today, 20),
    ),
    agreement('rheinkontor', 'storage', 'Storage growth agreement', [
      forFamily('Storage arrays', '6'),
      forFamily('Tape libraries', '3.5'),
    ]),
    agreement('steppe', 'enterprise', 'Central Asia enterprise agreement', [
      { family: null, sku: null, percent: '3' },
      forFamily('Virtualization', '7'),
    ]),
    agreement('jadebridge', 'distribution', 'Distribution agreement', [
      { family: null, sku: null, percent: '8' },
    ]),
  ];
}
