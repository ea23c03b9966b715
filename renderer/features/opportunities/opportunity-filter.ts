import { assertNever } from '#shared/lib/assert-never';
import { addDays } from '#shared/lib/clock';
import { isOpenStage, type Opportunity, type Stage } from '#shared/domain/deal/opportunity';
import { matchesText } from '#shared/lib/match-text';

/** When a deal is expected to close, seen from today. */
export const closings = ['overdue', 'next-30-days', 'this-quarter', 'next-quarter'] as const;
export type Closing = (typeof closings)[number];

export interface OpportunityFilter {
  readonly text: string;
  /** null: all. Only the list has it; on the board the columns are the stages. */
  readonly stage: Stage | 'open' | null;
  readonly ownerId: string | null;
  readonly closing: Closing | null;
}

export const noOpportunityFilter: OpportunityFilter = { text: '', stage: null, ownerId: null, closing: null };

/** Where everybody starts: what still has to be won. */
export const firstOpportunityFilter: OpportunityFilter = { ...noOpportunityFilter, stage: 'open' };

/** An open deal whose day has passed. */
export const isOverdue = (opportunity: Pick<Opportunity, 'stage' | 'closeOn'>, today: string): boolean =>
  isOpenStage(opportunity.stage) && opportunity.closeOn < today;

export function filterOpportunities(
  opportunities: readonly Opportunity[],
  filter: OpportunityFilter,
  context: { readonly today: string; readonly accountName: (id: string) => string },
): readonly Opportunity[] {
  return opportunities.filter(
    (opportunity) =>
      isOfStage(opportunity.stage, filter.stage) &&
      (filter.ownerId === null || opportunity.ownerId === filter.ownerId) &&
      (filter.closing === null || closesIn(opportunity, filter.closing, context.today)) &&
      matchesText(filter.text, [
        opportunity.name,
        opportunity.nextStep,
        context.accountName(opportunity.accountId),
      ]),
  );
}

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
