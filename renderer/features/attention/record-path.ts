import type { AttentionRow } from '../../db/rows';

/** Where the record a piece of work touches can be opened; null for records without a page. `placeOrder` opens its quote: the order was refused. */
export function recordPath(touches: readonly string[]): string | null {
  const pages = {
    quote: 'quotes',
    account: 'accounts',
    opportunity: 'opportunities',
    registrationRequest: 'registrations',
    lead: 'leads',
  } as const;
  for (const key of touches) {
    const [type = '', ...id] = key.split(':');
    if (type in pages) return `/${pages[type as keyof typeof pages]}/${id.join(':')}`;
  }
  return null;
}

const betweenTwo = new Set(['kept-theirs', 'took-mine', 'kept-both']);

/** Where both versions of what was settled between two can still be read (SY-13); null for everything else. */
export function settledPath({
  resolution,
  touches,
}: Pick<AttentionRow, 'resolution' | 'touches'>): string | null {
  const quote = touches.find((key) => key.startsWith('quote:'));
  const chosen = resolution !== null && betweenTwo.has(resolution.how);
  return chosen && quote !== undefined ? `/conflicts/quote/${quote.slice('quote:'.length)}` : null;
}
