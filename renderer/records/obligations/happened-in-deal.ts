import type { ObligationStart } from '#shared/domain/deal/obligation-plan';
import type { Opportunity } from '#shared/domain/deal/opportunity';
import type { RegistrationRequest } from '#shared/domain/deal/registration-request';
import type { Order } from '#shared/domain/order/order';

interface Deal {
  readonly opportunity: Pick<Opportunity, 'stage' | 'updatedAt'>;
  readonly registrations: readonly RegistrationRequest[];
  readonly orders: readonly Order[];
}

/**
 * OPP-7: the calendar day on which each thing first took place in a deal, from what its records say. A registration counts from when the
 * vendor received it; one that was given up, and an order that was rejected, does not. A deal that was won counts from its order, and
 * without one from its last change: the record does not say when.
 */
export function happenedInDeal(
  { opportunity, registrations, orders }: Deal,
  dayOf: (at: string) => string,
): Readonly<Partial<Record<ObligationStart, string>>> {
  const standing = registrations.filter(({ state }) => state !== 'withdrawn');
  const taken = orders.filter(({ state }) => state !== 'rejected');
  const ordered = earliest(taken.map(({ placedAt }) => placedAt));
  const instants: Readonly<Record<ObligationStart, string | undefined>> = {
    registered: earliest(standing.map(({ receivedAt, capturedAt }) => receivedAt ?? capturedAt)),
    granted: earliest(
      standing.flatMap(({ state, decision }) => (state === 'granted' && decision ? [decision.at] : [])),
    ),
    won: opportunity.stage === 'won' ? (ordered ?? opportunity.updatedAt) : undefined,
    ordered,
    invoiced: earliest(
      taken.flatMap(({ reports }) =>
        (reports ?? []).filter(({ kind }) => kind === 'invoiced').map(({ at }) => at),
      ),
    ),
  };
  return Object.fromEntries(
    Object.entries(instants).flatMap(([start, at]) => (at === undefined ? [] : [[start, dayOf(at)]])),
  );
}

const earliest = (instants: readonly string[]): string | undefined => instants.toSorted()[0];
