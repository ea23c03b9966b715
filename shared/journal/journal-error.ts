import type { JournalError } from './journal-host';

const fullCodes: readonly unknown[] = ['ENOSPC', 'EDQUOT'];
const fullNames: readonly unknown[] = ['QuotaExceededError'];

/** Sorts what a file system throws, Node's or a browser's. */
export function toJournalError(thrown: unknown): JournalError {
  const { code, name, message } =
    typeof thrown === 'object' && thrown !== null
      ? (thrown as { code?: unknown; name?: unknown; message?: unknown })
      : {};
  if (fullCodes.includes(code) || fullNames.includes(name)) return { type: 'disk-full' };
  return { type: 'storage-failed', message: typeof message === 'string' ? message : String(thrown) };
}
