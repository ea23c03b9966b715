import type { Quote, QuoteState } from '#shared/domain/quote/quote';
import { stateShown } from '../../../records/state-shown';

export interface QuoteFilter {
  readonly text: string;
  /** null: every state. */
  readonly state: QuoteState | null;
  readonly whose: 'mine' | 'all';
}

export const noQuoteFilter: QuoteFilter = { text: '', state: null, whose: 'all' };

const plain = (text: string): string =>
  text
    .normalize('NFD')
    .replaceAll(/\p{Diacritic}/gu, '')
    .toLowerCase();

/** Quotes that fit, by the state that is shown on `today`, last changed first: every word of the text stands in the number, the title or the customer's name, whatever the case and accents. */
export function filterQuotes(
  quotes: readonly Quote[],
  { text, state, whose }: QuoteFilter,
  me: string,
  today: string,
  customerName: (accountId: string) => string | undefined,
): readonly Quote[] {
  const words = plain(text).split(/\s+/).filter(Boolean);
  const fitting = quotes.filter((quote) => {
    if (state !== null && stateShown(quote, today) !== state) return false;
    if (whose === 'mine' && quote.ownerId !== me) return false;
    if (words.length === 0) return true;
    const name = quote.accountId === null ? '' : (customerName(quote.accountId) ?? '');
    const said = plain(`${quote.number} ${quote.title} ${name}`);
    return words.every((word) => said.includes(word));
  });
  return fitting.toSorted((a, b) => b.updatedAt.localeCompare(a.updatedAt));
}
