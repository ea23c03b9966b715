/** Builders for proposals: real quotes, really priced. */
import type { Language } from '../domain/catalog/localized';
import type { Charge } from '../domain/catalog/product';
import type { Contact } from '../domain/deal/account';
import type { Brand, Person } from '../domain/partner/partner';
import { priceQuote } from '../domain/quote/price-quote';
import { linesOf, type QuoteItem } from '../domain/quote/quote';
import { aLine, anAccount, aPricing, aSection, type Situation } from '../domain/quote/quote.test-kit';
import type { ProposalInput } from './proposal';

export const partnerLogo =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 220 56"><rect x="0" y="6" width="44" height="44" rx="10" fill="#0b6e69"/><path d="M11 20 L22 40 L33 20" stroke="#fff" stroke-width="5" fill="none" stroke-linecap="round" stroke-linejoin="round"/><text x="56" y="37" font-family="Inter, sans-serif" font-size="24" font-weight="bold" fill="#12312f">Vistula IT</text></svg>';
export const vendorLogo =
  '<svg xmlns="http://www.w3.org/2000/svg" width="200" height="40" viewBox="0 0 200 40"><circle cx="20" cy="20" r="14" fill="#1f2937"/><text x="44" y="28" font-family="sans-serif" font-size="22" fill="#1f2937">Northwind</text></svg>';

export const aBrand = (changes: Partial<Brand> = {}): Brand => ({
  displayName: 'Vistula IT',
  accentColor: '#0b6e69',
  logoSvg: partnerLogo,
  contactLines: ['Grzybowska 12, 00-132 Warszawa', '+48 22 555 01 00', 'oferty@vistula-it.example'],
  ...changes,
});

export const aPerson = (changes: Partial<Person> = {}): Person => ({
  id: 'person-1',
  partnerId: 'partner-1',
  name: 'Zofia Wójcik',
  email: 'zofia@vistula-it.example',
  role: 'rep',
  phone: '+48 22 555 01 07',
  ...changes,
});

export const aContact = (changes: Partial<Contact> = {}): Contact => ({
  id: 'contact-1',
  partnerId: 'partner-1',
  accountId: 'account-1',
  name: 'Łukasz Żak',
  jobTitle: 'CIO',
  email: 'lukasz.zak@baltic-foods.example',
  phone: '',
  createdAt: '2026-03-01T09:00:00.000Z',
  updatedAt: '2026-03-01T09:00:00.000Z',
  ...changes,
});

export interface ProposalSituation extends Situation {
  readonly language?: Language;
  readonly brand?: Partial<Brand>;
  readonly input?: Partial<ProposalInput>;
}

/** A proposal for a quote priced with the situation's book, partner and account. */
export function aProposal({
  language = 'en',
  brand,
  input,
  ...situation
}: ProposalSituation = {}): ProposalInput {
  const pricing = aPricing(situation);
  return {
    quote: pricing.quote,
    priced: priceQuote(pricing),
    products: linesOf(pricing.quote).flatMap(({ sku }) => pricing.product(sku) ?? []),
    account: pricing.account,
    contact: aContact(),
    author: aPerson(),
    partnerBrand: aBrand(brand),
    vendorBrand: aBrand({ displayName: 'Northwind Systems', logoSvg: vendorLogo, contactLines: [] }),
    language,
    ...input,
  };
}

const names: Readonly<Record<Language, readonly string[]>> = {
  en: [
    'Endpoint protection, per device',
    'Business continuity suite',
    'Rack server R540, 2 × 16 cores',
    'On-site installation',
  ],
  pl: [
    'Ochrona stacji roboczych, za urządzenie',
    'Pakiet ciągłości działania',
    'Serwer stelażowy R540, 2 × 16 rdzeni',
    'Instalacja na miejscu',
  ],
  ru: [
    'Защита рабочих станций, за устройство',
    'Пакет непрерывности бизнеса',
    'Стоечный сервер R540, 2 × 16 ядер',
    'Установка на месте',
  ],
  'zh-CN': ['终端防护（按设备）', '业务连续性套件', '机架式服务器 R540，2 × 16 核', '现场安装服务'],
};
const charges: readonly Charge[] = [
  { kind: 'recurring', period: 'year', termMonths: 36 },
  { kind: 'recurring', period: 'month', termMonths: 12 },
  { kind: 'one-time' },
  { kind: 'one-time' },
];
const lists = ['42.50', '18.9', '12480.00', '1350.00'];

