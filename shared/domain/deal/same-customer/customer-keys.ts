import type { CompanyName, NameWord } from './company-name';
import { numberOf } from './ordinals';
import { isMoreThanNumbers, type ReadCustomer } from './same-customer';

/** Grows when any customer is read otherwise, or its keys come out otherwise: both are stored, and what was stored before is made again. */
export const customerKeysVersion = 6;

/** Keys of a customer: those that may be the same have one in common. */
export interface CustomerKeys {
  /** By which likely ones are found: beginnings and ends of the name's own words, so that a slip in one half leaves the other. */
  readonly near: readonly string[];
  /** The whole name, however its words are ordered and spelled: equal for most spellings of one customer. */
  readonly names: readonly string[];
  readonly taxIds: readonly string[];
  readonly domains: readonly string[];
}

const counts = ({ kind }: NameWord): boolean => kind !== 'noise' && kind !== 'country';
/** "Eighth" is "8". */
const keyOf = ({ meaning, sound }: NameWord): string => numberOf(meaning ?? '') ?? meaning ?? sound;

/** Keys start with the country: the same name elsewhere is another customer. */
export function customerKeys({ names, taxId, domain, country }: ReadCustomer): CustomerKeys {
  const inCountry = (key: string): string => `${country}:${key}`;
  return {
    near: keysOf(names.flatMap(nearKeys)).map(inCountry),
    names: keysOf(names.filter(isMoreThanNumbers).flatMap(nameKeys)).map(inCountry),
    // Without its country, which not everybody says.
    taxIds: taxId ? [taxId.number] : [],
    domains: domain ? [domain.registrable] : [],
  };
}

/** Each once. A name that says nothing ("---") has none: all of those would share it. */
const keysOf = (keys: readonly string[]): string[] => [...new Set(keys)].filter((key) => key !== '');

function nameKeys({ words }: CompanyName): readonly string[] {
  const saying = words.filter(counts);
  const said = (saying.length > 0 ? saying : words).map(keyOf);
  // Sorted for other orders; together for words that others write as one.
  return [said.toSorted().join(' '), said.join('')];
}

function nearKeys({ words }: CompanyName): readonly string[] {
  const own = words.filter(({ kind }) => kind === 'core');
  // Of "city hospital" only all of it says anything.
  if (own.length === 0) return [words.map(keyOf).toSorted().join(' ')];
  // "City hospital no. 5 of Tver" is "City hospital no. 5" in Tver.
  const numbered = words.some(
    ({ kind, meaning }) => kind === 'number' || numberOf(meaning ?? '') !== undefined,
  )
    ? [
        words
          .filter(({ kind }) => kind !== 'core')
          .map(keyOf)
          .toSorted()
          .join(' '),
      ]
    : [];
  const joined = words.map(({ sound }) => sound).join('');
  const initials = words.length > 2 ? [words.map(({ text }) => text[0]).join('')] : [];
  const short = own.filter(({ text }) => text.length < 8).map(({ text }) => text);
  return [
    ...own.flatMap(({ sound }) => ends(sound)),
    // A place in another case is longer or shorter.
    ...own.flatMap(({ sound, isPlace }) => (isPlace && sound.length > 4 ? [`<${sound.slice(0, 4)}`] : [])),
    // A Chinese name may have a city in front that is not told from it.
    ...own.flatMap(({ signs }) => (signs === undefined ? [] : [`>${signs.slice(-2)}`])),
    ...numbered,
    `<${joined.slice(0, 4)}`,
    ...[...initials, ...short].map((text) => `=${text}`),
  ];
}

/** Three letters at either end of a short word, four of a long one. */
function ends(sound: string): readonly string[] {
  const size = sound.length < 8 ? 3 : 4;
  return [`<${sound.slice(0, size)}`, `>${sound.slice(-size)}`];
}
