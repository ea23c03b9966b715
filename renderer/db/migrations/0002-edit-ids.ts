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
  },
};
