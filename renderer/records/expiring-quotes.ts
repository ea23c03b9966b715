import type { Quote, QuoteState } from '#shared/domain/quote/quote';
import { addDays } from '#shared/lib/clock';

const open: ReadonlySet<QuoteState> = new Set(['draft', 'in-approval', 'approved', 'presented', 'accepted']);

/** Open quotes that end within a week of `today` (a day in the partner's zone), the next to end first. Their last day is the one before `expiresOn`. */
export function expiringQuotes(quotes: readonly Quote[], today: string): readonly Quote[] {
  const soon = addDays(today, 7);
  return quotes
    .filter(({ state, expiresOn }) => open.has(state) && expiresOn > today && expiresOn <= soon)
    .toSorted((a, b) => a.expiresOn.localeCompare(b.expiresOn));
}
