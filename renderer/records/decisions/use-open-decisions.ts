import { useMemo } from 'react';
import { useClient } from '../../client/client-context';
import { useAttention, useRecords } from '../../client/hooks';
import { usePartedQuotes, type PartedQuote } from '../parted/use-parted-quote';
import { openDecisions, type OpenDecisions } from './open-decisions';

/** What waits for this person's decision, live. undefined: loading. */
export function useOpenDecisions(): OpenDecisions<PartedQuote> | undefined {
  const { userId } = useClient().session;
  const attention = useAttention();
  const quotes = usePartedQuotes();
  const conflicts = useRecords('editConflict');
  const registrations = useRecords('registrationRequest');
  const accounts = useRecords('account');
  const opportunities = useRecords('opportunity');
  return useMemo(() => {
    if (!attention || !quotes || !conflicts || !registrations || !accounts || !opportunities)
      return undefined;
    const owners = new Map([...accounts, ...opportunities].map(({ id, ownerId }) => [id, ownerId]));
    const ownerOf = ({ recordId }: { readonly recordId: string }) => owners.get(recordId);
    return openDecisions({ attention, quotes, conflicts, registrations, userId, ownerOf });
  }, [attention, quotes, conflicts, registrations, accounts, opportunities, userId]);
}
