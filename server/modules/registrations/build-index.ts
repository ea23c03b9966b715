import type { Queries } from '../../db/database';
import type { Job } from '../maintenance/jobs';
import { forgetOlderKeys, keepKeys, outdatedCustomers } from './customer-index';
import { digests, liveKeys, standOf } from './live-keys';
import { stretchNewKeys } from './stretch-keys';
import { writeIndex, type IndexContext } from './write-index';

const atOnce = 500;

/** Keeps the keys of registered customers up to date, and the partners' indexes when something changed. */
export const registrationJobs = (context: IndexContext): readonly Job[] => [
  {
    name: 'registration-index',
    everyMs: 60_000,
    run: (now, stopping) => buildIndexes(context, now, stopping),
  },
];

/** Where it is kept what all indexes were made from last. */
const builtFrom = 'registration-indexes-of';

/** OPP-5: brings every partner's index up to date that is to be written again; see `isDue`. When nothing changed that is two small queries. */
export async function buildIndexes(context: IndexContext, now: Date, stopping?: AbortSignal): Promise<void> {
  const { database } = context;
  await database.transaction().execute(forgetOlderKeys);
  const day = now.toISOString().slice(0, 10);
  // Before anything is read: what is written meanwhile is seen the next time.
  const stand = await standOf(database, day);
  if (stand === (await settingOf(database, builtFrom))) return;
  await bringKeysUpToDate(database);
  await stretchNewKeys(database, stopping);
  const partners = await indexStates(database);
  const due = partners.filter((state) => isDue(state, now));
  if (due.length === 0 || stopping?.aborted) return;
  const live = await liveKeys(database, day);
  const digestOf = digests(
    live,
    partners.map(({ partnerId }) => partnerId),
  );
  for (const { partnerId, digest } of due) {
    if (stopping?.aborted) return;
    const now = digestOf.get(partnerId) ?? '';
    const others = live.filter((key) => key.partner_id !== partnerId);
    if (now !== digest) await writeIndex(context, partnerId, others, now);
  }
  if (due.length === partners.length) await keepSetting(database, builtFrom, stand);
}

async function bringKeysUpToDate(queries: Queries): Promise<void> {
  for (;;) {
    const outdated = await outdatedCustomers(queries, atOnce);
    for (const customer of outdated) await keepKeys(queries, customer);
    if (outdated.length < atOnce) return;
  }
}

interface IndexState {
  readonly partnerId: string;
  /** Null: it has none yet. */
  readonly digest: string | null;
  readonly builtAt: Date | null;
  readonly bytes: number | null;
}

const indexStates = (queries: Queries): Promise<IndexState[]> =>
  queries
    .selectFrom('tenant')
    .leftJoin('registration_index_state as state', 'state.partner_id', 'tenant.partner_id')
    .select(['tenant.partner_id as partnerId', 'state.digest', 'state.built_at as builtAt', 'state.bytes'])
    .orderBy('tenant.partner_id')
    .execute();

/** An index below this size is sent again with every change; all of it is, so that a large one waits for more of them. */
const small = 4_000;
/** What the indexes of one partner may cost each of its devices. */
const bytesADay = 4_000_000;

/** Whether a partner's index may be written again: not so often that its devices receive more than `bytesADay`. */
function isDue({ builtAt, bytes }: IndexState, now: Date): boolean {
  if (builtAt === null || bytes === null || bytes < small) return true;
  return now.getTime() - builtAt.getTime() >= (bytes / bytesADay) * 86_400_000;
}

async function settingOf(queries: Queries, key: string): Promise<string | undefined> {
  const row = await queries.selectFrom('setting').select('value').where('key', '=', key).executeTakeFirst();
  return row?.value;
}

const keepSetting = (queries: Queries, key: string, value: string): Promise<unknown> =>
  queries
    .insertInto('setting')
    .values({ key, value })
    .onConflict((conflict) => conflict.column('key').doUpdateSet({ value }))
    .execute();
