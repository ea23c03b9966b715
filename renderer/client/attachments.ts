import type { Attachment } from '#shared/domain/conversation/message';
import { err, type Result } from '#shared/lib/result';
import type { AttachmentOwner } from '#shared/protocol/attachments';
import type { Session } from '#shared/protocol/session';
import {
  addAttachment,
  attachmentsAreNamed,
  keepDraft,
  removeAttachment,
  sendAttachmentAgain,
  type AttachError,
  type NewFile,
} from '../db/attachments';
import type { ClientDatabase } from '../db/database';
import type { Clock, ReadOnlyError } from '../db/mutate';
import type { DraftRow } from '../db/rows';
import type { StorageError } from '../db/storage-error';
import { readAttachment, type DownloadError } from '../sync/download-attachment';
import { madeFor } from '../sync/made-for';

type Stored = Promise<Result<void, StorageError | ReadOnlyError>>;

/** OPP-6: files that go with messages and orders, and what is being written in conversations. Kept on this device first, sent by sync. */
export interface Attachments {
  /** Before the work that names it: `postMessage` with a message of the id `owner.id`, `attachToOrder`. */
  add(owner: AttachmentOwner, file: NewFile): Promise<Result<Attachment, AttachError | ReadOnlyError>>;
  /** From this device, or from the server and then kept here. */
  read(
    owner: AttachmentOwner,
    attachment: Attachment,
  ): Promise<Result<Uint8Array<ArrayBuffer>, DownloadError>>;
  /** Out of a draft, by the draft's key. */
  remove(draftKey: string, id: string): Stored;
  /** One that was refused. */
  sendAgain(id: string): Stored;
  /** By the vendor's people, whose messages are written online: the server has the record that names these. */
  areNamed(ids: readonly string[]): Stored;
  keepDraft(draft: DraftRow): Stored;
}

interface AttachmentsContext {
  readonly db: ClientDatabase;
  readonly session: Session;
  readonly now: Clock;
  /** False while nothing can be written here (SY-2). */
  readonly writes: () => boolean;
  /** Sees what fails. */
  readonly heed: <T, E extends { readonly type: string }>(
    work: Promise<Result<T, E>>,
  ) => Promise<Result<T, E>>;
}

export function createAttachments({ db, session, now, writes, heed }: AttachmentsContext): Attachments {
  const readOnly = err({ type: 'read-only' } as const);
  const guarded = async <T, E extends { readonly type: string }>(work: () => Promise<Result<T, E>>) =>
    writes() ? heed(work()) : readOnly;
  const ask = madeFor(session.userId, (path, init) => fetch(path, init));
  return {
    add: (owner, file) => guarded(() => addAttachment(db, now, owner, file)),
    read: (owner, attachment) => readAttachment(db, ask, now, owner, attachment),
    remove: (draftKey, id) => guarded(() => removeAttachment(db, draftKey, id)),
    sendAgain: (id) => guarded(() => sendAttachmentAgain(db, id)),
    areNamed: (ids) => guarded(() => attachmentsAreNamed(db, ids)),
    keepDraft: (draft) => guarded(() => keepDraft(db, draft)),
  };
}
