import { err, ok, type Result } from '../../lib/result';
import type { Contract, ContractLine } from '../pricing/contract';
import type { LineProblem } from '../pricing/priced';
import type { PriceQuoteInput } from './price-quote-input';
import type { QuoteLine } from './quote';

/** PR-50, PR-51: what a line does to which line of the quote's contract. */
export interface ContractChange {
  readonly action: 'add' | 'reduce' | 'renew';
  readonly contract: Contract;
  readonly contractLine: ContractLine;
}

type Why = Extract<LineProblem, { type: 'invalid-contract-change' }>['why'];
export const invalidChange = (why: Why) => err({ type: 'invalid-contract-change', why } as const);

/** The contract a quote names: this partner's with this customer, or none. */
export const contractOf = ({
  quote,
  terms,
}: Pick<PriceQuoteInput, 'quote' | 'terms'>): Contract | undefined =>
  terms.contracts.find(
    ({ id, partnerId, accountId }) =>
      id === quote.contractId && partnerId === quote.partnerId && accountId === quote.accountId,
  );

/** PR-160: the contract's line that a quote's line changes; null when it changes none. */
export function contractChangeOf(
  { contractChange, sku }: QuoteLine,
  contract: Contract | undefined,
): Result<ContractChange | null, LineProblem> {
  if (!contractChange) return ok(null);
  if (!contract) return invalidChange('contract-missing');
  const contractLine = contract.lines.find(({ id }) => id === contractChange.contractLineId);
  if (!contractLine) return invalidChange('line-missing');
  if (contractLine.sku !== sku) return invalidChange('sku-differs');
  return ok({ action: contractChange.action, contract, contractLine });
}
