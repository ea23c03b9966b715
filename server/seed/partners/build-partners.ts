import type { Brand, Partner } from '#shared/domain/partner/partner';
import { distributionBookId, resellerBookId } from '../catalog/build-distribution';
import { bookIdOf } from '../catalog/build-price-books';
import type { BookCurrency } from '../catalog/list-price';
import { vendorName } from '../catalog/build-products';
import { logos } from './logos';
import { taxPolicies } from './tax-policies';
import type { DemoTexts, PartnerKey } from './partner-source';

/** A partner and the books it has, the first one its main one. */
export interface DemoPartner {
  readonly key: PartnerKey;
  readonly partner: Partner;
  readonly books: readonly { readonly bookId: string; readonly currency: BookCurrency }[];
}

interface Outline {
  readonly key: PartnerKey;
  readonly name: string;
  readonly kind: Partner['kind'];
  readonly tier: Partner['tier'];
  readonly country: keyof typeof taxPolicies;
  readonly region: string;
  readonly currencies: readonly BookCurrency[];
  /** A book of two-tier distribution that comes after those of its tier (PR-22). */
  readonly distributionBook?: { readonly bookId: string; readonly currency: BookCurrency };
  readonly timeZone: string;
  readonly displayName: string;
  readonly accentColor: string;
  readonly contactLines: string[];
  /** What it is certified for. */
  readonly certifications: string[];
}

const outlines: readonly Outline[] = [
  {
    key: 'brightpath',
    name: 'Brightpath sp. z o.o.',
    kind: 'reseller',
    tier: 'gold',
    country: 'PL',
    region: 'EU',
    currencies: ['PLN', 'EUR'],
    timeZone: 'Europe/Warsaw',
    displayName: 'Brightpath',
    accentColor: '#b45309',
    contactLines: [
      'Brightpath sp. z o.o.',
      'ul. Słoneczna 18, 00-789 Warszawa',
      'biuro@brightpath.example',
      '+48 22 555 01 00',
    ],
    certifications: ['Data protection', 'Campus networks'],
  },
  {
    key: 'rheinkontor',
    name: 'Rheinkontor Systemhaus GmbH',
    kind: 'reseller',
    tier: 'silver',
    country: 'DE',
    region: 'EU',
    currencies: ['EUR'],
    timeZone: 'Europe/Berlin',
    displayName: 'Rheinkontor',
    accentColor: '#0f766e',
    contactLines: [
      'Rheinkontor Systemhaus GmbH',
      'Am Alten Hafen 4, 50668 Köln',
      'kontakt@rheinkontor.example',
      '+49 221 555 0100',
    ],
    certifications: ['Campus networks'],
  },
  {
    key: 'steppe',
    name: 'ТОО «Степь Интегро»',
    kind: 'reseller',
    tier: 'platinum',
    country: 'KZ',
    region: 'Central Asia',
    currencies: ['USD'],
    distributionBook: { bookId: resellerBookId, currency: 'USD' },
    timeZone: 'Asia/Almaty',
    displayName: 'Степь Интегро',
    accentColor: '#0369a1',
    contactLines: [
      'ТОО «Степь Интегро»',
      'пр. Достык 210, Алматы 050051',
      'office@steppe-integro.example',
      '+7 727 355 01 00',
    ],
    certifications: ['Data protection', 'Campus networks', 'Security operations'],
  },
  {
    key: 'jadebridge',
    name: '玉桥信息技术（上海）有限公司',
    kind: 'distributor',
    tier: 'platinum',
    country: 'CN',
    region: 'East Asia',
    currencies: ['CNY'],
    distributionBook: { bookId: distributionBookId, currency: 'USD' },
    timeZone: 'Asia/Shanghai',
    displayName: '玉桥信息',
    accentColor: '#15803d',
    contactLines: [
      '玉桥信息技术（上海）有限公司',
      '上海市长宁区玉屏路 66 号 200051',
      'service@jadebridge.example',
      '+86 21 5550 0100',
    ],
    certifications: ['Data protection', 'Security operations'],
  },
];

const vendorBrand: Brand = {
  displayName: vendorName,
  accentColor: '#1d4ed8',
  logoSvg: logos.halden,
  contactLines: [vendorName, 'Quay Street 12, Dublin', 'partners@halden.example'],
};

/** The distributor and the resellers of the demo. Every company is invented. */
export function buildPartners(texts: DemoTexts): DemoPartner[] {
  return outlines.map((outline) => ({
    key: outline.key,
    partner: {
      id: outline.key,
      partnerId: outline.key,
      name: outline.name,
      kind: outline.kind,
      tier: outline.tier,
      country: outline.country,
      region: outline.region,
      currency: outline.currencies[0] ?? 'EUR',
      timeZone: outline.timeZone,
      taxPolicy: taxPolicies[outline.country],
      brand: {
        displayName: outline.displayName,
        accentColor: outline.accentColor,
        logoSvg: logos[outline.key],
        contactLines: outline.contactLines,
      },
      vendorBrand,
      proposalTerms: texts.proposalTerms,
      certifications: outline.certifications,
      vendorContacts: [{ userId: 'vendor-channel', name: 'Nora Lindqvist' }],
    },
    books: [
      ...outline.currencies.map((currency) => ({ bookId: bookIdOf(currency, outline.tier), currency })),
      ...(outline.distributionBook ? [outline.distributionBook] : []),
    ],
  }));
}
