import type { RegistrationRequest } from '#shared/domain/deal/registration-request';
import type { DealRegistration } from '#shared/domain/pricing/granted-terms';
import { idOf } from './build-accounts';
import type { PlannedOpportunity } from './build-opportunities';
import type { DealContext } from './deal-context';
import { daysAgo, instantOn } from './moments';

/**
 * OPP-4: one request of each kind, the first three about `deals`. One waits for the vendor, one was refused because somebody came before, one
 * was appealed after a refusal, and one was granted: the deal registration that a quote uses.
 */
export function buildRegistrations(
  context: DealContext,
  deals: readonly PlannedOpportunity[],
  registered: { readonly deal: PlannedOpportunity; readonly registration: DealRegistration },
): RegistrationRequest[] {
  const { partner, source, texts, today, reps, channelManager } = context;
  const said = texts.registrations;
  const request = (deal: PlannedOpportunity, at: number, age: number): RegistrationRequest => ({
    id: idOf(partner.id, 'registration', at),
    partnerId: partner.id,
    ownerId: deal.opportunity.ownerId,
    accountId: deal.account.id,
    opportunityId: deal.opportunity.id,
    description: '',
    amount: deal.opportunity.amount,
    currency: deal.opportunity.currency,
    closeOn: deal.opportunity.closeOn,
    families: deal.topic.families,
    state: 'submitted',
    capturedAt: instantOn(daysAgo(today, age), 60 + at * 35),
    // Written at the customer's without a network, received from the office.
    receivedAt: instantOn(daysAgo(today, age), 185 + at * 35),
    appeals: [],
    decision: null,
    registrationId: null,
    updatedAt: instantOn(daysAgo(today, age), 185 + at * 35),
  });
  const decided = (age: number, comment: string, refusal: Refusal) => {
    const at = instantOn(daysAgo(today, age), 130);
    return { decision: { by: channelManager.name, at, comment, refusal }, updatedAt: at };
  };

  const { registration } = registered;
  const [waiting, refused, appealed] = deals;
  const [rep] = reps;
  if (!waiting || !refused || !appealed || !rep) {
    throw new Error(`${partner.id} has too few deals to register`);
  }
  const appealedAt = instantOn(daysAgo(today, 2), 220);
  return [
    { ...request(waiting, 0, 1), description: said.submitted.description[source.language] },
    {
      ...request(refused, 1, 5),
      description: said.refused.description[source.language],
      state: 'refused',
      ...decided(3, said.refused.comment[source.language], 'registered-before'),
    },
    {
      ...request(appealed, 2, 8),
      description: said.appealed.description[source.language],
      ...decided(6, said.appealed.comment[source.language], 'not-enough-detail'),
      appeals: [{ by: rep.id, at: appealedAt, text: said.appealed.appeal[source.language] }],
      updatedAt: appealedAt,
    },
    {
      ...request(registered.deal, 3, 11),
      families: registration.discounts.flatMap(({ family }) => family ?? []),
      registrationId: registration.id,
      description: said.granted.description[source.language],
      state: 'granted',
      // The day the deal registration begins.
      ...decided(9, said.granted.comment[source.language], null),
    },
  ];
}

type Refusal = NonNullable<RegistrationRequest['decision']>['refusal'];
