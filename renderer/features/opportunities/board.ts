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
export const columnsOf = (opportunities: readonly Opportunity[]): readonly BoardColumn[] =>
  stages.map((stage) => {
    const cards = opportunities
      .filter((opportunity) => opportunity.stage === stage)
      .sort((a, b) => a.closeOn.localeCompare(b.closeOn) || a.name.localeCompare(b.name));
    return { stage, end: !isOpenStage(stage), cards, totals: totalsByCurrency(cards) };
  });

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
