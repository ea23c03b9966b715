import anyAscii from 'any-ascii';

/** Latin letters that look like Cyrillic ones: typed by people with two keyboards. */
const lookAlikes = new Map(
  'aeopcxykmtbhi'.split('').map((latin, at) => [latin, 'аеорсхукмтвні'[at] ?? latin]),
);
const latinFor = new Map([...lookAlikes].map(([latin, cyrillic]) => [cyrillic, latin]));

/** One word with letters of both scripts is put into the one that most of it is in. */
function inOneScript(word: string): string {
  const cyrillic = word.match(/\p{Script=Cyrillic}/gu)?.length ?? 0;
  const latin = word.match(/\p{Script=Latin}/gu)?.length ?? 0;
  if (cyrillic === 0 || latin === 0) return word;
  const letters = cyrillic >= latin ? lookAlikes : latinFor;
  return Array.from(word, (letter) => letters.get(letter) ?? letter).join('');
}

/** Any script in lower-case ASCII; letters and digits stay, what else there was becomes spaces. Apostrophes and soft signs vanish. */
export function toLatin(text: string): string {
  const oneScript = text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll('\u0307', '')
    .replaceAll('ё', 'е')
    .replace(/[\p{L}\p{M}]+/gu, inOneScript);
  return anyAscii(oneScript)
    .toLowerCase()
    .replace(/['`"]/g, '')
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
}

/** The same word whether umlauts were written out or not: "mueller", "muller". */
export const foldUmlauts = (word: string): string => word.replace(/([aou])e/g, '$1');

/**
 * One spelling for the many ways to write a sound in Latin letters: of Cyrillic (GOST, ISO 9, passports, Polish, German, Czech, Ukrainian) and
 * between European languages. Order matters: longer spellings first.
 */
const sounds: readonly (readonly [RegExp, string])[] = [
  [/q/g, 'k'],
  [/schtsch|shch|szcz|stsch/g, 's'],
  [/dzh|dj|dsch/g, 'j'],
  [/tsch|tch|cz|ch/g, 'q'],
  [/sch|sh|sz/g, 's'],
  [/zh/g, 'z'],
  [/ts|tz/g, 'k'],
  [/kh/g, 'g'],
  [/ph/g, 'f'],
  [/th/g, 't'],
  [/ck/g, 'k'],
  [/x/g, 'ks'],
  [/c/g, 'k'],
  [/w/g, 'v'],
  // Ukrainian and Czech say h where Russian says g.
  [/h/g, 'g'],
  [/[jy]/g, 'i'],
  [/([aou])e/g, '$1'],
  [/^ie/g, 'e'],
  [/(.)\1+/g, '$1'],
];

/** How a word sounds, roughly; only for comparing with another one. "yandex" and "jandeks" are the same. */
export const foldSounds = (word: string): string =>
  sounds.reduce((folded, [spelling, sound]) => folded.replace(spelling, sound), word);
