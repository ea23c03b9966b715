import { add, divide, multiply, zero, type Exact } from '../money/exact';

/** Units that have one figure in common: a price, a percentage. */
export interface UnitsAt {
  readonly units: Exact;
  readonly figure: Exact;
}

export const sumOfUnits = (parts: readonly UnitsAt[]): Exact =>
  parts.reduce((sum, { units }) => add(sum, units), zero);

/** The figure of the average unit, exact (PR-11); there is at least part of a unit. */
export const averageFigure = (parts: readonly UnitsAt[]): Exact =>
  divide(
    parts.reduce((sum, { units, figure }) => add(sum, multiply(units, figure)), zero),
    sumOfUnits(parts),
  );
