import { distance } from 'fastest-levenshtein';
import { standsFor } from './initials';
import type { NameWord } from './company-name';
import { numberOf } from './ordinals';

/** Letters changed, left out or added; two neighbours exchanged count once. */
export function slips(a: string, b: string): number {
  const changes = distance(a, b);
  if (changes !== 2 || a.length !== b.length) return changes;
  const at = firstDifference(a, b);
  const isExchanged = a[at] === b[at + 1] && a[at + 1] === b[at] && a.slice(at + 2) === b.slice(at + 2);
  return isExchanged ? 1 : 2;
}

/** Where they begin to differ. */
function firstDifference(a: string, b: string): number {
  let at = 0;
  while (at < a.length && a[at] === b[at]) at += 1;
  return at;
}

/** How many slips a word of this length is still the same with: more when only what is heard alike differs. */
const allowed = (length: number, isByEar: boolean): number => {
  if (length < 4) return 0;
  if (isByEar) return length < 8 ? 1 : length < 12 ? 2 : 3;
  if (length < 5) return 0;
  return length < 11 ? 1 : 2;
};

/**
 * How alike two words of names are, 0 to 1. `isAcrossScripts`: one was spelled by ear. Words with a meaning are alike when that is the same; two
 * meanings are never one another's typing mistake.
 */
export function wordLikeness(a: NameWord, b: NameWord, isAcrossScripts: boolean): number {
  if (a.signs !== undefined && b.signs !== undefined)
    return signLikeness(a.signs, b.signs, a.sound === b.sound);
  if (a.text === b.text) return 1;
  if (isCutOf(a, b) || isCutOf(b, a)) return 0.95;
  if (standsFor(a.text) === (b.meaning ?? '') || standsFor(b.text) === (a.meaning ?? '')) return 0.95;
  if (a.meaning !== null && b.meaning !== null) {
    if (a.meaning === b.meaning) return 0.98;
    return a.kind !== b.kind && (saysNumber(a, b) || saysNumber(b, a)) ? 0.95 : 0;
  }
  if (a.kind === 'number' || b.kind === 'number') return 0;
  if (/\d/.test(a.text + b.text)) return a.sound === b.sound ? 1 : 0;
  const shorter = Math.min(a.text.length, b.text.length);
  if ((a.isPlace && isCaseOf(a.sound, b.sound)) || (b.isPlace && isCaseOf(b.sound, a.sound))) return 0.95;
  if (a.sound === b.sound && shorter > 2) return 0.97;
  return misspelled(a, b, isAcrossScripts);
}

/** "Eighth" and "8". */
const saysNumber = (ordinal: NameWord, number: NameWord): boolean =>
  number.kind === 'number' && numberOf(ordinal.meaning ?? '') === number.meaning;

/** "Gebr." for "Gebrüder". */
const isCutOf = (short: NameWord, long: NameWord): boolean =>
  long.text.length > short.text.length &&
  ((short.shortened === 'cut' && long.text.startsWith(short.text)) ||
    (short.cut !== undefined && long.text.startsWith(short.cut.begin) && long.text.endsWith(short.cut.end)));

/** Another Chinese sign is another word. One that sounds alike may be chosen by mistake: not without something else that speaks for it. */
const signLikeness = (a: string, b: string, isHeardAlike: boolean): number =>
  a === b ? 1 : isHeardAlike && a.length > 1 ? 0.68 : 0;

/** One name of a place in two cases: endings change the last two letters and add up to two; what follows is no other word's end ("-furt"). */
export function isCaseOf(word: string, place: string): boolean {
  if (place.length < 4) return false;
  // "Wiązek", "w Wiązku", "Dębiec", "w Dębcu": the vowel between goes.
  const short = place.replace(/i?e(?=[^aeiou]$)/, '');
  if (short.length > 3 && short !== place && word.startsWith(short) && isEnding(word.slice(short.length)))
    return true;
  const size = Math.max(3, place.length - 2);
  const most = place.length < 5 && !word.startsWith(place) ? 1 : 2;
  if (!word.startsWith(place.slice(0, size)) || word.length > place.length + most) return false;
  if (word.startsWith(place)) return isEnding(word.slice(place.length));
  const [ending, last] = [word.slice(size), place[size] ?? ''];
  const own = isVowel(last) ? ending : ending.replace(new RegExp(`^[${softened.get(last) ?? last}]`), '');
  return isEnding(own);
}
const isEnding = (letters: string): boolean => /^[aeiou]{0,3}(?:m|q|v|g|i|go|mu)?$/.test(letters);
/** Consonants by sound, with what they become in front of some endings. */
const softened = new Map([
  ['k', 'kcq'],
  ['g', 'gz'],
  ['d', 'dz'],
  ['t', 'tkc'],
  ['n', 'ni'],
  ['v', 'v'],
]);

