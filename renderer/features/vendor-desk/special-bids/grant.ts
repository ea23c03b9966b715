import type { SpecialBid } from '#shared/domain/pricing/granted-terms';
import { sumDecimals } from '#shared/domain/money/sum-decimals';
import { parseInput } from '#shared/domain/money/parse-input';
import type { SpecialBidDecision } from '#shared/protocol/vendor-special-bid';

/** What is typed for one SKU. An empty price grants nothing for it. */
export interface GrantRow {
  readonly kind: 'net' | 'percent';
  readonly price: string;
  /** Empty: any number of units. */
  readonly maxQuantity: string;
}
export interface GrantDraft {
  readonly rows: Readonly<Record<string, GrantRow>>;
  readonly validFrom: string;
  readonly validUntil: string;
  readonly comment: string;
}
export type GrantProblem = 'nothing' | 'unreadable' | 'days';

type Granted = Extract<SpecialBidDecision, { readonly decision: 'granted' }>;

/** The SKUs asked for, each once, with all that is wanted of it. */
export const skusOf = ({ wanted }: Pick<SpecialBid, 'wanted'>): readonly string[] => [
  ...new Set(wanted.map(({ sku }) => sku)),
];

export const emptyRow: GrantRow = { kind: 'net', price: '', maxQuantity: '' };

/** Rows that grant what was asked for: its price net, for no more units than it was asked for. Written as a person of `locale` would. */
export function rowsAsWanted(
  { wanted }: Pick<SpecialBid, 'wanted'>,
  locale: string,
): Readonly<Record<string, GrantRow>> {
  const written = new Intl.NumberFormat(locale, { maximumFractionDigits: 20, useGrouping: false });
  const write = (value: string) => written.format(value as `${number}`);
  return Object.fromEntries(
    skusOf({ wanted }).map((sku): [string, GrantRow] => {
      const of = wanted.filter((each) => each.sku === sku);
      const most = sumDecimals(of.map(({ quantity }) => quantity));
      return [sku, { kind: 'net', price: write(of[0]?.unitPrice ?? '0'), maxQuantity: write(most) }];
    }),
  );
}

/** Special prices as they were typed, or why they cannot be granted yet. `unreadable` names the SKUs whose figures are none. */
export function readGrant(
  skus: readonly string[],
  draft: GrantDraft,
  locale: string,
):
  | { readonly ok: true; readonly value: Granted }
  | { readonly ok: false; readonly problem: GrantProblem; readonly skus: readonly string[] } {
  const terms: Granted['terms'] = [];
  const unreadable: string[] = [];
  for (const sku of skus) {
    const row = draft.rows[sku] ?? emptyRow;
    if (row.price.trim() === '') continue;
    const price = parseInput(row.price, row.kind === 'net' ? 'price' : 'percent', locale);
    const most = row.maxQuantity.trim() === '' ? null : parseInput(row.maxQuantity, 'quantity', locale);
    if (!price.ok || (most !== null && !most.ok)) unreadable.push(sku);
    else {
      terms.push({
        sku,
        price:
          row.kind === 'net'
            ? { kind: 'net', unitPrice: price.value }
            : { kind: 'percent', percent: price.value },
        maxQuantity: most === null ? null : most.value,
      });
    }
  }
  if (unreadable.length > 0) return { ok: false, problem: 'unreadable', skus: unreadable };
  if (terms.length === 0) return { ok: false, problem: 'nothing', skus: [] };
  const { validFrom, validUntil, comment } = draft;
  if (validUntil <= validFrom) return { ok: false, problem: 'days', skus: [] };
  return {
    ok: true,
    value: { decision: 'granted', terms, validFrom, validUntil, comment: comment.trim() },
  };
}
