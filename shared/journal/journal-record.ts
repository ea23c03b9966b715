import { concatBytes } from '@noble/hashes/utils.js';

/**
 * What one record says. The kind and the `editId` (a random name) stand open, so that a segment is compacted without the key; what people
 * wrote is in `body`, sealed by the renderer.
 */
export type JournalRecord =
  | { readonly kind: 'captured'; readonly editId: string; readonly body: Uint8Array }
  /** Its transaction was given up: the person was told that it is not saved. */
  | { readonly kind: 'revoked'; readonly editId: string }
  /** Accepted by the server, or given up or sent again otherwise by the person. */
  | { readonly kind: 'settled'; readonly editId: string };

export type CapturedRecord = Extract<JournalRecord, { kind: 'captured' }>;

const kinds = ['captured', 'revoked', 'settled'] as const;

export function encodeRecord(record: JournalRecord): Uint8Array {
  const id = new TextEncoder().encode(record.editId);
  if (id.length > 255) throw new Error('an editId of more than 255 bytes');
  const head = Uint8Array.of(kinds.indexOf(record.kind) + 1, id.length);
  return record.kind === 'captured' ? concatBytes(head, id, record.body) : concatBytes(head, id);
}

/** null: no record of this version. Its check was right, so a newer app wrote it in a way that older ones may pass over. */
export function decodeRecord(payload: Uint8Array): JournalRecord | null {
  const kind = kinds[(payload[0] ?? 0) - 1];
  const idEnd = 2 + (payload[1] ?? 0);
  if (kind === undefined || payload.length < idEnd) return null;
  const editId = new TextDecoder().decode(payload.subarray(2, idEnd));
  return kind === 'captured' ? { kind, editId, body: payload.slice(idEnd) } : { kind, editId };
}
