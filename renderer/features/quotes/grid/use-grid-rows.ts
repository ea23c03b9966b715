import { useState } from 'react';
import type { OpenQuote } from '../editing/open-quote';
import { gridRows, type GridRow } from './grid-rows';

interface Known {
  readonly of: readonly unknown[];
  readonly rows: readonly GridRow[];
}

const none: OpenQuote['breaches'] = new Map();

/** The rows of the open quote; rows that did not change stay the same objects. */
export function useGridRows(
  { quote, source, pricedLines, breaches, customerView, drafts }: OpenQuote,
  collapsed: ReadonlySet<string>,
): readonly GridRow[] {
  const { items, currency } = quote;
  const { product } = source;
  const [known, setKnown] = useState<Known>({ of: [], rows: [] });
  // Once it is decided, a limit that was passed is nobody's error any more.
  const open = quote.state === 'draft' || quote.state === 'in-approval';
  const shown = customerView || !open ? none : breaches;
  const of = [items, pricedLines, shown, drafts.byKey, currency, product, collapsed];
  if (of.every((value, index) => value === known.of[index])) return known.rows;
  const rows = gridRows(
    { items, priced: pricedLines, breaches: shown, drafts: drafts.byKey, currency, product, collapsed },
    known.rows,
  );
  // Kept while rendering, as React advises for state that follows its inputs: an effect would draw every row twice.
  setKnown({ of, rows });
  return rows;
}
