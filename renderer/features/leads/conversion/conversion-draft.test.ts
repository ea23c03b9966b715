import { describe, expect, it } from 'vitest';
import type { Contact } from '#shared/domain/deal/account';
import { aLead } from '../a-lead.test-kit';
import { conversionOf, newCustomer, readConversion, type ConversionDraft } from './conversion-draft';

const lead = aLead();
const ids = { account: 'new-account', contact: 'new-contact', opportunity: 'new-opportunity' };
const begun = conversionOf(lead, {
  accountId: newCustomer,
  name: 'Routers for Wiśniewski',
  currency: 'EUR',
  closeOn: '2026-06-10',
  families: 'Routers',
  locale: 'pl',
});
const read = (changes: Partial<ConversionDraft> = {}, known: readonly Contact[] = []) =>
  readConversion({ ...begun, ...changes }, lead, ids, known, 'pl');

describe('OPP-2 a lead becomes a customer and a deal', () => {
  it('what the lead says is filled in: amount and currency, contact, need, families and number in the notes', () => {
    expect(begun).toMatchObject({ amount: '42000', currency: 'PLN', contactName: 'Ewa Nowak' });
    expect(begun.notes).toBe('New routers for forty shops\n\nRouters\n\nL-0001');
  });

  it('without an estimate the amount is left open and the currency is the partner’s', () => {
    const draft = conversionOf(aLead({ estimate: null }), {
      accountId: newCustomer,
      name: 'Deal',
      currency: 'EUR',
      closeOn: '2026-06-10',
      families: '',
      locale: 'en',
    });
    expect(draft).toMatchObject({ amount: '', currency: 'EUR' });
    expect(read({ amount: '' })).toMatchObject({ ok: true, value: { opportunity: { amount: '0' } } });
  });

  it('a new customer takes over the company with all the lead knows of it', () => {
    const { name: _, ...company } = lead.company;
    expect(read({ accountName: ' Wiśniewski ' })).toMatchObject({
      ok: true,
      value: {
        account: { kind: 'new', account: { ...company, id: 'new-account', name: 'Wiśniewski' } },
        contact: { id: 'new-contact', name: 'Ewa Nowak', email: 'ewa@wisniewski.example' },
        opportunity: { id: 'new-opportunity', stage: 'qualification', amount: '42000' },
      },
    });
  });

  it('an existing customer keeps what it has, and a person who is there already is not made again', () => {
    const there = { name: 'E. Nowak', email: 'EWA@wisniewski.example' } as Contact;
    expect(read({ accountId: 'known' }, [there])).toMatchObject({
      ok: true,
      value: { account: { kind: 'existing', id: 'known' }, contact: null },
    });
    const another = { name: 'Jan Kot', email: 'jan@wisniewski.example' } as Contact;
    expect(read({ accountId: 'known' }, [another])).toMatchObject({
      ok: true,
      value: { contact: { name: 'Ewa Nowak' } },
    });
  });

  it('amounts are read as the language writes them', () => {
    expect(read({ amount: '1 250,50' })).toMatchObject({
      ok: true,
      value: { opportunity: { amount: '1250.5' } },
    });
  });

  it.each([
    ['no choice of the customer', { accountId: '' }, { accountId: { type: 'required' } }],
    ['no name of the customer', { accountName: ' ' }, { accountName: { type: 'required' } }],
    ['no name of the deal', { name: '' }, { name: { type: 'required' } }],
    ['an amount that is none', { amount: 'much' }, { amount: { type: 'invalid' } }],
    ['no close date', { closeOn: '' }, { closeOn: { type: 'required' } }],
    ['a contact without a name', { contactName: '' }, { contactName: { type: 'required' } }],
  ] as const)('%s is asked for', (_what, changes, problems) => {
    expect(read(changes)).toEqual({ ok: false, error: problems });
  });

  it('fields of what is not made are not asked for', () => {
    expect(read({ accountId: 'known', accountName: '', withContact: false, contactName: '' })).toMatchObject({
      ok: true,
      value: { contact: null },
    });
  });
});
