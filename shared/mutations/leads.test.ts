import { beforeEach, describe, expect, it } from 'vitest';
import { leadStates, type Lead } from '../domain/lead/lead';
import { aLead, someCriteria } from './partner-day.test-kit';
import { aRep, RecordSet } from './record-set.test-kit';
import { findMutation, type ArgsOf, type MutationName } from './registry';
import { runMutation } from './run-mutation';

const other = { ...aRep, userId: 'rep-2' };
const account: ArgsOf<'createAccount'> = {
  id: 'account-9',
  name: 'Huta Północ',
  taxId: '',
  country: 'PL',
  city: '',
  street: '',
  postalCode: '',
  segment: 'mid-market',
  website: '',
  notes: '',
};
const conversion: ArgsOf<'convertLead'> = {
  id: 'lead-1',
  account: { kind: 'new', account },
  contact: { id: 'contact-9', name: 'Ewa', jobTitle: '', email: '', phone: '' },
  opportunity: {
    id: 'opp-9',
    name: 'Backup',
    stage: 'qualification',
    amount: '1',
    currency: 'PLN',
    closeOn: '2026-06-30',
    nextStep: '',
    notes: '',
  },
};

describe('OPP-2 leads from the partner’s side', () => {
  let records: RecordSet;
  const run = <N extends MutationName>(name: N, args: ArgsOf<N>, who = aRep) => {
    const touched = findMutation(name)?.touches(args) ?? [];
    const result = runMutation(name, args, records.only(touched), who);
    if (result.ok) records.write(result.value);
    return result;
  };
  const lead = () => records.get('lead', 'lead-1');
  const give = (changes: Partial<Lead>) =>
    records.write([{ type: 'lead', id: 'lead-1', record: aLead(changes) }]);
  const wrongState = (state: string, wanted: string) => ({
    ok: false,
    error: { type: 'wrong-state', recordType: 'lead', id: 'lead-1', state, wanted },
  });
  const refused = (error: object) => ({ ok: false, error: expect.objectContaining(error) });

  beforeEach(() => {
    records = new RecordSet();
    give({});
    records.write([{ type: 'leadCriteria', id: 'criteria-1', record: someCriteria() }]);
  });

  it('accepted, it is the person’s who was first', () => {
    run('acceptLead', { id: 'lead-1' });
    expect(lead()).toMatchObject({
      state: 'accepted',
      ownerId: 'rep-1',
      answer: { by: 'rep-1', reason: null },
    });
    expect(run('acceptLead', { id: 'lead-1' }, other)).toEqual(wrongState('accepted', 'offered'));
    expect(lead()?.ownerId).toBe('rep-1');
  });

  it('declined or returned, the reason stays, and whose it was', () => {
    run('declineLead', { id: 'lead-1', reason: 'no-capacity', text: 'In June again' });
    expect(lead()).toMatchObject({
      state: 'declined',
      ownerId: null,
      answer: { reason: 'no-capacity', text: 'In June again' },
    });
    give({ state: 'accepted', ownerId: 'rep-1' });
    run('returnLead', { id: 'lead-1', reason: 'no-need', text: '' }, other);
    expect(lead()).toMatchObject({ state: 'returned', ownerId: 'rep-1', answer: { by: 'rep-2' } });
  });

  it.each([
    ['acceptLead', {}, 'offered'],
    ['declineLead', { reason: 'other', text: '' }, 'offered'],
    ['returnLead', { reason: 'other', text: '' }, 'accepted'],
    ['answerCriteria', { criteriaId: 'criteria-1', answers: {}, note: '' }, 'accepted'],
    ['sendQualification', { criteriaId: 'criteria-1' }, 'accepted'],
    ['convertLead', { ...conversion }, 'accepted'],
  ] as const)('%s is refused in every state but its own', (name, more, wanted) => {
    const args = { ...more, id: 'lead-1' } as ArgsOf<typeof name>;
    for (const state of leadStates.filter((each) => each !== wanted)) {
      give({ state });
      expect(run(name, args)).toEqual(wrongState(state, wanted));
    }
    give({ state: wanted });
    expect(run(name, args)).not.toEqual(wrongState(wanted, wanted));
    const nowhere = { ...args, id: 'nowhere' };
    expect(run(name, nowhere)).toEqual(refused({ type: 'not-found', recordType: 'lead' }));
  });

  describe('OPP-3 qualification', () => {
    const asked = { id: 'lead-1', criteriaId: 'criteria-1' };
    beforeEach(() => give({ state: 'accepted', ownerId: 'rep-1' }));

    it('scores the answers given so far; more may follow', () => {
      run('answerCriteria', { ...asked, answers: { budget: 'yes' }, note: 'Says the CIO' });
      expect(lead()?.qualification).toEqual({
        answers: { budget: 'yes' },
        note: 'Says the CIO',
        score: 38,
        state: 'draft',
        by: 'rep-1',
        at: aRep.capturedAt,
        vendor: null,
      });
      run('answerCriteria', { ...asked, answers: { budget: 'yes', need: 'urgent' }, note: '' }, other);
      expect(lead()?.qualification).toMatchObject({ score: 100, by: 'rep-2' });
    });

    it('SY-14 keeps what two people answered and noted who did not see each other', () => {
      const base = { answers: {}, note: '' };
      run('answerCriteria', { ...asked, answers: { budget: 'yes' }, note: 'Says the CIO', base });
      run('answerCriteria', { ...asked, answers: { need: 'urgent' }, note: 'They move in May', base }, other);
      expect(lead()?.qualification).toMatchObject({
        answers: { budget: 'yes', need: 'urgent' },
        note: 'Says the CIO\nThey move in May',
        score: 100,
      });
      const long = { ...asked, answers: {}, note: 'b'.repeat(9_990), base };
      expect(run('answerCriteria', long)).toEqual(
        refused({ type: 'edited-elsewhere', recordType: 'lead', id: 'lead-1' }),
      );
    });

    it('takes no answer to what is not asked', () => {
      for (const answers of [{ weather: 'fine' }, { budget: 'perhaps' }]) {
        expect(run('answerCriteria', { ...asked, answers, note: '' })).toEqual(
          refused({ type: 'invalid-arguments' }),
        );
      }
      expect(run('answerCriteria', { ...asked, criteriaId: 'others', answers: {}, note: '' })).toEqual(
        refused({ type: 'not-found', recordType: 'leadCriteria' }),
      );
    });

    it('is sent when all that must be is answered, and waits then for the vendor', () => {
      expect(run('sendQualification', asked)).toEqual(refused({ type: 'invalid-arguments' }));
      run('answerCriteria', { ...asked, answers: { need: 'some' }, note: '' });
      expect(run('sendQualification', asked)).toEqual(
        refused({ issues: [{ path: 'answers.budget', message: 'has to be answered' }] }),
      );
      run('answerCriteria', { ...asked, answers: { budget: 'no' }, note: '' });
      run('sendQualification', asked);
      expect(lead()?.qualification).toMatchObject({ state: 'sent', score: 0 });
      const waits = wrongState('sent', 'draft, sent-back');
      expect(run('answerCriteria', { ...asked, answers: {}, note: '' })).toEqual(waits);
      expect(run('sendQualification', asked)).toEqual(waits);
    });

    it('is answered and sent again when the vendor sent it back; the vendor’s words stay to be read', () => {
      const vendor = { by: 'Vendor', at: aRep.capturedAt, comment: 'Who decides?', score: null };
      const qualification = {
        answers: { budget: 'yes' },
        note: '',
        score: 38,
        state: 'sent-back' as const,
        by: 'rep-1',
        at: aRep.capturedAt,
        vendor,
      };
      give({ state: 'accepted', ownerId: 'rep-1', qualification });
      run('answerCriteria', { ...asked, answers: { budget: 'yes', need: 'some' }, note: '' });
      expect(lead()?.qualification).toMatchObject({ state: 'sent-back', score: 63, vendor });
      run('sendQualification', asked);
      expect(lead()?.qualification).toMatchObject({ state: 'sent', vendor });
    });

    it('is not sent with answers to questions that the vendor has changed since', () => {
      run('answerCriteria', { ...asked, answers: { budget: 'yes', need: 'urgent' }, note: '' });
      const [budget] = someCriteria().criteria;
      const fewer = someCriteria({ criteria: budget ? [budget] : [] });
      records.write([{ type: 'leadCriteria', id: 'criteria-1', record: fewer }]);
      expect(run('sendQualification', asked)).toEqual(
        refused({ issues: [{ path: 'answers.need', message: 'has to be answered' }] }),
      );
    });
  });

  describe('conversion', () => {
    beforeEach(() => give({ state: 'accepted', ownerId: 'rep-1' }));

    it('makes customer, contact and deal in one, and happens once', () => {
      run('convertLead', conversion);
      expect(records.get('account', 'account-9')).toMatchObject({ name: 'Huta Północ', ownerId: 'rep-1' });
      expect(records.get('contact', 'contact-9')?.accountId).toBe('account-9');
      expect(records.get('opportunity', 'opp-9')).toMatchObject({ accountId: 'account-9', ownerId: 'rep-1' });
      expect(lead()).toMatchObject({
        state: 'converted',
        converted: { accountId: 'account-9', contactId: 'contact-9', opportunityId: 'opp-9' },
      });
      const again = { ...conversion, opportunity: { ...conversion.opportunity, id: 'opp-10' } };
      expect(run('convertLead', again)).toEqual(wrongState('converted', 'accepted'));
      expect(records.get('opportunity', 'opp-10')).toBeUndefined();
    });

    it('goes to a customer that is there, without a contact', () => {
      run('createAccount', account);
      const existing = { kind: 'existing', id: 'account-9' } as const;
      run('convertLead', { ...conversion, account: existing, contact: null });
      expect(lead()?.converted).toMatchObject({ accountId: 'account-9', contactId: null });
    });

    it('makes nothing when any part of it cannot be made', () => {
      const nobody = { ...conversion, account: { kind: 'existing', id: 'nobody' } as const };
      expect(run('convertLead', nobody)).toEqual(refused({ type: 'not-found', recordType: 'account' }));
      run('createAccount', account);
      expect(run('convertLead', conversion)).toEqual(
        refused({ type: 'already-exists', recordType: 'account' }),
      );
      const existing = { ...conversion, account: { kind: 'existing', id: 'account-9' } as const };
      run('createContact', {
        id: 'contact-9',
        accountId: 'account-9',
        name: 'X',
        jobTitle: '',
        email: '',
        phone: '',
      });
      expect(run('convertLead', existing)).toEqual(
        refused({ type: 'already-exists', recordType: 'contact' }),
      );
      expect(lead()?.state).toBe('accepted');
      expect(records.get('opportunity', 'opp-9')).toBeUndefined();
    });
  });
});
