import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { aBook, anAccount, anAgreement, aPartner } from '#shared/domain/quote/quote.test-kit';
import { aLead } from '#shared/mutations/partner-day.test-kit';
import type { Session } from '#shared/protocol/session';
import { snapshotFolder } from '../../server/app';
import { openPostgres, type Database } from '../../server/db/database';
import { folderChunkStore, type ChunkStore } from '../../server/modules/snapshots/chunk-store';
import { publishCatalog, publishPriceBook } from '../../server/modules/snapshots/publish';
import { lockTenant, setTenantVersion, writeRecords } from '../../server/modules/sync/repository';
import { FaultProxy } from './fault-proxy';
import { catalogId, entriesOf, products } from './price-list';
import { Replica } from './replica';
import { watchServer } from './server-log';

/** What a schedule has for itself: two partners and their people, on the database that all schedules share. */
export interface Tenants {
  readonly prefix: string;
  /** The partner most of the schedule is about. */
  readonly partnerId: string;
  readonly strangerId: string;
  /** A rep and the manager of the one partner, then the other's rep. */
  readonly people: readonly Session[];
  readonly bookId: string;
}

/** The server's clock stands still. */
export const serverTime = '2026-03-10T10:00:00.000Z';
/** When the seeded leads of each partner had to be answered by: the last comes too late, whoever accepts it. */
const answeredBy = ['2026-03-11T10:00:00.000Z', '2026-03-12T10:00:00.000Z', '2026-03-10T09:59:59.000Z'];
const replicas = 2;
/** Small, so that patches come in pages. */
const recordsPerPage = 4;

/** The vendor's side: replicas over one PostgreSQL, behind the proxy. */
export class Vendor {
  #schedules = 0;
  readonly #run = randomBytes(3).toString('hex');

  private constructor(
    readonly database: Database,
    readonly proxy: FaultProxy,
    readonly replicas: readonly Replica[],
    private readonly chunks: ChunkStore,
    private readonly remove: () => Promise<void>,
  ) {}

  /** On a database of its own in the PostgreSQL at `postgresUrl`. */
  static async start(postgresUrl: string): Promise<Vendor> {
    const name = `chaos_${randomUUID().replaceAll('-', '')}`;
    await onServer(postgresUrl, `create database ${name}`);
    const url = new URL(postgresUrl);
    url.pathname = `/${name}`;
    const database = await openPostgres(url.href, { poolSize: 4 });
    await watchServer(database);
    const dataDir = await mkdtemp(join(tmpdir(), 'fieldquote-chaos-'));
    const chunks = folderChunkStore(snapshotFolder(dataDir));
    const clock = (): Date => new Date(serverTime);
    await database
      .transaction()
      .execute((queries) => publishCatalog(queries, chunks, { id: catalogId, products }, clock()));
    const options = { dataDir, rendererDir: join(dataDir, 'renderer'), clock, recordsPerPage };
    const servers = Array.from(
      { length: replicas },
      (_, at) => new Replica(url.href, options, database, `chaos-${String(at)}`),
    );
    const proxy = new FaultProxy(servers);
    await proxy.listen();
    return new Vendor(database, proxy, servers, chunks, async () => {
      await proxy.close();
      for (const server of servers) await server.close();
      await database.destroy();
      await onServer(postgresUrl, `drop database ${name} with (force)`);
      await rm(dataDir, { recursive: true, force: true });
    });
  }

  close(): Promise<void> {
    return this.remove();
  }

