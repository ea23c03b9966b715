import { readCompanyName, type CompanyName } from './company-name';
import { isLocal, wordKey } from './business-words';
import { compareNames, type NameLikeness } from './name-likeness';
import { isOwnWord } from './own-words';
import { withCities } from './place-words';
import { cityKey } from './places';
import { isCaseOf } from './word-likeness';
import { compareTaxIds, taxIdOf, type TaxId } from './tax-id';
import { webDomainOf, type WebDomain } from './web-domain';

/** What is known of an end customer; an account is one. */
export interface Customer {
  readonly name: string;
  readonly taxId?: string | null | undefined;
  /** ISO 3166-1, two letters; empty: not known. */
  readonly country?: string | null | undefined;
  readonly city?: string | null | undefined;
  /** Website or e-mail address. */
  readonly website?: string | null | undefined;
}

/** A customer read once, to be compared with many. */
export interface ReadCustomer {
  readonly said: Customer;
  readonly names: readonly CompanyName[];
  readonly taxId: TaxId | null;
  readonly domain: WebDomain | null;
  readonly country: string;
  readonly city: string;
  /** How many words of its name hardly another one has. */
  readonly ownWords: number;
}

export const reasonCodes = [
  'tax-id-equal',
  'tax-id-different',
  'name-equal',
  'name-alike',
  'name-initials',
  'name-different',
  'number-different',
  'part-different',
  'extra-words',
  'domain-equal',
  'domain-alike',
  'domain-different',
  'country-different',
  'city-equal',
  'city-different',
] as const;
export type ReasonCode = (typeof reasonCodes)[number];

/** Why, with what each of the two says: to be put into the reader's language. */
export interface Reason {
  readonly code: ReasonCode;
  readonly speaks: 'for' | 'against';
  readonly a: string;
  readonly b: string;
}

export interface Likeness {
  readonly same: boolean;
  /** 0 to 1 with two decimals; from `sameFrom` on they are taken for the same. */
  readonly score: number;
  /** What weighs most comes first. */
  readonly reasons: readonly Reason[];
}

export const sameFrom = 0.8;
/** Not the same, and alike enough for a person to be shown it. */
const toBeLookedAt = 0.72;
const elsewhere = 0.76;

export function readCustomer(said: Customer): ReadCustomer {
  const names = readCompanyName(withoutSigns(said.name), said.city ?? '');
  return {
    said,
    names,
    taxId: taxIdOf(said.taxId ?? '', said.country ?? ''),
    domain: webDomainOf(said.website ?? ''),
    country: said.country ?? '',
    city: cityKey(said.city ?? ''),
    ownWords: Math.min(...names.map(({ words }) => words.filter(isOwnWord).length)),
  };
}

/** Without trademark signs and pictures, which would be read as letters. What has neither letter nor digit says nothing. */
function withoutSigns(name: string): string {
  const left = name.replace(/[\p{Extended_Pictographic}\u2120]/gu, ' ');
  return /[\p{L}\p{N}]/u.test(left) ? left : '';
}

/** "123" is typed for many a customer: as a name it says too little. */
export const isMoreThanNumbers = ({ words }: CompanyName): boolean =>
  words.some(({ kind }) => kind !== 'number');
/** The most that numbers alone score: shown to a person, not taken for the same. */
const limitOfNumbers = 0.75;

/**
 * OPP-4: whether two entries are one end customer. The same tax id decides. Otherwise the names decide, with web domain, city and country for or
 * against; what tells two customers apart (a number, "North", another country, another tax id) is never outweighed by a look-alike name.
 * Symmetric and deterministic.
 */
export const sameCustomer = (a: Customer, b: Customer): Likeness =>
  compareCustomers(readCustomer(a), readCustomer(b));

