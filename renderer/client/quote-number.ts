import { err, ok, type Result } from '#shared/lib/result';
import type { ClientDatabase } from '../db/database';
import { getMeta, setMeta } from '../db/meta';
import { toStorageError, type StorageError } from '../db/storage-error';

/** The next quote number of this device, e.g. "Q-7K2M-0042". Durable before it is given out, so none is given twice. */
export async function nextQuoteNumber(db: ClientDatabase): Promise<Result<string, StorageError>> {
  try {
    return await db.transaction('rw', db.meta, async () => {
      const code = await getMeta(db, 'deviceCode');
      if (code === undefined) throw new Error('the database has no device code');
      const count = ((await getMeta(db, 'quoteCounter')) ?? 0) + 1;
      await setMeta(db, 'quoteCounter', count);
      return ok(`Q-${code}-${String(count).padStart(4, '0')}`);
    });
  } catch (thrown) {
    return err(toStorageError(thrown));
  }
}
