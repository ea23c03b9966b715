import { useEffect, type RefObject } from 'react';
import { useSearchParams } from 'react-router';
import { useOpenQuote } from '../editing/open-quote';
import type { QuoteGridHandle } from './quote-grid';

/** `?item=<id>` puts the cursor on that line (from the proposal, say) and leaves the address, so that going back does not jump again. */
export function useItemFromAddress(grid: RefObject<QuoteGridHandle | null>): void {
  const { quote } = useOpenQuote();
  const [params, setParams] = useSearchParams();
  const wanted = params.get('item');
  const here = quote.items.some(({ id }) => id === wanted);
  useEffect(() => {
    if (wanted === null) return undefined;
    // The rows are drawn first; then there is something to scroll to.
    const frame = requestAnimationFrame(() => {
      if (here) grid.current?.focus(wanted, 'description');
      const rest = new URLSearchParams(params);
      rest.delete('item');
      setParams(rest, { replace: true });
    });
    return () => cancelAnimationFrame(frame);
  }, [wanted, here, grid, params, setParams]);
}
