import type { Exact } from '../../money/exact';
import { decimal } from '../../money/parse-decimal';
import { lessPercent, plusPercent } from '../../money/percent';
import type { Partner } from '../../partner/partner';
import { converted } from '../conversion';
import { bandedPrice, flatPrice } from '../list-price';
import type { Distribution } from '../policy';
import type { Trail } from '../trail';
import type { LineFacts, RuleContext } from './rule';

/**
 * PR-22: where the buy waterfall goes from list before its steps, in a two-tier book: to the distributor's price, and for a reseller from
 * there to its own; in a book made for resellers (to-reseller-book.ts) straight to what the book says they pay.
 */
export function partnerPrice(
  context: Pick<RuleContext, 'header' | 'conversion' | 'partnerKind'>,
): (trail: Trail, line: LineFacts, list: Exact) => void {
  const { header, conversion, partnerKind } = context;
  const { distribution } = header.policy;
  return (trail, line, list) => {
    const { entry } = line;
    if (entry.partnerPrice !== undefined) {
      const banded = entry.partnerBands && bandedPrice(entry.partnerBands, line);
      const { unit, parts } = banded?.ok ? banded.value : flatPrice(entry.partnerPrice);
      const amount = converted(unit, conversion);
      const inQuote = (figure: Exact | string): Exact =>
        converted(typeof figure === 'string' ? decimal(figure) : figure, conversion);
      trail.take(
        parts.length === 0
          ? { step: 'partner-price', rule: header.name, basis: 'list', amount }
          : {
              step: 'partner-price',
              rule: header.name,
              basis: 'list',
              parts: parts.map((part) => ({ ...part, figure: inQuote(part.figure) })),
            },
        amount,
      );
    } else if (distribution) {
      takeTiers(trail, distribution, partnerKind, list, converted(decimal(entry.cost ?? '0'), conversion));
    }
  };
}

function takeTiers(
  trail: Trail,
  { distributor, reseller }: Distribution,
  partnerKind: Partner['kind'],
  list: Exact,
  cost: Exact,
): void {
  const head = { step: 'distributor-price', rule: distributor.from, basis: 'list' } as const;
  if (distributor.from === 'list') {
    const { percentOff: rate } = distributor;
    trail.take({ ...head, rate }, lessPercent(list, decimal(rate)));
  } else {
    const { uplift: rate } = distributor;
    trail.take({ ...head, rate, amount: cost }, plusPercent(cost, decimal(rate)));
  }
  if (partnerKind === 'distributor') return;
  const { uplift: rate } = reseller;
  trail.take(
    { step: 'reseller-price', rule: 'uplift', basis: 'running', rate },
    plusPercent(trail.value, decimal(rate)),
  );
}
