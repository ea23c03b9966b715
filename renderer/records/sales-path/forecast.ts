import type { Forecast, Opportunity, Stage } from '#shared/domain/deal/opportunity';

/** What a stage says of the forecast while the rep says nothing. */
const ofStage: Readonly<Record<Stage, Forecast>> = {
  prospecting: 'omitted',
  qualification: 'pipeline',
  solution: 'pipeline',
  proposal: 'best-case',
  negotiation: 'commit',
  won: 'commit',
  lost: 'omitted',
};

/** OPP-1: the rep's own word, else what the stage says. */
export const forecastOf = ({ forecast, stage }: Pick<Opportunity, 'forecast' | 'stage'>): Forecast =>
  forecast ?? ofStage[stage];
