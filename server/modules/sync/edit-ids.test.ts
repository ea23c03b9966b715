import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { anAccount, aQuote } from '#shared/domain/quote/quote.test-kit';
import { newId } from '#shared/lib/ids';
import { databaseKinds } from '../../db/test-databases.test-kit';
import {
  newQuoteArgs,
  patchOf,
  startTestServer,
  type TestDevice,
  type TestServer,
} from '../../test-vendor.test-kit';

describe.each(databaseKinds)('edit ids on %s', (kind) => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer(kind);
  });
  afterAll(() => server.close());

  const account = (changes: object = {}) => {
    const { partnerId: _p, ownerId: _o, createdAt: _c, updatedAt: _u, ...args } = anAccount();
    return { ...args, id: newId(), ...changes };
  };
  const edit = () => ({ editId: newId() });
  const stored = async (device: TestDevice, id: string) =>
    patchOf(await device.pull()).changes.find((change) => change.id === id);

  it('SY-15 work that another client id of the person sends again is done once', async () => {
    const lost = await server.signIn('rep-1');
    const args = account();
    const make = lost.next('createAccount', args, edit());
    const rename = lost.next('editAccount', { id: args.id, changes: { name: 'Renamed' } }, edit());
    await lost.push(make, rename);
    const first = await stored(lost, args.id);

    const rebuilt = await server.signIn('rep-1');
    const more = rebuilt.next('editAccount', { id: args.id, changes: { city: 'Hel' } }, edit());
    const again = [make, rename, { ...more, seq: 3 }] as const;
    expect(await rebuilt.push(...again)).toEqual({ lastSeq: 3, refused: [] });
    expect(await stored(rebuilt, args.id)).toMatchObject({ record: { name: 'Renamed', city: 'Hel' } });
    expect((await stored(rebuilt, args.id))?.version).toBe((first?.version ?? 0) + 1);
  });

  it('SY-15 what was refused is refused again, in the same words, and named by the new numbers', async () => {
    const lost = await server.signIn('rep-1');
    await lost.push(lost.next('createAccount', account()));
    const broken = account({ country: 'Poland' });
    const make = lost.next('createAccount', broken, edit());
    const needs = lost.next('editAccount', { id: broken.id, changes: { name: 'X' } }, edit());
    const before = await lost.push(make, needs);
    expect(before.refused.map(({ seq, rejection }) => [seq, rejection.type])).toEqual([
      [2, 'invalid-arguments'],
      [3, 'depends-on-refused'],
    ]);

    const rebuilt = await server.signIn('rep-1');
    const { refused } = await rebuilt.push({ ...make, seq: 1 }, { ...needs, seq: 2 });
    expect(refused).toEqual([
      { seq: 1, rejection: before.refused[0]?.rejection },
      { seq: 2, rejection: { type: 'depends-on-refused', seq: 1 } },
    ]);
    // Mended under an edit id of its own it passes.
    const mended = { ...make, ...edit(), seq: 3, args: { ...broken, country: 'PL' } };
    expect((await rebuilt.push(mended)).refused).toEqual([]);
  });

  it('SY-15 twice in one push is once', async () => {
    const device = await server.signIn('rep-1');
    const make = device.next('createAccount', account(), edit());
    expect(await device.push(make, { ...make, seq: 2 })).toEqual({ lastSeq: 2, refused: [] });
  });

  it.each(['manager-1', 'rep-2'])(
    'SY-15 somebody else’s edit id is refused and tells nothing: %s',
    async (other) => {
      const mine = await server.signIn('rep-1');
      const theirs = await server.signIn(other);
      const broken = mine.next('createAccount', account({ country: 'Poland' }), edit());
      const good = mine.next('createAccount', account(), edit());
      await mine.push(broken, good);
      const { refused } = await theirs.push({ ...broken, seq: 1 }, { ...good, seq: 2 });
      const rejection = { type: 'invalid-arguments', issues: [{ path: 'editId', message: 'is not new' }] };
      expect(refused).toEqual([
        { seq: 1, rejection },
        { seq: 2, rejection },
      ]);
    },
  );

  it('SY-15 two client ids that send the same work at once do it once', async () => {
    const devices = await Promise.all([1, 2, 3, 4].map(() => server.signIn('rep-1')));
    const [first] = devices;
    const work = Array.from({ length: 5 }, () => first?.next('createAccount', account(), edit()));
    const sent = work.filter((mutation) => mutation !== undefined);
    const answers = await Promise.all(devices.map((device) => device.push(...sent)));
    expect(answers).toEqual(devices.map(() => ({ lastSeq: 5, refused: [] })));
  });

  it('SY-15 is stored with the push or not at all', async () => {
    let breaks = true;
    const failing = await startTestServer(kind, {
      failpoint: (name) =>
        breaks && name === 'push:before-commit' ? Promise.reject(new Error('power cut')) : Promise.resolve(),
    });
    const device = await failing.signIn('rep-1');
    const make = device.next('createAccount', account(), edit());
    const body = { protocolVersion: 2, clientId: device.clientId, mutations: [make] };
    expect((await device.ask('POST', '/api/v1/sync/push', body)).status).toBe(500);
    breaks = false;
    expect(await device.push(make)).toEqual({ lastSeq: 1, refused: [] });
    expect(await stored(device, (make.args as { id: string }).id)).toBeDefined();
    await failing.close();
  });

  it('SY-15 a copy of a store is told that its numbers are taken, and nothing of it is processed', async () => {
    const device = await server.signIn('rep-1');
    const [first, mine, theirs, next] = [1, 2, 2, 3].map((seq) => ({
      ...device.next('createAccount', account(), edit()),
      seq,
    })) as [never, never, never, never];
    await device.push(first, mine);
    expect(await device.push(theirs, next)).toEqual({ lastSeq: 2, refused: [], forked: true });
    expect(await device.push(mine, next)).toEqual({ lastSeq: 3, refused: [] });
  });

  it('SY-15 work that an older app sent under no edit id is no copy’s when it gets one', async () => {
    const device = await server.signIn('rep-1');
    const make = device.next('createAccount', account());
    await device.push(make);
    const more = device.next('createAccount', account(), edit());
    expect(await device.push({ ...make, ...edit() }, more)).toEqual({ lastSeq: 2, refused: [] });
    expect(await device.push({ ...make, ...edit() }, more)).toEqual({ lastSeq: 2, refused: [] });
  });

  it('SY-13 what an older app did to a quote, under no edit id, is noticed by who saw it before', async () => {
    const device = await server.signIn('rep-1');
    const older = await server.signIn('rep-1');
    const id = newId();
    const made = edit();
    await device.push(
      device.next('createQuote', newQuoteArgs(aQuote({ id, accountId: 'account-1' })), { ...made, saw: {} }),
    );
    await older.push(older.next('editQuote', { id, changes: { title: 'From the older app' } }));
    const stale = device.next(
      'editQuote',
      { id, changes: { title: 'Mine' } },
      { ...edit(), saw: { [`quote:${id}`]: made.editId } },
    );
    expect((await device.push(stale)).refused).toMatchObject([
      { rejection: { type: 'edited-elsewhere', id } },
    ]);
  });

  it('SY-4 an edit built on one that was refused depends on that one; nobody changed the quote elsewhere', async () => {
    const device = await server.signIn('rep-1');
    const id = newId();
    const [made, refused, third] = [edit(), edit(), edit()];
    const sawIt = ({ editId }: { editId: string }) => ({ saw: { [`quote:${id}`]: editId } });
    const quote = newQuoteArgs(aQuote({ id, accountId: 'account-1' }));
    const broken = { id, edits: [{ itemId: 'no-such-line', changes: { quantity: '2' } }] };
    const answer = await device.push(
      device.next('createQuote', quote, { ...made, saw: {} }),
      device.next('editQuoteItems', broken, { ...refused, ...sawIt(made) }),
      device.next('editQuote', { id, changes: { title: 'Mine' } }, { ...third, ...sawIt(refused) }),
      device.next('editQuote', { id, changes: { title: 'Mine too' } }, { ...edit(), ...sawIt(third) }),
    );
    expect(answer.refused).toMatchObject([
      { seq: 2, rejection: { type: 'item-not-found' } },
      { seq: 3, rejection: { type: 'depends-on-refused', seq: 2 } },
      { seq: 4, rejection: { type: 'depends-on-refused', seq: 3 } },
    ]);
  });

  it('SY-15 a pull says which edit it counted last', async () => {
    const device = await server.signIn('rep-1');
    expect(patchOf(await device.pull()).lastEditId).toBeNull();
    const [one, two] = [edit(), edit()];
    await device.push(
      device.next('createAccount', account(), one),
      device.next('createAccount', account(), two),
    );
    expect(patchOf(await device.pull()).lastEditId).toBe(two.editId);
    expect('lastEditId' in patchOf(await device.pull({ protocolVersion: 1 }))).toBe(false);
  });
});
