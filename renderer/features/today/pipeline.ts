import { stages, type Opportunity, type Stage } from '#shared/domain/deal/opportunity';
import { sumDecimals } from '#shared/domain/money/sum-decimals';

export interface PipelineStage {
  readonly stage: Stage;
  readonly count: number;
  /** Exact sum of the estimates, a decimal string. */
  readonly amount: string;
}

export interface Pipeline {
  readonly currency: string;
  readonly amount: string;
  /** Every open stage in the order of the sales path, empty ones too. */
  readonly stages: readonly PipelineStage[];
}

const openStages: readonly Stage[] = stages.filter((stage) => stage !== 'won' && stage !== 'lost');

/** Open deals by stage, one pipeline for each currency (amounts of two currencies are never added), the one with most deals first. */
export function pipelines(opportunities: readonly Opportunity[]): readonly Pipeline[] {
  const open = opportunities.filter(({ stage }) => openStages.includes(stage));
  const currencies = [...new Set(open.map(({ currency }) => currency))];
  const ofCurrency = (currency: string) => open.filter((each) => each.currency === currency);
  return currencies
    .toSorted((a, b) => ofCurrency(b).length - ofCurrency(a).length || a.localeCompare(b))
    .map((currency) => {
      const deals = ofCurrency(currency);
      return {
        currency,
        amount: sumDecimals(deals.map(({ amount }) => amount)),
        stages: openStages.map((stage) => {
          const inStage = deals.filter((deal) => deal.stage === stage);
          return { stage, count: inStage.length, amount: sumDecimals(inStage.map(({ amount }) => amount)) };
        }),
      };
    });
}
