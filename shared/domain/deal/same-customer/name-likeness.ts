import { asInitialsIn } from './abbreviations';
import type { CompanyName, NameWord, WordKind } from './company-name';
import { areInitials } from './initials';
import { wordLikeness } from './word-likeness';

export interface NameLikeness {
  /** 0 to 1. */
  readonly score: number;
  readonly differs: NameDifference | null;
  /** Words that only one of the two has: on which side, and which. */
  readonly extra: readonly { readonly side: 'a' | 'b'; readonly word: NameWord }[];
  /** One name is the initials of the other. */
  readonly isInitials: boolean;
  /** Nothing but words such as "hospital", which many have. */
  readonly isGeneric: boolean;
  /** An own word is another one but for a slip. */
  readonly isMisspelled: boolean;
}
/** What tells them apart, however alike the rest is. */
export type NameDifference = 'number' | 'direction' | 'country' | 'word';

/** How much a word counts. */
const weights: Readonly<Record<WordKind, number>> = {
  core: 1,
  concept: 0.6,
  direction: 0.5,
  number: 0.5,
  country: 0.1,
  noise: 0.05,
};

/** The most a name can score with words that only one has: each says that it is another customer. */
const limits = {
  bothOwn: 0.4,
  oneOwn: 0.74,
  initials: 0.88,
  concept: 0.76,
  number: 0.2,
  direction: 0.5,
} as const;

interface Pair {
  readonly a: NameWord;
  readonly b: NameWord;
  readonly likeness: number;
}

/** Compares the words of two names, in whatever order. */
export function compareNames(a: CompanyName, b: CompanyName): NameLikeness {
  const plain = compareWords(a, b);
  const left = asInitialsIn(a.words, b.words);
  const right = asInitialsIn(b.words, a.words);
  if (plain.isInitials || (!left && !right)) return plain;
  const short = compareWords({ ...a, words: left ?? a.words }, { ...b, words: right ?? b.words });
  // Many names have the same initials: never as good as the words.
  return short.score > plain.score ? { ...short, score: Math.min(short.score, limits.initials) } : plain;
}

function compareWords(a: CompanyName, b: CompanyName): NameLikeness {
  const isAcrossScripts = a.isCyrillic !== b.isCyrillic || a.isChinese !== b.isChinese;
  const [left, right] = joinedAsInOther(a.words, b.words, isAcrossScripts);
  const pairs = pairUp(left, right, isAcrossScripts);
  const paired = new Set(pairs.flatMap((pair) => [pair.a, pair.b]));
  const onlyA = left.filter((word) => !paired.has(word));
  const onlyB = right.filter((word) => !paired.has(word));
  const extra = [
    ...onlyA.map((word) => ({ side: 'a' as const, word })),
    ...onlyB.map((word) => ({ side: 'b' as const, word })),
  ];
  const isGeneric = ![...left, ...right].some(({ kind }) => kind === 'core');
  if (isInitialsOf(left, right) || isInitialsOf(right, left)) {
    return {
      score: 0.84,
      differs: null,
      extra: [],
      isInitials: true,
      isGeneric: false,
      isMisspelled: false,
    };
  }
  const weigh = (words: readonly NameWord[]): number =>
    words.reduce((sum, { kind, text }) => sum + weights[kind] * Math.min(1.4, 0.6 + text.length / 12), 0);
  const all = weigh(left) + weigh(right);
  const matched = pairs.reduce((sum, pair) => sum + pair.likeness * weigh([pair.a, pair.b]), 0);
  const differs = differenceIn(onlyA, onlyB, isGeneric);
  const share = all === 0 ? 0 : matched / all;
  const score = Math.min(share, worst(pairs), limitOf(onlyA, onlyB, isGeneric));
  const own = pairs.filter(({ a, b }) => a.kind === 'core' || b.kind === 'core');
  return {
    score,
    differs,
    extra,
    isInitials: false,
    isGeneric,
    isMisspelled: !isAcrossScripts && own.some(({ likeness }) => likeness < 0.95),
  };
}

/** Every own word must be alike: a long rest does not make up for one that is not. */
const worst = (pairs: readonly Pair[]): number =>
  Math.min(
    1,
    ...pairs
      .filter(({ a, b }) => a.kind === 'core' || b.kind === 'core')
      .map(({ likeness }) => likeness + 0.06),
  );

