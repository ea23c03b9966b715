import type { Approval } from '#shared/domain/approval/approval';
import type { Account } from '#shared/domain/deal/account';
import type { Activity } from '#shared/domain/deal/activity';
import type { Obligation } from '#shared/domain/deal/obligation';
import { isOpenStage, type Opportunity } from '#shared/domain/deal/opportunity';
import type { RegistrationRequest } from '#shared/domain/deal/registration-request';
import type { CurrencyTotal } from '#shared/domain/deal/totals-by-currency';
import type { Lead } from '#shared/domain/lead/lead';
import { add, compare, multiply, zero } from '#shared/domain/money/exact';
import { formatExact } from '#shared/domain/money/format-decimal';
import { decimal } from '#shared/domain/money/parse-decimal';
import type { Contract } from '#shared/domain/pricing/contract';
import type { DealRegistration } from '#shared/domain/pricing/granted-terms';
import type { Quote } from '#shared/domain/quote/quote';
import type { Localized } from '#shared/domain/catalog/localized';
import { addDays } from '#shared/lib/clock';

/** What can need somebody: what it is about and what is asked is told by its kind. */
export const needKinds = [
  'lead',
  'lead-answered',
  'conflict',
  'approval',
  'obligation',
  'task',
  'quote',
  'registration',
  'renewal',
  'close-date',
] as const;
export type NeedKind = (typeof needKinds)[number];

/** `now`: today, or late already. `soon`: within a week. `ahead`: later, and better begun in time. */
export type Urgency = 'now' | 'soon' | 'ahead';

export interface Need {
  readonly key: string;
  readonly kind: NeedKind;
  /** Whose records it is about: a name, a number, a text to be read in the person's language. */
  readonly about: string | Localized;
  readonly accountId: string | null;
  readonly to: string;
  /** The day it is due, or ends. */
  readonly due: string;
  readonly urgency: Urgency;
  /** What hangs on it; null: not known. */
  readonly money: CurrencyTotal | null;
}

export interface NeedsInput {
  readonly userId: string;
  /** The calendar day where the partner works. */
  readonly today: string;
  readonly dayOf: (instant: string) => string;
  readonly leads: readonly { readonly lead: Lead; readonly standing: string }[];
  readonly approvals: readonly Approval[];
  readonly quotes: readonly Quote[];
  readonly requests: readonly RegistrationRequest[];
  readonly registrations: readonly DealRegistration[];
  readonly contracts: readonly Contract[];
  readonly tasks: readonly Activity[];
  readonly obligations: readonly Obligation[];
  readonly opportunities: readonly Opportunity[];
  readonly accounts: readonly Account[];
}

/** Registrations that end, and contracts to renew, are told about so many days ahead. */
const registrationDays = 21;
const renewalDays = 90;

/** What needs this person: the soonest first, of what is equally urgent the most money first. */
export function needsMe(input: NeedsInput): readonly Need[] {
  const { today } = input;
  const week = addDays(today, 7);
  const urgencyOf = (due: string): Urgency => (due <= today ? 'now' : due <= week ? 'soon' : 'ahead');
  const needs = [
    ...leadNeeds(input),
    ...conflictNeeds(input),
    ...approvalNeeds(input),
    ...quoteNeeds(input, week),
    ...registrationNeeds(input),
    ...renewalNeeds(input),
    ...dealNeeds(input),
    ...taskNeeds(input, week),
    ...obligationNeeds(input, week),
  ];
  return needs
    .map((need): Need => ({ urgency: urgencyOf(need.due), ...need }))
    .sort(
      (a, b) =>
        ranks.indexOf(a.urgency) - ranks.indexOf(b.urgency) ||
        byMoney(a.money, b.money) ||
        a.due.localeCompare(b.due) ||
        a.key.localeCompare(b.key),
    );
}

const ranks: readonly Urgency[] = ['now', 'soon', 'ahead'];

/** Amounts of two currencies compare as plain figures: an order to look at them in, no sum. */
function byMoney(a: CurrencyTotal | null, b: CurrencyTotal | null): number {
  if (!a || !b) return Number(a === null) - Number(b === null);
  return compare(decimal(b.amount), decimal(a.amount));
}

/** Without its urgency, where that follows from the day. */
type Found = Omit<Need, 'urgency'> & Partial<Pick<Need, 'urgency'>>;

const leadNeeds = ({ leads, today, dayOf }: NeedsInput): Found[] =>
  leads.map(({ lead, standing }) => ({
    key: `lead ${lead.id}`,
    kind: standing === 'offered' ? 'lead' : 'lead-answered',
    about: lead.company.name,
    accountId: lead.converted?.accountId ?? null,
    to: `/leads/${lead.id}`,
    due: standing === 'offered' ? dayOf(lead.acceptBy) : today,
    // A lead's hours are counted: it never waits for another day.
    urgency: 'now',
    money: lead.estimate,
  }));

const conflictNeeds = ({ requests, userId, dayOf }: NeedsInput): Found[] =>
  requests.flatMap(({ id, ownerId, accountId, conflict, description, amount, currency }) =>
    conflict && conflict.outcome === null && conflict.statement === null && ownerId === userId
      ? [
          {
            key: `conflict ${id}`,
            kind: 'conflict',
            about: description,
            accountId,
            to: `/registrations/${id}`,
            due: dayOf(conflict.answerBy),
            money: { amount, currency },
          },
        ]
      : [],
  );

