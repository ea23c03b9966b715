import { languages, textIn } from '#shared/domain/catalog/localized';
import { sumDecimals } from '#shared/domain/money/sum-decimals';
import type { CatalogHit, RowMatch } from '../../../client/client';
import type { OrderRow } from './parse-order';

/** What a person decided about a row. */
export type RowDecision =
  | { readonly kind: 'product'; readonly hit: CatalogHit }
  /** Added as a heading with its own words. */
  | { readonly kind: 'text' }
  /** Not added, on purpose. */
  | { readonly kind: 'leave' };

export interface PasteRow extends OrderRow {
  readonly match: RowMatch;
  readonly decision: RowDecision | null;
}

export type RowState = 'matched' | 'check' | 'not-found' | 'left';

/**
 * Figures that stand loose among a row's words may have been its quantity. Those that are in the product's own name or SKU are explained by
 * it; any other makes the quantity unclear until somebody says it.
 */
export function withDoubt(row: PasteRow): PasteRow {
  const hit = hitOf(row);
  if (row.unread !== null || row.loose.length === 0 || !hit) return row;
  const { sku, name } = hit.product;
  const explained = new Set([sku, ...languages.map((language) => textIn(name, language))].flatMap(figuresIn));
  const unclear = row.loose.filter((figure) => !explained.has(figure.toLowerCase()));
  return unclear.length === 0 ? row : { ...row, unread: unclear.join(' ') };
}

const figuresIn = (text: string): string[] => text.toLowerCase().split(/[^\p{L}\p{Nd}.,/]+/u);

/** Every row is in exactly one state, so the counts always sum to the rows. */
export function stateOf({ match, decision, unread }: PasteRow): RowState {
  if (decision?.kind === 'leave') return 'left';
  if (decision?.kind === 'text') return 'matched';
  if (decision === null && match.choices.length === 0) return 'not-found';
  return unread === null && (decision !== null || match.certain) ? 'matched' : 'check';
}

export const countStates = (rows: readonly PasteRow[]): Readonly<Record<RowState, number>> => {
  const counts = { matched: 0, check: 0, 'not-found': 0, left: 0 };
  for (const row of rows) counts[stateOf(row)] += 1;
  return counts;
};

/** The product a row stands for now: the chosen one, else the likeliest. */
export const hitOf = ({ decision, match }: PasteRow): CatalogHit | undefined =>
  decision === null ? match.choices[0] : decision.kind === 'product' ? decision.hit : undefined;

/** Rows that wait for nothing: they can be added, or were left out on purpose. */
export const isDecided = (row: PasteRow): boolean => {
  const state = stateOf(row);
  return state === 'matched' || state === 'left';
};

/** Rows whose product is only likely, and can be confirmed as it is. */
export const isSuggested = (row: PasteRow): boolean =>
  row.decision === null && !row.match.certain && row.match.choices.length > 0;

/** SKUs that more than one row to be added names, with how many rows. */
export function duplicates(rows: readonly PasteRow[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const row of rows) {
    const sku = stateOf(row) === 'matched' ? hitOf(row)?.product.sku : undefined;
    if (sku !== undefined) counts.set(sku, (counts.get(sku) ?? 0) + 1);
  }
  return new Map([...counts].filter(([, count]) => count > 1));
}

/** Rows of the same product at the same price as one, with their quantities added up, where the first of them stood. */
export function mergeDuplicates(rows: readonly PasteRow[], withPrices: boolean): readonly PasteRow[] {
  const keyOf = (row: PasteRow): string => {
    const sku = hitOf(row)?.product.sku;
    return sku === undefined ? row.id : `${sku} ${withPrices ? (row.price ?? '') : ''}`;
  };
  const groups = new Map<string, PasteRow[]>();
  for (const row of rows) {
    const group = groups.get(keyOf(row));
    if (group) group.push(row);
    else groups.set(keyOf(row), [row]);
  }
  return [...groups.values()].flatMap(([first, ...others]) =>
    first ? [{ ...first, quantity: sumDecimals([first, ...others].map(({ quantity }) => quantity)) }] : [],
  );
}
