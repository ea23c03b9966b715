import { useMemo } from 'react';
import type { Obligation } from '#shared/domain/deal/obligation';
import { planOf, type PlannedObligation } from '#shared/domain/deal/obligation-plan';
import { dayInZone } from '#shared/lib/clock';
import { usePartner, useRecord, useRecords } from '../../client/hooks';
import { happenedInDeal } from './happened-in-deal';
import { inOrder } from './obligation-standing';

interface ObligationPlan {
  readonly obligations: readonly Obligation[];
  /** Steps of the sales path whose time has come and that are not there yet. */
  readonly missing: readonly PlannedObligation[];
}

/** What is owed in a deal, and what the sales path says should be. undefined: loading. */
export function useObligationPlan(opportunityId: string): ObligationPlan | undefined {
  const opportunity = useRecord('opportunity', opportunityId);
  const all = useRecords('obligation');
  const paths = useRecords('salesPath');
  const registrations = useRecords('registrationRequest');
  const quotes = useRecords('quote');
  const orders = useRecords('order');
  const zone = usePartner()?.timeZone;
  return useMemo(() => {
    if (!opportunity || !all || !paths || !registrations || !quotes || !orders) return undefined;
    const obligations = inOrder(all.filter((each) => each.opportunityId === opportunityId));
    const ofDeal = new Set(
      quotes.filter((quote) => quote.opportunityId === opportunityId).map(({ id }) => id),
    );
    const timeZone = zone ?? new Intl.DateTimeFormat().resolvedOptions().timeZone;
    const happened = happenedInDeal(
      {
        opportunity,
        registrations: registrations.filter((request) => request.opportunityId === opportunityId),
        orders: orders.filter(({ quoteId }) => ofDeal.has(quoteId)),
      },
      (at) => dayInZone(new Date(at), timeZone),
    );
    const [path] = paths;
    const missing = path
      ? planOf(path, {
          opportunityId,
          happened,
          ownerId: opportunity.ownerId,
          planned: new Set(obligations.map(({ id }) => id)),
        })
      : [];
    return { obligations, missing };
  }, [opportunityId, opportunity, all, paths, registrations, quotes, orders, zone]);
}