/** A full-looking quote of `count` lines, every 9th one optional, in sections when asked for. */
export function aLongProposal(
  count: number,
  language: Language,
  sections: readonly string[] = [],
): ProposalInput {
  const products = names[language].map((name, index) => ({
    sku: `NW-${['EPP', 'BCS', 'SRV', 'SVC'][index]}-${100 + index}`,
    list: lists[index] ?? '1.00',
    product: {
      name: { en: names.en[index] ?? '', [language]: name },
      charge: charges[index] ?? { kind: 'one-time' as const },
    },
  }));
  const items: QuoteItem[] = [];
  const perSection = Math.ceil(count / Math.max(sections.length, 1));
  for (let index = 0; index < count; index += 1) {
    if (sections.length > 0 && index % perSection === 0)
      items.push(aSection({ id: `section-${index}`, title: sections[index / perSection] ?? '' }));
    const product = products[index % 4];
    items.push(
      aLine({
        id: `line-${index + 1}`,
        sku: product?.sku ?? '',
        description: names[language][index % 4] ?? '',
        quantity: String(1 + ((index * 7) % 240)),
        discountPercent: index % 3 === 0 ? '7.5' : '0',
        note: index % 6 === 1 ? (noteText[language] ?? '') : '',
        optional: index % 9 === 8,
      }),
    );
  }
  return aProposal({
    language,
    products,
    quote: {
      items,
      title: titles[language],
      introduction: introductions[language],
      terms: termTexts[language],
      documentLanguage: language,
    },
    account: anAccount({ name: 'Baltic Foods S.A.' }),
  });
}

const titles: Readonly<Record<Language, string>> = {
  en: 'Workplace security and servers for the Gdynia site',
  pl: 'Bezpieczeństwo stanowisk i serwery dla zakładu w Gdyni',
  ru: 'Безопасность рабочих мест и серверы для площадки в Гдыне',
  'zh-CN': '格丁尼亚工厂办公安全与服务器方案',
};
const introductions: Readonly<Record<Language, string>> = {
  en: 'Thank you for the talks of last week. This proposal covers the protection of every workplace in Gdynia, new servers for production planning, and their installation.\n\nWe have assumed delivery in one batch. Should you prefer two, prices stay the same.',
  pl: 'Dziękujemy za rozmowy w ubiegłym tygodniu. Oferta obejmuje ochronę wszystkich stanowisk w Gdyni, nowe serwery do planowania produkcji oraz ich instalację.\n\nZałożyliśmy dostawę w jednej partii. Przy dwóch partiach ceny pozostają bez zmian.',
  ru: 'Благодарим за встречу на прошлой неделе. Предложение охватывает защиту всех рабочих мест в Гдыне, новые серверы для планирования производства и их установку.\n\nМы исходили из поставки одной партией. При двух партиях цены не изменятся.',
  'zh-CN':
    '感谢贵司上周的会谈。本方案涵盖格丁尼亚工厂全部工位的安全防护、用于生产计划的新服务器及其安装。\n\n我们按一次性交付报价；如需分两批交付，价格不变。',
};
const termTexts: Readonly<Record<Language, string>> = {
  en: '1. Payment within 30 days of the invoice.\n2. Delivery within four weeks of the order.\n3. Subscriptions begin on the day of activation.',
  pl: '1. Płatność w ciągu 30 dni od wystawienia faktury.\n2. Dostawa w ciągu czterech tygodni od zamówienia.\n3. Subskrypcje rozpoczynają się w dniu aktywacji.',
  ru: '1. Оплата в течение 30 дней с даты счёта.\n2. Поставка в течение четырёх недель после заказа.\n3. Подписки начинаются в день активации.',
  'zh-CN': '1. 开票后 30 天内付款。\n2. 下单后四周内交货。\n3. 订阅自激活之日起计算。',
};
const noteText: Readonly<Record<Language, string>> = {
  en: 'Starts with the go-live in May.',
  pl: 'Start wraz z uruchomieniem w maju.',
  ru: 'Начинается с запуском в мае.',
  'zh-CN': '自五月上线之日起生效。',
};