function misspelled(a: NameWord, b: NameWord, isAcrossScripts: boolean): number {
  const length = Math.max(a.text.length, b.text.length);
  const bySound = slips(a.sound, b.sound);
  const count = Math.min(slips(a.text, b.text), bySound);
  // By ear vowels and a few consonants are mistaken; another consonant is another word there too.
  const isByEar = isAcrossScripts && skeletonOf(a.sound) === skeletonOf(b.sound);
  // A slip more than another first letter, or two in a word that is not long, make another name.
  if (count > 1 && !isByEar && (Math.max(a.sound.length, b.sound.length) < 10 || isOtherFirst(a, b)))
    return 0;
  if (count > 1 && isOtherStem(a.sound, b.sound) && isOtherStem(a.text, b.text) && !isByEar) return 0;
  if (count > allowed(length, isByEar)) {
    // Of a short word only two letters exchanged are left: "Afla" for "Alfa".
    return length === 4 && count === 1 && isExchange(a.text, b.text) ? 0.88 : 0;
  }
  // Another first letter is another name more often than a slip ("Bank", "Tank").
  if (isOtherFirst(a, b) && !isByEar && length < 9) return 0;
  // In a short word: not without something else that speaks for it ("Nordea", "Nordex").
  // A letter in place of another one that it is not mistaken for says so however long it is ("Termopol", "Termofol").
  const isShort = a.text.length === b.text.length || length < 8;
  if (isShort && count === 1 && !isByEar && !isSlip(a.text, b.text) && !isExchange(a.sound, b.sound))
    return 0.73;
  return 1 - (count / Math.max(length, 6)) * 0.75;
}

const isOtherFirst = (a: NameWord, b: NameWord): boolean =>
  a.sound[0] !== b.sound[0] && !isExchange(a.text, b.text);

/** The consonants, those that are heard for one another as one. */
const skeletonOf = (sound: string): string =>
  sound
    .replace(/[aeiou]/g, '')
    .replaceAll('f', 'v')
    .replace(/[qg]/g, 'k')
    .replace(/[zj]/g, 's')
    .replace(/(.)\1+/g, '$1');

/** Where they differ in more than one letter, all next to each other: "metal" and "medal" in long words put together of several. */
function isOtherStem(a: string, b: string): boolean {
  const begin = firstDifference(a, b);
  let end = 0;
  const most = Math.min(a.length, b.length) - begin;
  while (end < most && a.at(-1 - end) === b.at(-1 - end)) end += 1;
  const [left, right] = [a.length - begin - end, b.length - begin - end];
  return Math.min(left, right) > 1 && Math.max(left, right) < 5;
}

const keyboard = ['qwertyuiop', 'asdfghjkl', 'zxcvbnm'];
const isVowel = (letter: string): boolean => 'aeiouy'.includes(letter);

/** Letters next to each other, or heard for one another. */
function isNear(a: string, b: string): boolean {
  if (isVowel(a) && isVowel(b)) return true;
  const place = (letter: string): readonly [number, number] => {
    const row = keyboard.findIndex((keys) => keys.includes(letter));
    return [row, (keyboard[row]?.indexOf(letter) ?? 0) + row * 0.5];
  };
  const [rowA, columnA] = place(a);
  const [rowB, columnB] = place(b);
  return Math.abs(rowA - rowB) <= 1 && Math.abs(columnA - columnB) <= 1;
}

/** Whether one difference looks like typing: another name mostly ends otherwise or has a letter of its own. */
function isSlip(a: string, b: string): boolean {
  const at = firstDifference(a, b);
  if (a.length !== b.length) return at < Math.min(a.length, b.length);
  // Names of one kind differ in their last letter ("Omnitex", "Omnitec").
  if (at === a.length - 1 && !(isVowel(a[at] ?? '') && isVowel(b[at] ?? ''))) return false;
  return isExchange(a, b) || isNear(a[at] ?? '', b[at] ?? '');
}

const isExchange = (a: string, b: string): boolean =>
  a.length === b.length && distance(a, b) === 2 && slips(a, b) === 1;
