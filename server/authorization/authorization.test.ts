import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '#shared/lib/ids';
import { mutations } from '#shared/mutations/registry';
import { recordSchemas, type RecordType } from '#shared/domain/records';
import { protocolVersion } from '#shared/protocol/version';
import { databaseKinds } from '../db/test-databases.test-kit';
import { writeRecords } from '../modules/sync/repository';
import { startTestServer, type TestServer } from '../test-vendor.test-kit';
import { mutationRules } from './mutations.test-kit';
import { kinds, type Owner } from './records.test-kit';
import { routeRules } from './routes.test-kit';
import { who, worksForPartner, type Who } from './who.test-kit';

const idOfPerson: Readonly<Record<Exclude<Who, 'nobody'>, string>> = {
  rep: 'rep-1',
  manager: 'manager-1',
  channel: 'channel-1',
  admin: 'admin-1',
};
const own = { partnerId: 'partner-1', bookId: 'book-1' };
const other: Owner = {
  partnerId: 'partner-2',
  userId: 'rep-2',
  colleagueId: 'rep-2',
  bookId: 'book-2',
};

// Hundreds of requests in one test.
describe.each(databaseKinds)('who may do what, on %s', { timeout: 180_000 }, (kind) => {
  let server: TestServer;
  let origin: string;
  const tokens = new Map<Who, string>();
  const chunkOf = new Map<string, string>();

  /** Writes the records of these kinds that a case is about, each with an id of the case's own, and those that they name. */
  const seeded = (tag: string, owner: Owner, rows: Map<string, object>) => {
    const id = (name: string): string => {
      const made = kinds[name];
      if (!made) throw new Error(`There is no kind of record called ${name}: add it to records.test-kit.ts`);
      const recordId = `${name}-${tag}`;
      if (!rows.has(recordId)) {
        rows.set(recordId, {});
        const record = made.make(owner, recordId, id);
        recordSchemas[made.type].parse(record);
        rows.set(recordId, { type: made.type, id: recordId, partner_id: owner.partnerId, record });
      }
      return recordId;
    };
    return id;
  };
  const store = (rows: Map<string, object>) =>
    writeRecords(
      server.database,
      [...rows.values()].map((row) => {
        const { record, ...key } = row as {
          type: RecordType;
          id: string;
          partner_id: string;
          record: object;
        };
        return { ...key, version: 1, deleted: false, body: JSON.stringify(record), deleted_at: null };
      }),
    );
  const signIn = async (one: Who): Promise<string> => {
    if (one === 'nobody') return '';
    return (await server.signIn(idOfPerson[one])).headers['authorization'] ?? '';
  };
  const ask = async (
    one: Who,
    method: string,
    address: string,
    body: object | Buffer,
    token = tokens.get(one),
  ) => {
    const sendsBody = method !== 'GET' && method !== 'DELETE';
    const answer = await fetch(`${origin}${address}`, {
      method,
      headers: {
        ...(token ? { authorization: token } : {}),
        ...(sendsBody
          ? { 'content-type': Buffer.isBuffer(body) ? 'application/octet-stream' : 'application/json' }
          : {}),
      },
      ...(sendsBody ? { body: Buffer.isBuffer(body) ? new Uint8Array(body) : JSON.stringify(body) } : {}),
    });
    return answer;
  };

  beforeAll(async () => {
    server = await startTestServer(kind, {
      pricesPerMinute: 10_000,
      orderStatusSecret: `whsec_${Buffer.alloc(32).toString('base64')}`,
    });
    await server.app.listen({ port: 0, host: '127.0.0.1' });
    origin = `http://127.0.0.1:${(server.app.server.address() as AddressInfo).port}`;
    for (const one of who) tokens.set(one, await signIn(one));
    const chunks = await server.database.selectFrom('snapshot_chunk').select(['id', 'hash']).execute();
    for (const { id, hash } of chunks) chunkOf.set(id, hash);
    for (const [clientId, owner] of [
      ['own-device', { user_id: 'rep-1', partner_id: own.partnerId }],
      ['other-device', { user_id: other.userId, partner_id: other.partnerId }],
    ] as const) {
      const at = new Date();
      const row = { client_id: clientId, last_seq: 0, first_seen_at: at, last_seen_at: at };
      await server.database
        .insertInto('client')
        .values({ ...row, ...owner })
        .execute();
    }
  }, 60_000);
  afterAll(() => server.close());

  it('every route is listed', () => {
    const missing = server.app.knownRoutes
      .map(({ method, url }) => `${method} ${url}`)
      .filter((route) => !(route in routeRules));
    expect(
      missing,
      'Say in server/authorization/routes.test-kit.ts who may ask for these, e.g. { may: vendor, params: one("order") }',
    ).toEqual([]);
    const known = new Set(server.app.knownRoutes.map(({ method, url }) => `${method} ${url}`));
    expect(Object.keys(routeRules).filter((route) => !known.has(route))).toEqual([]);
  });

  it('every mutation is listed', () => {
    const missing = Object.keys(mutations).filter((name) => !(name in mutationRules));
    expect(
      missing,
      'Say in server/authorization/mutations.test-kit.ts for whom these are, with valid arguments, e.g. on("account", { changes: {} })',
    ).toEqual([]);
    expect(Object.keys(mutationRules).filter((name) => !(name in mutations))).toEqual([]);
  });

  it.each(who)('routes: %s', async (one) => {
    const rows = new Map<string, object>();
    const cases = Object.entries(routeRules).flatMap(([route, rule]) =>
      [true, false].map((isOwn) => {
        const userId = worksForPartner(one) && one !== 'nobody' ? idOfPerson[one] : 'rep-1';
        const owner = isOwn ? { ...own, userId, colleagueId: 'rep-1' } : other;
        const tag = `${one}-${isOwn ? 'own' : 'other'}`;
        const id = seeded(tag, owner, rows);
        return {
          route,
          rule,
          isOwn,
          id: (name: string) => (name === 'chunk' ? (chunkOf.get(owner.bookId) ?? '') : id(name)),
        };
      }),
    );
    const asked = cases.map(({ route, rule, isOwn, id }) => {
      const aim = { id, isOwn };
      const [method = '', address = ''] = route.split(' ');
      const params = rule.params?.(aim) ?? {};
      const filled = address
        .replaceAll(/:(\w+)/g, (_, name: string) => params[name] ?? 'unknown')
        .replace('*', '');
      const query = rule.query ? `?${new URLSearchParams(rule.query(aim)).toString()}` : '';
      return { route, rule, aim, isOwn, method, address: `${filled}${query}`, body: rule.body?.(aim) ?? {} };
    });
    await store(rows);
    if (one !== 'nobody') {
      await server.database
        .updateTable('client')
        .set({ user_id: idOfPerson[one], partner_id: worksForPartner(one) ? own.partnerId : 'vendor' })
        .where('client_id', '=', 'own-device')
        .execute();
    }

    const wrong: string[] = [];
    for (const { route, rule, aim, isOwn, method, address, body } of asked) {
      await rule.prepare?.(aim, server.database);
      const token = rule.signsOut ? await signIn(one) : tokens.get(one);
      const answer = await ask(one, method, address, body, token);
      const { status } = answer;
      const type = await errorType(answer);
      const isForeign = !isOwn && rule.params !== undefined && worksForPartner(one);
      const isForeignDevice = !isOwn && address.includes('other-device');
      const expected = !rule.may.includes(one)
        ? one === 'nobody'
          ? 401
          : 403
        : isForeign || isForeignDevice
          ? 404
          : 'reached';
      // The application's pages answer 503 while they are not built; a wrong password is no question of who may ask.
      const isReached =
        status < 400 ||
        [400, 409, 413, 415].includes(status) ||
        type === 'wrong-credentials' ||
        route === 'GET /*';
      if (expected === 'reached' ? !isReached : status !== expected) {
        wrong.push(
          `${route} by ${one}, ${isOwn ? 'own' : 'other'} partner: ${status} instead of ${expected}`,
        );
      }
    }
    expect(wrong).toEqual([]);
  });

  it.each(who.filter((one) => one !== 'nobody'))('mutations: %s', async (one) => {
    const rows = new Map<string, object>();
    const senderId = idOfPerson[one];
    const cases = Object.entries(mutationRules).flatMap(([name, rule]) =>
      [true, false].map((isOwn) => {
        const owner = isOwn ? { ...own, userId: senderId, colleagueId: 'rep-1' } : other;
        // A rep asks a colleague: nobody decides on what he asked for himself.
        const of = isOwn && one === 'rep' ? { ...owner, colleagueId: 'manager-1' } : owner;
        const id = seeded(`${name}-${one}-${isOwn ? 'own' : 'other'}`, of, rows);
        const args = rule.args({
          id,
          newId: (made) => (isOwn ? newId() : id(made)),
          personId: isOwn ? senderId : other.userId,
          senderId,
          bookId: owner.bookId,
        });
        return { name, rule, isOwn, args };
      }),
    );
    await store(rows);
    const before = await recordsOf(other.partnerId);

    const sent = cases.map(({ name, args }, at) => ({
      seq: at + 1,
      name,
      schemaVersion: mutations[name as keyof typeof mutations].schemaVersion,
      args,
      businessId: null,
      capturedAt: '2026-03-10T10:00:00.000Z',
      editId: newId(),
    }));
    const answer = await ask(one, 'POST', '/api/v1/sync/push', {
      protocolVersion,
      clientId: newId(),
      mutations: sent,
    });
    expect(answer.status).toBe(200);
    const { refused, lastSeq } = (await answer.json()) as {
      lastSeq: number;
      refused: { seq: number; rejection: { type: string } }[];
    };
    expect(lastSeq).toBe(sent.length);
    const outcome = new Map(refused.map(({ seq, rejection }) => [seq, rejection]));
    const wrong = cases.flatMap(({ name, rule, isOwn }, at) => {
      const rejection = outcome.get(at + 1);
      const became = rejection?.type ?? 'applied';
      const expected = !rule.may.includes(one) ? 'not-allowed' : isOwn ? (rule.own ?? 'applied') : rule.other;
      const where = `${name} by ${one}, ${isOwn ? 'own' : 'other'} partner`;
      return became === expected
        ? []
        : [`${where}: ${became} instead of ${expected} ${JSON.stringify(rejection ?? {})}`];
    });
    expect(wrong).toEqual([]);
    expect(await recordsOf(other.partnerId)).toEqual(before);
  });

  it('mutations: nobody', async () => {
    const push = { protocolVersion, clientId: newId(), mutations: [] };
    expect((await ask('nobody', 'POST', '/api/v1/sync/push', push)).status).toBe(401);
  });

  const recordsOf = (partnerId: string) =>
    server.database
      .selectFrom('record')
      .select(['type', 'id', 'version', 'deleted', 'body'])
      .where('partner_id', '=', partnerId)
      .orderBy('type')
      .orderBy('id')
      .execute();
});

async function errorType(answer: Response): Promise<string | undefined> {
  if (answer.status < 400) {
    await answer.body?.cancel();
    return undefined;
  }
  const text = await answer.text();
  try {
    return (JSON.parse(text) as { error?: { type?: string } }).error?.type;
  } catch {
    return undefined;
  }
}
