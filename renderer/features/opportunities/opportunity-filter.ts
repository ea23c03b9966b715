import { assertNever } from '#shared/lib/assert-never';
import { addDays } from '#shared/lib/clock';
import { isOpenStage, type Forecast, type Opportunity, type Stage } from '#shared/domain/deal/opportunity';
import { compare } from '#shared/domain/money/exact';
import { decimal } from '#shared/domain/money/parse-decimal';
import { foldText } from '#shared/lib/match-text';

/** When a deal is expected to close, seen from today. */
export const closings = ['overdue', 'next-30-days', 'this-quarter', 'next-quarter'] as const;
export type Closing = (typeof closings)[number];

export interface OpportunityFilter {
  readonly text: string;
  /** null: all. Only the list has it; on the board the columns are the stages. */
  readonly stage: Stage | 'open' | null;
  readonly ownerId: string | null;
  readonly forecast: Forecast | null;
  readonly closing: Closing | null;
  /** Decimal strings, inclusive, in each deal's own currency; null: no limit. */
  readonly amountFrom: string | null;
  readonly amountTo: string | null;
}

export const noOpportunityFilter: OpportunityFilter = {
  text: '',
  stage: null,
  ownerId: null,
  forecast: null,
  closing: null,
  amountFrom: null,
  amountTo: null,
};

/** Where everybody starts: what still has to be won. */
export const firstOpportunityFilter: OpportunityFilter = { ...noOpportunityFilter, stage: 'open' };

/** An open deal whose day has passed. */
export const isOverdue = (opportunity: Pick<Opportunity, 'stage' | 'closeOn'>, today: string): boolean =>
  isOpenStage(opportunity.stage) && opportunity.closeOn < today;

export interface FilterContext {
  readonly today: string;
  /** What is searched in a deal, folded. */
  readonly textOf: (opportunity: Opportunity) => string;
  readonly forecastOf: (opportunity: Opportunity) => Forecast;
}

/** Folding ten thousand texts at every key would be felt: each is folded once, for as long as the deal is the same. */
export function searchTexts(accountName: (id: string) => string): (opportunity: Opportunity) => string {
  const folded = new WeakMap<Opportunity, string>();
  return (opportunity) => {
    const known = folded.get(opportunity);
    if (known !== undefined) return known;
    const { name, nextStep, accountId } = opportunity;
    const text = foldText(`${name}\n${nextStep}\n${accountName(accountId)}`);
    folded.set(opportunity, text);
    return text;
  };
}

export function filterOpportunities(
  opportunities: readonly Opportunity[],
  filter: OpportunityFilter,
  { today, textOf, forecastOf }: FilterContext,
): readonly Opportunity[] {
  const words = foldText(filter.text).split(/\s+/).filter(Boolean);
  const from = filter.amountFrom === null ? null : decimal(filter.amountFrom);
  const to = filter.amountTo === null ? null : decimal(filter.amountTo);
  return opportunities.filter(
    (opportunity) =>
      isOfStage(opportunity.stage, filter.stage) &&
      (filter.ownerId === null || opportunity.ownerId === filter.ownerId) &&
      (filter.forecast === null || forecastOf(opportunity) === filter.forecast) &&
      (filter.closing === null || closesIn(opportunity, filter.closing, today)) &&
      (from === null || compare(decimal(opportunity.amount), from) >= 0) &&
      (to === null || compare(decimal(opportunity.amount), to) <= 0) &&
      words.every((word) => textOf(opportunity).includes(word)),
  );
}

/** True when anything is left out. */
export const isFiltering = (filter: OpportunityFilter): boolean =>
  filter.text !== '' || Object.entries(filter).some(([key, value]) => key !== 'text' && value !== null);

const isOfStage = (stage: Stage, wanted: OpportunityFilter['stage']): boolean =>
  wanted === null || (wanted === 'open' ? isOpenStage(stage) : stage === wanted);

/** `today` and close dates are calendar days; quarters are those of the calendar year. */
export function closesIn(
  opportunity: Pick<Opportunity, 'stage' | 'closeOn'>,
  closing: Closing,
  today: string,
): boolean {
  const { closeOn } = opportunity;
  switch (closing) {
    case 'overdue':
      return isOverdue(opportunity, today);
    case 'next-30-days':
      return closeOn >= today && closeOn <= addDays(today, 30);
    case 'this-quarter':
      return quarterOf(closeOn) === quarterOf(today);
    case 'next-quarter':
      return quarterOf(closeOn) === quarterOf(today) + 1;
    default:
      return assertNever(closing);
  }
}

/** Quarters counted from year 0, so that neighbours differ by one across years too. */
const quarterOf = (day: string): number =>
  Number(day.slice(0, 4)) * 4 + Math.floor((Number(day.slice(5, 7)) - 1) / 3);
