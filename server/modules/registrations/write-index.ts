import { createHmac, randomBytes } from 'node:crypto';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { RegistrationIndex } from '#shared/domain/deal/registration-index';
import { hashLists } from '#shared/domain/deal/registration-index/hash-lists';
import type { KeyKind } from '#shared/domain/deal/registration-index/index-hashes';
import { newId } from '#shared/lib/ids';
import type { Clock } from '../../clock';
import type { Database, Queries } from '../../db/database';
import type { PriceBookSource } from '../snapshots/price-book-source';
import { recordsOfType } from '../sync/repository';
import { changeAsVendor } from '../vendor-desk/partner-desk';
import type { LiveKey } from './live-keys';
import { indexRounds } from './stretch-keys';

export interface IndexContext {
  readonly database: Database;
  readonly books: PriceBookSource;
  readonly clock: Clock;
}

/** As many as are sealed before others have their turn: a few milliseconds. */
const atOnce = 500;

/** Writes a partner's index of these keys, unless that changes nothing in it. It is made before the partner's lock is taken. */
export async function writeIndex(
  { database, books, clock }: IndexContext,
  partnerId: string,
  keys: readonly LiveKey[],
  digest: string,
): Promise<void> {
  const before = await indexOf(database, partnerId);
  const key = before?.key ?? randomBytes(32).toString('hex');
  const lists = hashLists(await sealAll(keys, key));
  await changeAsVendor(database, partnerId, books, clock, async ({ queries, records, now }) => {
    const isKnown =
      before?.rounds === indexRounds &&
      before.bytes === lists.bytes &&
      before.names === lists.names &&
      before.taxIds === lists.taxIds &&
      before.domains === lists.domains;
    const size = lists.names.length + lists.taxIds.length + lists.domains.length;
    const built = { digest, bytes: size, ...(isKnown ? {} : { built_at: now }) };
    await queries
      .insertInto('registration_index_state')
      .values({ partner_id: partnerId, built_at: now, ...built })
      .onConflict((conflict) => conflict.column('partner_id').doUpdateSet(built))
      .execute();
    if (isKnown) return;
    const record: RegistrationIndex = {
      id: before?.id ?? newId(),
      partnerId,
      builtAt: now.toISOString(),
      key,
      rounds: indexRounds,
      ...lists,
    };
    records.write([{ type: 'registrationIndex', id: record.id, record }]);
  });
}

async function indexOf(queries: Queries, partnerId: string): Promise<RegistrationIndex | undefined> {
  const [row] = await recordsOfType(queries, partnerId, 'registrationIndex');
  return row?.body as RegistrationIndex | undefined;
}

/** The same as `sealed`, some ten times as fast. */
async function sealAll(keys: readonly LiveKey[], partnerKey: string): Promise<Record<KeyKind, Uint8Array[]>> {
  const all: Record<KeyKind, Uint8Array[]> = { name: [], 'tax-id': [], domain: [] };
  const secret = Buffer.from(partnerKey, 'hex');
  for (const [at, { kind, stretched }] of keys.entries()) {
    if (at % atOnce === atOnce - 1) await nextTurn();
    all[kind].push(createHmac('sha256', secret).update(stretched, 'base64').digest());
  }
  return all;
}
