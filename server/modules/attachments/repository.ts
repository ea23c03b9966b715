import type { Selectable } from 'kysely';
import type { Attachment } from '#shared/domain/conversation/message';
import type { RecordOf } from '#shared/domain/records';
import type { AttachmentOwner } from '#shared/protocol/attachments';
import type { Queries } from '../../db/database';
import type { AttachmentTable } from '../../db/schema';

export interface Named {
  readonly partnerId: string;
  readonly attachment: Attachment;
}

/** What the record says of the attachment, and whose record it is; undefined when there is no such record or it names no such attachment. */
export async function findNamed(
  queries: Queries,
  { type, id }: AttachmentOwner,
  attachmentId: string,
): Promise<Named | undefined> {
  const row = await queries
    .selectFrom('record')
    .select(['partner_id', 'body'])
    .where('type', '=', type)
    .where('id', '=', id)
    .where('deleted', '=', false)
    .executeTakeFirst();
  if (!row) return undefined;
  const attachment = attachmentsOf(type, row.body).find((each) => each.id === attachmentId);
  return attachment && { partnerId: row.partner_id, attachment };
}

function attachmentsOf(type: AttachmentOwner['type'], body: unknown): readonly Attachment[] {
  return type === 'message'
    ? (body as RecordOf<'message'>).attachments
    : ((body as RecordOf<'order'>).documents ?? []);
}

export type StoredRow = Omit<Selectable<AttachmentTable>, 'bytes'>;

/** Everything but the bytes. */
export const findStored = (queries: Queries, partnerId: string, id: string): Promise<StoredRow | undefined> =>
  queries
    .selectFrom('attachment')
    .select(['partner_id', 'id', 'uploaded_by', 'size', 'sha256', 'media_type', 'received_at'])
    .where('partner_id', '=', partnerId)
    .where('id', '=', id)
    .executeTakeFirst();

export async function readBytes(
  queries: Queries,
  partnerId: string,
  id: string,
): Promise<Buffer | undefined> {
  const row = await queries
    .selectFrom('attachment')
    .select('bytes')
    .where('partner_id', '=', partnerId)
    .where('id', '=', id)
    .executeTakeFirst();
  return row && Buffer.from(row.bytes.buffer, row.bytes.byteOffset, row.bytes.byteLength);
}

/** Keeps it unless one of that id is kept: the same bytes sent twice at once are one. */
export const keepBytes = async (queries: Queries, row: Selectable<AttachmentTable>): Promise<void> => {
  await queries
    .insertInto('attachment')
    .values(row)
    .onConflict((conflict) => conflict.columns(['partner_id', 'id']).doNothing())
    .execute();
};
