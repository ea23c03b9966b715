import type { z } from 'zod';
import { opportunitySchema, type Opportunity } from '#shared/domain/deal/opportunity';
import { fieldProblems, problemOf, type FieldProblem, type FieldProblems } from '#shared/lib/field-problems';
import { err, ok, type Result } from '#shared/lib/result';
import type { ReadText } from '../../ui/inline-edit';
import { readAmount } from '../../records/amount-text';

export const opportunityFields = opportunitySchema.pick({
  name: true,
  accountId: true,
  stage: true,
  amount: true,
  currency: true,
  closeOn: true,
  nextStep: true,
  notes: true,
});
export type OpportunityField = keyof z.infer<typeof opportunityFields>;
export type OpportunityDraft = Readonly<Record<OpportunityField, string>>;
/** The fields that are typed as free text on the record page. */
export type OpportunityTextField = 'name' | 'amount' | 'nextStep' | 'notes' | 'lostReason';

export const emptyOpportunity = (currency: string, closeOn: string, accountId = ''): OpportunityDraft => ({
  name: '',
  accountId,
  stage: 'prospecting',
  amount: '',
  currency,
  closeOn,
  nextStep: '',
  notes: '',
});

/** The opportunity to create, or what is wrong at which field. The amount is read as the locale writes it; left empty it is 0. */
export function readOpportunity(
  draft: OpportunityDraft,
  locale: string,
): Result<z.infer<typeof opportunityFields>, FieldProblems<OpportunityField>> {
  const amount =
    draft.amount.trim() === '' ? { ok: true as const, value: '0' } : readAmount(draft.amount, locale);
  const parsed = opportunityFields.safeParse({
    ...draft,
    name: draft.name.trim(),
    nextStep: draft.nextStep.trim(),
    amount: amount.ok ? amount.value : draft.amount,
  });
  return parsed.success ? ok(parsed.data) : err(fieldProblems(parsed.error.issues, draft));
}

/** Reads one field typed in place on an opportunity's page. */
export function readOpportunityField(
  field: OpportunityTextField,
  typed: string,
  locale: string,
): ReadText<FieldProblem> {
  if (field === 'amount') return readAmount(typed, locale);
  const parsed = opportunitySchema.shape[field].safeParse(typed.trim());
  if (parsed.success) return { ok: true, value: parsed.data ?? '' };
  const [issue] = parsed.error.issues;
  return { ok: false, problem: issue ? problemOf(issue, typed) : { type: 'invalid' } };
}

/** True when a person has put words into the form that would be missed. */
export const isBegun = (draft: OpportunityDraft): boolean =>
  [draft.name, draft.amount, draft.nextStep, draft.notes].some((text) => text.trim() !== '');

export type OpportunityChanges = Partial<
  Pick<Opportunity, Exclude<OpportunityField, 'accountId'> | 'ownerId' | 'forecast' | 'lostReason'>
>;

/** The values `changes` would replace: what an undo writes back. */
export const valuesBefore = (opportunity: Opportunity, changes: OpportunityChanges): OpportunityChanges =>
  Object.fromEntries(
    Object.keys(changes).map((field) => [field, opportunity[field as keyof OpportunityChanges] ?? null]),
  );
