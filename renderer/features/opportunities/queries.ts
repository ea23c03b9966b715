import { useMemo } from 'react';
import type { Account } from '#shared/domain/deal/account';
import type { Opportunity } from '#shared/domain/deal/opportunity';
import type { Quote } from '#shared/domain/quote/quote';
import { useRecord, useRecords } from '../../client/hooks';

export interface OpportunityFile {
  readonly opportunity: Opportunity;
  /** null: the customer is not on this device. */
  readonly account: Account | null;
  readonly quotes: readonly Quote[];
}

/** One deal with its customer and its quotes, newest first, live. undefined: loading; null: not on this device. */
export function useOpportunityFile(id: string): OpportunityFile | null | undefined {
  const opportunity = useRecord('opportunity', id);
  const account = useRecord('account', opportunity?.accountId);
  const quotes = useRecords('quote');
  return useMemo(() => {
    if (opportunity === null) return null;
    if (!opportunity || account === undefined || !quotes) return undefined;
    return {
      opportunity,
      account,
      quotes: quotes
        .filter(({ opportunityId }) => opportunityId === id)
        .toSorted((a, b) => b.updatedAt.localeCompare(a.updatedAt)),
    };
  }, [id, opportunity, account, quotes]);
}
