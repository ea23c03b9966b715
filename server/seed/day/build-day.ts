import type { Activity } from '#shared/domain/deal/activity';
import type { Obligation } from '#shared/domain/deal/obligation';
import { planOf } from '#shared/domain/deal/obligation-plan';
import { isOpenStage, type Opportunity } from '#shared/domain/deal/opportunity';
import type { SalesPath } from '#shared/domain/deal/sales-path';
import type { LeadCriteria } from '#shared/domain/lead/criteria';
import type { Goal } from '#shared/domain/partner/goal';
import { addDays } from '#shared/lib/clock';
import { idOf } from '../deals/build-accounts';
import type { AccountContext } from '../deals/deal-context';
import { daysAgo, instantOn } from '../deals/moments';
import type { DemoRecord } from '../demo-vendor';
import { readActivities, readLeadCriteria, readSalesPath } from './day-source';

export const buildSalesPath = (partnerId: string): SalesPath => ({
  id: `${partnerId}-sales-path`,
  partnerId,
  ...readSalesPath(),
});

export const buildLeadCriteria = (partnerId: string): LeadCriteria => ({
  id: `${partnerId}-lead-criteria`,
  partnerId,
  ...readLeadCriteria(),
});

type Context = Pick<AccountContext, 'partner' | 'source' | 'reps' | 'manager' | 'channelManager' | 'today'>;

/** OPP-1, OPP-7: a partner's working days: what was done and is to do, what is owed in deals, what the manager wants. */
export function buildDay(context: Context, deals: readonly DemoRecord[]): DemoRecord[] {
  const { partner } = context;
  const path = buildSalesPath(partner.id);
  const opportunities = deals.flatMap((entry) => (entry.type === 'opportunity' ? [entry.record] : []));
  return [
    { type: 'salesPath', record: path },
    { type: 'leadCriteria', record: buildLeadCriteria(partner.id) },
    ...buildActivities(context, deals, opportunities).map((record) => ({
      type: 'activity' as const,
      record,
    })),
    ...buildObligations(context, path, deals, opportunities).map((record) => ({
      type: 'obligation' as const,
      record,
    })),
    ...buildGoals(context, deals).map((record) => ({ type: 'goal' as const, record })),
  ];
}

function buildActivities(
  { partner, source, today }: Context,
  deals: readonly DemoRecord[],
  opportunities: readonly Opportunity[],
): Activity[] {
  const accounts = deals.flatMap((entry) => (entry.type === 'account' ? [entry.record] : []));
  const open = opportunities.filter(({ stage }) => isOpenStage(stage));
  return readActivities().activities.map(({ kind, about, at, age, subject, text, due, doneAge }, index) => {
    const of = about === 'account' ? accounts[at % accounts.length] : open[at % open.length];
    if (!of) throw new Error(`${partner.id} has no ${about} to be busy with`);
    const written = instantOn(daysAgo(today, age), 30 + index * 23);
    const done = doneAge === null ? null : instantOn(daysAgo(today, doneAge), 40 + index * 23);
    return {
      id: idOf(partner.id, 'activity', index),
      partnerId: partner.id,
      ownerId: of.ownerId,
      kind,
      about: { type: about, id: of.id },
      subject: subject[source.language],
      text: text[source.language],
      at: written,
      dueOn: due === null ? null : addDays(today, due),
      done: done === null ? null : { by: of.ownerId, at: done },
      createdAt: written,
      updatedAt: done ?? written,
    };
  });
}

/** In the registered deal and in one that is being delivered; one step of each is late. */
function buildObligations(
  { partner, source, reps, today, channelManager }: Context,
  path: SalesPath,
  deals: readonly DemoRecord[],
  opportunities: readonly Opportunity[],
): Obligation[] {
  const granted = deals.flatMap((entry) =>
    entry.type === 'registrationRequest' && entry.record.state === 'granted' ? [entry.record] : [],
  )[0];
  const order = deals.flatMap((entry) =>
    entry.type === 'order' && entry.record.state === 'invoiced' ? [entry.record] : [],
  )[0];
  const orderedQuote = deals.flatMap((entry) =>
    entry.type === 'quote' && entry.record.id === order?.quoteId ? [entry.record] : [],
  )[0];
  const day = (instant: string | undefined | null): string => instant?.slice(0, 10) ?? today;
  const registered = {
    id: granted?.opportunityId,
    happened: { registered: daysAgo(today, 16), granted: daysAgo(today, 9) },
  };
  const delivered = {
    id: orderedQuote?.opportunityId,
    happened: { won: day(order?.placedAt), ordered: day(order?.placedAt), invoiced: daysAgo(today, 12) },
  };
  return [registered, delivered].flatMap(({ id, happened }) => {
    const deal = opportunities.find((one) => one.id === id);
    if (!deal) throw new Error(`${partner.id} has no deal in which something is owed`);
    const plan = planOf(path, {
      opportunityId: deal.id,
      happened,
      ownerId: deal.ownerId,
      planned: new Set(),
    });
    return plan.map((step): Obligation => {
      const madeAt = instantOn(daysAgo(today, 9), 140);
      const isPast = step.dueOn < daysAgo(today, 3);
      const doneAt = instantOn(addDays(step.dueOn, -1), 80);
      const owner = reps.find(({ id }) => id === deal.ownerId)?.name ?? '';
      const by = step.side === 'vendor' ? channelManager.name : owner;
      const isLate = !isPast && step.dueOn < today;
      const escalatedAt = instantOn(daysAgo(today, 1), 1);
      return {
        ...step,
        id: `${partner.id}-obligation-${step.templateId ?? ''}`,
        partnerId: partner.id,
        opportunityId: deal.id,
        done: isPast ? { by, at: doneAt, note: readActivities().obligationNote[source.language] } : null,
        escalation: isLate ? { level: 1, at: escalatedAt } : null,
        createdAt: madeAt,
        updatedAt: isLate ? escalatedAt : madeAt,
      };
    });
  });
}

/** For the team and each of its reps, for the quarter that `today` is in. */
function buildGoals({ partner, manager, today }: Context, deals: readonly DemoRecord[]): Goal[] {
  if (partner.id !== 'brightpath') return [];
  const owners = [
    ...new Set(deals.flatMap(({ type, record }) => (type === 'account' ? [record.ownerId] : []))),
  ];
  const period = `${today.slice(0, 4)}-Q${Math.ceil(Number(today.slice(5, 7)) / 3)}`;
  const goal = (at: number, userId: string | null, measure: Goal['measure'], target: string): Goal => ({
    id: idOf(partner.id, 'goal', at),
    partnerId: partner.id,
    userId,
    period,
    measure,
    target,
    currency: measure === 'won-amount' ? partner.currency : null,
    setBy: manager.id,
    updatedAt: instantOn(daysAgo(today, 20), 15),
  });
  return [
    goal(0, null, 'won-amount', '3000000'),
    goal(1, null, 'registrations', '12'),
    ...owners.sort().map((userId, at) => goal(2 + at, userId, 'won-amount', '1500000')),
    ...owners.sort().map((userId, at) => goal(2 + owners.length + at, userId, 'quotes-presented', '10')),
  ];
}
