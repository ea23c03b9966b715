import { z } from 'zod';
import { idSchema } from '../lib/ids';
import { ok } from '../lib/result';
import { createAccount, createAccountArgs } from './create-account';
import { createContact, createContactArgs } from './create-contact';
import { createOpportunity, createOpportunityArgs } from './create-opportunity';
import { leadIn } from './lead-in';
import { defineMutation, partnerRoles, type RecordWrite } from './mutation';
import { refuse } from './rejection';
import { writtenOver } from './written-over';

const args = z.object({
  id: idSchema,
  account: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('existing'), id: idSchema }),
    z.object({ kind: z.literal('new'), account: createAccountArgs }),
  ]),
  contact: createContactArgs.omit({ accountId: true }).nullable(),
  opportunity: createOpportunityArgs.omit({ accountId: true }),
});
type Args = z.infer<typeof args>;

const accountIdOf = ({ account }: Args): string =>
  account.kind === 'existing' ? account.id : account.account.id;

/** OPP-2: an accepted lead becomes a customer with a contact and an opportunity, all or nothing, once. */
export const convertLead = defineMutation<'convertLead', Args>({
  name: 'convertLead',
  schemaVersion: 1,
  args,
  roles: partnerRoles,
  touches: (said) => [
    { type: 'lead', id: said.id },
    { type: 'account', id: accountIdOf(said) },
    ...(said.contact ? [{ type: 'contact', id: said.contact.id } as const] : []),
    { type: 'opportunity', id: said.opportunity.id },
  ],
  apply: (records, said, context) => {
    const lead = leadIn(['accepted'], records, said.id);
    if (!lead.ok) return lead;
    const accountId = accountIdOf(said);
    let writes: RecordWrite[] = [];
    if (said.account.kind === 'new') {
      const account = createAccount.apply(records, said.account.account, context);
      if (!account.ok) return account;
      writes = [...account.value];
    } else if (!records.get('account', accountId)) {
      return refuse({ type: 'not-found', recordType: 'account', id: accountId });
    }
    const withAccount = writtenOver(records, writes);
    if (said.contact) {
      const contact = createContact.apply(withAccount, { ...said.contact, accountId }, context);
      if (!contact.ok) return contact;
      writes = [...writes, ...contact.value];
    }
    const opportunity = createOpportunity.apply(withAccount, { ...said.opportunity, accountId }, context);
    if (!opportunity.ok) return opportunity;
    const at = context.capturedAt;
    const contactId = said.contact?.id ?? null;
    const converted = { accountId, contactId, opportunityId: said.opportunity.id, at };
    return ok([
      ...writes,
      ...opportunity.value,
      {
        type: 'lead',
        id: said.id,
        record: { ...lead.value, state: 'converted', converted, updatedAt: at },
      },
    ]);
  },
});
