import { expect, it } from 'vitest';
import { createLeadSchema } from '#shared/protocol/vendor-lead';
import { emptyLead, isBegun, readNewLead, type NewLeadDraft } from './new-lead-draft';

const draft: NewLeadDraft = {
  ...emptyLead,
  name: ' Müller Optik ',
  country: 'DE',
  contactName: 'Eva Klein',
  need: 'Switches',
  amount: '12 500,50',
  families: ['switches'],
};
const read = (changes: Partial<NewLeadDraft> = {}, locale = 'pl') =>
  readNewLead({ ...draft, ...changes }, 'new-lead', locale);

it('OPP-2 a lead that a person writes is one the server takes', () => {
  const lead = read();
  expect(lead).toMatchObject({
    ok: true,
    value: {
      id: 'new-lead',
      company: { name: 'Müller Optik', country: 'DE', segment: 'mid-market' },
      contact: { name: 'Eva Klein' },
      estimate: { amount: '12500.5', currency: 'EUR' },
      families: ['switches'],
    },
  });
  expect(lead.ok && createLeadSchema.safeParse(lead.value).success).toBe(true);
});

it('contact and estimate may be left out', () => {
  expect(read({ contactName: '', amount: '' })).toMatchObject({
    ok: true,
    value: { contact: { name: '' }, estimate: null },
  });
});

it.each([
  ['no company', { name: ' ' }, { name: { type: 'required' } }],
  ['no country', { country: '' }, { country: { type: 'required' } }],
  ['an amount that is none', { amount: 'much' }, { amount: { type: 'invalid' } }],
  ['a currency that is none', { currency: 'euro' }, { currency: { type: 'invalid' } }],
  [
    'a contact too long',
    { contactName: 'x'.repeat(201) },
    { contactName: { type: 'too-long', max: 200, length: 201 } },
  ],
] as const)('%s is said at its field', (_what, changes, problems) => {
  expect(read(changes)).toMatchObject({ ok: false, error: problems });
});

it('a form nobody touched holds nothing that would be missed', () => {
  expect([isBegun(emptyLead), isBegun(draft)]).toEqual([false, true]);
});