const some = (words: readonly NameWord[], kind: WordKind): boolean =>
  words.some((word) => word.kind === kind);

function differenceIn(
  onlyA: readonly NameWord[],
  onlyB: readonly NameWord[],
  isGeneric: boolean,
): NameDifference | null {
  for (const kind of ['number', 'direction', 'country'] as const) {
    if (some(onlyA, kind) && some(onlyB, kind)) return kind;
  }
  const says = (word: NameWord): boolean =>
    word.kind === 'core' || word.kind === 'concept' || (isGeneric && word.kind === 'country');
  return onlyA.some(says) && onlyB.some(says) ? 'word' : null;
}

function limitOf(onlyA: readonly NameWord[], onlyB: readonly NameWord[], isGeneric: boolean): number {
  const either = [...onlyA, ...onlyB];
  const difference = differenceIn(onlyA, onlyB, isGeneric);
  if (difference === 'number') return limits.number;
  if (difference !== null) return limits.bothOwn;
  if (some(either, 'direction') || some(either, 'number')) return limits.direction;
  if (some(either, 'core')) return limits.oneOwn;
  if (some(either, 'concept') || (isGeneric && some(either, 'country'))) return limits.concept;
  return 1;
}

/** The same whichever name comes first. */
const textOf = ({ a, b }: Pair): string => [a.text, b.text].toSorted().join(' ');

/** Each word with the one it is most like, the most alike first. */
function pairUp(left: readonly NameWord[], right: readonly NameWord[], isAcrossScripts: boolean): Pair[] {
  const candidates = left
    .flatMap((a) => right.map((b) => ({ a, b, likeness: wordLikeness(a, b, isAcrossScripts) })))
    .filter(({ likeness }) => likeness > 0)
    .toSorted((one, other) => other.likeness - one.likeness || (textOf(one) < textOf(other) ? -1 : 1));
  const taken = new Set<NameWord>();
  return candidates.filter(({ a, b }) => {
    if (taken.has(a) || taken.has(b)) return false;
    taken.add(a).add(b);
    return true;
  });
}

/** "Coca Cola" is "Cocacola": neighbours are put together where the other name has them as one word. */
function joinedAsInOther(
  a: readonly NameWord[],
  b: readonly NameWord[],
  isAcrossScripts: boolean,
): readonly [readonly NameWord[], readonly NameWord[]] {
  return [joinLike(a, b, isAcrossScripts), joinLike(b, a, isAcrossScripts)];
}

function joinLike(
  words: readonly NameWord[],
  other: readonly NameWord[],
  isAcrossScripts: boolean,
): readonly NameWord[] {
  const isIn = (word: NameWord): boolean => other.some(({ text }) => text === word.text);
  for (let count = Math.min(words.length, 5); count > 1; count -= 1) {
    for (let from = 0; from + count <= words.length; from += 1) {
      const parts = words.slice(from, from + count);
      // A word the other name has as well stands on its own: its neighbour is no ending of it.
      if (parts.some((part) => part.kind === 'number' || isIn(part))) continue;
      const joined: NameWord = {
        kind: 'core',
        text: parts.map(({ text }) => text).join(''),
        sound: parts
          .map(({ sound }) => sound)
          .join('')
          .replace(/(.)\1+/g, '$1'),
        meaning: null,
        signs: parts.every(({ signs }) => signs !== undefined)
          ? parts.map(({ signs }) => signs).join('')
          : undefined,
      };
      const like = other.find(
        (word) =>
          word.meaning === null &&
          Math.abs(word.text.length - joined.text.length) < 3 &&
          wordLikeness(joined, word, isAcrossScripts) > 0.85,
      );
      if (like) {
        const rest = [...words.slice(0, from), joined, ...words.slice(from + count)];
        return joinLike(rest, other, isAcrossScripts);
      }
    }
  }
  return words;
}

/** "PGE" for "Polska Grupa Energetyczna", also in front of it. */
function isInitialsOf(short: readonly NameWord[], long: readonly NameWord[]): boolean {
  const said = short.filter(({ kind }) => kind !== 'noise');
  const [initials] = said;
  if (said.length !== 1 || !initials || !/^[a-z]{3,7}$/.test(initials.text) || long.length < 3) return false;
  return areInitials(initials.text, long);
}