/** `sameCustomer` of customers that were read before. */
export function compareCustomers(a: ReadCustomer, b: ReadCustomer): Likeness {
  const reasons: Reason[] = [];
  const because = (code: ReasonCode, speaks: Reason['speaks'], of: (one: Customer) => string): void => {
    reasons.push({ code, speaks, a: of(a.said), b: of(b.said) });
  };
  const name = ({ name: said }: Customer): string => said;
  const taxIds = compareTaxIds(a.taxId, b.taxId);
  if (taxIds === 'equal') {
    because('tax-id-equal', 'for', ({ taxId }) => taxId ?? '');
    return { same: true, score: 1, reasons };
  }

  const likeness = bestLikeness(a, b);
  const atHome = atHomeIn(likeness, a, b);
  const isNamed = a.names.some(isMoreThanNumbers) || b.names.some(isMoreThanNumbers);
  let score = atHome;
  addNameReason(likeness, atHome, (code, speaks) => because(code, speaks, name));

  const domain = compareDomains(a.domain, b.domain);
  const website = ({ website: said }: Customer): string => said ?? '';
  if (domain === 'equal') {
    because('domain-equal', 'for', website);
    if (likeness.differs === null && atHome > 0.3) score = Math.max(atHome + 0.1, 0.9);
    // Another name on one website: not decided, but somebody should look at it.
    else if (!areSisters(likeness, atHome)) score = Math.max(score, toBeLookedAt);
  }
  if (domain === 'alike') {
    because('domain-alike', 'for', website);
    if (likeness.differs === null) score += 0.06;
  }
  if (domain === 'different') {
    because('domain-different', 'against', website);
    score -= 0.04;
  }
  if (a.city !== '' && b.city !== '') {
    const city = ({ city: said }: Customer): string => said ?? '';
    const isSame = citiesAlike(a.city, b.city);
    because(isSame ? 'city-equal' : 'city-different', isSame ? 'for' : 'against', city);
    if (isSame) score += 0.03;
    else if (isBranch(a) || isBranch(b)) {
      // A branch is elsewhere by its nature.
    } else if (likeness.isGeneric || (domain !== 'equal' && isBoundToCity(a) && isBoundToCity(b)))
      score = Math.min(score, 0.5);
    else if (domain !== 'equal') {
      score -= 0.08;
      // What others may be called too, or almost: elsewhere, or with a website of its own there, it is another one.
      if (isNamedByOneWord(a, b, domain) || likeness.isMisspelled || domain === 'different')
        score = Math.min(score, elsewhere);
    }
  }
  if (!isNamed && domain !== 'equal') score = Math.min(score, limitOfNumbers);
  if (a.country !== '' && b.country !== '' && a.country !== b.country) {
    because('country-different', 'against', ({ country }) => country ?? '');
    // A subsidiary is a customer of its own.
    score = Math.min(score - 0.3, 0.5);
  }
  if (taxIds === 'different') {
    because('tax-id-different', 'against', ({ taxId }) => taxId ?? '');
    score = Math.min(score - 0.4, 0.45);
  }
  const rounded = Math.round(Math.min(1, Math.max(0, score)) * 100) / 100;
  return { same: rounded >= sameFrom, score: rounded, reasons: weighed(reasons) };
}

function bestLikeness(a: ReadCustomer, b: ReadCustomer): NameLikeness {
  const isOneCity = a.city !== '' && a.city === b.city;
  const cities = [...new Set([a.city, b.city])].filter((city) => city !== '');
  const namesOf = (one: ReadCustomer, other: ReadCustomer): readonly CompanyName[] =>
    cities.length === 0 ? one.names : ownNamesOf(one, other).map((name) => withCities(name, cities));
  const ownNamesOf = (one: ReadCustomer, other: ReadCustomer): readonly CompanyName[] => {
    if (isOneCity) return one.names.map((name) => withCity(name, one.city));
    return isChineseNameOf(other.said.city ?? '', one)
      ? readCompanyName(one.said.name, other.said.city ?? '')
      : one.names;
  };
  const all = namesOf(a, b).flatMap((one) => namesOf(b, a).map((other) => compareNames(one, other)));
  return all.reduce((best, each) => (each.score > best.score ? each : best));
}

/** Whether a Chinese name begins with the city that only the other customer says. */
const isChineseNameOf = (city: string, { said, city: own }: ReadCustomer): boolean =>
  own === '' && /^\p{Script=Han}{2}/u.test(city) && said.name.trim().startsWith(city.slice(0, 2));

/** A name whose word for its own city is that city in whatever case: "w Lipnie" and "Lipno", "в Туле" and "Тула". */
const withCity = (name: CompanyName, city: string): CompanyName => ({
  ...name,
  words: name.words.map((word) =>
    word.kind === 'core' && word.meaning === null && isCaseOf(word.sound, city)
      ? { ...word, meaning: city }
      : word,
  ),
});

