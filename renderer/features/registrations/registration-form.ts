import type { z } from 'zod';
import type { Opportunity } from '#shared/domain/deal/opportunity';
import {
  registrationRequestSchema,
  type RegistrationRequest,
} from '#shared/domain/deal/registration-request';
import { fieldProblems, type FieldProblems } from '#shared/lib/field-problems';
import { err, ok, type Result } from '#shared/lib/result';
import { amountForEditing, readAmount } from '../../records/amount-text';

export const registrationFields = registrationRequestSchema.pick({
  accountId: true,
  opportunityId: true,
  description: true,
  amount: true,
  currency: true,
  closeOn: true,
  families: true,
  contactId: true,
  competitor: true,
});
export type RegistrationFields = z.infer<typeof registrationFields>;
export type RegistrationField = keyof RegistrationFields;

/** What a person fills in; everything but the families is text while it is being typed. */
export interface RegistrationDraft extends Readonly<Record<Exclude<RegistrationField, 'families'>, string>> {
  readonly families: readonly string[];
}

export const emptyRegistration = (currency: string, closeOn: string): RegistrationDraft => ({
  accountId: '',
  opportunityId: '',
  description: '',
  amount: '',
  currency,
  closeOn,
  families: [],
  contactId: '',
  competitor: '',
});

/** The form for a deal in the making: what is known of it is filled in. */
export const registrationOf = (opportunity: Opportunity, locale: string): RegistrationDraft => ({
  accountId: opportunity.accountId,
  opportunityId: opportunity.id,
  description: '',
  amount: /[1-9]/.test(opportunity.amount) ? amountForEditing(opportunity.amount, locale) : '',
  currency: opportunity.currency,
  closeOn: opportunity.closeOn,
  families: [],
  contactId: '',
  competitor: '',
});

/** The form for a request that was sent before. */
export const draftOf = (request: RegistrationRequest, locale: string): RegistrationDraft => ({
  accountId: request.accountId,
  opportunityId: request.opportunityId ?? '',
  description: request.description,
  amount: amountForEditing(request.amount, locale),
  currency: request.currency,
  closeOn: request.closeOn,
  families: request.families,
  contactId: request.contactId ?? '',
  competitor: request.competitor ?? '',
});

/** The request to send, or what is wrong at which field. The vendor decides by the description: it cannot be left out. */
export function readRegistration(
  draft: RegistrationDraft,
  locale: string,
): Result<RegistrationFields, FieldProblems<RegistrationField>> {
  const amount = readAmount(draft.amount, locale);
  const description = draft.description.trim();
  const parsed = registrationFields.safeParse({
    ...draft,
    opportunityId: draft.opportunityId === '' ? null : draft.opportunityId,
    description,
    contactId: draft.contactId || null,
    competitor: draft.competitor?.trim() || null,
    amount: amount.ok ? amount.value : draft.amount,
  });
  const problems: FieldProblems<RegistrationField> = {
    ...(parsed.success
      ? {}
      : fieldProblems(parsed.error.issues, { ...draft, families: draft.families.join() })),
    ...(amount.ok ? {} : { amount: amount.problem }),
    ...(description === '' ? { description: { type: 'required' as const } } : {}),
  };
  return parsed.success && Object.keys(problems).length === 0 ? ok(parsed.data) : err(problems);
}

/** True when a person has put words into the form that would be missed. */
export const isBegun = (draft: RegistrationDraft, empty: RegistrationDraft): boolean =>
  JSON.stringify(draft) !== JSON.stringify(empty);

/** SY-14: the changed fields as they were; null where nobody was named. */
export const asSeen = (
  before: RegistrationFields,
  changes: Partial<RegistrationFields>,
): Partial<RegistrationFields> =>
  Object.fromEntries(
    Object.keys(changes).map((field) => [field, before[field as RegistrationField] ?? null]),
  );

/**
 * The fields of `after` that are not what they were: what a correction changes. An amount and its currency change together; nobody named before
 * and nobody named now is no change.
 */
export function changedFields(
  before: RegistrationFields,
  after: RegistrationFields,
): Partial<RegistrationFields> {
  const changed = Object.fromEntries(
    Object.entries(after).filter(
      ([field, value]) =>
        JSON.stringify(value ?? null) !== JSON.stringify(before[field as RegistrationField] ?? null),
    ),
  ) as Partial<RegistrationFields>;
  const { amount, currency } = after;
  return 'amount' in changed || 'currency' in changed ? { ...changed, amount, currency } : changed;
}
