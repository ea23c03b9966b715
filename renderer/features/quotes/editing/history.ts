import type { Quote } from '#shared/domain/quote/quote';
import { ok, type Result } from '#shared/lib/result';
import type { MutationContext } from '#shared/mutations/mutation';
import type { Rejection } from '#shared/mutations/rejection';
import { invertChange } from './invert-change';
import { applyWrite, type QuoteChange } from './quote-change';
import { withoutConflicts } from './without-conflicts';

/** One thing a person did, whatever number of changes it took, and the changes that take it back. */
export interface Step {
  readonly changes: readonly QuoteChange[];
  readonly inverse: readonly QuoteChange[];
  readonly before: Quote;
  readonly after: Quote;
}

/** An open quote with what can be undone (oldest first) and done again (next one last). */
export interface Editing {
  readonly quote: Quote;
  readonly past: readonly Step[];
  readonly future: readonly Step[];
}

export interface Edited {
  readonly editing: Editing;
  /** What has to be stored, in order. */
  readonly writes: readonly QuoteChange[];
}

export const startEditing = (quote: Quote): Editing => ({ quote, past: [], future: [] });

/** Applies the changes as one step. All or nothing: a refused change leaves everything as it was. */
export function perform(
  editing: Editing,
  changes: readonly QuoteChange[],
  context: MutationContext,
): Result<Edited, Rejection> {
  let quote = editing.quote;
  const inverse: QuoteChange[] = [];
  for (const change of changes) {
    inverse.unshift(...invertChange(quote, change));
    const changed = applyWrite(quote, change, context);
    if (!changed.ok) return changed;
    quote = changed.value;
  }
  const step = { changes, inverse, before: editing.quote, after: quote };
  const past = inverse.length === 0 ? editing.past : [...editing.past, step];
  return ok({ editing: { quote, past, future: [] }, writes: changes });
}

/** Takes the last step back, as far as nobody else has gone on from it; with nothing to undo it changes nothing. */
export function undo(editing: Editing, context: MutationContext): Result<Edited, Rejection> {
  const step = editing.past.at(-1);
  if (!step) return ok({ editing, writes: [] });
  const writes = withoutConflicts(step.inverse, editing.quote, step.after);
  const quote = applyAll(editing.quote, writes, context);
  if (!quote.ok) return quote;
  const past = editing.past.slice(0, -1);
  return ok({ editing: { quote: quote.value, past, future: [...editing.future, step] }, writes });
}

/** Does the last undone step again, as far as nobody else has changed what it starts from. */
export function redo(editing: Editing, context: MutationContext): Result<Edited, Rejection> {
  const step = editing.future.at(-1);
  if (!step) return ok({ editing, writes: [] });
  const writes = withoutConflicts(step.changes, editing.quote, step.before);
  const quote = applyAll(editing.quote, writes, context);
  if (!quote.ok) return quote;
  const future = editing.future.slice(0, -1);
  return ok({ editing: { quote: quote.value, past: [...editing.past, step], future }, writes });
}

function applyAll(
  quote: Quote,
  changes: readonly QuoteChange[],
  context: MutationContext,
): Result<Quote, Rejection> {
  let result = quote;
  for (const change of changes) {
    const changed = applyWrite(result, change, context);
    if (!changed.ok) return changed;
    result = changed.value;
  }
  return ok(result);
}
