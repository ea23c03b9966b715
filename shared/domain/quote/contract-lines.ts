import type { Contract, ContractLine } from '../pricing/contract';
import type { QuoteLine } from './quote';

/** A line as it is when somebody adds it, for what a contract has. */
const lineFor = ({ sku, description, quantity }: ContractLine, id: string): QuoteLine => ({
  kind: 'line',
  id,
  sku,
  description,
  quantity,
  sell: { kind: 'list' },
  discountPercent: '0',
  note: '',
  optional: false,
});

/**
 * PR-51: a line for each of the contract's, renewed from the day after it ends, for the term that its product has; in full, or as many as
 * `left` says by the line's id. Not what was taken away, nor units that a ramp had for a while only.
 */
export const renewalLines = (
  contract: Contract,
  newId: () => string,
  left?: ReadonlyMap<string, string>,
): QuoteLine[] =>
  contract.lines.flatMap((line): QuoteLine[] => {
    const quantity = left ? left.get(line.id) : line.quantity;
    if (quantity === undefined || quantity === '0' || endedBefore(line, contract)) return [];
    return [
      { ...lineFor(line, newId()), quantity, contractChange: { contractLineId: line.id, action: 'renew' } },
    ];
  });

/** PR-143: more units of what runs on, that ended on the way. */
const endedBefore = ({ sku, endsOn }: ContractLine, contract: Contract): boolean =>
  endsOn < contract.endsOn &&
  contract.lines.some((line) => line.sku === sku && line.endsOn === contract.endsOn);

/** PR-50: so many units more, or fewer, of a contract's line from a day on to the contract's end. */
export const amendmentLine = (
  line: ContractLine,
  change: {
    readonly id: string;
    readonly action: 'add' | 'reduce';
    readonly quantity: string;
    readonly startsOn: string;
  },
): QuoteLine => ({
  ...lineFor(line, change.id),
  quantity: change.quantity,
  contractChange: { contractLineId: line.id, action: change.action },
  term: { startsOn: change.startsOn, end: { kind: 'contract' }, billing: 'upfront', ramp: [] },
});
