import type { Transaction } from 'dexie';
import { newId } from '#shared/lib/ids';
import type { Migration } from './migration';

/** SY-3, SY-13: work on its way gets the name by which it is known for ever; room for what two devices changed apart. */
export const editIds: Migration = {
  version: 2,
  name: 'edit ids',
  stores: {
    outbox: 'seq, state, *touches, &editId',
    attention: 'id, open, *touches, &[clientId+seq], parkedWith, editId',
    parted: '[type+id], open',
  },
  upgrade: async (transaction) => {
    for (const table of ['outbox', 'attention']) {
      await transaction
        .table<{ editId?: string; saw?: object }>(table)
        .toCollection()
        .modify((row) => {
          row.editId ??= newId();
          row.saw ??= {};
        });
    }
    await markEditedQuotes(transaction);
  },
};

/** The mutations of version 1 that change what a quote holds. */
const quoteEdits = new Set([
  'createQuote',
  'editQuote',
  'addQuoteItems',
  'editQuoteItems',
  'removeQuoteItems',
  'moveQuoteItems',
  'chooseAlternative',
  'configureBundle',
  'repriceQuote',
  'changeQuoteState',
  'reviseQuote',
]);

interface WaitingEdit {
  readonly name: string;
  readonly editId: string;
  readonly args: { readonly id?: unknown };
}

/** Quotes on which work waits say which edit they come from, so that the next one is known to be built on it. */
async function markEditedQuotes(transaction: Transaction): Promise<void> {
  const outbox = transaction.table<WaitingEdit>('outbox');
  const lastEdits = new Map<unknown, string>();
  for (const { name, editId, args } of await outbox.orderBy('seq').toArray())
    if (quoteEdits.has(name)) lastEdits.set(args.id, editId);
  await transaction
    .table<{ type: string; id: string; value: { lastEdit?: string } | null }>('records')
    .where('type')
    .equals('quote')
    .modify((row) => {
      const lastEdit = lastEdits.get(row.id);
      if (row.value && lastEdit !== undefined) row.value = { ...row.value, lastEdit };
    });
}
