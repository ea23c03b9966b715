import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { anAccount } from '#shared/domain/quote/quote.test-kit';
import { newId } from '#shared/lib/ids';
import { databaseKinds } from '../../db/test-databases.test-kit';
import { patchOf, startTestServer, type TestServer } from '../../test-vendor.test-kit';
import { recordView } from '../sync/record-view';
import { lockTenant, setTenantVersion } from '../sync/repository';
import { collect } from './collect';
import { beginNewEpoch } from './new-epoch';

const march = new Date('2026-03-10T10:00:00Z');
const june = new Date('2026-06-10T10:00:00Z');
const december = new Date('2026-12-10T10:00:00Z');

describe.each(databaseKinds)('what is collected on %s', (kind) => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer(kind);
  });
  afterAll(() => server.close());

  const write = (ids: readonly string[], what: 'make' | 'delete', now: Date) =>
    server.database.transaction().execute(async (queries) => {
      const version = (await lockTenant(queries, 'partner-1')) + 1;
      const view = recordView(queries, 'partner-1', now);
      view.write(
        ids.map((id) => ({ type: 'account', id, record: what === 'make' ? anAccount({ id }) : null })),
      );
      await view.flush(version);
      await setTenantVersion(queries, 'partner-1', version);
    });
  const tombstones = async () => {
    const rows = await server.database
      .selectFrom('record')
      .select('id')
      .where('deleted', '=', true)
      .execute();
    return rows.map(({ id }) => id).toSorted((a, b) => (a < b ? -1 : 1));
  };

  it('SY-6 a device away for months starts over, keeps its queue and ends where everybody is', async () => {
    await write(['early', 'late', 'kept'], 'make', march);
    const away = await server.signIn('rep-1');
    const { cookie: old } = patchOf(await away.pull());
    const { partnerId: _p, ownerId: _o, createdAt: _c, updatedAt: _u, ...account } = anAccount();
    const waiting = away.next('createAccount', { ...account, id: newId(), name: 'Made on the road' });

    await write(['early'], 'delete', march);
    const between = patchOf(await (await server.signIn('rep-1')).pull()).cookie;
    await write(['late'], 'delete', june);
    const tombstonesBefore = new Date('2026-06-01T00:00:00Z');
    expect(await collect(server.database, { tombstonesBefore, now: march })).toMatchObject({ tombstones: 1 });
    expect(await tombstones()).toEqual(['late']);
    // Who saw that deletion goes on as before, and misses no later one.
    const { changes } = patchOf(await away.pull({ cookie: between }));
    expect(changes).toMatchObject([{ id: 'late', record: null }]);

    expect(await away.pull({ cookie: old })).toEqual({ kind: 'reset' });
    expect(await away.push(waiting)).toEqual({ lastSeq: 1, refused: [] });
    const whole = async () => patchOf(await (await server.signIn('rep-1')).pull()).changes;
    const mine = patchOf(await away.pull()).changes;
    expect(mine).toEqual(await whole());
    const ids = mine.map(({ id }) => id);
    expect(ids).toEqual(expect.arrayContaining(['kept', (waiting.args as { id: string }).id]));
    expect(ids).not.toContain('early');
  });

  it('SY-6 after a restored backup no cookie from before counts, though its version is reached again', async () => {
    const device = await server.signIn('rep-1');
    const { cookie } = patchOf(await device.pull());
    await beginNewEpoch(server.database);
    expect(await device.pull({ cookie })).toEqual({ kind: 'reset' });
  });

  it('ends what is left of sessions, and nothing of those that are open', async () => {
    const device = await server.signIn('rep-1');
    server.setClock(december.toISOString());
    const open = await server.signIn('rep-1');
    const collected = await collect(server.database, { tombstonesBefore: march, now: december });
    expect(collected?.sessions).toBeGreaterThan(0);
    expect((await open.ask('GET', '/api/v1/session')).status).toBe(200);
    server.setClock(march.toISOString());
    expect((await device.ask('GET', '/api/v1/session')).status).toBe(401);
  });

  it.runIf(kind === 'PostgreSQL')('is done by one server at a time', async () => {
    await server.database.transaction().execute(async (queries) => {
      await sql`select pg_advisory_xact_lock(hashtext('fieldquote collect'))`.execute(queries);
      expect(await collect(server.database, { tombstonesBefore: december, now: march })).toBeUndefined();
    });
    expect(await collect(server.database, { tombstonesBefore: december, now: march })).toBeDefined();
  });
});
