// Measures the duplicate check and the partners' indexes (OPP-4, OPP-5) on a real PostgreSQL and prints the figures: npx tsx test/bench/registrations-bench.ts [registrations] [partners]
import { createHash } from 'node:crypto';
import { performance } from 'node:perf_hooks';
import { gzipSync } from 'node:zlib';
import { sql } from 'kysely';
import { openPostgres, type Database } from '../../server/db/database';
import { startTemporaryPostgres } from '../../server/db/temporary-postgres.test-kit';
import { buildIndexes } from '../../server/modules/registrations/build-index';
import { likelyCustomers, readingOf } from '../../server/modules/registrations/customer-index';
import { findDuplicates } from '../../server/modules/registrations/find-duplicates';
import { registerMany } from '../../server/modules/registrations/many-registrations.test-kit';
import { priceBookSource } from '../../server/modules/snapshots/price-book-source';
import { randomFrom } from '../../server/seed/random';
import { manyCustomers } from './many-customers';

const [registrations = 50_000, partners = 20] = process.argv.slice(2).map(Number);
const day = '2026-03-10';
const customers = manyCustomers(registrations, partners, randomFrom('customers'));
const postgres = await startTemporaryPostgres();
try {
  const database = await openPostgres(postgres.url);
  try {
    await fill(database);
    await measureCheck(database);
    await measureIndexes(database);
  } finally {
    await database.destroy();
  }
} finally {
  await postgres.stop();
}

async function fill(database: Database): Promise<void> {
  const ids = Array.from({ length: partners }, (_, at) => `partner-${at}`);
  await database
    .insertInto('tenant')
    .values(ids.map((id) => ({ partner_id: id, name: id, version: 1, tombstones_from: 0 })))
    .execute();
  await registerMany(database, customers);
  // The slow part of each hash is made once in a customer's life: measured by itself, not waited for here.
  await sql`update customer_key set stretched = encode(substr(sha256((kind || key)::bytea), 1, 16), 'base64')
    where kind <> 'near'`.execute(database);
  await sql`analyze`.execute(database);
}

/** Of registered customers written with a slip, and of free ones; the floor reads as many customers by their ids. */
async function measureCheck(database: Database): Promise<void> {
  const random = randomFrom('asked');
  const asked = Array.from({ length: 60 }, (_, at) => {
    const like = random.pick(customers);
    const name = at % 2 === 0 ? `${like.name.slice(0, 4)}${like.name.slice(5)}` : like.name.toUpperCase();
    return { ...like, id: `asked-${at}`, partnerId: 'partner-0', name, taxId: '', website: '' };
  });
  const request = { id: 'asked', families: [] };
  const [checks, floors, counts, holds]: number[][] = [[], [], [], []];
  for (const account of asked) {
    const likely = await likelyCustomers(database, account.id, readingOf(account));
    counts?.push(likely.length);
    const ids = likely.map(({ id }) => id);
    const held = longestHold();
    checks?.push(await timed(() => findDuplicates(database, request, account, day)));
    holds?.push(held());
    floors?.push(
      await timed(() =>
        sql`select body from record where type = 'account' and id = any(${sql.val(ids)}::text[])`.execute(
          database,
        ),
      ),
    );
  }
  print('compared customers', counts ?? [], 'customers');
  print('duplicate check', checks ?? [], 'ms', floors ?? [], 'read as many customers by id');
  print('longest hold of the event loop', holds ?? [], 'ms');
}

async function measureIndexes(database: Database): Promise<void> {
  const books = priceBookSource({
    read: () => Promise.reject(new Error('No book is read here')),
  } as unknown as Parameters<typeof priceBookSource>[0]);
  const at = (time: string) => new Date(`${day}T${time}.000Z`);
  const build = (now: Date) => buildIndexes({ database, books, clock: () => now }, now);
  const select = () => sql`select 1`.execute(database);
  print('first build of all indexes', [await timed(() => build(at('08:00:00')))], 'ms');
  const nothing = [];
  for (let minute = 1; minute < 6; minute += 1)
    nothing.push(await timed(() => build(at(`08:0${minute}:00`))));
  const floor = [];
  for (let time = 0; time < 5; time += 1) floor.push(await timed(select));
  print('a build when nothing changed', nothing, 'ms', floor, 'one query');

  const [one] = customers;
  await registerMany(database, [
    {
      ...one,
      id: 'account-new',
      partnerId: 'partner-1',
      name: 'Brzezina Nadolna',
      taxId: '5250001009',
    } as typeof one & object,
  ]);
  await sql`update record set version = 2 where id = 'account-new' or body ->> 'accountId' = 'account-new'`.execute(
    database,
  );
  await sql`update registered_customer set account_version = 2 where account_id = 'account-new'`.execute(
    database,
  );
  const held = longestHold();
  const rebuilt = await timed(() => build(at('18:00:00')));
  const hold = held();
  const { rows } = await sql<{
    stretched: string;
  }>`select stretched from customer_key where stretched is not null`.execute(database);
  const hashed = await timed(() => {
    for (let partner = 1; partner < partners; partner += 1)
      for (const { stretched } of rows) createHash('sha256').update(stretched).digest();
    return Promise.resolve();
  });
  print(
    'a build after one more registration',
    [rebuilt],
    'ms',
    [hashed],
    'one SHA-256 of each hash in all indexes',
  );
  print('longest hold of the event loop', [hold], 'ms');
  const index = await database
    .selectFrom('record')
    .select('body')
    .where('type', '=', 'registrationIndex')
    .executeTakeFirstOrThrow();
  const text = JSON.stringify(index.body);
  print('index of one partner', [text.length / 1_000], 'kB');
  print('index of one partner, compressed', [gzipSync(text).length / 1_000], 'kB');
}

async function timed(run: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await run();
  return performance.now() - started;
}

/** How long at most nothing else could be done, from now until asked. */
function longestHold(): () => number {
  let longest = 0;
  let last = performance.now();
  const timer = setInterval(() => {
    longest = Math.max(longest, performance.now() - last - 1);
    last = performance.now();
  }, 1);
  return () => {
    clearInterval(timer);
    return Math.max(longest, performance.now() - last - 1);
  };
}

function print(
  what: string,
  values: readonly number[],
  unit: string,
  floors: readonly number[] = [],
  floor = '',
): void {
  const [median, late] = [quantile(values, 0.5), quantile(values, 0.95)];
  const beside =
    floors.length === 0
      ? ''
      : `  ${(median / quantile(floors, 0.5)).toFixed(1)} times: ${floor} (${quantile(floors, 0.5).toFixed(2)} ms)`;
  console.log(
    `${what.padEnd(38)}${median.toFixed(2).padStart(12)}${late.toFixed(2).padStart(12)} ${unit.padEnd(10)}${beside}`,
  );
}

function quantile(values: readonly number[], share: number): number {
  return (
    values.toSorted((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))] ??
    Number.NaN
  );
}
