import { compare, multiply, subtract, type Exact } from '../money/exact';
import { formatExact, formatRounded } from '../money/format-decimal';
import { minorUnits } from '../money/minor-units';
import { decimal, parseDecimal } from '../money/parse-decimal';
import { addDays } from '../../lib/clock';
import type { Product } from '../catalog/product';
import type { Contract, ContractLine } from '../pricing/contract';
import { amendmentLine } from './contract-lines';
import type { QuoteLine } from './quote';

/** ORD-4: what somebody wonders about a contract. */
export interface ContractWhatIf {
  readonly kind: 'amend' | 'renew';
  /** Amend: from this day on. Renew: the new term ends on this day; '' for the products' own terms. */
  readonly day: string;
  /** Units wanted, by the contract line's id; those that are not here stay as they are. */
  readonly quantities: Readonly<Record<string, string>>;
}

interface Context {
  readonly newId: () => string;
  /** For the term of what is more than the contract has. */
  readonly product: (sku: string) => Product | undefined;
}

/**
 * PR-50, PR-51, PR-161: the lines of a quote that makes it so. A line as it is gets none when amending; more than the contract has is renewed as
 * a line of its own, at today's price. A quantity that is no figure, or is below zero, changes nothing.
 */
export function whatIfLines(contract: Contract, whatIf: ContractWhatIf, context: Context): QuoteLine[] {
  return contract.lines.flatMap((line) => {
    const wanted = parseDecimal(whatIf.quantities[line.id] ?? line.quantity);
    const has = decimal(line.quantity);
    if (!wanted || wanted.n < 0n) return whatIf.kind === 'renew' ? renewed(line, has, whatIf, context) : [];
    return whatIf.kind === 'renew'
      ? renewed(line, wanted, whatIf, context)
      : amended(line, subtract(wanted, has), whatIf, context);
  });
}

function amended(
  line: ContractLine,
  difference: Exact,
  { day }: ContractWhatIf,
  { newId }: Context,
): QuoteLine[] {
  if (difference.n === 0n) return [];
  const isMore = difference.n > 0n;
  const quantity = formatExact(isMore ? difference : { n: -difference.n, d: difference.d });
  return [amendmentLine(line, { id: newId(), action: isMore ? 'add' : 'reduce', quantity, startsOn: day })];
}

function renewed(
  line: ContractLine,
  wanted: Exact,
  { day }: ContractWhatIf,
  { newId, product }: Context,
): QuoteLine[] {
  const has = decimal(line.quantity);
  const same = compare(wanted, has) < 0 ? wanted : has;
  const more = subtract(wanted, same);
  const startsOn = addDays(line.endsOn, 1);
  const charge = product(line.sku)?.charge;
  const months = charge?.kind === 'recurring' ? charge.termMonths : 12;
  const end = day === '' ? ({ kind: 'months', months } as const) : ({ kind: 'day', endsOn: day } as const);
  const term = { startsOn, end, billing: 'upfront' as const, ramp: [] };
  const quoted = (quantity: Exact): QuoteLine => ({
    kind: 'line',
    id: newId(),
    sku: line.sku,
    description: line.description,
    quantity: formatExact(quantity),
    sell: { kind: 'list' },
    discountPercent: '0',
    note: '',
    optional: false,
    term,
  });
  return [
    ...(same.n > 0n
      ? [{ ...quoted(same), contractChange: { contractLineId: line.id, action: 'renew' as const } }]
      : []),
    ...(more.n > 0n ? [quoted(more)] : []),
  ];
}

/** What so many units at a price for a month or year come to in a year, in the currency's minor unit, half-up. */
export const yearly = (unit: string, quantity: string, period: 'month' | 'year', currency: string): string =>
  formatRounded(
    multiply(multiply(decimal(unit), decimal(quantity)), { n: period === 'month' ? 12n : 1n, d: 1n }),
    minorUnits(currency),
    'half-up',
  );
