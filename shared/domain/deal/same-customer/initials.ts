import type { NameWord } from './company-name';

/** What stands for one letter of another script: "ZPCh", "СОШ" in Latin. */
const oneSound = /^(?:shch|szcz|sch|sh|ch|zh|kh|sz|cz|rz|ts|ya|yu)/;

/** Whether letters are the first ones of these words. */
export function areInitials(letters: string, words: readonly NameWord[]): boolean {
  const first = words[0]?.text[0];
  if (
    words.length > letters.length ||
    first !== letters[0] ||
    !words.every(({ text }) => /^[a-z]/.test(text))
  )
    return false;
  const pattern = words.map(({ text }) => {
    const several = oneSound.exec(text)?.[0];
    return several === undefined ? text.slice(0, 1) : `(?:${several}|${text.slice(0, 1)})`;
  });
  return new RegExp(`^${pattern.join('')}$`).test(letters);
}

/** First parts of words that are put together of the beginnings of several: "Minzdrav", "Gorstroi". */
const syllables = 'min gor obl rai ros gos glav kom dep upr minist'.split(' ');

/** Whether it is the beginnings of these two words as one. */
export const areSyllables = ({ sound: short }: NameWord, [first, second]: readonly NameWord[]): boolean =>
  syllables.some((part) => {
    const rest = short.slice(part.length);
    return (
      rest.length > 2 &&
      short.startsWith(part) &&
      first?.sound.startsWith(part) &&
      second?.sound.startsWith(rest)
    );
  });

/** Two letters that stand for words in the names of public bodies. */
export const isKnownPair = (letters: string): boolean => pairs.has(letters);
const pairs: ReadonlySet<string> = new Set('us sp zs ms ss sm tu td lo dk lk pp'.split(' '));

/** What a few letters stand for when the other name says that word, which is one and has no initials. */
export const standsFor = (letters: string): string | undefined => wordsFor.get(letters);
const wordsFor: ReadonlyMap<string, string> = new Map([
  ['sw', 'municipalworks'],
  ['lra', 'countyoffice'],
  ['kh', 'hospital'],
  ['gs', 'primaryschool'],
  ['spk', 'savingsbank'],
  ['vb', 'cooperativebank'],
]);
