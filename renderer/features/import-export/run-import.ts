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
import type { Rejection } from '#shared/mutations/rejection';
import type { Client } from '../../client/client';
import type { ManyError, NamedMutation } from '../../db/mutate-many';

type Values = Readonly<Record<string, string>>;

export interface ImportOutcome {
  readonly created: number;
  readonly updated: number;
  /** Rows that were there already, or twice in the file. */
  readonly skipped: number;
  /** Rows that were planned and refused. */
  readonly failed: readonly { readonly line: number; readonly error: Rejection }[];
  /** The rest of the plan, of which nothing was done; it can be gone on with. */
  readonly left: readonly PlannedRow[];
  /** Why there is a rest: the person cancelled, or the device could store no more. null: there is none. */
  readonly stopped: 'cancelled' | ManyError | null;
}

interface RunOptions {
  readonly kind: ImportKind;
  readonly duplicates: 'skip' | 'update';
  readonly find: (id: string) => Account | Contact | Opportunity | undefined;
  readonly signal: AbortSignal;
  readonly onProgress: (done: number) => void;
}

/**
 * Rows stored in one transaction. One at a time 10,000 rows take minutes, most of them spent waiting for the disk; many more at once hold up the
 * screen, what else wants to be stored, and the cancelling.
 */
const batchSize = 50;

/**
 * Does what was planned, in the file's order, a batch at a time. Each row is one mutation, stored in whole or not at all. Stopped, what was
 * stored stays and `left` is exactly the rest.
 */
export async function runImport(
  client: Pick<Client, 'mutateMany'>,
  rows: readonly PlannedRow[],
  { kind, duplicates, find, signal, onProgress }: RunOptions,
): Promise<ImportOutcome> {
  let [created, updated, skipped] = [0, 0, 0];
  const failed: ImportOutcome['failed'][number][] = [];
  // A record that two rows say something of: the second is based on what the first made of it.
  const edited = new Map<string, Account | Contact | Opportunity>();
  const stop = (at: number, stopped: ImportOutcome['stopped']): ImportOutcome => {
    return { created, updated, skipped, failed, left: rows.slice(at), stopped };
  };
  const mutationOf = ({ plan }: PlannedRow): NamedMutation | null => {
    if (plan.type === 'create') return creation(kind, plan.values);
    if (plan.type !== 'duplicate' || !willUpdate(plan, duplicates)) return null;
    const seen = edited.get(plan.id) ?? find(plan.id);
    if (seen) edited.set(plan.id, { ...seen, ...plan.changes });
    return edit(kind, seen, plan.id, plan.changes);
  };
  for (let at = 0; at < rows.length; at += batchSize) {
    if (signal.aborted) return stop(at, 'cancelled');
    const batch = rows.slice(at, at + batchSize);
    const work = batch.flatMap((row) => {
      const mutation = mutationOf(row);
      return mutation ? [{ line: row.line, isNew: row.plan.type === 'create', mutation }] : [];
    });
    const stored = await client.mutateMany(work.map(({ mutation }) => mutation));
    if (!stored.ok) return stop(at, stored.error);
    for (const [index, { line, isNew }] of work.entries()) {
      const result = stored.value[index];
      if (result && !result.ok) failed.push({ line, error: result.error });
      else if (isNew) created += 1;
      else updated += 1;
    }
    skipped += batch.filter(({ plan }) => plan.type !== 'error').length - work.length;
    onProgress(Math.min(rows.length, at + batchSize));
  }
  return stop(rows.length, null);
}

/** Whether a record that is here already is written over with what the file says. */
export const willUpdate = (
  { changes }: { readonly changes: Values },
  duplicates: 'skip' | 'update',
): boolean => duplicates === 'update' && Object.keys(changes).length > 0;

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

function creation(kind: ImportKind, values: Values): NamedMutation {
  const id = newId();
  switch (kind) {
    case 'accounts':
      return { name: 'createAccount', args: { id, ...accountFieldsSchema.parse(values) } };
    case 'contacts':
      return { name: 'createContact', args: { id, ...newContactSchema.parse(values) } };
    case 'opportunities':
      return { name: 'createOpportunity', args: { id, ...opportunityFields.parse(values) } };
    default:
      return kind satisfies never;
  }
}

function edit(
  kind: ImportKind,
  seen: Account | Contact | Opportunity | undefined,
  id: string,
  values: Values,
): NamedMutation {
  const conflictId = newId();
  switch (kind) {
    case 'accounts': {
      const changes = accountFieldsSchema.partial().parse(values);
      const base = seen ? baseOf('account', seen as Account, changes as Partial<Account>) : undefined;
      return { name: 'editAccount', args: { id, changes, conflictId, ...(base && { base }) } };
    }
    case 'contacts': {
      const changes = contactFieldsSchema.partial().parse(values);
      const base = seen ? baseOf('contact', seen as Contact, changes as Partial<Contact>) : undefined;
      return { name: 'editContact', args: { id, changes, conflictId, ...(base && { base }) } };
    }
    case 'opportunities': {
      const changes = opportunityFields.omit({ accountId: true }).partial().parse(values);
      const base = seen
        ? baseOf('opportunity', seen as Opportunity, changes as Partial<Opportunity>)
        : undefined;
      return { name: 'editOpportunity', args: { id, changes, conflictId, ...(base && { base }) } };
    }
    default:
      return kind satisfies never;
  }
}
