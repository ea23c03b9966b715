import { isOpenStage, stages, type Opportunity, type Stage } from '#shared/domain/deal/opportunity';
import { totalsByCurrency, type CurrencyTotal } from '#shared/domain/deal/totals-by-currency';

export interface BoardColumn {
  readonly stage: Stage;
  /** Won and lost are ends: their columns stay narrow until opened. */
  readonly end: boolean;
  /** Soonest close date first; the same day by name. */
  readonly cards: readonly Opportunity[];
  readonly totals: readonly CurrencyTotal[];
}

/** One column per stage in the order of the sales path, empty ones included. */
export function columnsOf(opportunities: readonly Opportunity[]): readonly BoardColumn[] {
  const byStage = new Map<Stage, Opportunity[]>(stages.map((stage) => [stage, []]));
  for (const opportunity of opportunities) byStage.get(opportunity.stage)?.push(opportunity);
  return stages.map((stage) => {
    const cards = (byStage.get(stage) ?? []).sort(soonestFirst);
    return { stage, end: !isOpenStage(stage), cards, totals: totalsByCurrency(cards) };
  });
}

/** Days compare as plain text: ten thousand deals are in order in a few milliseconds. */
const soonestFirst = (a: Opportunity, b: Opportunity): number =>
  a.closeOn === b.closeOn ? (a.name < b.name ? -1 : a.name > b.name ? 1 : 0) : a.closeOn < b.closeOn ? -1 : 1;

/** The stage one step along the path from `stage`, or nothing at its ends. `step` is 1 or -1. */
export function neighbourStage(stage: Stage, step: 1 | -1): Stage | undefined {
  return stages[stages.indexOf(stage) + step];
}

/** Where the arrow keys lead from a card: up and down within its column, left and right to the nearest column that has cards. */
export function neighbourCard(
  columns: readonly BoardColumn[],
  id: string,
  key: 'up' | 'down' | 'left' | 'right',
): string | undefined {
  const columnIndex = columns.findIndex(({ cards }) => cards.some((card) => card.id === id));
  const column = columns[columnIndex];
  if (!column) return undefined;
  const row = column.cards.findIndex((card) => card.id === id);
  if (key === 'up') return column.cards[row - 1]?.id;
  if (key === 'down') return column.cards[row + 1]?.id;
  const beside = key === 'left' ? columns.slice(0, columnIndex).toReversed() : columns.slice(columnIndex + 1);
  const target = beside.find(({ cards }) => cards.length > 0);
  return target?.cards[Math.min(row, target.cards.length - 1)]?.id;
}
