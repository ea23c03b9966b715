import { subtract, type Exact } from '../money/exact';
import type { WaterfallStep } from './policy';
import type { Validity } from './priced';
import { buyRules } from './rules/buy-rules';
import { largest } from './rules/largest';
import type { LineFacts, Reduction, RuleContext } from './rules/rule';
import type { Trail } from './trail';

/** Takes a list price on its trail down to what the partner pays; returns what that depends on until when (PR-31). */
export type BuyWaterfall = (trail: Trail, line: LineFacts, list: Exact) => Validity[];

interface PreparedStep {
  readonly step: WaterfallStep;
  readonly rule: (line: LineFacts) => Reduction | null;
}

const headOf = ({ step, basis }: WaterfallStep, { rule, rate }: Reduction) => ({ step, rule, basis, rate });

/**
 * PR-20, PR-21: the policy's steps in its order, ready for any line of the quote. A `bestOf` group is decided where its first step
 * stands: the largest reduction from the price there applies, ties go to the step named first, the others are listed as passed over
 * (PR-103).
 */
export function buyWaterfall(context: RuleContext): BuyWaterfall {
  const stages = stagesOf(
    context.header.policy.buySteps.map((step) => ({ step, rule: buyRules[step.step](context) })),
  );
  return (trail, line, list) => {
    const bounds: Validity[] = [];
    for (const stage of stages) {
      const candidates = candidatesOf(stage, line);
      const best = candidates.length < 2 ? candidates[0] : bestOf(candidates, trail, list);
      for (const candidate of candidates) {
        const { step, reduction } = candidate;
        if (candidate !== best) {
          trail.passOver(headOf(step, reduction));
          continue;
        }
        trail.take(headOf(step, reduction), trail.afterPercent(step.basis, reduction.percent, list));
        if (reduction.bound) bounds.push(reduction.bound);
      }
    }
    return bounds;
  };
}

interface Candidate {
  readonly step: WaterfallStep;
  readonly reduction: Reduction;
}

function candidatesOf(stage: readonly PreparedStep[], line: LineFacts): Candidate[] {
  const candidates: Candidate[] = [];
  for (const { step, rule } of stage) {
    const reduction = rule(line);
    if (reduction) candidates.push({ step, reduction });
  }
  return candidates;
}

const bestOf = (candidates: readonly Candidate[], trail: Trail, list: Exact): Candidate | undefined =>
  largest(candidates, ({ step, reduction }) =>
    subtract(trail.value, trail.afterPercent(step.basis, reduction.percent, list)),
  );

/** Steps that compete stand together, where the first of them is. */
function stagesOf(steps: readonly PreparedStep[]): PreparedStep[][] {
  const groups = new Map<string, PreparedStep[]>();
  const stages: PreparedStep[][] = [];
  for (const prepared of steps) {
    const { bestOf } = prepared.step;
    const group = bestOf === null ? undefined : groups.get(bestOf);
    if (group) {
      group.push(prepared);
      continue;
    }
    const stage = [prepared];
    stages.push(stage);
    if (bestOf !== null) groups.set(bestOf, stage);
  }
  return stages;
}
