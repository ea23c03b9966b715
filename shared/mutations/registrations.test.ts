import { beforeEach, describe, expect, it } from 'vitest';
import type { RegistrationRequest } from '../domain/deal/registration-request';
import { aRep, RecordSet } from './record-set.test-kit';
import { findMutation, type ArgsOf, type MutationName } from './registry';
import { runMutation } from './run-mutation';

const later = { ...aRep, userId: 'rep-2', capturedAt: '2026-03-02T09:00:00.000Z' };
const request: ArgsOf<'submitRegistration'> = {
  id: 'request-1',
  accountId: 'account-1',
  opportunityId: 'opp-1',
  description: 'Two visits, a trial is running',
  amount: '50000',
  currency: 'PLN',
  closeOn: '2026-06-30',
  families: ['storage'],
};

describe('OPP-4 registrations from the partner’s side', () => {
  let records: RecordSet;
  const run = <N extends MutationName>(name: N, args: ArgsOf<N>, who = aRep) => {
    const result = runMutation(name, args, records.only(findMutation(name)?.touches(args) ?? []), who);
    if (result.ok) records.write(result.value);
    return result;
  };
  const stored = () => records.get('registrationRequest', 'request-1') as RegistrationRequest;
  const vendorSays = (state: RegistrationRequest['state']) => {
    const refusal = state === 'refused' ? 'not-enough-detail' : null;
    const decision = {
      by: 'Vendor',
      at: '2026-03-01T12:00:00.000Z',
      comment: 'Which site?',
      refusal,
    } as const;
    records.write([
      { type: 'registrationRequest', id: 'request-1', record: { ...stored(), state, decision } },
    ]);
  };

  beforeEach(() => {
    records = new RecordSet();
    for (const id of ['account-1', 'account-2']) {
      run('createAccount', {
        id,
        name: id,
        taxId: '',
        country: 'PL',
        city: '',
        street: '',
        postalCode: '',
        segment: 'public',
        website: '',
        notes: '',
      });
      run('createOpportunity', {
        id: `opp-${id.slice(-1)}`,
        accountId: id,
        name: id,
        stage: 'proposal',
        amount: '1',
        currency: 'PLN',
        closeOn: '2026-06-30',
        nextStep: '',
        notes: '',
      });
    }
  });

  it('a request is provisional: captured, not received, nothing decided', () => {
    run('submitRegistration', request);
    expect(stored()).toEqual({
      ...request,
      partnerId: 'partner-1',
      ownerId: 'rep-1',
      state: 'submitted',
      capturedAt: aRep.capturedAt,
      receivedAt: null,
      appeals: [],
      decision: null,
      registrationId: null,
      updatedAt: aRep.capturedAt,
    });
  });

  it.each([
    ['an account that is not there', { accountId: 'nobody' }, { type: 'not-found', recordType: 'account' }],
    [
      'an opportunity that is not there',
      { opportunityId: 'none' },
      { type: 'not-found', recordType: 'opportunity' },
    ],
    [
      'another account’s opportunity',
      { opportunityId: 'opp-2' },
      { type: 'not-found', recordType: 'opportunity' },
    ],
    ['a negative amount', { amount: '-1' }, { type: 'invalid-arguments' }],
  ])('is refused for %s', (_what, changes, error) => {
    expect(run('submitRegistration', { ...request, ...changes })).toMatchObject({ ok: false, error });
  });

  it('is asked for once, by the partner’s people', () => {
    expect(run('submitRegistration', { ...request, opportunityId: null })).toMatchObject({ ok: true });
    expect(run('submitRegistration', request)).toMatchObject({ error: { type: 'already-exists' } });
    const channel = { ...aRep, role: 'channel' as const };
    expect(run('withdrawRegistration', { id: 'request-1' }, channel)).toMatchObject({
      error: { type: 'not-allowed' },
    });
  });

  it('a refused request is corrected and goes to the vendor again; what the vendor said stays to be read', () => {
    run('submitRegistration', request);
    vendorSays('refused');
    run('editRegistration', { id: 'request-1', changes: { description: 'The Łódź site' } }, later);
    expect(stored()).toMatchObject({
      state: 'submitted',
      description: 'The Łódź site',
      amount: '50000',
      decision: { comment: 'Which site?' },
      updatedAt: later.capturedAt,
    });
  });

  it('SY-14 what two devices write into the description both stand in it', () => {
    run('submitRegistration', { ...request, description: 'Visited twice' });
    const edit = (line: string) =>
      run('editRegistration', {
        id: 'request-1',
        changes: { description: `Visited twice\n${line}` },
        base: { description: 'Visited twice' },
      });
    edit('Test running');
    expect(edit('Budget is there')).toMatchObject({ ok: true });
    expect(stored()).toMatchObject({ description: 'Visited twice\nTest running\nBudget is there' });
  });

  it('SY-13 an amount that somebody else changed meanwhile is not written over: the person chooses', () => {
    run('submitRegistration', request);
    const edit = (amount: string) =>
      run('editRegistration', {
        id: 'request-1',
        changes: { amount, currency: 'EUR' },
        base: { amount: request.amount, currency: request.currency },
      });
    edit('60000');
    expect(edit('70000')).toMatchObject({
      ok: false,
      error: { type: 'edited-elsewhere', recordType: 'registrationRequest' },
    });
    expect(edit('60000')).toMatchObject({ ok: true });
    expect(stored()).toMatchObject({ amount: '60000' });
  });

  it('a refusal is appealed in the person’s words, each appeal after the other', () => {
    run('submitRegistration', request);
    for (const text of ['We were first', 'See the mail of 3 March']) {
      vendorSays('refused');
      expect(run('appealRegistration', { id: 'request-1', text }, later)).toMatchObject({ ok: true });
    }
    expect(stored()).toMatchObject({
      state: 'submitted',
      appeals: [
        { by: 'rep-2', at: later.capturedAt, text: 'We were first' },
        { by: 'rep-2', at: later.capturedAt, text: 'See the mail of 3 March' },
      ],
    });
    expect(run('appealRegistration', { id: 'request-1', text: 'Again' })).toMatchObject({
      error: { type: 'wrong-state', state: 'submitted', wanted: 'refused' },
    });
  });

  it('the twenty-first appeal is one too many', () => {
    run('submitRegistration', request);
    for (let at = 0; at < 20; at += 1) {
      vendorSays('refused');
      run('appealRegistration', { id: 'request-1', text: 'Please' });
    }
    vendorSays('refused');
    expect(run('appealRegistration', { id: 'request-1', text: 'Please' })).toEqual({
      ok: false,
      error: { type: 'too-many-items', limit: 20 },
    });
  });

  it.each([
    ['granted', ['editRegistration', 'appealRegistration', 'withdrawRegistration']],
    ['withdrawn', ['editRegistration', 'appealRegistration', 'withdrawRegistration']],
  ] as const)('what was %s stays so', (state, names) => {
    run('submitRegistration', request);
    vendorSays(state);
    for (const name of names) {
      const args = { id: 'request-1', changes: { amount: '1' }, text: 'No' };
      expect(runMutation(name, args, records, aRep)).toMatchObject({
        ok: false,
        error: { type: 'wrong-state', state },
      });
    }
  });

  it('is taken back while it waits or after a refusal', () => {
    for (const state of ['submitted', 'refused'] as const) {
      records.write([{ type: 'registrationRequest', id: 'request-1', record: null }]);
      run('submitRegistration', request);
      vendorSays(state);
      run('withdrawRegistration', { id: 'request-1' });
      expect(stored().state).toBe('withdrawn');
    }
  });
});