const approvalNeeds = ({ approvals, today }: NeedsInput): Found[] =>
  approvals.map(({ id, quoteNumber, accountId, figures, currency }) => ({
    key: `approval ${id}`,
    kind: 'approval',
    about: quoteNumber,
    accountId: accountId ?? null,
    to: `/approvals/${id}`,
    // Somebody cannot go on without it.
    due: today,
    urgency: 'now',
    money: { amount: figures.sell, currency },
  }));

const openQuotes: ReadonlySet<string> = new Set([
  'draft',
  'in-approval',
  'approved',
  'presented',
  'accepted',
]);

const quoteNeeds = ({ quotes, userId, today, opportunities }: NeedsInput, week: string): Found[] => {
  const deals = byId(opportunities);
  return quotes
    .filter(
      ({ ownerId, state, expiresOn }) =>
        ownerId === userId && openQuotes.has(state) && expiresOn > today && expiresOn <= week,
    )
    .map(({ id, number, title, accountId, opportunityId, expiresOn }) => ({
      key: `quote ${id}`,
      kind: 'quote',
      about: [number, title].filter(Boolean).join(' '),
      accountId,
      to: `/quotes/${id}`,
      due: addDays(expiresOn, -1),
      money: moneyOf(deals.get(opportunityId ?? '')),
    }));
};

const registrationNeeds = ({ requests, registrations, userId, today }: NeedsInput): Found[] => {
  const granted = byId(registrations);
  return requests.flatMap(
    ({ id, ownerId, state, ended, registrationId, description, accountId, amount, currency }) => {
      const until = granted.get(registrationId ?? '')?.validUntil;
      const ends = until !== undefined && until > today && until <= addDays(today, registrationDays);
      if (ownerId !== userId || state !== 'granted' || ended || !ends) return [];
      return [
        {
          key: `registration ${id}`,
          kind: 'registration' as const,
          about: description,
          accountId,
          to: `/registrations/${id}`,
          due: addDays(until, -1),
          money: { amount, currency },
        },
      ];
    },
  );
};

const renewalNeeds = ({ contracts, quotes, accounts, userId, today }: NeedsInput): Found[] => {
  const owners = new Map(accounts.map(({ id, ownerId }) => [id, ownerId]));
  const quotesById = byId(quotes);
  return contracts.flatMap((contract) => {
    const { id, number, accountId, endsOn, renewedById, renewalQuoteId, currency } = contract;
    const due = endsOn >= today && endsOn <= addDays(today, renewalDays);
    const quote = quotesById.get(renewalQuoteId ?? '');
    if (!due || renewedById || quote?.state === 'ordered' || owners.get(accountId) !== userId) return [];
    return [
      {
        key: `renewal ${id}`,
        kind: 'renewal' as const,
        about: number,
        accountId,
        to: quote ? `/quotes/${quote.id}` : `/contracts/${id}`,
        due: endsOn,
        money: { amount: yearlyValue(contract), currency },
      },
    ];
  });
};

const dealNeeds = ({ opportunities, userId, today }: NeedsInput): Found[] =>
  opportunities
    .filter(({ ownerId, stage, closeOn }) => ownerId === userId && isOpenStage(stage) && closeOn < today)
    .map(({ id, name, accountId, closeOn, amount, currency }) => ({
      key: `deal ${id}`,
      kind: 'close-date',
      about: name,
      accountId,
      to: `/opportunities/${id}`,
      due: closeOn,
      money: { amount, currency },
    }));

const taskNeeds = ({ tasks, userId, opportunities }: NeedsInput, week: string): Found[] => {
  const deals = byId(opportunities);
  const paths = { account: 'accounts', opportunity: 'opportunities', lead: 'leads' } as const;
  return tasks.flatMap(({ id, ownerId, dueOn, subject, about }) => {
    if (ownerId !== userId || dueOn === null || dueOn > week) return [];
    const deal = about.type === 'opportunity' ? deals.get(about.id) : undefined;
    return [
      {
        key: `task ${id}`,
        kind: 'task' as const,
        about: subject,
        accountId: about.type === 'account' ? about.id : (deal?.accountId ?? null),
        to: `/${paths[about.type]}/${about.id}`,
        due: dueOn,
        money: moneyOf(deal),
      },
    ];
  });
};

const obligationNeeds = ({ obligations, opportunities, userId }: NeedsInput, week: string): Found[] => {
  const deals = byId(opportunities);
  return obligations.flatMap(({ id, side, done, dueOn, ownerId, text, opportunityId }) => {
    const deal = deals.get(opportunityId);
    const mine = (ownerId ?? deal?.ownerId) === userId;
    if (side !== 'partner' || done || dueOn > week || !mine) return [];
    return [
      {
        key: `obligation ${id}`,
        kind: 'obligation' as const,
        about: text,
        accountId: deal?.accountId ?? null,
        to: `/opportunities/${opportunityId}`,
        due: dueOn,
        money: moneyOf(deal),
      },
    ];
  });
};

/** What a contract brings in a year at its prices, exactly. */
function yearlyValue({ lines }: Pick<Contract, 'lines'>): string {
  let sum = zero;
  for (const { quantity, sellUnit, period } of lines) {
    const value = multiply(decimal(quantity), decimal(sellUnit));
    sum = add(sum, period === 'month' ? multiply(value, { n: 12n, d: 1n }) : value);
  }
  return formatExact(sum);
}

const moneyOf = (deal: Opportunity | undefined): CurrencyTotal | null =>
  deal ? { amount: deal.amount, currency: deal.currency } : null;

const byId = <T extends { readonly id: string }>(records: readonly T[]): ReadonlyMap<string, T> =>
  new Map(records.map((record) => [record.id, record]));
