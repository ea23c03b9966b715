import { Agent, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, it } from 'vitest';
import { newId } from '#shared/lib/ids';
import { databaseKinds } from '../db/test-databases.test-kit';
import { startTestServer } from '../test-vendor.test-kit';

/** Something that happens once, and can be waited for. */
function signal() {
  let give: () => void = () => undefined;
  const given = new Promise<void>((resolve) => (give = resolve));
  return { give: () => give(), given };
}

describe.each(databaseKinds)('a server that is told to stop, on %s', (kind) => {
  /** A server in the middle of a push, which has written everything and goes on when it is let. */
  async function midPush(stopGraceMs: number) {
    const [reached, goOn] = [signal(), signal()];
    const server = await startTestServer(kind, {
      stopGraceMs,
      failpoint: async (name) => {
        if (name !== 'push:before-commit') return;
        reached.give();
        await goOn.given;
      },
    });
    await server.app.listen({ port: 0, host: '127.0.0.1' });
    const { port } = server.app.server.address() as AddressInfo;
    const device = await server.signIn('rep-1');
    const mutation = device.next(
      'editAccount',
      { id: 'account-1', changes: { city: 'Hel' } },
      { editId: newId() },
    );
    const agent = new Agent({ keepAlive: true, maxSockets: 1 });
    const send = (path: string, payload?: object) =>
      new Promise<{ status: number; body: string }>((resolve, reject) => {
        const headers = { ...device.headers, 'content-type': 'application/json' };
        const asked = request(
          { port, host: '127.0.0.1', agent, path, method: payload ? 'POST' : 'GET', headers },
          (answer) => {
            let body = '';
            answer.on('data', (part: Buffer) => (body += part.toString()));
            answer.on('end', () => resolve({ status: answer.statusCode ?? 0, body }));
          },
        );
        asked.on('error', reject);
        asked.end(payload && JSON.stringify(payload));
      });
    // The connection is used before and kept: an idle one must not hold up the stop either.
    expect((await send('/healthz')).status).toBe(200);
    const pushing = send('/api/v1/sync/push', {
      protocolVersion: 2,
      clientId: device.clientId,
      mutations: [mutation],
    });
    await reached.given;
    const city = async () => {
      const row = await server.database
        .selectFrom('record')
        .select('body')
        .where('id', '=', 'account-1')
        .executeTakeFirstOrThrow();
      return (row.body as { city: string }).city;
    };
    return { server, pushing, goOn, city };
  }

  it('lets what is under way finish and answer, and waits for no idle connection', async () => {
    const { server, pushing, goOn, city } = await midPush(20_000);
    const began = performance.now();
    const closing = server.app.close();
    goOn.give();
    expect(await pushing).toEqual({ status: 200, body: '{"lastSeq":1,"refused":[]}' });
    await closing;
    expect(performance.now() - began).toBeLessThan(10_000);
    expect(await city()).toBe('Hel');
    await server.close();
  });

  it('cuts off what takes longer than it is given; what then commits is known when it is sent again', async () => {
    const { server, pushing, goOn, city } = await midPush(50);
    const closing = server.app.close();
    await expect(pushing).rejects.toThrow(/socket hang up|ECONNRESET/);
    await closing;
    goOn.give();
    await expect.poll(city).toBe('Hel');
    await server.close();
  });
});
