import { accountFieldsSchema, contactFieldsSchema, type Contact } from '#shared/domain/deal/account';
import { opportunitySchema } from '#shared/domain/deal/opportunity';
import type { Lead } from '#shared/domain/lead/lead';
import { fieldProblems, type FieldProblems } from '#shared/lib/field-problems';
import { err, ok, type Result } from '#shared/lib/result';
import { amountForEditing, readAmount } from '../../../records/amount-text';
import type { Conversion } from '../commands';

/** In place of a customer's id. */
export const newCustomer = 'new';

/** A conversion as it is being written; all of it text. */
export interface ConversionDraft {
  /** An existing customer's id, or `newCustomer`; empty: not chosen yet. */
  readonly accountId: string;
  readonly accountName: string;
  readonly taxId: string;
  readonly withContact: boolean;
  readonly contactName: string;
  readonly jobTitle: string;
  readonly email: string;
  readonly phone: string;
  readonly name: string;
  readonly amount: string;
  readonly currency: string;
  readonly closeOn: string;
  readonly nextStep: string;
  readonly notes: string;
}
export type ConversionField = Exclude<keyof ConversionDraft, 'withContact'>;

export interface NewIds {
  readonly account: string;
  readonly contact: string;
  readonly opportunity: string;
}

/** The form before anybody typed. `families`: their names in the person's language; they and the need begin the notes. */
export const conversionOf = (
  lead: Lead,
  said: {
    readonly accountId: string;
    readonly name: string;
    readonly currency: string;
    readonly closeOn: string;
    readonly families: string;
    readonly locale: string;
  },
): ConversionDraft => ({
  accountId: said.accountId,
  accountName: lead.company.name,
  taxId: lead.company.taxId,
  withContact: lead.contact.name.trim() !== '',
  contactName: lead.contact.name,
  jobTitle: lead.contact.jobTitle,
  email: lead.contact.email,
  phone: lead.contact.phone,
  name: said.name.slice(0, 200),
  amount: lead.estimate ? amountForEditing(lead.estimate.amount, said.locale) : '',
  currency: lead.estimate?.currency ?? said.currency,
  closeOn: said.closeOn,
  nextStep: '',
  notes: [lead.need, said.families, lead.number].filter((text) => text.trim() !== '').join('\n\n'),
});

/** The same person is there already: by address, or without one by name. */
export const isSamePerson = (
  { contactName, email }: Pick<ConversionDraft, 'contactName' | 'email'>,
  contact: Pick<Contact, 'name' | 'email'>,
): boolean => {
  const plain = (text: string): string => text.trim().toLowerCase();
  return email.trim() !== '' && contact.email !== ''
    ? plain(contact.email) === plain(email)
    : plain(contact.name) === plain(contactName);
};

const accountFields = accountFieldsSchema.pick({ name: true, taxId: true });
const opportunityFields = opportunitySchema.pick({
  name: true,
  amount: true,
  currency: true,
  closeOn: true,
  nextStep: true,
  notes: true,
});

/** What to send, or what is wrong at which field. `known`: contacts of the chosen customer; one who is there already is not made again. */
export function readConversion(
  draft: ConversionDraft,
  { company }: Pick<Lead, 'company'>,
  ids: NewIds,
  known: readonly Contact[],
  locale: string,
): Result<Conversion, FieldProblems<ConversionField>> {
  const typedAmount = draft.amount.trim();
  const amount = typedAmount === '' ? { ok: true as const, value: '0' } : readAmount(typedAmount, locale);
  const isNew = draft.accountId === newCustomer;
  const wantsContact =
    draft.withContact && !(!isNew && known.some((contact) => isSamePerson(draft, contact)));

  const account = accountFields.safeParse({ name: draft.accountName.trim(), taxId: draft.taxId.trim() });
  const person = {
    name: draft.contactName.trim(),
    jobTitle: draft.jobTitle.trim(),
    email: draft.email.trim(),
    phone: draft.phone.trim(),
  };
  const contact = contactFieldsSchema.safeParse(person);
  const opportunity = opportunityFields.safeParse({
    ...draft,
    name: draft.name.trim(),
    nextStep: draft.nextStep.trim(),
    amount: amount.ok ? amount.value : typedAmount,
  });
  const problems: FieldProblems<ConversionField> = {
    ...(draft.accountId === '' ? { accountId: { type: 'required' as const } } : {}),
    ...(isNew && !account.success
      ? renamed(fieldProblems(account.error.issues, { name: draft.accountName, taxId: draft.taxId }), {
          name: 'accountName',
        })
      : {}),
    ...(wantsContact && !contact.success
      ? renamed(fieldProblems(contact.error.issues, person), { name: 'contactName' })
      : {}),
    ...(opportunity.success ? {} : fieldProblems(opportunity.error.issues, { ...draft, withContact: '' })),
    ...(amount.ok ? {} : { amount: amount.problem }),
  };
  if (Object.keys(problems).length > 0 || !opportunity.success) return err(problems);
  return ok({
    account:
      isNew && account.success
        ? { kind: 'new', account: { ...company, ...account.data, id: ids.account, notes: '' } }
        : { kind: 'existing', id: draft.accountId },
    contact: wantsContact && contact.success ? { id: ids.contact, ...contact.data } : null,
    opportunity: { id: ids.opportunity, stage: 'qualification', ...opportunity.data },
  });
}

const renamed = (
  problems: FieldProblems<string>,
  names: Readonly<Record<string, ConversionField>>,
): FieldProblems<ConversionField> =>
  Object.fromEntries(Object.entries(problems).map(([field, problem]) => [names[field] ?? field, problem]));
