import { describe, expect, it } from 'vitest';
import type { Activity } from '#shared/domain/deal/activity';
import type { Opportunity } from '#shared/domain/deal/opportunity';
import type { RegistrationRequest } from '#shared/domain/deal/registration-request';
import type { Contract } from '#shared/domain/pricing/contract';
import { needsMe, type NeedsInput } from './needs-me';

const at = '2026-11-01T08:00:00.000Z';
const owned = { partnerId: 'p1', ownerId: 'anna', createdAt: at, updatedAt: at };
const nothing: NeedsInput = {
  userId: 'anna',
  today: '2026-11-22',
  dayOf: (instant) => instant.slice(0, 10),
  leads: [],
  approvals: [],
  quotes: [],
  requests: [],
  registrations: [],
  contracts: [],
  tasks: [],
  obligations: [],
  opportunities: [],
  accounts: [],
};
const aDeal = (changes: Partial<Opportunity>): Opportunity => ({
  ...owned,
  id: 'o1',
  accountId: 'a1',
  name: 'Deal',
  stage: 'proposal',
  amount: '100',
  currency: 'EUR',
  closeOn: '2026-12-31',
  nextStep: '',
  notes: '',
  ...changes,
});
const aTask = (changes: Partial<Activity>): Activity => ({
  ...owned,
  id: 't1',
  kind: 'task',
  about: { type: 'opportunity', id: 'o1' },
  subject: 'Call back',
  text: '',
  at,
  dueOn: '2026-11-22',
  done: null,
  ...changes,
});
const keys = (input: Partial<NeedsInput>) => needsMe({ ...nothing, ...input }).map(({ key }) => key);

describe('what needs a person today', () => {
  it('nothing needs anybody when nothing is there', () => expect(needsMe(nothing)).toEqual([]));

  it('what is due comes before what comes later; of the same urgency the most money first, what has none last', () => {
    const opportunities = [
      aDeal({}),
      aDeal({ id: 'o2', amount: '1000' }),
      aDeal({ id: 'late', closeOn: '2026-11-01' }),
    ];
    const tasks = [
      aTask({ id: 'none', about: { type: 'account', id: 'a1' } }),
      aTask({ id: 'small' }),
      aTask({ id: 'big', about: { type: 'opportunity', id: 'o2' } }),
      aTask({ id: 'week', about: { type: 'opportunity', id: 'o2' }, dueOn: '2026-11-25' }),
      aTask({ id: 'far', dueOn: '2026-12-25' }),
    ];
    expect(keys({ opportunities, tasks })).toEqual([
      'task big',
      'deal late',
      'task small',
      'task none',
      'task week',
    ]);
  });

  it("a colleague's work does not need me", () => {
    expect(keys({ opportunities: [aDeal({ ownerId: 'boris', closeOn: '2026-01-01' })] })).toEqual([]);
    expect(keys({ tasks: [aTask({ ownerId: 'boris' })] })).toEqual([]);
  });

  it('an obligation nobody is named for is that of who leads the deal', () => {
    const obligation = {
      id: 'b1',
      partnerId: 'p1',
      opportunityId: 'o1',
      templateId: null,
      text: { en: 'Send the papers' },
      side: 'partner' as const,
      ownerId: null,
      dueOn: '2026-11-20',
      done: null,
      escalation: null,
      createdAt: at,
      updatedAt: at,
    };
    const [need] = needsMe({ ...nothing, opportunities: [aDeal({})], obligations: [obligation] });
    expect(need).toMatchObject({ kind: 'obligation', urgency: 'now', to: '/opportunities/o1' });
    const vendors = { ...obligation, side: 'vendor' as const };
    expect(keys({ opportunities: [aDeal({})], obligations: [vendors] })).toEqual([]);
  });

  describe('a registration', () => {
    const request: RegistrationRequest = {
      ...owned,
      id: 'r1',
      accountId: 'a1',
      opportunityId: null,
      description: 'Firewalls',
      amount: '500',
      currency: 'EUR',
      closeOn: '2027-01-01',
      families: [],
      state: 'granted',
      capturedAt: at,
      receivedAt: at,
      appeals: [],
      decision: null,
      registrationId: 'g1',
    };
    const granted = (validUntil: string) => [
      {
        id: 'g1',
        partnerId: 'p1',
        number: 'DR-1',
        accountId: 'a1',
        validFrom: '2026-06-01',
        validUntil,
        discounts: [],
      },
    ];
    it('PR-30 ends the day before its end is told, three weeks ahead', () => {
      const [need] = needsMe({ ...nothing, requests: [request], registrations: granted('2026-12-01') });
      expect(need).toMatchObject({ kind: 'registration', due: '2026-11-30', urgency: 'ahead' });
      expect(keys({ requests: [request], registrations: granted('2027-12-01') })).toEqual([]);
      expect(keys({ requests: [request], registrations: granted('2026-11-22') })).toEqual([]);
    });
    it('with a conflict waits for this side to be heard, until it was', () => {
      const conflict = {
        openedAt: at,
        answerBy: '2026-11-24T10:00:00.000Z',
        families: [],
        statement: null,
        outcome: null,
      };
      expect(keys({ requests: [{ ...request, conflict }] })).toEqual(['conflict r1']);
      const heard = { ...conflict, statement: { by: 'anna', at, text: 'We were first' } };
      expect(keys({ requests: [{ ...request, conflict: heard }] })).toEqual([]);
    });
  });

  it('PR-51 a contract that ends within 90 days is to be renewed, at what it brings in a year', () => {
    const line = {
      id: 'l1',
      sku: 'S-1',
      description: '',
      listUnit: '10',
      buyUnit: '8',
      startsOn: '2026-01-01',
      endsOn: '2026-12-31',
    };
    const contract: Contract = {
      id: 'c1',
      partnerId: 'p1',
      accountId: 'a1',
      number: 'C-1',
      currency: 'EUR',
      startsOn: '2026-01-01',
      endsOn: '2026-12-31',
      lines: [
        { ...line, quantity: '3', period: 'month', sellUnit: '0.1' },
        { ...line, id: 'l2', quantity: '1', period: 'year', sellUnit: '0.2' },
      ],
    };
    const accounts = [
      {
        ...owned,
        id: 'a1',
        name: 'Mill',
        taxId: '',
        country: 'PL',
        city: '',
        street: '',
        postalCode: '',
        segment: 'public' as const,
        website: '',
        notes: '',
      },
    ];
    const [need] = needsMe({ ...nothing, contracts: [contract], accounts });
    expect(need).toMatchObject({
      kind: 'renewal',
      money: { amount: '3.8', currency: 'EUR' },
      to: '/contracts/c1',
    });
    expect(keys({ contracts: [{ ...contract, renewedById: 'c2' }], accounts })).toEqual([]);
  });
});
