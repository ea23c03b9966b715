/** Why the device could not store something. Nothing was half done: the transaction as a whole was given up. */
export type StorageError =
  | { readonly type: 'disk-full' }
  | { readonly type: 'storage-failed'; readonly message: string };

/** Sorts what IndexedDB throws. Dexie wraps the browser's error as `inner`, sometimes several deep. */
export function toStorageError(thrown: unknown): StorageError {
  for (let error = thrown; error instanceof Error || error instanceof DOMException;) {
    if (error.name === 'QuotaExceededError') return { type: 'disk-full' };
    error = 'inner' in error ? error.inner : undefined;
  }
  return { type: 'storage-failed', message: thrown instanceof Error ? thrown.message : String(thrown) };
}
