import { isEditable } from '#shared/domain/quote/lifecycle';
import { itemCopies } from '#shared/domain/quote/item-copies';
import type { Quote } from '#shared/domain/quote/quote';
import type { ArgsOf } from '#shared/mutations/registry';
import { quoteContentSchema } from '#shared/mutations/replace-quote';
import type { PartedChoice } from '../../../db/rows';

/** What can be made of a person's version of a quote beside the vendor's (SY-13). Money is never merged: one of them counts, or both do as two quotes. */
export function choicesFor(theirs: Quote | null): readonly PartedChoice[] {
  // What a customer or an approver has seen is not put aside by a version that lay on a laptop (PR-61).
  return theirs && isEditable(theirs.state)
    ? ['kept-theirs', 'took-mine', 'kept-both']
    : ['kept-theirs', 'kept-both'];
}

/** SY-13: puts the person's whole version in the place of the vendor's. */
export const replacement = (mine: Quote): ArgsOf<'replaceQuote'> => ({
  id: mine.id,
  content: quoteContentSchema.parse(mine),
});

interface NewQuote {
  readonly id: string;
  readonly number: string;
  readonly title: string;
  readonly newId: () => string;
}

/**
 * The person's version as a quote of its own: prices, terms and lines as they are, every line with an id of its own. A special bid was
 * granted for the other quote alone (PR-20) and stays there.
 */
export function asNewQuote(mine: Quote, { id, number, title, newId }: NewQuote): ArgsOf<'createQuote'> {
  return {
    ...quoteContentSchema.parse(mine),
    id,
    number,
    title: title.slice(0, 200),
    specialBidId: null,
    items: [...itemCopies(mine, new Set(mine.items.map((item) => item.id)), newId)],
  };
}
