import type { Account } from '#shared/domain/deal/account';
import type { LeadCriteria } from '#shared/domain/lead/criteria';
import type { Lead, Qualification } from '#shared/domain/lead/lead';
import { scoreOf } from '#shared/domain/lead/score';
import type { Person } from '#shared/domain/partner/partner';
import { addDays } from '#shared/lib/clock';
import type { DemoLead, DemoLeadOffer, DemoRecord } from '../demo-vendor';
import { idOf } from '../deals/build-accounts';
import { daysAgo, instantOn } from '../deals/moments';
import { readLeads, readRules, type LeadSource, type LeadTurn } from './lead-source';

export interface LeadContext {
  readonly today: string;
  readonly people: readonly Person[];
  readonly criteria: readonly LeadCriteria[];
  readonly records: readonly DemoRecord[];
  readonly channelManager: string;
}

/** OPP-2, OPP-3: leads at every step, the vendor's files on them and the partners' records. */
export function buildLeads(context: LeadContext): { readonly leads: DemoLead[]; readonly records: Lead[] } {
  const counts = new Map<string, number>();
  const built = readLeads().map((source, at) => {
    const lead = vendorLead(context, source, at);
    const offers = source.turns.map((turn) => {
      const count = counts.get(turn.partner) ?? 0;
      counts.set(turn.partner, count + 1);
      const minutes = 45 + at * 17;
      return offerOf(context, lead, turn, { id: idOf(turn.partner, 'lead', count), minutes });
    });
    return {
      lead: { ...lead, offers: offers.map(({ offer }) => offer) },
      records: offers.map(({ record }) => record),
    };
  });
  return { leads: built.map(({ lead }) => lead), records: built.flatMap(({ records }) => records) };
}

type LeadFile = Omit<DemoLead, 'offers'>;

/** Numbers below 1001, where the server begins its own. */
function vendorLead(
  { today, channelManager, ...context }: LeadContext,
  source: LeadSource,
  at: number,
): LeadFile {
  const last = source.turns.at(-1);
  const deal = source.company ? null : convertedDeal(context.records, last);
  const { company, contact, need, families, estimate } = source;
  return {
    id: idOf('vendor', 'lead', at),
    number: `LD-${901 + at}`,
    facts: {
      company: company ?? companyOf(deal?.account),
      contact: contact ?? { name: '', jobTitle: '', email: '', phone: '' },
      source: source.source,
      need,
      families,
      estimate,
    },
    state: source.waiting ? 'waiting' : stateAfter(last),
    waiting: source.waiting,
    createdAt: instantOn(daysAgo(today, source.age), 20 + at * 17),
    createdBy: channelManager,
  };
}

function stateAfter(turn: LeadTurn | undefined): DemoLead['state'] {
  const state = turn?.state;
  if (state === 'offered' || state === 'accepted' || state === 'converted') return state;
  throw new Error(`A lead that is ${state ?? 'with nobody'} has to wait for something`);
}

