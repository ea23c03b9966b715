import { forecastTotals, type ForecastTotal } from '#shared/domain/deal/forecast';
import type { Activity } from '#shared/domain/deal/activity';
import { isOpenStage, type Opportunity } from '#shared/domain/deal/opportunity';
import type { SalesPath } from '#shared/domain/deal/sales-path';
import type { Person } from '#shared/domain/partner/partner';

/** How a person, or the team, stands. */
export interface TeamFigures {
  /** null: everybody together. */
  readonly person: Pick<Person, 'id' | 'name'> | null;
  /** By currency, never across (PR-1). */
  readonly totals: readonly ForecastTotal[];
  readonly openDeals: number;
  /** Open deals whose close date has passed. */
  readonly lateDeals: number;
  readonly lateTasks: number;
}

/** The team as a whole, then each of its people by name. */
export function teamFigures(
  people: readonly Pick<Person, 'id' | 'name' | 'role'>[],
  opportunities: readonly Opportunity[],
  tasks: readonly Activity[],
  path: Pick<SalesPath, 'stages'> | null,
  today: string,
): readonly TeamFigures[] {
  const byOwner =
    (ownerId: string) =>
    <T extends { readonly ownerId: string }>(records: readonly T[]) =>
      records.filter((record) => record.ownerId === ownerId);
  const figures = (
    person: TeamFigures['person'],
    deals: readonly Opportunity[],
    theirs: readonly Activity[],
  ): TeamFigures => {
    const open = deals.filter(({ stage }) => isOpenStage(stage));
    return {
      person,
      totals: forecastTotals(deals, path),
      openDeals: open.length,
      lateDeals: open.filter(({ closeOn }) => closeOn < today).length,
      lateTasks: theirs.filter(({ dueOn }) => dueOn !== null && dueOn < today).length,
    };
  };
  return [
    figures(null, opportunities, tasks),
    ...people
      .filter(({ role }) => role === 'rep' || role === 'manager')
      .toSorted((a, b) => a.name.localeCompare(b.name))
      .map(({ id, name }) => {
        const of = byOwner(id);
        return figures({ id, name }, of(opportunities), of(tasks));
      }),
  ];
}

/** Periods a goal can be set for, seen from today: this month and the next, this quarter and the next, this year. */
export function goalPeriods(today: string): readonly string[] {
  const [year = 0, month = 1] = today.split('-').map(Number);
  const quarter = Math.ceil(month / 3);
  const monthText = (y: number, m: number) => `${String(y)}-${String(m).padStart(2, '0')}`;
  return [
    `${String(year)}-Q${String(quarter)}`,
    quarter === 4 ? `${String(year + 1)}-Q1` : `${String(year)}-Q${String(quarter + 1)}`,
    monthText(year, month),
    month === 12 ? monthText(year + 1, 1) : monthText(year, month + 1),
    String(year),
    String(year + 1),
  ];
}
