import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { expect, it } from 'vitest';
import { Dexie } from 'dexie';
import { databaseName } from './database';
import { openDatabase } from './open-database';
import { toStorageError } from './storage-error';

it('SY-10 a window of an older version writes nothing into a store that a newer one has upgraded meanwhile', async () => {
  const options = { indexedDB: new IDBFactory(), IDBKeyRange };
  const db = await openDatabase('rep-1', { options });
  const newer = new Dexie(databaseName('rep-1'), options);
  newer.version(999).stores({ meta: 'key', fresh: 'id' });
  await newer.open();
  await expect(db.meta.put({ key: 'lastSeq', value: 77 })).rejects.toThrow('closed');
  expect(await newer.table('meta').get('lastSeq')).toEqual({ key: 'lastSeq', value: 0 });
  newer.close();
});

it('SY-2 opened for reading only, it writes nothing, whoever asks', async () => {
  const options = { indexedDB: new IDBFactory(), IDBKeyRange };
  (await openDatabase('rep-1', { options })).close();
  const db = await openDatabase('rep-1', { options, writable: false });
  const written: unknown = await db.meta.put({ key: 'lastSeq', value: 77 }).catch(toStorageError);
  expect(written).toEqual({ type: 'disk-full' });
  expect(await db.meta.get('lastSeq')).toEqual({ key: 'lastSeq', value: 0 });
  db.close();
});
