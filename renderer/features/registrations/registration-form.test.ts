import { describe, expect, it } from 'vitest';
import type { Opportunity } from '#shared/domain/deal/opportunity';
import type { RegistrationRequest } from '#shared/domain/deal/registration-request';
import {
  changedFields,
  draftOf,
  emptyRegistration,
  isBegun,
  readRegistration,
  registrationOf,
} from './registration-form';

const opportunity = {
  id: 'o1',
  accountId: 'a1',
  amount: '12500.50',
  currency: 'EUR',
  closeOn: '2027-02-09',
} as Opportunity;
const filled = { ...registrationOf(opportunity, 'pl'), description: ' Two visits and a trial. ' };

describe('OPP-4 the form that registers a deal', () => {
  it('takes what is known from the opportunity, and reads amounts as the language writes them', () => {
    expect(filled).toMatchObject({ accountId: 'a1', opportunityId: 'o1', amount: '12500,50' });
    expect(readRegistration(filled, 'pl')).toEqual({
      ok: true,
      value: {
        accountId: 'a1',
        opportunityId: 'o1',
        description: 'Two visits and a trial.',
        amount: '12500.5',
        currency: 'EUR',
        closeOn: '2027-02-09',
        families: [],
        contactId: null,
        competitor: null,
      },
    });
  });

  it('names each field that is missing or wrong, and never drops a word', () => {
    const read = readRegistration({ ...emptyRegistration('EUR', ''), amount: 'a lot' }, 'en');
    expect(read.ok ? {} : read.error).toMatchObject({
      accountId: { type: 'required' },
      description: { type: 'required' },
      amount: { type: 'invalid' },
      closeOn: { type: 'required' },
    });
  });

  it('is worth keeping as soon as it differs from the empty one, families included', () => {
    const empty = emptyRegistration('EUR', '2027-01-01');
    expect(isBegun(empty, empty)).toBe(false);
    expect(isBegun({ ...empty, families: ['storage'] }, empty)).toBe(true);
  });

  it('a correction sends only what changed, an amount with its currency', () => {
    const sent = readRegistration(filled, 'pl');
    if (!sent.ok) throw new Error('the form is filled in');
    const request = { ...sent.value, id: 'r1' } as RegistrationRequest;
    const read = readRegistration(
      { ...draftOf(request, 'en'), amount: '13000', families: ['storage'] },
      'en',
    );
    expect(read.ok && changedFields(request, read.value)).toEqual({
      amount: '13000',
      currency: 'EUR',
      families: ['storage'],
    });
  });
});
