import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { anAccount } from '#shared/domain/quote/quote.test-kit';
import { newId } from '#shared/lib/ids';
import type { ArgsOf } from '#shared/mutations/registry';
import { protocolVersion as newestProtocolVersion } from '#shared/protocol/version';
import { databaseKinds } from '../../db/test-databases.test-kit';
import { patchOf, startTestServer, type TestDevice, type TestServer } from '../../test-vendor.test-kit';

const account = (changes: Partial<ArgsOf<'createAccount'>> = {}): ArgsOf<'createAccount'> => {
  const {
    partnerId: _partner,
    ownerId: _owner,
    createdAt: _made,
    updatedAt: _changed,
    ...args
  } = anAccount();
  return { ...args, id: newId(), ...changes };
};
const contact = (accountId: string, changes: Partial<ArgsOf<'createContact'>> = {}) => ({
  id: newId(),
  accountId,
  name: 'Ada',
  jobTitle: '',
  email: '',
  phone: '',
  ...changes,
});

describe.each(databaseKinds)('push on %s', (kind) => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer(kind);
  });
  afterAll(() => server.close());

  const stored = async (device: TestDevice, id: string) =>
    patchOf(await device.pull()).changes.find((change) => change.id === id);

  it('SY-1 runs the mutation for the person signed in, whoever the arguments name', async () => {
    const device = await server.signIn('rep-1');
    const args = { ...account({ name: 'Łódź Łąka 北京' }), partnerId: 'partner-2', ownerId: 'rep-2' };
    const pushed = await device.push(device.next('createAccount', args));
    expect(pushed).toEqual({ lastSeq: 1, refused: [] });
    expect((await stored(device, args.id))?.record).toMatchObject({
      partnerId: 'partner-1',
      ownerId: 'rep-1',
      name: 'Łódź Łąka 北京',
    });
  });

  it('SY-3 applies what comes twice once: the answer to the first push was lost', async () => {
    const device = await server.signIn('rep-1');
    const { id, ...rest } = account();
    const make = device.next('createAccount', { id, ...rest });
    const rename = device.next('editAccount', { id, changes: { name: 'Second name' } });
    await device.push(make, rename);
    const first = await stored(device, id);
    expect(await device.push(make, rename)).toEqual({ lastSeq: 2, refused: [] });
    expect(await stored(device, id)).toEqual(first);
  });

  it('SY-3 stops at a gap and goes on when it is filled', async () => {
    const device = await server.signIn('rep-1');
    const [first, second, third] = ['A', 'B', 'C'].map((name) =>
      device.next('createAccount', account({ name })),
    ) as [never, never, never];
    expect(await device.push(first, third)).toEqual({ lastSeq: 1, refused: [] });
    expect(await device.push(third)).toEqual({ lastSeq: 1, refused: [] });
    expect(await device.push(second, third)).toEqual({ lastSeq: 3, refused: [] });
  });

  it('SY-4 keeps a refusal, lets the rest pass, and says it again until the device has it', async () => {
    const device = await server.signIn('rep-1');
    const good = account();
    const bad = device.next('editAccount', { id: newId(), changes: { name: 'Nobody' } });
    const rest = device.next('createAccount', good);
    const rejection = { type: 'not-found', recordType: 'account', id: (bad.args as { id: string }).id };
    const refused = [{ seq: 1, rejection }];
    expect(await device.push(bad, rest)).toEqual({ lastSeq: 2, refused });
    expect((await stored(device, good.id))?.record).toMatchObject({ name: good.name });

    expect(await device.push(bad, rest)).toEqual({ lastSeq: 2, refused });
    expect(patchOf(await device.pull({ refusedFrom: 1 })).refused).toEqual(refused);
    expect(patchOf(await device.pull({ refusedFrom: 2 })).refused).toEqual([]);
    const kept = await server.database
      .selectFrom('refusal')
      .select('mutation')
      .where('client_id', '=', device.clientId)
      .executeTakeFirstOrThrow();
    expect(kept.mutation).toEqual(bad);
  });

  it('SY-4 refuses what needs a record whose making was refused, naming the cause', async () => {
    const device = await server.signIn('rep-1');
    const broken = account({ country: 'Poland' });
    const person = contact(broken.id);
    const pushed = await device.push(
      device.next('createAccount', broken),
      device.next('createContact', person),
      device.next('editContact', { id: person.id, changes: { name: 'Ada L.' } }),
    );
    expect(pushed.refused.map(({ rejection }) => rejection)).toMatchObject([
      { type: 'invalid-arguments', issues: [{ path: 'country' }] },
      { type: 'depends-on-refused', seq: 1 },
      { type: 'depends-on-refused', seq: 2 },
    ]);
    // Put right and sent again, everything passes.
    const mended = await device.push(
      device.next('createAccount', { ...broken, country: 'PL' }),
      device.next('createContact', person),
      device.next('editContact', { id: person.id, changes: { name: 'Ada L.' } }),
    );
    expect(mended.refused).toEqual([]);
  });

  it('refuses, typed, what it cannot run: unknown name, version, arguments, role', async () => {
    const device = await server.signIn('rep-1');
    const make = account();
    const { refused } = await device.push(
      { ...device.next('createAccount', make), name: 'dropEverything' },
      { ...device.next('createAccount', make), name: 'constructor' },
      device.next('createAccount', make, { schemaVersion: 2 }),
      device.next('createAccount', make, { args: null }),
      device.next('createAccount', { ...make, notes: 'half a pair \ud800, and \0' }),
    );
    expect(refused.map(({ rejection }) => rejection)).toMatchObject([
      { type: 'unknown-mutation', name: 'dropEverything' },
      { type: 'unknown-mutation', name: 'constructor' },
      { type: 'unsupported-version', version: 2 },
      { type: 'invalid-arguments' },
      { type: 'invalid-arguments', issues: [{ path: 'notes' }] },
    ]);
    const vendor = await server.signIn('channel-1');
    const { refused: notForVendor } = await vendor.push(vendor.next('createAccount', make));
    expect(notForVendor[0]?.rejection).toEqual({ type: 'not-allowed', role: 'channel' });
  });

  it('keeps the text of a refused mutation even when no record could hold it', async () => {
    const device = await server.signIn('rep-1');
    await device.push(device.next('createAccount', account({ notes: 'typed \0 by hand \ud800' })));
    const { mutation } = await server.database
      .selectFrom('refusal')
      .select('mutation')
      .where('client_id', '=', device.clientId)
      .executeTakeFirstOrThrow();
    expect((mutation as { args: { notes: string } }).args.notes).toBe('typed \0 by hand \ud800');
  });

  it('SY-12 takes nothing for a device of someone else, a colleague included', async () => {
    const mine = await server.signIn('rep-1');
    await mine.push(mine.next('createAccount', account()));
    const theirs = await server.signIn('manager-1', mine.clientId);
    const body = { protocolVersion: 1, clientId: mine.clientId, mutations: [] };
    const forbidden = { status: 403, body: { error: { type: 'forbidden' } } };
    expect(await theirs.ask('POST', '/api/v1/sync/push', body)).toMatchObject(forbidden);
    const pull = { protocolVersion: 1, clientId: mine.clientId, cookie: null, page: null, refusedFrom: 1 };
    expect(await theirs.ask('POST', '/api/v1/sync/pull', pull)).toMatchObject(forbidden);
  });

  it('another partner’s record can neither be changed nor taken over', async () => {
    const device = await server.signIn('rep-1');
    const { refused } = await device.push(
      device.next('editAccount', { id: 'account-2', changes: { name: 'Mine now' } }),
      device.next('createAccount', account({ id: 'account-2' })),
    );
    expect(refused.map(({ rejection }) => rejection)).toEqual([
      { type: 'not-found', recordType: 'account', id: 'account-2' },
      { type: 'already-exists', recordType: 'account', id: 'account-2' },
    ]);
    const owner = await server.signIn('rep-2');
    expect((await stored(owner, 'account-2'))?.record).toMatchObject({ name: 'Baltic Foods' });
  });

  it.each([
    [0, 'protocol-too-old'],
    [newestProtocolVersion + 1, 'protocol-too-new'],
  ])('SY-10 answers protocol %i with %s', async (protocolVersion, type) => {
    const device = await server.signIn('rep-1');
    const push = { protocolVersion, clientId: device.clientId, mutations: [] };
    expect((await device.ask('POST', '/api/v1/sync/push', push)).body).toMatchObject({ error: { type } });
    const pull = { protocolVersion, clientId: device.clientId, cookie: null, page: null, refusedFrom: null };
    expect((await device.ask('POST', '/api/v1/sync/pull', pull)).body).toMatchObject({ error: { type } });
  });

  it('needs someone signed in', async () => {
    const answer = await server.app.inject({ method: 'POST', url: '/api/v1/sync/push', payload: {} });
    expect(answer.statusCode).toBe(401);
    expect(answer.json().error.type).toBe('not-signed-in');
  });
});
