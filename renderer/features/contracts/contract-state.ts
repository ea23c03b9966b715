import type { Contract } from '#shared/domain/pricing/contract';
import { yearly } from '#shared/domain/quote/contract-what-if';
import { sumDecimals } from '#shared/domain/money/sum-decimals';
import { addDays } from '#shared/lib/clock';

export type ContractState = 'running' | 'ending' | 'renewed' | 'ended';

/** As the server looks at it (ORD-3): 90 days before the end it is time to renew. */
const endingDays = 90;

export function stateOf({ endsOn, renewedById }: Contract, today: string): ContractState {
  if (renewedById) return 'renewed';
  if (endsOn < today) return 'ended';
  return endsOn <= addDays(today, endingDays) ? 'ending' : 'running';
}

/** What the customer pays for it in a year, exactly. */
export const yearlyValue = ({ lines, currency }: Contract): string =>
  sumDecimals(lines.map(({ sellUnit, quantity, period }) => yearly(sellUnit, quantity, period, currency)));
