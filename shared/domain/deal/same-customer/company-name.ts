import { spelledOut } from './abbreviations';
import { conceptOf, directionOf, isNoise, isStopWord, wordKey } from './business-words';
import { withoutBranch } from './branches';
import { simplified, withEnglishWords } from './chinese-words';
import { withoutDepartment } from './departments';
import { foldUmlauts, toLatin } from './fold-letters';
import { areInitials } from './initials';
import { chineseLegalForms, withoutLegalForms } from './legal-forms';
import { readingsOf, withPlainSigns } from './name-readings';
import { placesAmong, type PlaceWords } from './place-words';
import { countryOf, knownCityOf } from './places';

/** What a word of a name does: only `core` words are the customer's own. */
export type WordKind = 'core' | 'concept' | 'direction' | 'number' | 'country' | 'noise';

export interface NameWord {
  readonly kind: WordKind;
  /** As it compares letter by letter: lower-case Latin, umlauts folded. */
  readonly text: string;
  /** As it sounds. */
  readonly sound: string;
  /** Of a concept, direction, number, country or well-known city: one word for all its spellings. */
  readonly meaning: string | null;
  /** How it was shortened: "Gebr." is the beginning of a word, "K.A." the initials of several. */
  readonly shortened?: 'cut' | 'initials' | undefined;
  /** Its first and last letters, when those between are left out: "Masch.bau". */
  readonly cut?: Cut | undefined;
  /** As it is written in Chinese. */
  readonly signs?: string | undefined;
  /** Behind a word such as "in" or "city". */
  readonly isPlace?: boolean;
  /** In quotation marks, with other words outside: what a school or a nursery is called besides. */
  readonly isQuoted?: boolean;
}

export interface Cut {
  readonly begin: string;
  readonly end: string;
}

export interface CompanyName {
  /** In their order, without legal forms and words such as "and". */
  readonly words: readonly NameWord[];
  readonly isCyrillic: boolean;
  readonly isChinese: boolean;
  /** Which words may say a city together: how many from where on, and the city's key. Longer ones first. */
  readonly places: readonly PlaceWords[];
  /** It was said which place of the company is meant. */
  readonly isBranch: boolean;
}

/** The ways to read a name; see `readingsOf`. `city`: where the customer is, by which a Chinese name is told from the city in front of it. */
export function readCompanyName(name: string, city = ''): readonly CompanyName[] {
  const { name: whole, isBranch } = withoutBranch(withPlainSigns(withoutDepartment(name)));
  return readingsOf(whole).map((each) => read(each, city, isBranch));
}

function read(name: string, city: string, isBranch: boolean): CompanyName {
  const cuts = new Map<string, Cut>();
  const plain = simplified(name.normalize('NFKC'))
    .replace(chineseLegalForms, ' ')
    // "Masch.bau" is one word with its middle left out.
    .replace(
      /(?<!\p{L})(\p{L}{3,})\.(?!(?:com|net|org|info|shop)(?!\p{L}))(\p{Ll}{3,})/gu,
      (_, begin: string, end: string) => {
        cuts.set(toLatin(begin + end), { begin: toLatin(begin), end: toLatin(end) });
        return begin + end;
      },
    )
    // Initials are one word: "S.A.", "I.B.M.".
    .replace(/(?<!\p{L})(?:\p{L}\.\s?){2,}(?:(?<!\s)\p{L}(?!\p{L}))?/gu, (initials) => {
      const joined = initials.replace(/[.\s]/g, '');
      return initials.endsWith(' ') || initials.endsWith('.') ? `${joined} ` : joined;
    })
    // "Rock 'n' Roll"
    .replace(/(?<=\p{Script=Latin})\s+['’‘]?n['’‘]?\s+(?=\p{Script=Latin})/giu, ' and ')
    .replace(/[&+＋]/g, ' and ');
  const apart = withEnglishWords(plain, city);
  const latin = toLatin(apart);
  const typed = latin === '' ? [] : spelledOut(latin).split(' ');
  const shortened = shortenedIn(name);
  const isTail = (word: string): boolean => isNoise(word) || countryOf(word) !== undefined;
  const inCapitals = inCapitalsIn(name);
  const words = withoutLegalForms(
    typed,
    isTail,
    (word) => inCapitals.has(word) || shortened.get(word) === 'initials',
  );
  const signs = chineseSignsIn(apart);
  const quoted = quotedIn(name);
  const counted = words.flatMap((word, at) => {
    const after = words[at - 1] ?? '';
    return wordOf(word, numberSigns.has(after)).map((each): NameWord =>
      each.kind !== 'core'
        ? each
        : {
            ...each,
            shortened: shortened.get(word),
            cut: cuts.get(word),
            signs: signs.get(word),
            isPlace: placeSigns.has(after),
            isQuoted: quoted.has(word),
          },
    );
  });
  const saying =
    counted.length > 0 ? withoutOwnInitials(counted.filter(isSaidFirst)) : typed.map((text) => own(text));
  return {
    words: saying,
    places: placesAmong(saying),
    isCyrillic: /\p{Script=Cyrillic}/u.test(name),
    isChinese: /\p{Script=Han}/u.test(name),
    isBranch,
  };
}

