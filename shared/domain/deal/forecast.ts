import type { Currency, Decimal } from '../money/amount';
import { add, zero, type Exact } from '../money/exact';
import { formatExact } from '../money/format-decimal';
import { decimal } from '../money/parse-decimal';
import { percentOf } from '../money/percent';
import { forecasts, isOpenStage, type Forecast, type Opportunity, type Stage } from './opportunity';
import type { SalesPath } from './sales-path';

/** What a stage says of the forecast while the rep says nothing. */
const forecastOfStage: Readonly<Record<Stage, Forecast>> = {
  prospecting: 'omitted',
  qualification: 'pipeline',
  solution: 'pipeline',
  proposal: 'best-case',
  negotiation: 'commit',
  won: 'commit',
  lost: 'omitted',
};

/** Chances of winning in percent, where the vendor's sales path says nothing of a stage. */
const usualProbability: Readonly<Record<Stage, number>> = {
  prospecting: 10,
  qualification: 20,
  solution: 40,
  proposal: 60,
  negotiation: 80,
  won: 100,
  lost: 0,
};

/** OPP-1: the rep's own word, else what the stage says. */
export const forecastOf = ({ forecast, stage }: Pick<Opportunity, 'forecast' | 'stage'>): Forecast =>
  forecast ?? forecastOfStage[stage];

/** OPP-1: the chance of winning from a stage, in whole percent. What is won is won. */
export function probabilityOf(path: Pick<SalesPath, 'stages'> | null, stage: Stage): number {
  if (!isOpenStage(stage)) return usualProbability[stage];
  return path?.stages.find((each) => each.stage === stage)?.probability ?? usualProbability[stage];
}

/** What is expected in one currency. Exact decimals, nothing rounded (PR-1). */
export interface ForecastTotal {
  readonly currency: Currency;
  /** Of open deals, all of their amounts by what the rep expects of them. */
  readonly byForecast: Readonly<Record<Forecast, Decimal>>;
  /** Of open deals that are not omitted: their amounts times the chance of winning. */
  readonly weighted: Decimal;
  readonly won: Decimal;
}

type Forecasted = Pick<Opportunity, 'amount' | 'currency' | 'stage' | 'forecast'>;

/** OPP-1: the forecast over these deals, currency by currency in alphabetic order, never across (PR-1). */
export function forecastTotals(
  opportunities: readonly Forecasted[],
  path: Pick<SalesPath, 'stages'> | null,
): readonly ForecastTotal[] {
  const sums = new Map<Currency, Sums>();
  for (const opportunity of opportunities) {
    const { amount, currency, stage } = opportunity;
    const sum = sums.get(currency) ?? newSums();
    sums.set(currency, sum);
    const value = decimal(amount);
    if (stage === 'won') sum.won = add(sum.won, value);
    if (!isOpenStage(stage)) continue;
    const forecast = forecastOf(opportunity);
    sum.byForecast[forecast] = add(sum.byForecast[forecast], value);
    if (forecast === 'omitted') continue;
    const probability = { n: BigInt(probabilityOf(path, stage)), d: 1n };
    sum.weighted = add(sum.weighted, percentOf(value, probability));
  }
  return [...sums]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([currency, { byForecast, weighted, won }]) => ({
      currency,
      byForecast: eachForecast((forecast) => formatExact(byForecast[forecast])),
      weighted: formatExact(weighted),
      won: formatExact(won),
    }));
}

interface Sums {
  readonly byForecast: Record<Forecast, Exact>;
  weighted: Exact;
  won: Exact;
}

const newSums = (): Sums => ({ byForecast: eachForecast(() => zero), weighted: zero, won: zero });

const eachForecast = <T>(make: (forecast: Forecast) => T): Record<Forecast, T> =>
  Object.fromEntries(forecasts.map((forecast) => [forecast, make(forecast)])) as Record<Forecast, T>;
