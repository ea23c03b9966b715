import { changeAsVendor } from '../vendor-desk/partner-desk';
import { endOffer } from './end-offer';
import { followOffer } from './follow-offer';
import type { LeadDesk } from './lead-desk';
import { routeWaiting } from './route-waiting';
import { answeredOffers, leadsToRoute, overdueOffers } from './repository';

/**
 * OPP-2: notes what partners answered, takes back what nobody answered in time, and routes again what is free. Each lead in transactions of
 * its own; doing it twice does no harm. What the server decides about time it decides under the partner's lock, by its own clock (SY-11): an
 * acceptance that was there first stands.
 */
export async function keepLeadsMoving(desk: LeadDesk): Promise<void> {
  await followAnswers(desk);
  await takeBackMissed(desk);
  await forEach(await leadsToRoute(desk.database), ({ id }) => routeWaiting(desk, id));
}

/** The same for one partner's answers alone: what a push just brought. */
export async function followPartner(desk: LeadDesk, partnerId: string): Promise<void> {
  await forEach(await followAnswers(desk, partnerId), (leadId) => routeWaiting(desk, leadId));
}

/** Returns the leads of which there was something to note. */
async function followAnswers(desk: LeadDesk, partnerId?: string): Promise<string[]> {
  const { database, books, clock } = desk;
  const answered = await answeredOffers(database, partnerId);
  await forEach(answered, async ({ id, partner_id: owner }) => {
    await changeAsVendor(database, owner, books, clock, (partner) => followOffer(partner, id));
  });
  return answered.map(({ lead_id: leadId }) => leadId);
}

async function takeBackMissed({ database, books, clock }: LeadDesk): Promise<void> {
  await forEach(await overdueOffers(database, clock()), ({ id, partner_id: partnerId }) =>
    changeAsVendor(database, partnerId, books, clock, async (partner) => {
      const open = await followOffer(partner, id);
      if (open?.record.state !== 'offered' || open.offer.accept_by >= partner.now) return;
      await endOffer(partner, open, { state: 'missed', by: null, waiting: 'to-be-routed', comment: '' });
    }),
  );
}

/** One after the other; what fails over one hinders no other, and is thrown in the end. */
async function forEach<T>(all: readonly T[], work: (one: T) => Promise<void>): Promise<void> {
  const errors: unknown[] = [];
  for (const one of all) await work(one).catch((error: unknown) => errors.push(error));
  if (errors.length > 0) throw new AggregateError(errors, 'Some leads could not be moved on');
}
