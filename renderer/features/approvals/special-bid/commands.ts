import type { SpecialBid } from '#shared/domain/pricing/granted-terms';
import type { Quote } from '#shared/domain/quote/quote';
import { newId } from '#shared/lib/ids';
import type { Save } from '../commands';

/** PR-20: asks the vendor for special prices for lines of one quote. Resolves to the request's id, or null when it could not be stored. */
export async function requestSpecialBid(
  save: Save,
  quote: Quote,
  request: Pick<SpecialBid, 'justification' | 'competitor' | 'wanted'>,
): Promise<string | null> {
  const id = newId();
  return (await save('requestSpecialBid', { id, quoteId: quote.id, ...request })) ? id : null;
}

export const withdrawSpecialBid = (save: Save, { id }: SpecialBid): Promise<boolean> =>
  save('withdrawSpecialBid', { id });

/** PR-20: from now on the quote is priced with the granted prices; null: without any. */
export const putBidIntoQuote = (save: Save, quote: Quote, specialBidId: string | null): Promise<boolean> =>
  save('editQuote', { id: quote.id, changes: { specialBidId } });
