import type { z } from 'zod';
import {
  accountFieldsSchema,
  accountSchema,
  type Account,
  contactFieldsSchema,
  looksLikeEmail,
} from '#shared/domain/deal/account';
import { fieldProblems, problemOf, type FieldProblem, type FieldProblems } from '#shared/lib/field-problems';
import { err, ok, type Result } from '#shared/lib/result';
import type { ReadText } from '../../ui/inline-edit';

export const segments = accountSchema.shape.segment.options;
export type Segment = Account['segment'];

/** What a person fills in; everything is text while it is being typed. */
export type AccountField = keyof z.infer<typeof accountFieldsSchema>;
export type AccountDraft = Readonly<Record<AccountField, string>>;

export type ContactField = keyof z.infer<typeof contactFieldsSchema>;
export type ContactDraft = Readonly<Record<ContactField, string>>;

export const emptyAccount = (country: string): AccountDraft => ({
  name: '',
  taxId: '',
  country,
  city: '',
  street: '',
  postalCode: '',
  segment: 'mid-market',
  website: '',
  notes: '',
});

export const emptyContact: ContactDraft = { name: '', jobTitle: '', email: '', phone: '' };

/** The account to create, or what is wrong at which field. */
export function readAccount(
  draft: AccountDraft,
): Result<z.infer<typeof accountFieldsSchema>, FieldProblems<AccountField>> {
  const parsed = accountFieldsSchema.safeParse(trimmed(draft));
  return parsed.success ? ok(parsed.data) : err(fieldProblems(parsed.error.issues, draft));
}

/** The contact to create, or what is wrong at which field. An address, where given, must look like one. */
export function readContact(
  draft: ContactDraft,
): Result<z.infer<typeof contactFieldsSchema>, FieldProblems<ContactField>> {
  const parsed = contactFieldsSchema.safeParse(trimmed(draft));
  if (!parsed.success) return err(fieldProblems(parsed.error.issues, draft));
  return looksLikeEmail(parsed.data.email) ? ok(parsed.data) : err({ email: { type: 'invalid' } });
}

/** Reads one field typed in place on an account's page. */
export function readAccountField(field: AccountField, typed: string): ReadText<FieldProblem> {
  return readField(accountFieldsSchema.shape[field], typed);
}

export function readContactField(field: ContactField, typed: string): ReadText<FieldProblem> {
  const read = readField(contactFieldsSchema.shape[field], typed);
  if (read.ok && field === 'email' && !looksLikeEmail(read.value))
    return { ok: false, problem: { type: 'invalid' } };
  return read;
}

/** True when a person has put words into the form that would be missed. */
export const isBegun = (draft: Readonly<Record<string, string>>, empty: Readonly<Record<string, string>>) =>
  Object.entries(draft).some(([field, text]) => text.trim() !== (empty[field] ?? '').trim());

/** The fields of `after` that are not what they were in `before`. */
export const changedIn = (after: ContactDraft, before: ContactDraft): Partial<ContactDraft> =>
  Object.fromEntries(Object.entries(after).filter(([field, text]) => text !== before[field as ContactField]));

function readField(schema: z.ZodType<string>, typed: string): ReadText<FieldProblem> {
  const parsed = schema.safeParse(typed.trim());
  if (parsed.success) return { ok: true, value: parsed.data };
  const [issue] = parsed.error.issues;
  return { ok: false, problem: issue ? problemOf(issue, typed) : { type: 'invalid' } };
}

const trimmed = (draft: Readonly<Record<string, string>>) =>
  Object.fromEntries(Object.entries(draft).map(([field, text]) => [field, text.trim()]));
