import type { Decimal } from '../../money/amount';
import { compare, subtract } from '../../money/exact';
import { formatRounded, trimDecimals } from '../../money/format-decimal';
import { parseDecimal } from '../../money/parse-decimal';
import type { Localized } from '../localized';
import type { Charge } from '../product';
import { checkConfiguration } from './check-configuration';
import type { ConfiguredLine } from './configured-line';
import { situationOf, type ProductOf } from './situation';

/** QUO-6: something worth telling the customer, in data. Nothing is wrong without it. */
export type Suggestion =
  | {
      readonly kind: 'cross-sell';
      readonly id: string;
      readonly lineIds: readonly string[];
      /** What goes well with them, best first. */
      readonly skus: readonly string[];
      readonly quantity: Decimal;
      readonly why: Localized;
    }
  | {
      readonly kind: 'up-sell';
      readonly id: string;
      readonly lineIds: readonly string[];
      readonly sku: string;
      /** What a unit costs more at list, per period where it recurs. */
      readonly more: Decimal;
    };

/**
 * QUO-6: cross-sell (what the products recommend and the quote lacks) and up-sell (the next edition, charged alike, and dearer). `list` is
 * the list price of a SKU that can be sold; undefined: it cannot.
 */
export function suggestions(
  lines: readonly ConfiguredLine[],
  productOf: ProductOf,
  list: (sku: string) => Decimal | undefined,
): readonly Suggestion[] {
  const sellable = (sku: string): boolean => productOf(sku) !== undefined && list(sku) !== undefined;
  const crossSell = checkConfiguration(lines, productOf).flatMap(
    ({ id, detail, explanation, lineIds }): Suggestion[] => {
      if (detail.kind !== 'recommends' || !explanation) return [];
      const skus = detail.target.skus.filter(sellable);
      return skus.length === 0
        ? []
        : [{ kind: 'cross-sell', id, lineIds, skus, quantity: detail.quantity, why: explanation }];
    },
  );
  const { counted } = situationOf(lines, productOf);
  const upSell = counted.flatMap(({ line, product }): Suggestion[] => {
    const next = product.nextEditionSku === undefined ? undefined : productOf(product.nextEditionSku);
    const now = parseDecimal(list(product.sku) ?? '');
    const then = next && parseDecimal(list(next.sku) ?? '');
    if (line.component || !next || !now || !then || !isAlike(product.charge, next.charge)) return [];
    if (compare(then, now) <= 0) return [];
    const more = trimDecimals(formatRounded(subtract(then, now), 6, 'half-up'), 2);
    return [{ kind: 'up-sell', id: `up-sell:${line.id}`, lineIds: [line.id], sku: next.sku, more }];
  });
  return [...crossSell, ...upSell];
}

const isAlike = (a: Charge, b: Charge): boolean => JSON.stringify(a) === JSON.stringify(b);
