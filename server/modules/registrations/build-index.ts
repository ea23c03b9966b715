import { createHash, pbkdf2, randomBytes } from 'node:crypto';
import { promisify } from 'node:util';
import { sql } from 'kysely';
import { buildIndex } from '#shared/domain/deal/registration-index/build-index';
import {
  keyKinds,
  stretchedBytes,
  stretchedText,
  stretchSalt,
  type KeyKind,
} from '#shared/domain/deal/registration-index/index-hashes';
import { newId } from '#shared/lib/ids';
import type { Clock } from '../../clock';
import type { Database, Queries } from '../../db/database';
import type { Job } from '../maintenance/jobs';
import type { PriceBookSource } from '../snapshots/price-book-source';
import { changeAsVendor } from '../vendor-desk/partner-desk';
import { forgetOlderKeys, keepKeys, outdatedCustomers } from './customer-index';

/** OPP-5: what a guess costs; see docs/adr/0018. */
export const indexRounds = 2_000;
const stretchSlowly = promisify(pbkdf2);
const atOnce = 500;

interface IndexContext {
  readonly database: Database;
  readonly books: PriceBookSource;
  readonly clock: Clock;
}

/** Keeps the keys of registered customers up to date, and the partners' indexes when something changed. */
export const registrationJobs = (context: IndexContext): readonly Job[] => [
  { name: 'registration-index', everyMs: 60_000, run: (now) => buildIndexes(context, now) },
];

export async function buildIndexes(context: IndexContext, now: Date): Promise<void> {
  const { database } = context;
  await database.transaction().execute(forgetOlderKeys);
  await bringKeysUpToDate(database);
  await stretchNewKeys(database);
  const live = await liveKeys(database, now.toISOString().slice(0, 10));
  const partners = await database
    .selectFrom('tenant')
    .leftJoin('registration_index_state as state', 'state.partner_id', 'tenant.partner_id')
    .select(['tenant.partner_id as partnerId', 'state.digest'])
    .orderBy('tenant.partner_id')
    .execute();
  for (const { partnerId, digest } of partners) {
    const others = live.filter((key) => key.partner_id !== partnerId);
    const digestNow = digestOf(others);
    if (digestNow !== digest) await writeIndex(context, partnerId, others, digestNow);
  }
}

async function bringKeysUpToDate(queries: Queries): Promise<void> {
  for (;;) {
    const outdated = await outdatedCustomers(queries, atOnce);
    for (const customer of outdated) await keepKeys(queries, customer);
    if (outdated.length < atOnce) return;
  }
}

async function stretchNewKeys(queries: Queries): Promise<void> {
  for (;;) {
    const news = await queries
      .selectFrom('customer_key')
      .select(['kind', 'key'])
      .distinct()
      .where('kind', 'in', keyKinds)
      .where('stretched', 'is', null)
      .limit(atOnce)
      .execute();
    for (const { kind, key } of news) {
      const text = stretchedText(kind as KeyKind, key);
      const bytes = await stretchSlowly(text, stretchSalt, indexRounds, stretchedBytes, 'sha256');
      await queries
        .updateTable('customer_key')
        .set({ stretched: bytes.toString('base64') })
        .where('kind', '=', kind)
        .where('key', '=', key)
        .execute();
    }
    if (news.length < atOnce) return;
  }
}

interface LiveKey {
  readonly kind: KeyKind;
  readonly stretched: string;
  readonly partner_id: string;
}

/** Keys of customers with a registration that waits or protects on `day`, by partner. */
async function liveKeys(queries: Queries, day: string): Promise<LiveKey[]> {
  const { rows } = await sql<LiveKey>`
    select distinct customer_key.kind, customer_key.stretched, request.partner_id
    from record as request
    join customer_key on customer_key.account_id = request.body ->> 'accountId'
    left join record as registration on registration.type = 'dealRegistration'
      and registration.id = request.body ->> 'registrationId' and not registration.deleted
    where request.type = 'registrationRequest' and not request.deleted and customer_key.stretched is not null
      and (request.body ->> 'state' = 'submitted'
        or request.body ->> 'state' = 'granted' and request.body ->> 'ended' is null
          and registration.body ->> 'validUntil' > ${day})
    order by 1, 2, 3`.execute(queries);
  return rows;
}

/** Of what an index is made from, not of when: the same keys make no new one. */
const digestOf = (keys: readonly LiveKey[]): string => {
  const hash = createHash('sha256').update(String(indexRounds));
  for (const text of new Set(keys.map(({ kind, stretched }) => `${kind} ${stretched}`)))
    hash.update(`${text}\n`);
  return hash.digest('hex');
};

async function writeIndex(
  { database, books, clock }: IndexContext,
  partnerId: string,
  others: readonly LiveKey[],
  digest: string,
): Promise<void> {
  const stretched = (kind: KeyKind): Uint8Array[] =>
    others.filter((key) => key.kind === kind).map((key) => Buffer.from(key.stretched, 'base64'));
  await changeAsVendor(database, partnerId, books, clock, async ({ queries, records, now }) => {
    const [before] = await records.all('registrationIndex');
    const record = buildIndex(
      {
        id: before?.id ?? newId(),
        partnerId,
        builtAt: now.toISOString(),
        key: before?.key ?? randomBytes(32).toString('hex'),
        rounds: indexRounds,
      },
      { name: stretched('name'), 'tax-id': stretched('tax-id'), domain: stretched('domain') },
    );
    records.write([{ type: 'registrationIndex', id: record.id, record }]);
    await queries
      .insertInto('registration_index_state')
      .values({ partner_id: partnerId, digest })
      .onConflict((conflict) => conflict.column('partner_id').doUpdateSet({ digest }))
      .execute();
  });
}
