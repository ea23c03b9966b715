import { subtract, type Exact } from '../money/exact';
import { decimal } from '../money/parse-decimal';
import type { WaterfallStep } from './policy';
import type { Validity } from './priced';
import { buyRules } from './rules/buy-rules';
import { largest } from './rules/largest';
import type { LineFacts, Reduction } from './rules/rule';
import type { Trail } from './trail';

interface Candidate {
  readonly step: WaterfallStep;
  readonly reduction: Reduction;
}

const headOf = ({ step, reduction }: Candidate) => ({
  step: step.step,
  rule: reduction.rule,
  basis: step.basis,
  rate: reduction.percent,
});

/**
 * PR-20, PR-21: takes the list price on `trail` through the policy's steps. A `bestOf` group is decided where its first step stands:
 * the largest reduction from the price there applies, ties go to the step named first, the others are listed as passed over (PR-103).
 * Returns what the price depends on until when (PR-31).
 */
export function runBuyWaterfall(trail: Trail, facts: LineFacts, list: Exact): Validity[] {
  const { buySteps } = facts.header.policy;
  const bounds: Validity[] = [];
  const decided = new Set<string>();

  for (const first of buySteps) {
    if (first.bestOf !== null && decided.has(first.bestOf)) continue;
    if (first.bestOf !== null) decided.add(first.bestOf);
    const together =
      first.bestOf === null ? [first] : buySteps.filter(({ bestOf }) => bestOf === first.bestOf);

    const candidates = together.flatMap((step): Candidate[] => {
      const reduction = buyRules[step.step](facts);
      return reduction ? [{ step, reduction }] : [];
    });
    const start = trail.value;
    const best =
      candidates.length === 1
        ? candidates[0]
        : largest(candidates, ({ step, reduction }) =>
            subtract(start, trail.afterPercent(step.basis, decimal(reduction.percent), list)),
          );
    for (const candidate of candidates) {
      if (candidate !== best) {
        trail.passOver(headOf(candidate));
        continue;
      }
      trail.takePercent(headOf(candidate), decimal(candidate.reduction.percent), list);
      if (candidate.reduction.bound) bounds.push(candidate.reduction.bound);
    }
  }
  return bounds;
}
