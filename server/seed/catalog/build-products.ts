import { addDays } from '#shared/lib/clock';
import type { Language } from '#shared/domain/catalog/localized';
import type { Charge, Product } from '#shared/domain/catalog/product';
import { beside, inEveryLanguage, listed } from '../localized-text';
import { randomFrom } from '../random';
import type { DimensionSource, DimensionValue, EditionSource, FamilySource } from './family-source';
import { bookCurrencies, listPrice, toMillionths, type BookCurrency } from './list-price';

export const vendorName = 'Halden Systems';

/** A product with what only the seed needs to know of it. */
export interface CatalogItem {
  readonly product: Product;
  readonly list: Readonly<Record<BookCurrency, string>>;
  /** What counts as the same thing in a quote: software once per edition, since nobody buys it for 50 and for 100 people at once. */
  readonly offer: string;
  /** The quantities its price is for, when it is one of several sizes. */
  readonly band: { readonly least: number; readonly most: number } | null;
}

interface Choice {
  readonly dimension: DimensionSource;
  readonly value: DimensionValue;
}

/** Every SKU of every family: each edition in all combinations of its dimensions. `today` places the beginnings and ends of sale. */
export function buildCatalog(
  families: readonly FamilySource[],
  dimensions: ReadonlyMap<string, DimensionSource>,
  today: string,
): CatalogItem[] {
  return families.flatMap((family) => {
    const variants = combinations(family.dimensions.map((name) => dimensionNamed(dimensions, name)));
    return family.editions.flatMap((edition) =>
      variants.map((choices) => buildItem(family, edition, choices, today)),
    );
  });
}

function dimensionNamed(dimensions: ReadonlyMap<string, DimensionSource>, name: string): DimensionSource {
  const found = dimensions.get(name);
  if (!found) throw new Error(`No dimension is named ${name}`);
  return found;
}

const combinations = (dimensions: readonly DimensionSource[]): Choice[][] =>
  dimensions.reduce<Choice[][]>(
    (all, dimension) =>
      all.flatMap((choices) => dimension.values.map((value) => [...choices, { dimension, value }])),
    [[]],
  );

function buildItem(
  family: FamilySource,
  edition: EditionSource,
  choices: readonly Choice[],
  today: string,
): CatalogItem {
  const factors = choices.map(({ value }) => value.factor);
  const base = toMillionths(edition.price);
  const [eur, pln, usd, cny] = bookCurrencies.map((currency) => listPrice(base, factors, currency));
  if (eur === undefined || pln === undefined || usd === undefined || cny === undefined)
    throw new Error('A currency has no price');
  const band = choices.flatMap(({ value: { least, most } }) =>
    least === undefined || most === undefined ? [] : [{ least, most }],
  );
  const product = buildProduct(family, edition, choices, today);
  const isSoftware = product.kind === 'subscription' || product.kind === 'licence';
  return {
    product,
    offer: isSoftware ? `${family.code}-${edition.code}` : product.sku,
    list: { EUR: eur, PLN: pln, USD: usd, CNY: cny },
    band: band[0] ?? null,
  };
}

function buildProduct(
  family: FamilySource,
  edition: EditionSource,
  choices: readonly Choice[],
  today: string,
): Product {
  const sku = skuOf(family, edition.code, choices);
  const { lifecycle } = edition;
  const ended = lifecycle && 'endedDaysAgo' in lifecycle ? lifecycle : undefined;
  const coming = lifecycle && 'startsInDays' in lifecycle ? lifecycle : undefined;
  return {
    sku,
    family: family.family,
    familyName: inEveryLanguage((language) => (language === 'en' ? family.family : family.name[language])),
    kind: family.kind,
    name: inEveryLanguage((language) =>
      listed(language, [
        beside(language, family.name[language], edition.label[language]),
        ...choices.map((choice) => choiceLabel(choice, language)),
      ]),
    ),
    description: inEveryLanguage((language) =>
      [family.description[language], edition.description[language]].join(language === 'zh-CN' ? '' : ' '),
    ),
    vendor: vendorName,
    unit: family.unit,
    charge: chargeOf(family, choices),
    taxCategory: family.taxCategory,
    orderableFrom: coming ? addDays(today, coming.startsInDays) : null,
    orderableUntil: ended ? addDays(today, -ended.endedDaysAgo) : null,
    successorSku: ended ? skuOf(family, ended.successor, choices) : null,
    stock: family.kind === 'hardware' ? stockOf(sku, lifecycle !== undefined) : null,
    attributes: {
      Edition: edition.label.en,
      ...edition.attributes,
      ...Object.fromEntries(choices.map((choice) => [choice.dimension.attribute, choiceLabel(choice, 'en')])),
    },
  };
}

const skuOf = (family: FamilySource, edition: string, choices: readonly Choice[]): string =>
  ['HS', family.code, edition, ...choices.map(({ value }) => value.code)].join('-');

function choiceLabel({ dimension, value }: Choice, language: Language): string {
  if (value.label) return value.label[language];
  return (dimension.label?.[language] ?? '{}').replace('{}', value.text ?? '');
}

function chargeOf({ charge, code }: FamilySource, choices: readonly Choice[]): Charge {
  if (charge === 'one-time' || charge === 'usage') return { kind: charge };
  const termMonths = choices.find(({ value }) => value.termMonths !== undefined)?.value.termMonths;
  if (termMonths === undefined) throw new Error(`${code} recurs but has no term`);
  return { kind: 'recurring', period: charge, termMonths };
}

/** What is being phased out or in has little or nothing on the shelf. */
function stockOf(sku: string, passing: boolean): Product['stock'] {
  const random = randomFrom(`stock ${sku}`);
  const level = passing || random.chance(12) ? random.integer(0, 2) : random.integer(3, 180);
  return { level, leadTimeDays: level > 10 ? random.integer(2, 5) : random.integer(10, 45) };
}
