import type { Migration } from './migration';

export const firstTables: Migration = {
  version: 1,
  name: 'first tables',
  stores: {
    records: '[type+id], type, *pending',
    outbox: 'seq, state, *touches',
    attention: 'id, open, *touches, &[clientId+seq], parkedWith',
    meta: 'key',
    staged: 'page',
    aside: '[type+id]',
    snapshots: '[kind+id+version], [kind+id], complete',
    chunks: 'hash',
  },
};
