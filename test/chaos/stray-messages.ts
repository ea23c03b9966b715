import { sessionSchema } from '#shared/protocol/session';
import { protocolVersion } from '#shared/protocol/version';
import { getMeta } from '../../renderer/db/meta';
import type { ChaosDevice } from './device';
import { planHeader } from './fault-proxy';
import { Violation } from './violation';
import type { World } from './world';

/** Sends what no app would, in the device's name. The server must not take it for more than it is. */
export async function sendStray(
  kind: 'gap' | 'foreign-cookie' | 'future-version',
  device: ChaosDevice,
  world: World,
): Promise<void> {
  const db = await device.db();
  const clientId = await getMeta(db, 'clientId');
  if (device.token === null || clientId === undefined) return;
  const headers = {
    'content-type': 'application/json',
    authorization: `Bearer ${device.token}`,
    [planHeader]: JSON.stringify({ replica: 0, fault: null }),
  };
  const { origin } = world.vendor.proxy;
  const session = await fetch(`${origin}/api/v1/session`, { headers }).catch(() => null);
  if (!session?.ok) return;
  // The device may be signed in as somebody else: then it is that person's message, and nobody's work.
  const { userId, partnerId } = sessionSchema.parse(await session.json());
  if (userId !== device.person.userId) return;
  const send = async (path: string, body: object): Promise<{ status: number; body: unknown } | null> => {
    const init = { method: 'POST', headers, body: JSON.stringify({ protocolVersion, clientId, ...body }) };
    const answer = await fetch(origin + path, init).catch(() => null);
    return answer && { status: answer.status, body: await answer.json() };
  };
  switch (kind) {
    case 'gap': {
      const waiting = await db.outbox.orderBy('seq').toArray();
      const [first, ...rest] = waiting.map(
        ({ seq, name, schemaVersion, args, businessId, capturedAt, editId, saw }) => ({
          seq,
          name,
          schemaVersion,
          args,
          businessId,
          capturedAt,
          editId,
          saw,
        }),
      );
      if (first && rest.length > 0) await send('/api/v1/sync/push', { mutations: rest });
      return;
    }
    case 'foreign-cookie': {
      const foreign = world.devices.find(({ person }) => person.partnerId !== partnerId);
      const cookie = foreign?.isSetUp === true ? await getMeta(await foreign.db(), 'cookie') : null;
      if (!cookie) return;
      const answer = await send('/api/v1/sync/pull', { cookie, page: null, refusedFrom: null });
      const isReset = JSON.stringify(answer?.body) === JSON.stringify({ kind: 'reset' });
      if (answer?.status === 200 && !isReset)
        throw new Violation('divergence', 'SY-6: another partner’s cookie is answered with reset', answer);
      return;
    }
    case 'future-version': {
      const body = { protocolVersion: protocolVersion + 1, cookie: null, page: null, refusedFrom: null };
      const answer = await send('/api/v1/sync/pull', body);
      if (answer?.status === 200)
        throw new Violation('divergence', 'SY-10: a later protocol version is told so', answer);
    }
  }
}
