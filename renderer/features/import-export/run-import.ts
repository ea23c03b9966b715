import {
  accountFieldsSchema,
  contactFieldsSchema,
  contactSchema,
  type Account,
  type Contact,
} from '#shared/domain/deal/account';
import { baseOf } from '#shared/domain/deal/merge-fields';
import { opportunitySchema, type Opportunity } from '#shared/domain/deal/opportunity';
import type { ImportKind } from '#shared/import-export/fields';
import type { PlannedRow } from '#shared/import-export/plan-import';
import { newId } from '#shared/lib/ids';
import type { Client } from '../../client/client';
import type { MutateError } from '../../db/mutate';

type Stored = { readonly ok: true } | { readonly ok: false; readonly error: MutateError };
type Values = Readonly<Record<string, string>>;

export interface ImportOutcome {
  readonly created: number;
  readonly updated: number;
  readonly skipped: number;
  /** Rows that were planned and could not be stored. */
  readonly failed: readonly { readonly line: number; readonly error: MutateError }[];
  readonly cancelled: boolean;
}

interface RunOptions {
  readonly kind: ImportKind;
  readonly duplicates: 'skip' | 'update';
  readonly find: (id: string) => Account | Contact | Opportunity | undefined;
  readonly signal: AbortSignal;
  readonly onProgress: (done: number) => void;
}

/** Does what was planned, row by row: each row is one mutation, stored in whole or not at all. Cancelled, what was done stays and the rest is left out. */
export async function runImport(
  client: Pick<Client, 'mutate'>,
  rows: readonly PlannedRow[],
  { kind, duplicates, find, signal, onProgress }: RunOptions,
): Promise<ImportOutcome> {
  let [created, updated, skipped] = [0, 0, 0];
  const failed: ImportOutcome['failed'][number][] = [];
  for (const [at, { line, plan }] of rows.entries()) {
    if (signal.aborted) return { created, updated, skipped, failed, cancelled: true };
    if (plan.type === 'create') {
      const stored = await create(client, kind, plan.values);
      if (stored.ok) created += 1;
      else failed.push({ line, error: stored.error });
    } else if (plan.type === 'duplicate' && duplicates === 'update' && Object.keys(plan.changes).length > 0) {
      const stored = await edit(client, kind, find(plan.id), plan.id, plan.changes);
      if (stored.ok) updated += 1;
      else failed.push({ line, error: stored.error });
    } else skipped += 1;
    onProgress(at + 1);
  }
  return { created, updated, skipped, failed, cancelled: false };
}

const newContactSchema = contactFieldsSchema.extend(contactSchema.pick({ accountId: true }).shape);
const opportunityFields = opportunitySchema.pick({
  name: true,
  accountId: true,
  stage: true,
  amount: true,
  currency: true,
  closeOn: true,
  forecast: true,
  nextStep: true,
  notes: true,
});

function create(client: Pick<Client, 'mutate'>, kind: ImportKind, values: Values): Promise<Stored> {
  const id = newId();
  switch (kind) {
    case 'accounts':
      return client.mutate('createAccount', { id, ...accountFieldsSchema.parse(values) });
    case 'contacts':
      return client.mutate('createContact', { id, ...newContactSchema.parse(values) });
    case 'opportunities':
      return client.mutate('createOpportunity', { id, ...opportunityFields.parse(values) });
    default:
      return kind satisfies never;
  }
}

function edit(
  client: Pick<Client, 'mutate'>,
  kind: ImportKind,
  seen: Account | Contact | Opportunity | undefined,
  id: string,
  values: Values,
): Promise<Stored> {
  const conflictId = newId();
  switch (kind) {
    case 'accounts': {
      const changes = accountFieldsSchema.partial().parse(values);
      const base = seen ? baseOf('account', seen as Account, changes as Partial<Account>) : undefined;
      return client.mutate('editAccount', { id, changes, conflictId, ...(base && { base }) });
    }
    case 'contacts': {
      const changes = contactFieldsSchema.partial().parse(values);
      const base = seen ? baseOf('contact', seen as Contact, changes as Partial<Contact>) : undefined;
      return client.mutate('editContact', { id, changes, conflictId, ...(base && { base }) });
    }
    case 'opportunities': {
      const changes = opportunityFields.omit({ accountId: true }).partial().parse(values);
      const base = seen
        ? baseOf('opportunity', seen as Opportunity, changes as Partial<Opportunity>)
        : undefined;
      return client.mutate('editOpportunity', { id, changes, conflictId, ...(base && { base }) });
    }
    default:
      return kind satisfies never;
  }
}
