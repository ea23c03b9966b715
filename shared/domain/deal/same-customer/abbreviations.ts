import type { NameWord } from './company-name';
import { areInitials, areSyllables, isKnownPair } from './initials';

/**
 * What is written short in many names, where the letters say too little to be found as initials, or are a legal form elsewhere: one word for it,
 * then how it is written, as `toLatin` does (patterns).
 */
const known = `
spzoz|sp zoz|samodzielny publiczny zaklad opieki zdrowotnej|samodzielnego publicznego zakladu opieki zdrowotnej
nzoz|niepubliczny zaklad opieki zdrowotnej
mpwik|miejskie przedsiebiorstwo wodociagow i kanalizacji|miejskiego przedsiebiorstwa wodociagow i kanalizacji
szkola podstawowa nr|sp nr|^sp(?= \\d)
zakladni skola|^zs(?= )
materska skola|^ms(?= nr)
saint|sankt|st|sint
cityoffice|^um(?= )|urzad miejski|urzad miasta|administratsiya goroda|administratsiya w
gminaoffice|^ug(?= )|urzad gminy
secondaryschool|srednyaya obshcheobrazovatelnaya shkola|srednyaya shkola|sosh
liceum ogolnoksztalcace|(?<=^[ivx]+ )lo
housingcooperative|spoldzielnia mieszkaniowa|sm
technicaluniversity|technische universitat|technische universitaet|tu
tradinghouse|torgovyi dom|torgovyy dom|trading house|td
`
  .trim()
  .split('\n')
  .flatMap((line) => {
    const [one = '', ...others] = line.split('|');
    return others.map((other) => ({ other: new RegExp(`(?<![^ ])${other}(?![^ ])`, 'g'), one }));
  });

/** A name as `toLatin` writes it, with one spelling for what is known to be written short. A name that is nothing else stays. */
export const spelledOut = (latin: string): string =>
  known.reduce((said, { other, one }) => said.replace(other, one), latin);

/**
 * The words with those that the other name has as initials written that way too: "Miejskie Przedsiebiorstwo Komunikacyjne Lublin" as "mpk
 * lublin" for "MPK Lublin". Two letters do only with points ("K.A."). Undefined: there are none.
 */
export function asInitialsIn(
  words: readonly NameWord[],
  other: readonly NameWord[],
): readonly NameWord[] | undefined {
  for (const short of other) {
    const { length } = short.text;
    const least = short.shortened === 'initials' || isKnownPair(short.text) ? 2 : 3;
    if (short.kind !== 'core' || length < least) continue;
    for (let count = Math.min(length, words.length, 7); count > 1; count -= 1) {
      for (let from = 0; from + count <= words.length; from += 1) {
        if (words[from]?.text[0] !== short.text[0]) continue;
        const run = words.slice(from, from + count);
        if (isShortFor(short, run) && !run.some(({ text }) => other.some((each) => each.text === text)))
          // A word that the other name has too is not hidden in its initials.
          return [...words.slice(0, from), short, ...words.slice(from + count)];
      }
    }
  }
  return undefined;
}

const isShortFor = (short: NameWord, run: readonly NameWord[]): boolean =>
  (short.text.length < 7 &&
    run.every(({ kind, text }) => kind !== 'number' && text.length > 2) &&
    areInitials(short.text, run)) ||
  (run.length === 2 && areSyllables(short, run));