function offerOf(
  context: LeadContext,
  { number, facts }: LeadFile,
  turn: LeadTurn,
  { id, minutes }: { readonly id: string; readonly minutes: number },
): { readonly offer: DemoLeadOffer; readonly record: Lead } {
  const { today, people, records } = context;
  const reps = people.filter(({ partnerId, role }) => partnerId === turn.partner && role === 'rep');
  const rep = reps[minutes % reps.length];
  if (!rep) throw new Error(`${turn.partner} has nobody to answer a lead`);
  const offeredAt = instantOn(daysAgo(today, turn.age), minutes);
  const [days, afterSeven] = turn.due;
  const acceptBy = instantOn(addDays(today, days), afterSeven);
  const answeredAt = turn.after === undefined ? null : later(offeredAt, turn.after);
  const deal = turn.state === 'converted' ? convertedDeal(records, turn) : null;
  const convertedAt = deal ? instantOn(daysAgo(today, turn.convertedAge ?? 1), 200) : null;
  const ended = { missed: later(acceptBy, 1), declined: answeredAt, converted: convertedAt };
  const endedAt = turn.state in ended ? ended[turn.state as keyof typeof ended] : null;
  const qualification = turn.qualification ? qualificationOf(context, turn.qualification, turn, rep) : null;
  const record: Lead = {
    ...(turn.state === 'missed' || turn.state === 'declined' ? withoutCustomer(facts) : facts),
    id,
    partnerId: turn.partner,
    number,
    ownerId: turn.state === 'accepted' || turn.state === 'converted' ? rep.id : null,
    state: turn.state,
    offeredAt,
    acceptBy,
    answer:
      answeredAt === null
        ? null
        : { by: rep.id, at: answeredAt, reason: turn.reason ?? null, text: turn.text ?? '' },
    qualification,
    converted: deal && {
      accountId: deal.account.id,
      contactId: null,
      opportunityId: deal.opportunity.id,
      at: convertedAt ?? '',
    },
    updatedAt: qualification?.vendor?.at ?? qualification?.at ?? endedAt ?? answeredAt ?? offeredAt,
  };
  const offer: DemoLeadOffer = {
    id,
    partnerId: turn.partner,
    by: { kind: 'rule', ruleId: turn.rule, ruleName: ruleName(turn.rule) },
    offeredAt,
    acceptBy,
    state: turn.state,
    answeredAt,
    answeredBy: answeredAt ? rep.name : '',
    reason: turn.reason ?? null,
    answer: turn.text ?? '',
    endedAt,
  };
  return { offer, record };
}

function qualificationOf(
  { today, criteria, channelManager }: LeadContext,
  { state, age, answers, note, vendorScore, comment }: NonNullable<LeadTurn['qualification']>,
  { partner }: LeadTurn,
  rep: Person,
): Qualification {
  const asked = criteria.find(({ partnerId }) => partnerId === partner)?.criteria ?? [];
  const isJudged = state === 'verified' || state === 'sent-back';
  return {
    answers,
    note,
    score: scoreOf(asked, answers),
    state,
    by: rep.id,
    at: instantOn(daysAgo(today, age), 150),
    vendor: isJudged
      ? {
          by: channelManager,
          at: instantOn(daysAgo(today, Math.max(1, age - 1)), 210),
          comment: comment ?? '',
          score: vendorScore ?? null,
        }
      : null,
  };
}

/** The deal that became of a converted lead: the partner's first open one that was begun since. */
function convertedDeal(records: readonly DemoRecord[], turn: LeadTurn | undefined) {
  const own = records.filter(({ record }) => record.partnerId === turn?.partner);
  const opportunity = own.flatMap(({ type, record }) =>
    type === 'opportunity' && record.stage === 'solution' ? [record] : [],
  )[0];
  const account = own.flatMap(({ type, record }) =>
    type === 'account' && record.id === opportunity?.accountId ? [record] : [],
  )[0];
  if (!opportunity || !account) throw new Error(`${turn?.partner ?? 'Nobody'} has no deal made of a lead`);
  return { opportunity, account };
}

function companyOf(account: Account | undefined): Lead['company'] {
  if (!account) throw new Error('A converted lead has no customer');
  const { name, country, city, street, postalCode, taxId, website, segment } = account;
  return { name, country, city, street, postalCode, taxId, website, segment };
}

/** What stays with a partner that has it no more: see modules/leads/lead-record.ts. */
const withoutCustomer = (facts: LeadFile['facts']): LeadFile['facts'] => ({
  ...facts,
  company: { ...facts.company, city: '', street: '', postalCode: '', taxId: '', website: '' },
  contact: { name: '', jobTitle: '', email: '', phone: '' },
});

function ruleName(ruleId: string): string {
  const rules = readRules().leadRouting.flatMap(({ content }) => content.rules);
  const found = rules.find(({ id }) => id === ruleId);
  if (!found) throw new Error(`There is no rule ${ruleId}`);
  return found.name;
}

const later = (instant: string, minutes: number): string =>
  new Date(Date.parse(instant) + minutes * 60_000).toISOString();
