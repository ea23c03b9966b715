import { spelledOut } from './abbreviations';
import { conceptOf, directionOf, isNoise, isStopWord, wordKey } from './business-words';
import { withEnglishWords } from './chinese-words';
import { foldUmlauts, toLatin } from './fold-letters';
import { chineseLegalForms, withoutLegalForms } from './legal-forms';
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
  readonly shortened?: 'cut' | 'initials';
}

export interface CompanyName {
  /** In their order, without legal forms and words such as "and". */
  readonly words: readonly NameWord[];
  readonly isCyrillic: boolean;
  readonly isChinese: boolean;
}

/**
 * The ways to read a name: with the words of camel case apart, and together when that makes a difference; each of two names when it says that
 * the company trades under another one, or did.
 */
export function readCompanyName(name: string): readonly CompanyName[] {
  const parts = withNumberSigns(name)
    .split(otherNames)
    .filter((part) => /\p{L}/u.test(part));
  return parts.length > 1 ? parts.flatMap(readOne) : readOne(withNumberSigns(name));
}

/** "№5", "#5" and "nr5" are "nr 5"; before NFKC, which makes letters of the sign. */
const withNumberSigns = (name: string): string =>
  name.replace(/[№#]/gu, ' nr ').replace(/(?<!\p{L})(nr|no)(?=\d)/giu, '$1 ');

const otherNames =
  /[\s,;(]+(?:d\/b\/a|dba|t\/a|trading as|doing business as|formerly|f\/k\/a|fka|dawniej|vormals|ehemals|ehem\.|ранее|бывш\.|anciennement|già)\s/iu;

function readOne(name: string): readonly CompanyName[] {
  // A last capital belongs to its word: "GmbH", "MPWiK".
  const apart = name.normalize('NFKC').replace(/(\p{Ll})(?=\p{Lu}\p{L})/gu, '$1 ');
  return apart === name.normalize('NFKC') ? [read(name)] : [read(apart), read(name)];
}

function read(name: string): CompanyName {
  const plain = name
    .normalize('NFKC')
    .replace(chineseLegalForms, ' ')
    // Initials are one word: "S.A.", "I.B.M.".
    .replace(/(?<!\p{L})(?:\p{L}\.\s?){2,}(?:\p{L}(?!\p{L}))?/gu, (initials) => {
      const joined = initials.replace(/[.\s]/g, '');
      return initials.endsWith(' ') || initials.endsWith('.') ? `${joined} ` : joined;
    })
    .replace(/[&+＋]/g, ' and ');
  const latin = toLatin(withEnglishWords(plain));
  const typed = latin === '' ? [] : spelledOut(latin).split(' ');
  const shortened = shortenedIn(name);
  const words = withoutLegalForms(typed, (word) => isNoise(word) || countryOf(word) !== undefined);
  const counted = words.flatMap((word, at) => {
    const after = words[at - 1];
    const isAfterNumberSign = after !== undefined && /^(no|nr|num|numer|nummer|nomer|number)$/.test(after);
    return wordOf(word, isAfterNumberSign).map((each) => withShortening(each, shortened.get(word)));
  });
  return {
    words: counted.length > 0 ? counted : typed.map((text) => own(text)),
    isCyrillic: /\p{Script=Cyrillic}/u.test(name),
    isChinese: /\p{Script=Han}/u.test(name),
  };
}

/** Words with a point behind them, and initials with a point behind each, as `toLatin` writes them. */
function shortenedIn(name: string): ReadonlyMap<string, 'cut' | 'initials'> {
  const found = new Map<string, 'cut' | 'initials'>();
  for (const [word] of name.matchAll(/(?<!\p{L})\p{L}{3,}(?=\.)/gu)) found.set(toLatin(word), 'cut');
  for (const [word] of name.matchAll(/(?<![\p{L}.])(?:\p{L}\.\s?){2,}/gu))
    found.set(toLatin(word).replaceAll(' ', ''), 'initials');
  return found;
}

const withShortening = (word: NameWord, shortened: NameWord['shortened']): NameWord =>
  shortened === undefined || word.kind !== 'core' ? word : { ...word, shortened };

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
const own = (typed: string): NameWord => kept('core', typed, knownCityOf(typed) ?? null);
