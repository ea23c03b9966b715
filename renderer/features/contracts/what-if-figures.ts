import type { Contract, ContractLine } from '#shared/domain/pricing/contract';
import type { PricedAmounts } from '#shared/domain/pricing/priced';
import { sumDecimals } from '#shared/domain/money/sum-decimals';
import { yearly, type ContractWhatIf } from '#shared/domain/quote/contract-what-if';
import { parseDecimal } from '#shared/domain/money/parse-decimal';
import type { WhatIfAnswer } from './use-what-if';

export interface WhatIfLine {
  readonly line: ContractLine;
  readonly wanted: string;
  readonly valid: boolean;
  /** Of what the quote has for it: new unit prices, and what is charged or given back now. */
  readonly amounts: readonly PricedAmounts[];
  readonly problem: boolean;
  readonly before: string;
  /** null: no price. */
  readonly after: string | null;
}

/** ORD-4: each line of the contract, as it is and as it would be; what is charged for a year of it before and after. */
export function whatIfFigures(
  contract: Contract,
  whatIf: ContractWhatIf,
  answer: WhatIfAnswer | null,
): WhatIfLine[] {
  const { currency } = contract;
  return contract.lines.map((line) => {
    const typed = whatIf.quantities[line.id] ?? line.quantity;
    const parsed = parseDecimal(typed);
    const valid = parsed !== undefined && parsed.n >= 0n;
    const wanted = valid ? typed : line.quantity;
    const own = answer ? linesFor(line, contract, answer) : [];
    const priced = own.flatMap(({ price }) => (price?.status === 'priced' ? [price.amounts] : []));
    const before = yearly(line.sellUnit, line.quantity, line.period, currency);
    const problem = own.some(({ price }) => price?.status !== 'priced');
    return {
      line,
      wanted: typed,
      valid,
      amounts: priced,
      problem,
      before,
      after: problem || !answer ? null : afterwards(line, wanted, whatIf, priced, currency),
    };
  });
}

/** Lines of the quote that are about this line of the contract. */
function linesFor(line: ContractLine, contract: Contract, { lines, priced }: WhatIfAnswer) {
  return lines.flatMap((quoted, at) => {
    const named = quoted.contractChange?.contractLineId;
    // More than the contract has is a line of its own, right after the renewed one.
    const follows = !named && quoted.sku === line.sku && ownerOf(at, lines, contract) === line.id;
    return named === line.id || follows ? [{ quoted, price: priced.lines[at] }] : [];
  });
}

function ownerOf(at: number, lines: WhatIfAnswer['lines'], contract: Contract): string | undefined {
  const before = lines[at - 1]?.contractChange?.contractLineId;
  if (before && contract.lines.some(({ id, sku }) => id === before && sku === lines[at]?.sku)) return before;
  return contract.lines.find(({ sku }) => sku === lines[at]?.sku)?.id;
}

function afterwards(
  line: ContractLine,
  wanted: string,
  whatIf: ContractWhatIf,
  amounts: readonly PricedAmounts[],
  currency: string,
): string {
  const perYear = (each: PricedAmounts): string =>
    each.charge.kind === 'recurring'
      ? yearly(each.sellUnit, each.quantity, each.charge.period, currency)
      : '0';
  if (whatIf.kind === 'renew') return sumDecimals(amounts.map(perYear));
  // What stays keeps its price; what comes on top has today's.
  const added = amounts.filter(({ sellLine }) => !sellLine.startsWith('-'));
  const isLess = added.length === 0 || isBelow(wanted, line.quantity);
  const kept = isLess ? wanted : line.quantity;
  return sumDecimals([
    yearly(line.sellUnit, kept, line.period, currency),
    ...(isLess ? [] : added.map(perYear)),
  ]);
}

function isBelow(a: string, b: string): boolean {
  const [left, right] = [parseDecimal(a), parseDecimal(b)];
  return left !== undefined && right !== undefined && left.n * right.d < right.n * left.d;
}
