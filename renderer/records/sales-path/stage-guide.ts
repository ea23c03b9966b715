import { stages, type Opportunity, type Stage } from '#shared/domain/deal/opportunity';
import type { SalesPath } from '#shared/domain/deal/sales-path';

export type StageGuide = SalesPath['stages'][number];
export type ExitCriterion = StageGuide['exit'][number];

/** What the vendor's sales path says of a stage; undefined: nothing. */
export const guideOf = (path: SalesPath | undefined, stage: Stage): StageGuide | undefined =>
  path?.stages.find((each) => each.stage === stage);

/** OPP-1: what the path asks for before the deal leaves its stage, and nobody has ticked. */
export const unmetRequired = (
  guide: StageGuide | undefined,
  { met }: Pick<Opportunity, 'met'>,
): readonly ExitCriterion[] => (guide?.exit ?? []).filter(({ id, required }) => required && !met?.[id]);

/** True for a move along the path towards its good end: giving a deal up, or going back, is asked nothing. */
export const isForward = (from: Stage, to: Stage): boolean =>
  to !== 'lost' && from !== 'lost' && stages.indexOf(to) > stages.indexOf(from);
