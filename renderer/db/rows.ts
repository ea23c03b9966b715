import type { Attachment } from '#shared/domain/conversation/message';
import type { RecordKey, RecordOf, RecordType } from '#shared/domain/records';
import type { Saw } from '#shared/mutations/mutation';
import type { Rejection } from '#shared/mutations/rejection';
import type { AttachmentOwner } from '#shared/protocol/attachments';
import type { RecordChange } from '#shared/protocol/pull';
import type { Manifest, SnapshotKind } from '#shared/protocol/snapshot';

/** What people see (`value`) and, while work of this device is pending on it, what the server last said (`shadow`). */
export interface RecordRow<T extends RecordType = RecordType> {
  readonly type: T;
  readonly id: string;
  /** null: deleted here by work that is still pending. */
  readonly value: RecordOf<T> | null;
  /** Only while `pending` is not empty; null: the server has no such record. */
  readonly shadow?: RecordOf<T> | null;
  /** The server's version of its record; 0: never came from the server. */
  readonly serverVersion: number;
  /** Outbox entries that wrote the record, oldest first. */
  readonly pending: readonly number[];
}

/** One mutation on its way (SY-2). It stays until a pull confirms it, so that a crash between push and pull loses nothing. */
export interface OutboxRow {
  readonly seq: number;
  readonly clientId: string;
  readonly name: string;
  readonly args: unknown;
  readonly schemaVersion: number;
  readonly businessId: string | null;
  /** SY-3: names this piece of work for ever, in the journal, on the server, under whatever client id and seq it is sent. */
  readonly editId: string;
  /** SY-13. */
  readonly saw: Saw;
  /** Instant by this device's clock; orders nothing (SY-11). */
  readonly capturedAt: string;
  /** `sent`: the server answered that it has it; its effects have not come back yet. */
  readonly state: 'waiting' | 'sent';
  /** Record keys as text, `type:id`. */
  readonly touches: readonly string[];
}

/** SY-13: what a person can make of their version of a record and the server's. */
export type PartedChoice = 'kept-theirs' | 'took-mine' | 'kept-both';

export type Resolution =
  | { readonly how: 'resubmitted'; readonly at: string; readonly seqs: readonly number[] }
  | { readonly how: 'discarded' | PartedChoice; readonly at: string };

/** SY-4: a refused mutation with everything needed to understand it, edit it and send it again. Never deleted. */
export interface AttentionRow {
  readonly id: string;
  readonly clientId: string;
  readonly seq: number;
  readonly name: string;
  readonly args: unknown;
  readonly schemaVersion: number;
  readonly businessId: string | null;
  readonly editId: string;
  readonly saw: Saw;
  readonly capturedAt: string;
  readonly refusedAt: string;
  readonly rejection: Rejection;
  readonly touches: readonly string[];
  /** What the server had of the touched records when the refusal came; null: nothing. */
  readonly serverState: readonly { readonly key: RecordKey; readonly record: unknown }[];
  /** The attention item this one waits with, because it depends on it. */
  readonly parkedWith: string | null;
  /** The last seq captured before the refusal was known here: work up to it was made over this one's effect. */
  readonly knownAfterSeq?: number;
  /** 1 while unresolved (an index cannot hold a boolean). */
  readonly open: 0 | 1;
  readonly resolution: Resolution | null;
}

/**
 * SY-13: a record as this person had it before the server's state, changed elsewhere, took its place. Kept until the person chooses between
 * the two. The refused mutations behind it are attention items with `editIds`.
 */
export interface PartedRow {
  readonly type: RecordType;
  readonly id: string;
  /** What this person's work started from; null: it began here. */
  readonly base: unknown;
  /** With all this person's pending work on it. */
  readonly mine: unknown;
  readonly partedAt: string;
  readonly editIds: readonly string[];
  /** 1 until the person chose. */
  readonly open: 0 | 1;
  /** Choices made before the refusals they are about had come. */
  readonly chosen?: readonly { readonly editId: string; readonly resolution: Resolution }[];
}

/** A page of a pull that is still coming (SY-5). Nothing of it is visible. */
export interface StagedPage {
  readonly page: number;
  /** The cookie the pull started from. */
  readonly from: string | null;
  readonly changes: readonly RecordChange[];
  readonly lastSeq: number;
  readonly lastEditId?: string | null;
  readonly refused: readonly { readonly seq: number; readonly rejection: Rejection }[];
  readonly nextPage: string | null;
  readonly cookie: string;
}

/** A record that this version of the app cannot read, or not in whole; kept as it came (SY-10). */
export interface AsideRow {
  readonly type: string;
  readonly id: string;
  readonly version: number;
  readonly record: unknown;
}

export interface SnapshotRow {
  readonly kind: SnapshotKind;
  readonly id: string;
  readonly version: number;
  readonly manifest: Manifest;
  /** 1 once every chunk is here and verified: the switch to this version (SY-7). */
  readonly complete: 0 | 1;
  /** 1 while the server offers the catalog or book; 0 when only quotes still need it (PRI-1). */
  readonly offered: 0 | 1;
  /** The manifest's JSON just as it was received and verified (SY-7); absent in rows of releases before signatures. */
  readonly signed?: string;
  /** Instant by this device's clock: when the version was found damaged here. The next sync brings again what is missing. */
  readonly damagedAt?: string;
  /** Why the version could not be had, and when it was last tried by this device's clock. */
  readonly refused?: { readonly why: string; readonly at: string };
}

export interface ChunkRow {
  readonly hash: string;
  readonly bytes: Uint8Array;
}

/** Why the server does not take a file, or this device cannot send it. It is not tried again until the person says so. */
export type AttachmentRefusal =
  /** A program. */
  | 'executable'
  | 'too-large'
  /** Other bytes are with the server under its id. */
  | 'id-taken'
  /** The bytes here are not what was attached, or gone. */
  | 'damaged'
  /** They came to the server as others, again and again. */
  | 'changed-on-the-way';

/** OPP-6: a file of a message or an order, on its way or fetched once; its bytes are in a row of their own, so that lists need not read them. */
export interface AttachmentRow extends Attachment {
  /** The record that names it, or will when what is being written is sent. */
  readonly owner: AttachmentOwner;
  /** `waiting`: the bytes are here alone. They stay until they are `sent`, whatever becomes of the record. */
  readonly state: 'waiting' | 'sent' | 'refused';
  /** The server has the record that names it although this device has not: the vendor's people write online. */
  readonly named: boolean;
  readonly refusal: AttachmentRefusal | null;
  /** How often the server got other bytes than were sent. */
  readonly garbled: number;
  /** Instant by this device's clock; orders the queue and nothing else. */
  readonly addedAt: string;
}

export interface AttachmentBytesRow {
  readonly id: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** What was begun to be written in a conversation. */
export interface DraftRow {
  /** `type:id` of what it is about. */
  readonly key: string;
  /** Of the message it becomes: given at the first letter, so that what is sent twice is one message. */
  readonly messageId: string;
  readonly text: string;
  /** People named in it. */
  readonly mentions: readonly { readonly id: string; readonly name: string }[];
  readonly attachments: readonly Attachment[];
}
