import type { NameWord } from './company-name';

/**
 * What is written short in many names, where the letters say too little to be found as initials, or are a legal form elsewhere: one word for it,
 * then how it is written, as `toLatin` does (patterns).
 */
const known = `
spzoz|sp zoz|samodzielny publiczny zaklad opieki zdrowotnej|samodzielnego publicznego zakladu opieki zdrowotnej
nzoz|niepubliczny zaklad opieki zdrowotnej
mpwik|miejskie przedsiebiorstwo wodociagow i kanalizacji|miejskiego przedsiebiorstwa wodociagow i kanalizacji
szkola podstawowa nr|sp nr
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
    const least = short.shortened === 'initials' ? 2 : 3;
    if (short.kind !== 'core' || length < least || length > 6 || length > words.length) continue;
    for (let from = 0; from + length <= words.length; from += 1) {
      const run = words.slice(from, from + length);
      const isShort = run.every(
        ({ kind, text }, at) => kind !== 'number' && text.length > 2 && text[0] === short.text[at],
      );
      // A word that the other name has too is not hidden in its initials.
      const isSaid = run.some(({ text }) => other.some((each) => each.text === text));
      if (isShort && !isSaid) return [...words.slice(0, from), short, ...words.slice(from + length)];
    }
  }
  return undefined;
}