/** What a company does is said once, and once more in another word: "Commune de ... - Mairie". */
const isSaidFirst = ({ kind, meaning }: NameWord, at: number, words: readonly NameWord[]): boolean =>
  kind !== 'concept' || words.findIndex((word) => word.kind === kind && word.meaning === meaning) === at;

/** "MKB Miejska Komunikacja Brzezinka" says one thing twice. */
function withoutOwnInitials(words: readonly NameWord[]): readonly NameWord[] {
  const [first, ...others] = words;
  if (!first || first.kind !== 'core' || !/^[a-z]{3,7}$/.test(first.text)) return words;
  const isInitials = [2, 3, 4, 5, 6, 7].some(
    (count) => count <= others.length && areInitials(first.text, others.slice(0, count)),
  );
  return isInitials ? others : words;
}

/** What stands in quotation marks and has no number in it, as `toLatin` writes its words. */
const quotedIn = (name: string): ReadonlySet<string> =>
  new Set(
    Array.from(name.matchAll(/(?<=[«„“"])[^«»„“”"\d]+(?=[»”“"]|$)/gu), ([words]) => toLatin(words)).flatMap(
      (words) => words.split(' '),
    ),
  );

const numberSigns: ReadonlySet<string> = new Set('no nr num numer nummer nomer number'.split(' '));
/** In front of a city in whatever case. */
const placeSigns: ReadonlySet<string> = new Set(
  'w we v ve vo city municipality countyoffice goroda gorod miasta miasto mesta mista gmina gminy obec obce'.split(
    ' ',
  ),
);

/** Words in capitals of a name that is not all in capitals, as `toLatin` writes them. */
const inCapitalsIn = (name: string): ReadonlySet<string> =>
  /\p{Ll}/u.test(name)
    ? new Set(Array.from(name.matchAll(/(?<!\p{L})\p{Lu}{2,4}(?!\p{L})/gu), ([word]) => toLatin(word)))
    : new Set();

/** Chinese words by how `toLatin` writes them. */
const chineseSignsIn = (name: string): ReadonlyMap<string, string> =>
  new Map(Array.from(name.matchAll(/\p{Script=Han}+/gu), ([word]) => [toLatin(word), word] as const));

/** Words with a point behind them, and initials with a point behind each, as `toLatin` writes them. */
function shortenedIn(name: string): ReadonlyMap<string, 'cut' | 'initials'> {
  const found = new Map<string, 'cut' | 'initials'>();
  for (const [word] of name.matchAll(/(?<!\p{L})\p{L}{3,}(?=\.)/gu)) found.set(toLatin(word), 'cut');
  for (const [word] of name.matchAll(/(?<![\p{L}.])(?:\p{L}\.\s?){2,}/gu))
    found.set(toLatin(word).replaceAll(' ', ''), 'initials');
  return found;
}

const romans =
  'i ii iii iv v vi vii viii ix x xi xii xiii xiv xv xvi xvii xviii xix xx xxi xxii xxiii xxiv xxv'.split(
    ' ',
  );

function wordOf(typed: string, isAfterNumberSign: boolean): readonly NameWord[] {
  if (/^\d+$/.test(typed)) return [kept('number', typed, String(BigInt(typed)))];
  const roman = romans.indexOf(typed) + 1;
  // One letter is an initial as often as a number.
  if (roman > 0 && (typed.length > 1 || isAfterNumberSign)) return [kept('number', typed, String(roman))];
  if (isStopWord(typed)) return [];
  const direction = directionOf(typed);
  if (direction !== undefined) return [kept('direction', typed, direction)];
  const country = countryOf(typed);
  if (country !== undefined) return [kept('country', typed, country)];
  if (isNoise(typed)) return [kept('noise', typed, null)];
  const concept = conceptOf(typed);
  if (concept !== undefined) return [kept('concept', typed, concept)];
  return [own(typed)];
}

const kept = (kind: WordKind, typed: string, meaning: string | null): NameWord => ({
  kind,
  text: foldUmlauts(typed),
  sound: wordKey(typed),
  meaning,
});
function own(typed: string): NameWord {
  const word = kept('core', typed, knownCityOf(typed) ?? null);
  return { ...word, sound: inFirstCase(word.sound) };
}

/** Slavic adjectives as they are called, by sound: "Luzhskogo" of "Luzhski", "Luzhskoi" of "Luzhska". */
const inFirstCase = (sound: string): string =>
  sound.replace(/sk(?:ogo|ego)$/, 'ski').replace(/sk(?:oi|aia)$/, 'ska');
