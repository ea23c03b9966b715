import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { EditConflict } from '#shared/domain/deal/edit-conflict';
import { recordTypes } from '#shared/domain/records';
import { newId } from '#shared/lib/ids';
import type { RecordChange } from '#shared/protocol/pull';
import { anAccount } from '#shared/domain/quote/quote.test-kit';
import { databaseKinds } from '../../db/test-databases.test-kit';
import { patchOf, startTestServer, type TestDevice, type TestServer } from '../../test-vendor.test-kit';
import { lockTenant, setTenantVersion, writeRecords } from './repository';

describe.each(databaseKinds)('pull on %s', (kind) => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer(kind);
  });
  afterAll(() => server.close());

  /** Writes accounts as one push would, under one new version. Null deletes. */
  const write = (accounts: Readonly<Record<string, string | null>>) =>
    server.database.transaction().execute(async (queries) => {
      const version = (await lockTenant(queries, 'partner-1')) + 1;
      const rows = Object.entries(accounts).map(([id, name]) => ({
        type: 'account' as const,
        id,
        partner_id: 'partner-1',
        version,
        deleted: name === null,
        body: JSON.stringify(name === null ? null : anAccount({ id, name })),
      }));
      await writeRecords(queries, rows);
      await setTenantVersion(queries, 'partner-1', version);
    });
  const names = (changes: readonly RecordChange[]) =>
    changes.map(({ id, record }) => [id, (record as { name: string } | null)?.name ?? null]);
  const cookieNow = async (device: TestDevice) => {
    let answer = patchOf(await device.pull());
    while (answer.nextPage !== null) answer = patchOf(await device.pull({ page: answer.nextPage }));
    return answer.cookie;
  };

  it('SY-5 a new device gets everything of its partner and nothing of another', async () => {
    const device = await server.signIn('rep-1');
    const { changes, nextPage } = patchOf(await device.pull());
    expect(nextPage).toBeNull();
    expect(changes.map(({ type, id }) => `${type}:${id}`).toSorted()).toEqual([
      'account:account-1',
      'agreement:agreement-1',
      'partner:partner-1',
      'person:manager-1',
      'person:rep-1',
    ]);
    const vendor = await server.signIn('channel-1');
    expect(patchOf(await vendor.pull()).changes.map(({ id }) => id)).toEqual(['admin-1', 'channel-1']);
  });

  it('SY-5 then only what changed since the cookie, deletions included', async () => {
    const device = await server.signIn('rep-1');
    const before = await cookieNow(device);
    await write({ a: 'first', b: 'first' });
    await write({ a: null, b: 'second' });
    const { changes, cookie } = patchOf(await device.pull({ cookie: before }));
    expect(names(changes)).toEqual([
      ['a', null],
      ['b', 'second'],
    ]);
    expect(patchOf(await device.pull({ cookie })).changes).toEqual([]);
    const fresh = await server.signIn('rep-1');
    expect(patchOf(await fresh.pull()).changes.some(({ id }) => id === 'a')).toBe(false);
  });

  it('SY-5 says how far each device of the person is, and no colleague’s', async () => {
    const [laptop, desk] = [await server.signIn('manager-1'), await server.signIn('manager-1')];
    const rep = await server.signIn('rep-1');
    const edit = { id: 'account-1', changes: { city: 'Sopot' } };
    await laptop.push(laptop.next('editAccount', edit));
    await desk.push(desk.next('editAccount', edit), desk.next('editAccount', edit));
    await rep.push(rep.next('editAccount', edit));
    const { lastSeqs } = patchOf(await laptop.pull());
    expect(lastSeqs).toEqual({ [laptop.clientId]: 1, [desk.clientId]: 2 });
  });

  it('SY-5 pages applied in order are the state at the last page, whatever is written meanwhile', async () => {
    const device = await server.signIn('rep-1');
    const before = await cookieNow(device);
    const many = Array.from({ length: 1_100 }, (_, index) => `many-${index}`);
    await write(Object.fromEntries(many.map((id) => [id, 'first'])));

    const first = patchOf(await device.pull({ cookie: before }));
    expect(first.changes).toHaveLength(500);
    // A page in the middle says nothing that could be taken for the end.
    expect(first).toMatchObject({ cookie: before, lastSeqs: {}, refused: [] });
    const early = first.changes[0]?.id ?? '';
    const late = many.find((id) => !first.changes.some((change) => change.id === id)) ?? '';
    await write({ [early]: 'changed', [late]: 'changed', new: 'made meanwhile' });

    const state = new Map(names(first.changes) as [string, string | null][]);
    let page = first;
    while (page.nextPage !== null) {
      page = patchOf(await device.pull({ cookie: before, page: page.nextPage }));
      for (const [id, name] of names(page.changes) as [string, string | null][]) state.set(id, name);
    }
    expect(state.size).toBe(1_101);
    expect([state.get(early), state.get(late), state.get('new')]).toEqual([
      'changed',
      'changed',
      'made meanwhile',
    ]);
    expect(patchOf(await device.pull({ cookie: page.cookie })).changes).toEqual([]);
  });

  it('SY-6 answers reset to a cookie it cannot continue from', async () => {
    const device = await server.signIn('rep-1');
    const other = await server.signIn('rep-2');
    const cookie = await cookieNow(device);
    const elsewhere = await startTestServer(kind);
    const foreign = await cookieNow(await elsewhere.signIn('rep-1'));
    await elsewhere.close();
    for (const useless of [foreign, await cookieNow(other), 'nonsense', '']) {
      expect(await device.pull({ cookie: useless })).toEqual({ kind: 'reset' });
    }
    expect(await device.pull({ cookie, page: 'nonsense' })).toEqual({ kind: 'reset' });

    await write({ gone: 'soon' });
    const { version } = await server.database
      .selectFrom('tenant')
      .select('version')
      .where('partner_id', '=', 'partner-1')
      .executeTakeFirstOrThrow();
    await server.database
      .updateTable('tenant')
      .set({ tombstones_from: version })
      .where('partner_id', '=', 'partner-1')
      .execute();
    expect(await device.pull({ cookie })).toEqual({ kind: 'reset' });
    expect(patchOf(await device.pull({ cookie: await cookieNow(device) })).changes).toEqual([]);
  });

  it('SY-5 a database restored from a backup answers reset to a cookie of its lost future', async () => {
    const device = await server.signIn('rep-2');
    const before = await cookieNow(device);
    await device.push(device.next('editAccount', { id: 'account-2', changes: { city: 'Brzeg' } }));
    const after = await cookieNow(device);
    await server.database
      .updateTable('tenant')
      .set({ version: 1 })
      .where('partner_id', '=', 'partner-2')
      .execute();
    expect(await device.pull({ cookie: after })).toEqual({ kind: 'reset' });
    expect((await device.pull({ cookie: before })).kind).toBe('patch');
  });

  it('SY-5 a page belongs to the pull it came with: continued from another cookie, it would leave a hole', async () => {
    const device = await server.signIn('rep-1');
    const before = await cookieNow(device);
    await write(Object.fromEntries(Array.from({ length: 501 }, (_, at) => [`hole-${at}`, 'x'])));
    const { nextPage: page } = patchOf(await device.pull({ cookie: before }));
    expect(await device.pull({ cookie: null, page })).toEqual({ kind: 'reset' });
    expect(await device.pull({ cookie: await cookieNow(device), page })).toEqual({ kind: 'reset' });
    expect((await device.pull({ cookie: before, page })).kind).toBe('patch');
  });

  it('SY-6 a pull in pages starts over when tombstones of what it was sent may be gone', async () => {
    const device = await server.signIn('rep-1');
    await write(Object.fromEntries(Array.from({ length: 501 }, (_, at) => [`aged-${at}`, 'x'])));
    const { nextPage: page } = patchOf(await device.pull());
    await write({ 'aged-0': null });
    const { version } = await tenantNow();
    await server.database
      .updateTable('tenant')
      .set({ tombstones_from: version })
      .where('partner_id', '=', 'partner-1')
      .execute();
    expect(await device.pull({ page })).toEqual({ kind: 'reset' });
  });

  it.each([1, 2, 3])(
    'SY-5 pages of %i records, ending at records of any type, come to an end',
    async (size) => {
      const paged = await startTestServer(kind, { recordsPerPage: size });
      await addOneOfEach(paged);
      const device = await paged.signIn('rep-1');
      const seen: string[] = [];
      let page: string | null = null;
      do {
        const answer = patchOf(await device.pull({ page }));
        seen.push(...answer.changes.map(({ type }) => type));
        page = answer.nextPage;
      } while (page !== null);
      expect(new Set(seen)).toEqual(new Set(recordTypes));
      await paged.close();
    },
  );

  const typesOf2 = ['editConflict', 'registrationRequest'];
  const typesOf3: readonly string[] = [
    'salesPath',
    'leadCriteria',
    'registrationIndex',
    'asset',
    'lead',
    'activity',
    'obligation',
    'message',
    'readMark',
    'goal',
    'savedView',
  ];

  it.each([
    [1, [...typesOf2, ...typesOf3]],
    [2, typesOf3],
  ] as const)(
    'SY-17 an app of protocol version %i is not sent what it has no word for, and gets all of it when it is renewed',
    async (version, newTypes) => {
      const both = await startTestServer(kind);
      await addOneOfEach(both);
      const device = await both.signIn('rep-1');
      const older = patchOf(await device.pull({ protocolVersion: version }));
      const known = recordTypes.filter((type) => !newTypes.includes(type));
      expect(new Set(older.changes.map(({ type }) => type))).toEqual(new Set(known));
      const again = await device.pull({ protocolVersion: version, cookie: older.cookie });
      expect(patchOf(again).changes).toEqual([]);

      expect(await device.pull({ cookie: older.cookie })).toEqual({ kind: 'reset' });
      const { changes } = patchOf(await device.pull());
      expect(new Set(changes.map(({ type }) => type))).toEqual(new Set(recordTypes));
      await both.close();
    },
  );

  it('SY-17 an app of protocol version 2 is not sent that two people edited one activity; of a customer it is', async () => {
    const both = await startTestServer(kind);
    const device = await both.signIn('rep-1');
    const accountId = newId();
    const id = newId();
    const edit = (subject: string) => ({
      id,
      changes: { subject },
      base: { subject: 'Call' },
      conflictId: newId(),
    });
    const { partnerId: _p, ownerId: _o, createdAt: _c, updatedAt: _u, ...account } = anAccount();
    await device.push(
      device.next('createAccount', { ...account, id: accountId, name: 'Old' }),
      device.next('logActivity', {
        id,
        kind: 'call',
        about: { type: 'account', id: accountId },
        subject: 'Call',
        text: '',
        at: '2026-03-10T09:00:00.000Z',
        dueOn: null,
      }),
      device.next('editActivity', edit('First')),
      device.next('editActivity', edit('Second')),
      device.next('editAccount', { id: accountId, changes: { name: 'New' }, base: { name: 'Old' } }),
      device.next('editAccount', {
        id: accountId,
        changes: { name: 'Newer' },
        base: { name: 'Old' },
        conflictId: newId(),
      }),
    );
    const conflictsOf = async (protocolVersion: number) =>
      patchOf(await device.pull({ protocolVersion }))
        .changes.filter(({ type }) => type === 'editConflict')
        .flatMap(({ record }) => (record as EditConflict | null) ?? [])
        .filter(({ recordId }) => recordId === id || recordId === accountId)
        .map(({ recordType }) => recordType);
    expect(await conflictsOf(2)).toEqual(['account']);
    expect(new Set(await conflictsOf(3))).toEqual(new Set(['account', 'activity']));
    await both.close();
  });

  /** A record of each type; what is in it does not matter here. */
  const addOneOfEach = ({ database }: TestServer) =>
    database.transaction().execute(async (queries) => {
      const version = (await lockTenant(queries, 'partner-1')) + 1;
      const rows = recordTypes.map((type) => ({
        type,
        id: `one-${type}`,
        partner_id: 'partner-1',
        version,
        deleted: false,
        body: '{}',
      }));
      await writeRecords(queries, rows);
      await setTenantVersion(queries, 'partner-1', version);
    });
  const tenantNow = () =>
    server.database
      .selectFrom('tenant')
      .select('version')
      .where('partner_id', '=', 'partner-1')
      .executeTakeFirstOrThrow();
});
