import { assertNever } from '#shared/lib/assert-never';
import type { ConversationKey } from '#shared/domain/conversation/message';
import { keyText, type RecordKey, type RecordOf } from '#shared/domain/records';
import type { Queries } from '../../db/database';
import { findRecords } from '../sync/repository';

/** What people call the thing that is talked about. */
export interface Subject {
  readonly partnerId: string;
  readonly subject: string;
  readonly number: string;
}

/** Of each that exists, by its key. */
export async function subjectsOf(
  queries: Queries,
  keys: readonly ConversationKey[],
): Promise<ReadonlyMap<string, Subject>> {
  const rows = await read(queries, keys);
  const accountIds = new Set(rows.map(({ body }) => (body as { accountId?: string }).accountId ?? ''));
  const accounts = await read(
    queries,
    [...accountIds].filter((id) => id !== '').map((id) => ({ type: 'account', id })),
  );
  const names = new Map(accounts.map(({ id, body }) => [id, (body as RecordOf<'account'>).name]));
  const nameOf = (accountId: string | null): string => names.get(accountId ?? '') ?? '';
  return new Map(
    rows.map((row) => [
      keyText(row),
      { partnerId: row.partner_id, ...words(row.type as ConversationKey['type'], row.body, nameOf) },
    ]),
  );
}

async function read(queries: Queries, keys: readonly RecordKey[]) {
  const rows = keys.length === 0 ? [] : await findRecords(queries, keys);
  return rows.filter(({ deleted }) => !deleted);
}

function words(
  type: ConversationKey['type'],
  body: unknown,
  nameOf: (accountId: string | null) => string,
): Omit<Subject, 'partnerId'> {
  switch (type) {
    case 'lead': {
      const { company, number } = body as RecordOf<'lead'>;
      return { subject: company.name, number };
    }
    case 'opportunity':
      return { subject: (body as RecordOf<'opportunity'>).name, number: '' };
    case 'registrationRequest':
      return { subject: nameOf((body as RecordOf<'registrationRequest'>).accountId), number: '' };
    case 'quote': {
      const { accountId, number } = body as RecordOf<'quote'>;
      return { subject: nameOf(accountId), number };
    }
    case 'order': {
      const { accountId, vendorOrderNumber, quoteNumber } = body as RecordOf<'order'>;
      return { subject: nameOf(accountId), number: vendorOrderNumber ?? quoteNumber };
    }
    default:
      return assertNever(type);
  }
}
