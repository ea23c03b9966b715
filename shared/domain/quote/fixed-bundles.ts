import { err, ok, type Result } from '../../lib/result';
import type { Product } from '../catalog/product';
import { allocate } from '../money/allocate';
import { priceLine } from '../pricing/price-line';
import type { BundleShare } from '../pricing/line-to-price';
import type { LineProblem } from '../pricing/priced';
import type { DraftedLine, LineOutcome } from './drafted-line';
import { isLeftOut } from './outside-totals';

/**
 * PR-14, PR-151: the price of a bundle with a fixed price goes to its parts, each of the line's list, buy and sell amounts allocated by
 * the parts' own list amounts (PR-4). The bundle's own line is then worth nothing itself. One without parts keeps its price; one with a
 * part that has no price has none, nor have its parts. Done twice is done once.
 */
export function withBundlePrices(
  outcomes: readonly LineOutcome[],
  product: (sku: string) => Product | undefined,
): LineOutcome[] {
  const parts = new Map<string, LineOutcome[]>();
  for (const outcome of outcomes) {
    const { component } = outcome.line;
    if (component && isPart(outcome, product(outcome.line.sku)))
      parts.set(component.parentId, [...(parts.get(component.parentId) ?? []), outcome]);
  }
  if (parts.size === 0) return [...outcomes];
  const settled = new Map<LineOutcome, Result<DraftedLine, LineProblem>>();
  for (const bundle of outcomes) {
    const its = parts.get(bundle.line.id);
    if (!its || bundle.line.component || product(bundle.line.sku)?.bundle?.pricing !== 'fixed') continue;
    if (bundle.line.contractChange?.action === 'reduce') continue;
    for (const [outcome, result] of settle(bundle, its)) settled.set(outcome, result);
  }
  return outcomes.map((outcome) => ({ ...outcome, outcome: settled.get(outcome) ?? outcome.outcome }));
}

/** One of quantity 0 takes no share; one without a price counts as a part, unless it would have had a price of its own (PR-152). */
const isPart = ({ line, outcome }: LineOutcome, product: Product | undefined): boolean =>
  outcome.ok
    ? outcome.value.toPrice.origin.kind === 'bundle-part' && outcome.value.resolved.quantity.n !== 0n
    : !isLeftOut(line) && !line.contractChange && product?.charge.kind !== 'usage';

function settle(
  bundle: LineOutcome,
  parts: readonly LineOutcome[],
): readonly (readonly [LineOutcome, Result<DraftedLine, LineProblem>])[] {
  const whole = [bundle, ...parts];
  const unpriced = whole.filter(({ outcome }) => !outcome.ok);
  if (unpriced.length > 0) {
    const skus = [...new Set(unpriced.map(({ line }) => line.sku))];
    return whole.flatMap((line) =>
      line.outcome.ok ? ([[line, err({ type: 'bundle-incomplete', skus })]] as const) : [],
    );
  }
  const drafts = parts.flatMap(({ outcome }) => (outcome.ok ? outcome.value.draft : []));
  if (!bundle.outcome.ok || bundle.outcome.value.toPrice.allocated) return [];
  const weights = drafts.map(({ listLine }) => listLine);
  const { listLine, buyLine, sellLine } = bundle.outcome.value.draft;
  const [lists, buys, sells] = [listLine, buyLine, sellLine].map((amount) => allocate(amount, weights));
  return [
    [bundle, allocated(bundle, { list: 0n, buy: 0n, sell: 0n })],
    ...parts.map(
      (part, index) =>
        [
          part,
          allocated(part, {
            list: lists?.[index] ?? 0n,
            buy: buys?.[index] ?? 0n,
            sell: sells?.[index] ?? 0n,
          }),
        ] as const,
    ),
  ];
}

/** The line once more, with what the bundle's price leaves for it at the end. */
function allocated({ outcome }: LineOutcome, share: BundleShare): Result<DraftedLine, LineProblem> {
  if (!outcome.ok) return outcome;
  const toPrice = { ...outcome.value.toPrice, allocated: share };
  return ok({ ...outcome.value, toPrice, draft: priceLine(toPrice, false) });
}
