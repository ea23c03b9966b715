import { useLiveQuery } from 'dexie-react-hooks';
import type { OutboxRow } from '../db/rows';
import { useClient } from './client-context';

/** Work of this device that the vendor has not confirmed, oldest first, live. undefined: loading. */
export function useOutbox(): readonly OutboxRow[] | undefined {
  const { db } = useClient();
  return useLiveQuery(() => db.outbox.orderBy('seq').toArray(), [db]);
}
