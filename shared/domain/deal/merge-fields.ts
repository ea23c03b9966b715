import { compare } from '../money/exact';
import { parseDecimal } from '../money/parse-decimal';
import type { BothChanged, MergedType } from './edit-conflict';
import { mergeLines } from './merge-lines';

/** Values of a record's fields by name; undefined: nothing said of it. Null is compared as '' and written as null again. */
export type FieldValues = Readonly<Record<string, string | null | undefined>>;

interface MergeRule {
  /** Fields that only make sense together: money is never half of one and half of the other. */
  readonly groups: readonly (readonly string[])[];
  readonly amounts: readonly string[];
  /** Texts whose lines merge, with the most characters each holds. */
  readonly texts: Readonly<Record<string, number>>;
  /** Fields that may say nothing: null there, and '' where they are compared. */
  readonly nullable: readonly string[];
}

const maxText = 20_000;
const mergeRules: Readonly<Record<MergedType, MergeRule>> = {
  account: { groups: [], amounts: [], texts: { notes: maxText }, nullable: [] },
  contact: { groups: [], amounts: [], texts: {}, nullable: [] },
  opportunity: {
    groups: [['amount', 'currency']],
    amounts: ['amount'],
    texts: { notes: maxText, lostReason: 2_000 },
    nullable: ['forecast', 'lostReason'],
  },
  activity: { groups: [], amounts: [], texts: { text: maxText }, nullable: ['dueOn'] },
};

/** What a merged field reads in the record: null where it says nothing and may. */
export const fieldValue = (type: MergedType, field: string, value: string): string | null =>
  value === '' && mergeRules[type].nullable.includes(field) ? null : value;

const groupOf = (type: MergedType, field: string): readonly string[] =>
  mergeRules[type].groups.find((group) => group.includes(field)) ?? [field];

/** The changed fields, each with those it only makes sense together with; each group once. */
const groupsOf = (type: MergedType, changes: FieldValues): (readonly string[])[] => {
  const named = Object.keys(changes).filter((field) => changes[field] !== undefined);
  return [...new Map(named.map((field) => [groupOf(type, field)[0], groupOf(type, field)])).values()];
};

/** SY-14: what an edit says of the state it was made on: the fields it changes, and those that belong to them, as the person saw them. */
export function baseOf<T extends object>(type: MergedType, seen: T, changes: Partial<T>): Partial<T> {
  const fields = groupsOf(type, changes as FieldValues).flat();
  const { nullable } = mergeRules[type];
  return Object.fromEntries(
    fields.map((field) => {
      const value = (seen as FieldValues)[field];
      // An older app's record has no such field: the person saw that nothing was said.
      return [field, value === undefined && nullable.includes(field) ? null : value];
    }),
  ) as Partial<T>;
}

/** SY-14: the field that a base leaves out though it names one that only makes sense together with it. */
export function missingInBase(type: MergedType, changes: FieldValues, base: FieldValues): string | undefined {
  return groupsOf(type, changes)
    .filter((fields) => fields.some((field) => base[field] !== undefined))
    .flat()
    .find((field) => base[field] === undefined);
}

export interface MergedFields {
  /** What the record takes on; '' also for null, see `fieldValue`. */
  readonly taken: Readonly<Record<string, string>>;
  /** What stays as it is, because both changed it to something else. */
  readonly both: readonly BothChanged[];
}

/**
 * SY-14: merges one person's `changes`, made on `base`, into a record that reads `now`, field by field. A field that the other did not touch
 * takes the new value; one that both gave the same value is settled; the lines of notes merge. Whatever else both changed is left alone and
 * told as `both`. Without a base for a field the new value counts.
 */
export function mergeFields(
  type: MergedType,
  now: FieldValues,
  changes: FieldValues,
  base: FieldValues = {},
): MergedFields {
  const taken: Record<string, string> = {};
  const both: BothChanged[] = [];
  for (const fields of groupsOf(type, changes)) {
    const were = fields.map((field) => base[field] ?? '');
    const are = fields.map((field) => now[field] ?? '');
    const wanted = fields.map((field, at) => {
      const value = changes[field];
      // Null says that there is to be nothing; undefined says nothing of it.
      return value === undefined ? (base[field] ?? are[at] ?? '') : (value ?? '');
    });
    const same = (a: readonly string[], b: readonly string[]) =>
      fields.every((field, at) => isSame(type, field, a[at] ?? '', b[at] ?? ''));
    const take = (values: readonly string[]) => {
      for (const [at, field] of fields.entries()) taken[field] = values[at] ?? '';
    };
    const isBlind = fields.every((field) => base[field] === undefined);
    if (isBlind || same(are, were)) take(wanted);
    else if (!same(wanted, were) && !same(wanted, are)) {
      const merged = mergedText(type, fields, were, are, wanted);
      if (merged === undefined) both.push({ fields: [...fields], base: were, kept: are, other: wanted });
      else take([merged]);
    }
  }
  return { taken, both };
}

/** "100" and "100.00" are one amount. */
function isSame(type: MergedType, field: string, a: string, b: string): boolean {
  if (a === b) return true;
  if (!mergeRules[type].amounts.includes(field)) return false;
  const [left, right] = [parseDecimal(a), parseDecimal(b)];
  return left !== undefined && right !== undefined && compare(left, right) === 0;
}

/** Undefined when it is no text of lines, or would be longer than the field holds. */
function mergedText(
  type: MergedType,
  [field = '']: readonly string[],
  [base = '']: readonly string[],
  [kept = '']: readonly string[],
  [other = '']: readonly string[],
): string | undefined {
  const longest = mergeRules[type].texts[field];
  if (longest === undefined) return undefined;
  const merged = mergeLines(base, kept, other);
  return merged.length <= longest ? merged : undefined;
}
