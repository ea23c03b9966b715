import { z } from 'zod';
import { registrationRequestSchema, type RegistrationRequest } from '../domain/deal/registration-request';
import { mergeText } from '../domain/deal/merge-text';
import { idSchema } from '../lib/ids';
import { merge } from '../lib/merge';
import { defineMutation, partnerRoles } from './mutation';
import { notThisAccounts } from './not-this-accounts';
import { registrationIn, writeRegistration } from './registration-in';
import { refuse } from './rejection';

const fields = registrationRequestSchema.pick({
  opportunityId: true,
  description: true,
  amount: true,
  currency: true,
  closeOn: true,
  families: true,
  contactId: true,
  competitor: true,
});
const args = z.object({
  id: idSchema,
  changes: fields.partial(),
  /**
   * The values of the changed fields as the person saw them; absent: captured by an older app, and the new values count. Those apps name an
   * amount or a currency alone: it is meant with the other as it stands.
   */
  base: fields.partial().optional(),
});
const maxDescription = 10_000;
type Edit = z.infer<typeof args>;

/**
 * SY-14: the changes as they go over what others changed since `base`: the lines of the description merge. Null when both gave another field
 * different values, or the description has no room for both: what a deal is registered with is not merged, and the person chooses.
 */
function changesOver(request: RegistrationRequest, { changes, base = {} }: Edit): Edit['changes'] | null {
  const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a ?? null) === JSON.stringify(b ?? null);
  let { description } = changes;
  for (const field of Object.keys(changes) as (keyof Edit['changes'])[]) {
    const [were, are, wanted] = [base[field], request[field], changes[field]];
    if (were === undefined || isSame(were, are) || isSame(are, wanted)) continue;
    if (field !== 'description' || description === undefined) return null;
    description = mergeText(base.description, request.description, description, maxDescription);
    if (description === undefined) return null;
  }
  return description === undefined ? changes : { ...changes, description };
}

/** OPP-4: corrects a request that waits, or one that was refused and so goes to the vendor again. The last decision stays to be read. */
export const editRegistration = defineMutation<'editRegistration', Edit>({
  name: 'editRegistration',
  schemaVersion: 2,
  args,
  roles: partnerRoles,
  touches: ({ id, changes }) => [
    { type: 'registrationRequest', id },
    ...(changes?.opportunityId ? [{ type: 'opportunity', id: changes.opportunityId } as const] : []),
    ...(changes?.contactId ? [{ type: 'contact', id: changes.contactId } as const] : []),
  ],
  apply: (records, edit, { capturedAt }) => {
    const { id, changes, base } = edit;
    const request = registrationIn(['submitted', 'refused'], records, id);
    if (!request.ok) return request;
    if (base && (changes.amount === undefined) !== (changes.currency === undefined)) {
      const path = changes.amount === undefined ? 'changes.amount' : 'changes.currency';
      const message = 'is missing: an amount and its currency change together';
      return refuse({ type: 'invalid-arguments', issues: [{ path, message }] });
    }
    const wrong = notThisAccounts(records, changes, request.value.accountId);
    if (wrong) return refuse(wrong);
    const merged = changesOver(request.value, edit);
    if (merged === null) return refuse({ type: 'edited-elsewhere', recordType: 'registrationRequest', id });
    return writeRegistration({
      ...merge(request.value, merged),
      state: 'submitted',
      updatedAt: capturedAt,
    });
  },
});
