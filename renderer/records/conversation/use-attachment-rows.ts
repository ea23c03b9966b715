import { useLiveQuery } from 'dexie-react-hooks';
import { useClient } from '../../client/client-context';
import type { AttachmentRow } from '../../db/rows';

const none: ReadonlyMap<string, AttachmentRow> = new Map();

/** What this device knows of files, by id, live: those that wait or were refused, and those whose bytes are here. */
export function useAttachmentRows(): ReadonlyMap<string, AttachmentRow> {
  const { db } = useClient();
  const rows = useLiveQuery(() => db.attachments.toArray(), [db]);
  return rows ? new Map(rows.map((row) => [row.id, row])) : none;
}
