/** Why the device could not store something. Nothing was half done: the transaction as a whole was given up. */
export type StorageError =
  | { readonly type: 'disk-full' }
  | { readonly type: 'storage-failed'; readonly message: string };

/** Why the person's data on this device does not open. None of it was touched. */
export type OpenError =
  | StorageError
  /** SY-10: a newer version of the app wrote it. */
  | { readonly type: 'store-too-new' }
  /** The store cannot be read; the journal and the server have what is needed to build another. */
  | { readonly type: 'store-damaged'; readonly message: string };

/** Why a store did not open, on its way out. */
export class OpenFailure extends Error {
  override readonly name = 'OpenFailure';
  constructor(readonly error: OpenError) {
    super(error.type);
  }
}

/** A storage error on its way out of a transaction, which it ends. */
export class StorageFailure extends Error {
  override readonly name = 'StorageFailure';
  constructor(readonly error: StorageError) {
    super(error.type);
  }
}

/** Sorts what opening the store throws; it is typed already where it was recognized. */
export function toOpenError(thrown: unknown): OpenError {
  if (thrown instanceof OpenFailure) return thrown.error;
  const error = toStorageError(thrown);
  return error.type === 'disk-full' ? error : { type: 'store-damaged', message: error.message };
}

/** Sorts what IndexedDB throws. Dexie wraps the browser's error as `inner`, sometimes several deep. */
export function toStorageError(thrown: unknown): StorageError {
  for (let error = thrown; error instanceof Error || error instanceof DOMException;) {
    if (error instanceof StorageFailure) return error.error;
    if (error.name === 'QuotaExceededError') return { type: 'disk-full' };
    error = 'inner' in error ? error.inner : undefined;
  }
  return { type: 'storage-failed', message: thrown instanceof Error ? thrown.message : String(thrown) };
}
