import { useMemo } from 'react';
import type { z } from 'zod';
import { baseOf } from '#shared/domain/deal/merge-fields';
import type { Account, accountFieldsSchema, Contact, contactFieldsSchema } from '#shared/domain/deal/account';
import { newId } from '#shared/lib/ids';
import { useSave } from '../../records/use-save';
import type { AccountField } from './account-form';

export type AccountChanges = Partial<Pick<Account, AccountField | 'ownerId'>>;
export type ContactChanges = Partial<z.infer<typeof contactFieldsSchema>>;

export interface AccountCommands {
  /** Resolves to the new record's id, or null when it could not be stored (the person has been told). */
  readonly createAccount: (fields: z.infer<typeof accountFieldsSchema>) => Promise<string | null>;
  readonly createContact: (
    accountId: string,
    fields: z.infer<typeof contactFieldsSchema>,
  ) => Promise<string | null>;
  /**
   * `seen` is the record as it was when the person began: what a colleague changed since then merges or is asked about (SY-14). Both
   * resolve to false when it could not be stored.
   */
  readonly editAccount: (seen: Account, changes: AccountChanges) => Promise<boolean>;
  readonly editContact: (seen: Contact, changes: ContactChanges) => Promise<boolean>;
}

/** What can be done with customers and their people. Every change works offline and goes out by itself. */
export function useAccountCommands(): AccountCommands {
  const save = useSave();
  return useMemo(
    () => ({
      createAccount: async (fields) => {
        const id = newId();
        return (await save('createAccount', { id, ...fields })) ? id : null;
      },
      createContact: async (accountId, fields) => {
        const id = newId();
        return (await save('createContact', { id, accountId, ...fields })) ? id : null;
      },
      editAccount: (seen, changes) =>
        save('editAccount', {
          id: seen.id,
          changes,
          base: baseOf<AccountChanges>('account', seen, changes),
          conflictId: newId(),
        }),
      editContact: (seen, changes) =>
        save('editContact', {
          id: seen.id,
          changes,
          base: baseOf<ContactChanges>('contact', seen, changes),
          conflictId: newId(),
        }),
    }),
    [save],
  );
}
