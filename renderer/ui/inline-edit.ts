/** How editing in place ends: Enter and leaving the field keep what was typed, Escape brings back what was there. */
export type EndKey = 'enter' | 'blur' | 'escape';

/** What stood there when a person began to edit, by name: what somebody else changed since then merges or is asked about (SY-14). */
export type EditBasis = Readonly<Record<string, string>>;

export type EndOfEdit<Problem> =
  /** Nothing to save; the field shows `value`. */
  | { readonly kind: 'unchanged' | 'restored'; readonly value: string }
  | { readonly kind: 'save'; readonly value: string }
  /** The field stays open with the typed text and says what is wrong. */
  | { readonly kind: 'refused'; readonly problem: Problem };

/**
 * Decides what the end of an edit means. `read` turns typed text into the value to keep, or says what is wrong with it.
 * A text that cannot be kept is never thrown away unless the person pressed Escape.
 */
export function endEdit<Problem>(
  before: string,
  typed: string,
  key: EndKey,
  read: (typed: string) => ReadText<Problem>,
): EndOfEdit<Problem> {
  if (key === 'escape') return { kind: 'restored', value: before };
  const result = read(typed);
  if (!result.ok) return { kind: 'refused', problem: result.problem };
  return result.value === before
    ? { kind: 'unchanged', value: before }
    : { kind: 'save', value: result.value };
}

export type ReadText<Problem> =
  | { readonly ok: true; readonly value: string }
  | { readonly ok: false; readonly problem: Problem };
