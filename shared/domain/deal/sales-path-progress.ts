import { stages, type Opportunity, type Stage } from './opportunity';
import type { exitCriterionSchema, SalesPath } from './sales-path';
import type { z } from 'zod';

export type ExitCriterion = z.infer<typeof exitCriterionSchema>;
type Path = Pick<SalesPath, 'stages'>;

/** An exit criterion with who met it; null: not met. */
export interface CriterionNow extends ExitCriterion {
  readonly met: { readonly by: string; readonly at: string } | null;
}

export const guidanceOf = (path: Path | null, stage: Stage): SalesPath['stages'][number] | undefined =>
  path?.stages.find((each) => each.stage === stage);

/** OPP-1: what must be so before the deal leaves a stage, its own unless another is named, and whether it is. */
export const criteriaOf = (
  path: Path | null,
  { stage, met }: Pick<Opportunity, 'stage' | 'met'>,
  of: Stage = stage,
): readonly CriterionNow[] =>
  (guidanceOf(path, of)?.exit ?? []).map((criterion) => ({ ...criterion, met: met?.[criterion.id] ?? null }));

/** The stage after this one on the way to winning; undefined from an end. */
export function nextStage(stage: Stage): Stage | undefined {
  return stage === 'won' || stage === 'lost' ? undefined : stages[stages.indexOf(stage) + 1];
}

/**
 * OPP-1: the required criteria that are not met and stand before a move to that stage: those of every stage that is left on the way. Going back,
 * and losing, needs nothing.
 */
export function blockedBy(
  path: Path | null,
  opportunity: Pick<Opportunity, 'stage' | 'met'>,
  to: Stage,
): readonly CriterionNow[] {
  if (to === 'lost') return [];
  const left = stages.slice(stages.indexOf(opportunity.stage), stages.indexOf(to));
  return left
    .flatMap((stage) => criteriaOf(path, opportunity, stage))
    .filter(({ required, met }) => required && met === null);
}
