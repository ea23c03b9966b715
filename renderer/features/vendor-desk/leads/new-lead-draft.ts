import { leadSchema } from '#shared/domain/lead/lead';
import { fieldProblems, type FieldProblems } from '#shared/lib/field-problems';
import { err, ok, type Result } from '#shared/lib/result';
import type { CreateLead } from '#shared/protocol/vendor-lead';
import { readAmount } from '../../../records/amount-text';

const companyFields = [
  'name',
  'country',
  'city',
  'street',
  'postalCode',
  'taxId',
  'website',
  'segment',
] as const;
const contactFields = ['contactName', 'jobTitle', 'email', 'phone'] as const;
export type NewLeadField =
  | (typeof companyFields)[number]
  | (typeof contactFields)[number]
  | 'source'
  | 'need'
  | 'amount'
  | 'currency';

/** A lead as it is being written: all text but the families. */
export interface NewLeadDraft extends Readonly<Record<NewLeadField, string>> {
  readonly families: readonly string[];
}

export const emptyLead: NewLeadDraft = {
  name: '',
  country: '',
  city: '',
  street: '',
  postalCode: '',
  taxId: '',
  website: '',
  segment: 'mid-market',
  contactName: '',
  jobTitle: '',
  email: '',
  phone: '',
  source: '',
  need: '',
  amount: '',
  currency: 'EUR',
  families: [],
};

export const isBegun = (draft: NewLeadDraft): boolean => JSON.stringify(draft) !== JSON.stringify(emptyLead);

/** The lead to send, or what is wrong at which field. An amount is read as `locale` writes it and may be left out. */
export function readNewLead(
  draft: NewLeadDraft,
  id: string,
  locale: string,
): Result<CreateLead, FieldProblems<NewLeadField>> {
  const typed = Object.fromEntries(
    Object.entries(draft).flatMap(([field, text]) =>
      typeof text === 'string' ? [[field, text.trim()]] : [],
    ),
  );
  const company = leadSchema.shape.company.safeParse(typed);
  const contact = leadSchema.shape.contact.safeParse({ ...typed, name: typed['contactName'] });
  const rest = leadSchema
    .pick({ source: true, need: true, families: true })
    .safeParse({ ...typed, families: draft.families });
  const amount = typed['amount'] === '' ? null : readAmount(draft.amount, locale);
  const estimate =
    amount === null
      ? leadSchema.shape.estimate.safeParse(null)
      : leadSchema.shape.estimate.safeParse({
          amount: amount.ok ? amount.value : '',
          currency: draft.currency,
        });
  const problems: FieldProblems<NewLeadField> = {
    ...(company.success ? {} : fieldProblems(company.error.issues, typed)),
    ...(contact.success
      ? {}
      : inContact(fieldProblems(contact.error.issues, { ...typed, name: typed['contactName'] ?? '' }))),
    ...(rest.success ? {} : fieldProblems(rest.error.issues, typed)),
    ...(amount && !amount.ok ? { amount: amount.problem } : {}),
    ...(amount?.ok && !estimate.success ? { currency: { type: 'invalid' as const } } : {}),
  };
  if (Object.keys(problems).length > 0 || !company.success || !contact.success || !rest.success) {
    return err(problems);
  }
  return ok({
    id,
    company: company.data,
    contact: contact.data,
    ...rest.data,
    estimate: estimate.data ?? null,
  });
}

/** A contact's name stands in a field of another name. */
const inContact = ({ name, ...others }: FieldProblems<string>): FieldProblems<NewLeadField> => ({
  ...others,
  ...(name ? { contactName: name } : {}),
});
