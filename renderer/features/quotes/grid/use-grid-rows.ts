import { useRef } from 'react';
import type { OpenQuote } from '../editing/open-quote';
import { gridRows, type GridRow } from './grid-rows';

interface Known {
  readonly of: readonly unknown[];
  readonly rows: readonly GridRow[];
}

/** The rows of the open quote; rows that did not change stay the same objects. */
export function useGridRows({ quote, pricedLines, drafts }: OpenQuote): readonly GridRow[] {
  const { items, currency } = quote;
  const known = useRef<Known>({ of: [], rows: [] });
  const of = [items, pricedLines, drafts.byKey, currency];
  if (of.some((value, index) => value !== known.current.of[index])) {
    const rows = gridRows({ items, priced: pricedLines, drafts: drafts.byKey, currency }, known.current.rows);
    known.current = { of, rows };
  }
  return known.current.rows;
}
