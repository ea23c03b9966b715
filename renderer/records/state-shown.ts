import type { Quote, QuoteState } from '#shared/domain/quote/quote';

const settled: ReadonlySet<QuoteState> = new Set(['ordered', 'rejected', 'expired']);

/**
 * QUO-2: the state a person is to see: a quote that nobody ordered or declined in time is expired, whether or not that has been
 * written down yet. `today`: a day in the partner's zone; the last day of a quote is the one before `expiresOn`.
 */
export const stateShown = (
  { state, expiresOn }: Pick<Quote, 'state' | 'expiresOn'>,
  today: string,
): QuoteState => (!settled.has(state) && expiresOn <= today ? 'expired' : state);
