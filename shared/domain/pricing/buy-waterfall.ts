import { compare, subtract, type Exact } from '../money/exact';
import { inGroups } from './in-groups';
import type { WaterfallStep } from './policy';
import type { Validity } from './priced';
import { buyRules } from './rules/buy-rules';
import { largest } from './rules/largest';
import { partnerPrice } from './rules/partner-price';
import type { Application, LineFacts, PriceSoFar, RuleContext } from './rules/rule';
import type { Trail } from './trail';

/**
 * Takes a price on its trail down to what the partner pays; `list` is what a step of basis `list` looks at. Returns what the price
 * depends on until when (PR-31).
 */
export type BuyWaterfall = (trail: Trail, line: LineFacts, list: Exact) => Validity[];

interface PreparedStep {
  readonly step: WaterfallStep;
  readonly rule: (line: LineFacts, so: PriceSoFar) => Application | null;
}

/**
 * PR-20, PR-21: the policy's steps in its order, ready for any line of the quote. A `bestOf` group is decided where its first step
 * stands: what comes to the lowest price from the one there applies, ties go to the step named first, the others are listed as passed
 * over (PR-103).
 */
export function buyWaterfall(context: RuleContext): BuyWaterfall {
  const stages = inGroups(
    context.header.policy.buySteps.map((step): PreparedStep => ({
      step,
      rule: buyRules[step.step](context),
    })),
    ({ step }) => step.bestOf,
  );
  const start = partnerPrice(context);
  return (trail, line, list) => {
    start(trail, line, list);
    const bounds: Validity[] = [];
    for (const stage of stages) {
      const price = trail.value;
      const candidates = candidatesOf(stage, line, price, list);
      const best = candidates.length < 2 ? candidates[0] : lowest(candidates, price);
      for (const candidate of candidates) {
        if (candidate !== best) {
          for (const { head } of candidate.steps) {
            trail.write({ head, after: trail.value, note: 'not-best-of-group' });
          }
          continue;
        }
        for (const step of candidate.steps) trail.write(step);
        // PR-31: what took nothing off binds nothing.
        if (compare(candidate.after, price) !== 0) bounds.push(...candidate.bounds);
        for (const { key, units } of candidate.claims) context.ledger.take(key, units, line);
      }
    }
    return bounds;
  };
}

function candidatesOf(
  stage: readonly PreparedStep[],
  line: LineFacts,
  price: Exact,
  list: Exact,
): Application[] {
  const candidates: Application[] = [];
  for (const { step, rule } of stage) {
    const application = rule(line, { price, list, basis: step.basis });
    if (application) candidates.push(application);
  }
  return candidates;
}

const lowest = (candidates: readonly Application[], price: Exact): Application | undefined =>
  largest(candidates, ({ after }) => subtract(price, after));
