import 'fake-indexeddb/auto';
import { expect, it } from 'vitest';
import { anEntry, aProduct } from '#shared/domain/quote/quote.test-kit';
import { openDatabase, replaceDatabase } from '../db/open-database';
import { aBookSnapshot, aCatalogSnapshot } from '../sync/snapshot.test-kit';
import { createCatalogWorker } from './catalog-worker';

it('SY-2 SY-7 after a store was replaced, catalogs and books are read from the new one', async () => {
  (await openDatabase('rep-1')).close();
  await replaceDatabase('rep-1');
  const db = await openDatabase('rep-1');
  for (const { manifest, chunks } of [aCatalogSnapshot([aProduct()]), aBookSnapshot([anEntry()])]) {
    const { kind, id, version } = manifest;
    await db.snapshots.put({ kind, id, version, manifest, complete: 1, offered: 1 });
    await db.chunks.bulkPut([...chunks].map(([hash, bytes]) => ({ hash, bytes })));
  }
  db.close();

  const worker = createCatalogWorker();
  await worker.start('rep-1', true);
  expect((await worker.books()).map(({ bookId }) => bookId)).toEqual(['book-1']);
});