  async newTenants(): Promise<Tenants> {
    this.#schedules += 1;
    const prefix = `${this.#run}-${String(this.#schedules)}`;
    const [partnerId, strangerId, bookId] = [`${prefix}-p`, `${prefix}-s`, `${prefix}-book`];
    const people = [
      person(`${prefix}-rep`, partnerId, 'rep'),
      person(`${prefix}-manager`, partnerId, 'manager'),
      person(`${prefix}-stranger`, strangerId, 'rep'),
    ];
    const partners = [partnerId, strangerId];
    await this.database.transaction().execute(async (queries) => {
      await queries
        .insertInto('tenant')
        .values(partners.map((id) => ({ partner_id: id, name: id, version: 1, tombstones_from: 0 })))
        .execute();
      await queries
        .insertInto('user_account')
        .values(
          people.map(({ userId, email, name, role, language, ...session }) => ({
            user_id: userId,
            partner_id: session.partnerId,
            email,
            name,
            role,
            language,
            password_hash: '',
          })),
        )
        .execute();
      const records = [
        ...partners.map((id) => ({ type: 'partner' as const, record: aPartner({ id, partnerId: id }) })),
        ...people.map(({ userId, partnerId, name, email, role }) => ({
          type: 'person' as const,
          record: { id: userId, partnerId, name, email, role, phone: '' },
        })),
        ...partners.map((id) => ({
          type: 'account' as const,
          record: anAccount({ id: `${id}-account`, partnerId: id, ownerId: people[0]?.userId ?? '' }),
        })),
        ...partners.flatMap((id) =>
          answeredBy.map((acceptBy, at) => ({
            type: 'lead' as const,
            record: aLead({ id: `${id}-lead-${String(at)}`, partnerId: id, acceptBy }),
          })),
        ),
      ];
      await writeRecords(
        queries,
        records.map(({ type, record }) => ({
          type,
          id: record.id,
          partner_id: record.partnerId,
          version: 1,
          deleted: false,
          body: JSON.stringify(record),
        })),
      );
    });
    const tenants = { prefix, partnerId, strangerId, people, bookId };
    await this.publishBook(tenants, 1);
    return tenants;
  }

  /** The next version of the partner's book; `version` says how many there have been. */
  async publishBook({ bookId, partnerId, strangerId }: Tenants, version: number): Promise<void> {
    const { version: _version, publishedAt: _publishedAt, ...header } = aBook({ bookId, catalogId }).header;
    const book = { header, entries: entriesOf(version), partnerIds: [partnerId, strangerId] };
    await this.database
      .transaction()
      .execute((queries) => publishPriceBook(queries, this.chunks, book, new Date(serverTime)));
  }

  /** Signs somebody in without a password; returns the session's token. */
  async signIn(userId: string): Promise<string> {
    const token = randomBytes(32).toString('base64url');
    await this.database
      .insertInto('session')
      .values({
        token_hash: createHash('sha256').update(token).digest('hex'),
        user_id: userId,
        created_at: new Date(serverTime),
        expires_at: new Date('2036-03-10T10:00:00.000Z'),
      })
      .execute();
    return token;
  }

  /** The session ends on the server: expired, or signed out elsewhere. */
  async endSessions(userId: string): Promise<void> {
    await this.database.deleteFrom('session').where('user_id', '=', userId).execute();
  }

  /** The vendor gives the partner another agreement. */
  async grant({ partnerId }: Tenants): Promise<void> {
    const agreement = anAgreement({ id: randomUUID(), partnerId, discounts: [] });
    await this.#write(partnerId, [{ id: agreement.id, body: agreement }]);
  }

  /** And takes the oldest one back. */
  async withdraw({ partnerId }: Tenants): Promise<void> {
    const agreements = await this.database
      .selectFrom('record')
      .select('id')
      .where('partner_id', '=', partnerId)
      .where('type', '=', 'agreement')
      .where('deleted', '=', false)
      .orderBy('version')
      .limit(1)
      .execute();
    await this.#write(
      partnerId,
      agreements.map(({ id }) => ({ id, body: null })),
    );
  }

  async #write(partnerId: string, rows: readonly { readonly id: string; readonly body: unknown }[]) {
    if (rows.length === 0) return;
    await this.database.transaction().execute(async (queries) => {
      const version = (await lockTenant(queries, partnerId)) + 1;
      await writeRecords(
        queries,
        rows.map(({ id, body }) => ({
          type: 'agreement' as const,
          id,
          partner_id: partnerId,
          version,
          deleted: body === null,
          body: JSON.stringify(body),
        })),
      );
      await setTenantVersion(queries, partnerId, version);
    });
  }

  /** SY-6: tombstones up to now are forgotten; older cookies get `reset`. */
  async forgetTombstones(partnerId: string): Promise<void> {
    await this.database
      .updateTable('tenant')
      .set((update) => ({ tombstones_from: update.ref('version') }))
      .where('partner_id', '=', partnerId)
      .execute();
    await this.database
      .deleteFrom('record')
      .where('partner_id', '=', partnerId)
      .where('deleted', '=', true)
      .execute();
  }
}

const person = (userId: string, partnerId: string, role: 'rep' | 'manager'): Session => ({
  userId,
  partnerId,
  name: userId,
  email: `${userId}@example.com`,
  role,
  language: 'en',
  partnerName: partnerId,
});

async function onServer(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
