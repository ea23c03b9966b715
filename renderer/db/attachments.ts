import { isExecutable, mediaTypeOf } from '#shared/domain/conversation/media-type';
import { maxAttachmentBytes, type Attachment } from '#shared/domain/conversation/message';
import { newId } from '#shared/lib/ids';
import { err, ok, type Result } from '#shared/lib/result';
import type { AttachmentOwner } from '#shared/protocol/attachments';
import { sha256Hex } from '../sync/sha256';
import type { ClientDatabase } from './database';
import { cleanFileName } from './file-name';
import type { Clock } from './mutate';
import type { AttachmentRow, DraftRow } from './rows';
import { toStorageError, type StorageError } from './storage-error';

export interface NewFile {
  readonly name: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

export type AttachError =
  | { readonly type: 'empty' }
  | { readonly type: 'too-large'; readonly bytes: number; readonly limit: number }
  | { readonly type: 'executable' }
  | StorageError;

/**
 * OPP-6: keeps the file's bytes on this device, before the work that names them: what is said to be attached is stored. They are sent once the
 * server has `owner` with this attachment in it. Ten megabytes at the most, no programs.
 */
export async function addAttachment(
  db: ClientDatabase,
  now: Clock,
  owner: AttachmentOwner,
  { name: given, bytes }: NewFile,
): Promise<Result<Attachment, AttachError>> {
  if (bytes.length === 0) return err({ type: 'empty' });
  if (bytes.length > maxAttachmentBytes) {
    return err({ type: 'too-large', bytes: bytes.length, limit: maxAttachmentBytes });
  }
  const name = cleanFileName(given);
  const mediaType = await mediaTypeOf(bytes, name);
  if (isExecutable(mediaType, name)) return err({ type: 'executable' });
  const attachment = { id: newId(), name, mediaType, size: bytes.length, sha256: await sha256Hex(bytes) };
  const row: AttachmentRow = {
    ...attachment,
    owner,
    state: 'waiting',
    named: false,
    refusal: null,
    garbled: 0,
    addedAt: now().toISOString(),
  };
  return stored(async () => {
    await db.transaction('rw', db.attachments, db.attachmentBytes, async () => {
      await db.attachmentBytes.add({ id: attachment.id, bytes });
      await db.attachments.add(row);
    });
    return attachment;
  });
}

/** Takes a file out of what is still being written. One that a record names, or may name, stays: only the person's own draft is theirs to cut. */
export const removeAttachment = (
  db: ClientDatabase,
  draftKey: string,
  id: string,
): Promise<Result<void, StorageError>> =>
  stored(() =>
    db.transaction('rw', db.attachments, db.attachmentBytes, db.drafts, db.records, async () => {
      const [row, draft] = [await db.attachments.get(id), await db.drafts.get(draftKey)];
      if (!row || !draft?.attachments.some((each) => each.id === id)) return;
      await db.drafts.put({ ...draft, attachments: draft.attachments.filter((each) => each.id !== id) });
      if (row.named || (await db.records.get([row.owner.type, row.owner.id]))) return;
      await db.attachments.delete(id);
      await db.attachmentBytes.delete(id);
    }),
  );

/** A refused file is tried once more. */
export const sendAttachmentAgain = (db: ClientDatabase, id: string): Promise<Result<void, StorageError>> =>
  stored(async () => {
    await db.attachments.update(id, { state: 'waiting', refusal: null, garbled: 0 });
  });

/** The server has the record that names these. */
export const attachmentsAreNamed = (
  db: ClientDatabase,
  ids: readonly string[],
): Promise<Result<void, StorageError>> =>
  stored(async () => {
    await db.attachments.bulkUpdate(ids.map((key) => ({ key, changes: { named: true } })));
  });

/** Keeps what is being written; a draft with nothing in it is none. Files added while the message before was being sent become this one's. */
export const keepDraft = (db: ClientDatabase, draft: DraftRow): Promise<Result<void, StorageError>> =>
  stored(async () => {
    const { key, messageId, text, attachments } = draft;
    if (attachments.length === 0) {
      await (text === '' ? db.drafts.delete(key) : db.drafts.put(draft));
      return;
    }
    await db.transaction('rw', db.drafts, db.attachments, async () => {
      await db.drafts.put(draft);
      const rows = await db.attachments.bulkGet(attachments.map(({ id }) => id));
      const others = rows.filter((row) => row !== undefined && !row.named && row.owner.id !== messageId);
      const owner = { type: 'message', id: messageId } as const;
      await db.attachments.bulkPut(others.flatMap((row) => (row ? [{ ...row, owner }] : [])));
    });
  });

async function stored<T>(write: () => PromiseLike<T>): Promise<Result<T, StorageError>> {
  try {
    return ok(await write());
  } catch (thrown) {
    return err(toStorageError(thrown));
  }
}
