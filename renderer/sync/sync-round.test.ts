import { beforeEach, describe, expect, it } from 'vitest';
import { anAccount, aSession } from './builders.test-kit';
import { Device } from './device.test-kit';
import { failure, ReferenceServer } from './reference-server.test-kit';

let server: ReferenceServer;
let device: Device;
const send = (path: string, init: RequestInit): Promise<Response> =>
  Promise.resolve(server.handle(path, init));

beforeEach(() => {
  server = new ReferenceServer(aSession());
  device = new Device(aSession(), send);
});

const outbox = async () => (await device.db()).outbox.orderBy('seq').toArray();
const meta = async (key: 'lastSuccessAt') => (await (await device.db()).meta.get(key))?.value;

describe('whose work it is (SY-12)', () => {
  it('an expired session is said and loses nothing', async () => {
    await device.mutate('createAccount', anAccount('a1'));
    server.session = null;
    expect(await device.sync()).toEqual({ ok: false, error: { type: 'session-expired' } });
    expect(await outbox()).toHaveLength(1);
    expect((await device.visible()).size).toBe(1);
  });

  it('with somebody else signed in nothing is sent or received', async () => {
    await device.mutate('createAccount', anAccount('a1'));
    server.session = aSession({ userId: 'rep-9' });
    expect(await device.sync()).toEqual({ ok: false, error: { type: 'session-expired' } });
    expect(server.requests).toEqual(['GET /api/v1/session']);
    expect(server.processed).toEqual([]);
  });
});

/** With a time to come back. */
function busy(status: number, type: 'unavailable' | 'too-many-requests'): Response {
  const answer = failure(status, type);
  answer.headers.set('retry-after', '20');
  return answer;
}

describe('answers that are not the protocol', () => {
  it.each([
    ['a portal page', () => new Response('<html>Sign in to the hotel</html>'), 'bad-answer'],
    ['a gateway without a server', () => new Response('Bad gateway', { status: 502 }), 'server-error'],
    ['the desktop host without a server', () => failure(503, 'unavailable'), 'offline'],
    ['a server that closes down', () => busy(503, 'unavailable'), 'busy'],
    ['a proxy that wants smaller requests', () => new Response('<html>', { status: 413 }), 'refused'],
    ['a proxy that wants fewer requests', () => new Response('<html>', { status: 429 }), 'too-many-requests'],
    ['an older app than the server takes', () => failure(400, 'protocol-too-old'), 'protocol-too-old'],
    ['too many requests', () => failure(429, 'too-many-requests'), 'too-many-requests'],
  ])('%s: typed, and nothing changes', async (_, answer, type) => {
    await device.mutate('createAccount', anAccount('a1'));
    device.network = (send) => (path, init) =>
      path.endsWith('/push') ? Promise.resolve(answer()) : send(path, init);
    expect(await device.sync()).toMatchObject({ ok: false, error: { type } });
    expect((await outbox()).map(({ state }) => state)).toEqual(['waiting']);
    expect(await meta('lastSuccessAt')).toBeUndefined();
  });

  it('a server that says when to come again is asked no sooner, and by nobody for longer than an hour', async () => {
    for (const [said, wanted] of [
      ['20', 20],
      ['999999999', 3_600],
      ['Wed, 21 Oct 2065 07:28:00 GMT', null],
      ['-5', null],
    ] as const) {
      const answer = failure(429, 'too-many-requests');
      answer.headers.set('retry-after', said);
      device.network = () => () => Promise.resolve(answer);
      expect(await device.sync()).toEqual({
        ok: false,
        error: { type: 'too-many-requests', retryAfterSeconds: wanted },
      });
    }
  });
});
