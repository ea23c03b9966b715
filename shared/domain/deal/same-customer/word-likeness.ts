import { distance } from 'fastest-levenshtein';
import type { NameWord } from './company-name';

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

/** How many slips a word of this length is still the same with: more when it was spelled by ear. */
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
  if (a.text === b.text) return 1;
  if (isCutOf(a, b) || isCutOf(b, a)) return 0.95;
  if (a.meaning !== null && b.meaning !== null) return a.meaning === b.meaning ? 0.98 : 0;
  if (a.kind === 'number' || b.kind === 'number') return 0;
  if (/\d/.test(a.text + b.text)) return a.sound === b.sound ? 1 : 0;
  const shorter = Math.min(a.text.length, b.text.length);
  if (a.sound === b.sound && shorter > 2) return 0.97;
  return misspelled(a, b, isAcrossScripts);
}

/** "Gebr." for "Gebrüder". */
const isCutOf = (short: NameWord, long: NameWord): boolean =>
  short.shortened === 'cut' && long.text.length > short.text.length && long.text.startsWith(short.text);

function misspelled(a: NameWord, b: NameWord, isAcrossScripts: boolean): number {
  const length = Math.max(a.text.length, b.text.length);
  const bySound = slips(a.sound, b.sound);
  const count = Math.min(slips(a.text, b.text), bySound);
  if (count > allowed(length, isAcrossScripts)) {
    // Of a short word only two letters exchanged are left: "Afla" for "Alfa".
    return length === 4 && count === 1 && isExchange(a.text, b.text) ? 0.88 : 0;
  }
  // Another first letter is another name more often than a slip ("Bank", "Tank").
  if (a.sound[0] !== b.sound[0] && !isAcrossScripts && length < 9 && !isExchange(a.text, b.text)) return 0;
  // In a short word: not without something else that speaks for it ("Nordea", "Nordex").
  // A letter in place of another one that it is not mistaken for says so a little longer ("Termopol", "Termofol").
  const isShort = length < (a.text.length === b.text.length ? 10 : 8);
  if (isShort && count === 1 && !isAcrossScripts && !isSlip(a.text, b.text)) return 0.73;
  return 1 - (count / Math.max(length, 6)) * 0.75;
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
  return isExchange(a, b) || isNear(a[at] ?? '', b[at] ?? '');
}

const isExchange = (a: string, b: string): boolean =>
  a.length === b.length && distance(a, b) === 2 && slips(a, b) === 1;