/** Words that only one name has are no difference when they say where the other customer is anyway. */
function atHomeIn(
  { score, extra, isGeneric, differs }: NameLikeness,
  a: ReadCustomer,
  b: ReadCustomer,
): number {
  const mayBe = extra.filter(({ word }) => word.kind !== 'noise');
  if (mayBe.length === 0 || isGeneric) return score;
  const isCity = (side: 'a' | 'b', sound: string, meaning: string | null): boolean => {
    const other = side === 'a' ? b : a;
    return (
      other.city !== '' && (meaning === other.city || sound === other.city || isCaseOf(sound, other.city))
    );
  };
  const isCountry = (side: 'a' | 'b', country: string): boolean => {
    const other = side === 'a' ? b : a;
    return other.country === '' || country === other.country;
  };
  const isHome = mayBe.every(({ side, word }) =>
    word.kind === 'country'
      ? isCountry(side, word.meaning ?? '')
      : word.kind === 'core' && isCity(side, word.sound, word.meaning),
  );
  if (isHome && (differs === null || differs === 'country'))
    return differs === null ? Math.max(score, 0.92) : score;
  if (differs === null && isNickname(mayBe, a, b)) return Math.max(score, 0.92);
  const isAbroad = mayBe.some(
    ({ side, word }) => word.kind === 'country' && !isCountry(side, word.meaning ?? ''),
  );
  return isAbroad ? Math.min(score, 0.5) : score;
}

/** In one city there is one "nursery no. 8", whether it is said that it is called "Swallow" or not. */
const isNickname = (extra: NameLikeness['extra'], a: ReadCustomer, b: ReadCustomer): boolean =>
  a.city !== '' &&
  a.city === b.city &&
  extra.every(({ word }) => word.kind === 'core' && word.isQuoted === true) &&
  isBoundToCity(a) &&
  isBoundToCity(b) &&
  [a, b].every(({ names }) => names.some(({ words }) => words.some(({ kind }) => kind === 'number')));

function addNameReason(
  { differs, isInitials, extra }: NameLikeness,
  score: number,
  because: (code: ReasonCode, speaks: Reason['speaks']) => void,
): void {
  if (isInitials) return because('name-initials', 'for');
  if (differs === 'number') return because('number-different', 'against');
  if (differs === 'direction' || differs === 'country') return because('part-different', 'against');
  if (score >= 0.97) return because('name-equal', 'for');
  if (score >= sameFrom) return because('name-alike', 'for');
  if (extra.length > 0 && score > 0.45) return because('extra-words', 'against');
  because('name-different', 'against');
}

const isBoundToCity = ({ names }: ReadCustomer): boolean =>
  names.some(({ words }) => words.some(({ kind, meaning }) => kind === 'concept' && isLocal(meaning ?? '')));

/** One own word, or none, is not enough to know a customer again in another city, unless its website is called alike. */
const isNamedByOneWord = (a: ReadCustomer, b: ReadCustomer, domain: string): boolean =>
  domain !== 'alike' && Math.min(a.ownWords, b.ownWords) < 2;

const isBranch = ({ names }: ReadCustomer): boolean => names.some((name) => name.isBranch);

const partKinds: ReadonlySet<string> = new Set(['number', 'direction', 'country']);
/** Sister firms, and schools of one town, share a website and say which one they are. */
const areSisters = ({ differs, extra }: NameLikeness, score: number): boolean =>
  partKinds.has(differs ?? '') || (score > 0.3 && extra.some(({ word }) => partKinds.has(word.kind)));

function compareDomains(
  a: WebDomain | null,
  b: WebDomain | null,
): 'equal' | 'alike' | 'different' | 'unknown' {
  if (!a || !b) return 'unknown';
  if (a.registrable === b.registrable) return 'equal';
  return a.label === b.label ? 'alike' : 'different';
}

/** Districts are written behind a city ("Warszawa Praga"), and cities are misspelled. */
const citiesAlike = (a: string, b: string): boolean =>
  a === b || a.startsWith(b) || b.startsWith(a) || wordKey(a) === wordKey(b);

const weight: Readonly<Partial<Record<ReasonCode, number>>> = {
  'tax-id-different': 0,
  'country-different': 1,
  'number-different': 1,
  'part-different': 1,
  'domain-equal': 2,
  'name-equal': 2,
  'name-alike': 2,
  'name-initials': 2,
  'extra-words': 2,
  'name-different': 2,
};
const weighed = (reasons: readonly Reason[]): readonly Reason[] =>
  reasons.toSorted((one, other) => (weight[one.code] ?? 3) - (weight[other.code] ?? 3));
