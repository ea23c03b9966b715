import { useMemo } from 'react';
import type { z } from 'zod';
import type { Account, Contact } from '#shared/domain/deal/account';
import { newId } from '#shared/lib/ids';
import { useSave } from '../../records/use-save';
import type { accountFields, AccountField, contactFields } from './account-form';

export interface AccountCommands {
  /** Resolves to the new record's id, or null when it could not be stored (the person has been told). */
  readonly createAccount: (fields: z.infer<typeof accountFields>) => Promise<string | null>;
  readonly createContact: (
    accountId: string,
    fields: z.infer<typeof contactFields>,
  ) => Promise<string | null>;
  /** Resolve to false when it could not be stored. */
  readonly editAccount: (
    account: Account,
    changes: Partial<Pick<Account, AccountField | 'ownerId'>>,
  ) => Promise<boolean>;
  readonly editContact: (contact: Contact, changes: z.infer<typeof contactFields>) => Promise<boolean>;
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
      editAccount: ({ id }, changes) => save('editAccount', { id, changes }),
      editContact: ({ id }, changes) => save('editContact', { id, changes }),
    }),
    [save],
  );
}
