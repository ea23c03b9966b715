import { addDays } from '#shared/lib/clock';
import type { Account } from '#shared/domain/deal/account';
import { stages, type Opportunity, type Stage } from '#shared/domain/deal/opportunity';
import type { BookCurrency } from '../catalog/list-price';
import type { DemoTexts } from '../partners/partner-source';
import { idOf } from './build-accounts';
import type { AccountContext, DealContext } from './deal-context';
import { opportunitiesByStage } from './deal-plans';
import { daysAgo, instantOn } from './moments';

/** An opportunity with what its quotes are made from. */
export interface PlannedOpportunity {
  readonly opportunity: Opportunity;
  readonly account: Account;
  readonly topic: DemoTexts['topics'][number];
}

/** Roughly what a deal with such a customer is worth, in thousands of euros. */
const thousands: Readonly<Record<Account['segment'], readonly [number, number]>> = {
  enterprise: [40, 220],
  'mid-market': [12, 80],
  'small-business': [2, 15],
  public: [20, 120],
  education: [10, 70],
};
const perEuro: Readonly<Record<BookCurrency, number>> = { EUR: 1, USD: 1, PLN: 4, CNY: 8 };
const closed: readonly Stage[] = ['won', 'lost'];

/** Opportunities of every stage. Each account comes up before any comes up twice. */
export function buildOpportunities(context: DealContext, accounts: readonly Account[]): PlannedOpportunity[] {
  const planned = stages.flatMap((stage) => Array.from({ length: opportunitiesByStage[stage] }, () => stage));
  // A stride that shares no factor with the number of accounts visits each in turn, out of order.
  return planned.map((stage, at) => {
    const account = accounts[(at * 7) % accounts.length];
    if (!account) throw new Error('No accounts to sell to');
    return planOpportunity(context, stage, at, account);
  });
}

function planOpportunity(
  context: DealContext,
  stage: Stage,
  at: number,
  account: Account,
): PlannedOpportunity {
  const { partner, source, texts, random, today } = context;
  const topic = random.pick(texts.topics);
  const { currency } = bookFor(context, account);
  const [low, high] = thousands[account.segment];
  const isClosed = closed.includes(stage);
  const createdOn = daysAgo(today, isClosed ? random.integer(90, 118) : random.integer(10, 80));
  return {
    account,
    topic,
    opportunity: {
      id: idOf(partner.id, 'opportunity', at),
      partnerId: partner.id,
      ownerId: account.ownerId,
      accountId: account.id,
      name: topic.name[source.language],
      stage,
      amount: String(random.integer(low, high) * perEuro[currency] * 1_000),
      currency,
      closeOn: isClosed ? daysAgo(today, random.integer(3, 60)) : addDays(today, random.integer(4, 120)),
      nextStep: isClosed ? '' : random.pick(texts.nextSteps)[source.language],
      notes: random.chance(25) ? random.pick(texts.internalNotes)[source.language] : '',
      createdAt: instantOn(createdOn, random.integer(0, 240)),
      updatedAt: instantOn(daysAgo(today, random.integer(1, 9)), random.integer(0, 240)),
    },
  };
}

/** Customers at home are quoted from the partner's main book, those abroad from its last. */
export function bookFor(
  { partner, books }: AccountContext,
  account: Account,
): AccountContext['books'][number] {
  const book = account.country === partner.country ? books[0] : books.at(-1);
  if (!book) throw new Error(`${partner.id} has no price book`);
  return book;
}
