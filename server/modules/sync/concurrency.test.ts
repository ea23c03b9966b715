import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { anAccount } from '#shared/domain/quote/quote.test-kit';
import { databaseKinds } from '../../db/test-databases.test-kit';
import { patchOf, startTestServer, type TestDevice, type TestServer } from '../../test-vendor.test-kit';

describe.each(databaseKinds)('concurrent devices on %s', (kind) => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer(kind);
  });
  afterAll(() => server.close());

  const { partnerId: _p, ownerId: _o, createdAt: _c, updatedAt: _u, ...account } = anAccount();

  async function pushMany(device: TestDevice, prefix: string, count: number): Promise<string[]> {
    const ids = Array.from({ length: count }, (_, index) => `${prefix}-${index}`);
    for (const id of ids) await device.push(device.next('createAccount', { ...account, id }));
    return ids;
  }

  it('SY-6 a puller that follows its cookie misses nothing of what several push at once', async () => {
    const pushers = await Promise.all([1, 2, 3, 4].map(() => server.signIn('rep-1')));
    const puller = await server.signIn('manager-1');
    const seen = new Set<string>();
    let cookie: string | null = null;
    let pushing = true;
    const follow = async (): Promise<void> => {
      for (let last = false; !last;) {
        last = !pushing;
        const answer = patchOf(await puller.pull({ cookie }));
        for (const { id } of answer.changes) seen.add(id);
        cookie = answer.cookie;
      }
    };
    const following = follow();
    const pushed = await Promise.all(pushers.map((device, at) => pushMany(device, `p${at}`, 15)));
    pushing = false;
    await following;
    expect([...seen]).toEqual(expect.arrayContaining(pushed.flat()));
  });

  it('SY-3 the same push sent several times at once is applied once', async () => {
    const device = await server.signIn('rep-1');
    const make = device.next('createAccount', { ...account, id: 'raced' });
    const rename = device.next('editAccount', { id: 'raced', changes: { city: 'Hel' } });
    const answers = await Promise.all([1, 2, 3, 4].map(() => device.push(make, rename)));
    expect(answers).toEqual(answers.map(() => ({ lastSeq: 2, refused: [] })));
  });

  it('an id that two partners take at once goes to one of them', async () => {
    const [mine, theirs] = [await server.signIn('rep-1'), await server.signIn('rep-2')];
    const send = (device: TestDevice) =>
      device.ask('POST', '/api/v1/sync/push', {
        protocolVersion: 1,
        clientId: device.clientId,
        mutations: [device.next('createAccount', { ...account, id: 'contested' })],
      });
    const answers = await Promise.all([send(mine), send(theirs)]);
    const taken = answers.filter(
      ({ status, body }) => status === 200 && (body as { refused: unknown[] }).refused.length === 0,
    );
    expect(taken).toHaveLength(1);
    const rows = await server.database
      .selectFrom('record')
      .select('id')
      .where('id', '=', 'contested')
      .execute();
    expect(rows).toHaveLength(1);
  });
});
