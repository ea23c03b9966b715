import type { Contract } from '#shared/domain/pricing/contract';
import { addDays } from '#shared/lib/clock';
import { matchesText } from '#shared/lib/match-text';

/** Days to the end; `ended`: over; `all`: everything. */
export const endings = ['30', '90', '180', 'running', 'ended', 'all'] as const;
export type Ending = (typeof endings)[number];

export interface ContractFilter {
  readonly text: string;
  readonly ending: Ending;
}

export const noContractFilter: ContractFilter = { text: '', ending: 'running' };

/** ORD-2: contracts by customer, number or product, and by when they end; the soonest first. */
export function filterContracts(
  contracts: readonly Contract[],
  { text, ending }: ContractFilter,
  today: string,
  accountName: (id: string) => string,
): Contract[] {
  return contracts
    .filter(({ endsOn }) => endsWithin(endsOn, ending, today))
    .filter(({ number, accountId, lines }) =>
      matchesText(text, [
        number,
        accountName(accountId),
        ...lines.flatMap(({ sku, description }) => [sku, description]),
      ]),
    )
    .toSorted((a, b) => a.endsOn.localeCompare(b.endsOn) || a.number.localeCompare(b.number));
}

function endsWithin(endsOn: string, ending: Ending, today: string): boolean {
  if (ending === 'all') return true;
  if (ending === 'ended') return endsOn < today;
  return endsOn >= today && (ending === 'running' || endsOn <= addDays(today, Number(ending)));
}
