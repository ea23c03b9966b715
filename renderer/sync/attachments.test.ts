import type { AddressInfo } from 'node:net';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { maxAttachmentBytes, type Attachment } from '#shared/domain/conversation/message';
import { newId } from '#shared/lib/ids';
import { sessionSchema } from '#shared/protocol/session';
import { startTestServer, testPassword, type TestServer } from '../../server/test-vendor.test-kit';
import { addAttachment, keepDraft, removeAttachment, sendAttachmentAgain } from '../db/attachments';
import { anAccount, anOpportunity } from './builders.test-kit';
import { Device } from './device.test-kit';
import { readAttachment } from './download-attachment';
import type { Fetch } from './server-api';

const done = { ok: true, value: undefined };
const about = { type: 'opportunity', id: 'talked-about' } as const;
let server: TestServer;
let origin: string;
const devices: Device[] = [];

beforeAll(async () => {
  server = await startTestServer('PGlite');
  await server.app.listen({ port: 0, host: '127.0.0.1' });
  origin = `http://127.0.0.1:${String((server.app.server.address() as AddressInfo).port)}`;
  const first = await signIn('rep-1');
  await first.mutate('createAccount', anAccount('an-account'));
  await first.mutate('createOpportunity', anOpportunity(about.id, 'an-account'));
  const sent = await first.sync();
  if (!sent.ok)
    throw new Error('the deal that is talked about did not reach the server', { cause: sent.error });
});
afterEach(() => {
  for (const device of devices.splice(0)) device.restart();
});
afterAll(() => server.close());

async function signIn(userId: string): Promise<Device> {
  const answer = await fetch(`${origin}/api/v1/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-fieldquote-host': 'electron' },
    body: JSON.stringify({ email: `${userId}@example.com`, password: testPassword }),
  });
  const session = sessionSchema.parse(await answer.json());
  const authorization = `Bearer ${answer.headers.get('x-session-token') ?? ''}`;
  const device = new Device(session, (path, init) => {
    const headers = new Headers(init.headers);
    headers.set('authorization', authorization);
    return fetch(new URL(path, origin), { ...init, headers });
  });
  devices.push(device);
  return device;
}

/** What a person does who attaches a file and sends the message. */
async function post(device: Device, text: string, name = 'plan.txt') {
  const id = newId();
  const bytes = new TextEncoder().encode(text);
  const owner = { type: 'message', id } as const;
  const added = await addAttachment(await device.db(), device.now, owner, { name, bytes });
  if (!added.ok) throw new Error(added.error.type);
  const said = { id, about, text: '', mentions: [], attachments: [added.value] };
  expect(await device.mutate('postMessage', said)).toEqual(done);
  return { owner, attachment: added.value, text };
}
const rowOf = async (device: Device, { id }: Attachment) => (await device.db()).attachments.get(id);
const read = async (device: Device, { owner, attachment }: Awaited<ReturnType<typeof post>>) => {
  const { fetch: send } = await device.context();
  const answer = await readAttachment(await device.db(), send, device.now, owner, attachment);
  return answer.ok ? new TextDecoder().decode(answer.value) : answer.error.type;
};
const isUpload = (init: RequestInit): boolean => init.method === 'PUT';
const offline: (send: Fetch) => Fetch = () => () => Promise.reject(new TypeError('no network'));

describe('OPP-6 files on their way to the vendor server', () => {
  it('written offline they are kept, sent after the message, and a colleague gets the same bytes', async () => {
    const [mine, colleague] = [await signIn('rep-1'), await signIn('manager-1')];
    await mine.sync();
    mine.network = offline;
    const file = await post(mine, 'two units, żółw');
    expect(await mine.sync()).toMatchObject({ ok: false });
    mine.restart();
    expect(await rowOf(mine, file.attachment)).toMatchObject({ state: 'waiting' });

    mine.network = (send) => send;
    expect(await mine.sync()).toEqual(done);
    expect(await rowOf(mine, file.attachment)).toMatchObject({ state: 'sent' });
    await colleague.sync();
    expect(await read(colleague, file)).toBe('two units, żółw');
    colleague.network = offline;
    expect(await read(colleague, file)).toBe('two units, żółw');
  });

  it('nothing is sent before the server has the message that names it', async () => {
    const mine = await signIn('rep-1');
    await mine.sync();
    const order: string[] = [];
    mine.network = (send) => (path, init) => {
      order.push(isUpload(init) ? 'file' : (path.split('/').at(-1) ?? ''));
      return send(path, init);
    };
    await addAttachment(
      await mine.db(),
      mine.now,
      { type: 'message', id: newId() },
      {
        name: 'only-a-draft.txt',
        bytes: new TextEncoder().encode('draft'),
      },
    );
    await post(mine, 'sent');
    await mine.sync();
    expect(order.filter((what) => what !== 'snapshots' && !what.startsWith('chunk')).slice(0, 5)).toEqual([
      'session',
      'pull',
      'push',
      'pull',
      'file',
    ]);
    expect(order.filter((what) => what === 'file')).toHaveLength(1);
  });

  it('an answer that got lost brings the file once more, and it is there once', async () => {
    const mine = await signIn('rep-1');
    await mine.sync();
    const file = await post(mine, 'lost answer');
    mine.network = (send) => async (path, init) => {
      const answer = await send(path, init);
      if (isUpload(init)) throw new TypeError('connection reset');
      return answer;
    };
    expect(await mine.sync()).toEqual({ ok: false, error: { type: 'offline' } });
    expect(await rowOf(mine, file.attachment)).toMatchObject({ state: 'waiting' });
    mine.network = (send) => send;
    expect(await mine.sync()).toEqual(done);
    const rows = await server.database
      .selectFrom('attachment')
      .select('id')
      .where('id', '=', file.attachment.id)
      .execute();
    expect(rows).toHaveLength(1);
  });

  it('a connection that is cut in the middle of the file leaves nothing half done', async () => {
    const mine = await signIn('rep-1');
    await mine.sync();
    const file = await post(mine, 'x'.repeat(3_000_000));
    let parts = 0;
    mine.network = (send) => (path, init) => {
      if (!isUpload(init)) return send(path, init);
      const body = new ReadableStream({
        pull: (stream) => {
          parts += 1;
          if (parts > 10) stream.error(new Error('the cable'));
          else stream.enqueue(new Uint8Array(100_000).fill(120));
        },
      });
      return send(path, { ...init, body, duplex: 'half' } as RequestInit);
    };
    expect(await mine.sync()).toEqual({ ok: false, error: { type: 'offline' } });
    mine.network = (send) => send;
    expect(await mine.sync()).toEqual(done);
    expect((await read(await signIn('manager-1'), file)).length).toBe(3_000_000);
  });

  it('bytes that arrive as others are sent again; where that never ends the file is refused and stays here', async () => {
    const mine = await signIn('rep-1');
    await mine.sync();
    const file = await post(mine, 'as it was written');
    let garbled = 0;
    mine.network = (send) => (path, init) => {
      if (!isUpload(init)) return send(path, init);
      garbled += 1;
      return send(path, { ...init, body: new TextEncoder().encode('as it was wr1tten') });
    };
    expect(await mine.sync()).toEqual({
      ok: false,
      error: { type: 'refused', reason: 'bad-request', status: 400 },
    });
    for (let round = 0; round < 6; round += 1) await mine.sync();
    expect(garbled).toBe(5);
    expect(await rowOf(mine, file.attachment)).toMatchObject({
      state: 'refused',
      refusal: 'changed-on-the-way',
    });
    expect(await read(mine, file)).toBe('as it was written');

    mine.network = (send) => send;
    await sendAttachmentAgain(await mine.db(), file.attachment.id);
    expect(await mine.sync()).toEqual(done);
    expect(await rowOf(mine, file.attachment)).toMatchObject({ state: 'sent', refusal: null });
  });

  it('a file that is refused stops no other', async () => {
    const mine = await signIn('rep-1');
    await mine.sync();
    const first = await post(mine, 'first');
    const second = await post(mine, 'second');
    mine.network = (send) => async (path, init) => {
      if (isUpload(init) && path.includes(first.attachment.id)) {
        const error = { type: 'too-large', message: 'of a proxy on the way' };
        return Response.json({ error }, { status: 413 });
      }
      return send(path, init);
    };
    expect(await mine.sync()).toEqual(done);
    expect(await rowOf(mine, first.attachment)).toMatchObject({ state: 'refused', refusal: 'too-large' });
    expect(await rowOf(mine, second.attachment)).toMatchObject({ state: 'sent' });
  });

  it('work that is done while files are sent goes first', async () => {
    const mine = await signIn('rep-1');
    await mine.sync();
    await post(mine, 'one');
    await post(mine, 'two');
    let uploads = 0;
    mine.network = (send) => async (path, init) => {
      const answer = await send(path, init);
      if (isUpload(init)) {
        uploads += 1;
        if (uploads === 1) await mine.mutate('createAccount', anAccount(newId()));
      }
      return answer;
    };
    expect(await mine.sync()).toEqual(done);
    expect(uploads).toBe(1);
    expect(await mine.sync()).toEqual(done);
    expect(uploads).toBe(2);
    expect(await (await mine.db()).outbox.count()).toBe(0);
  });

  it('bytes that were damaged here are not sent', async () => {
    const mine = await signIn('rep-1');
    await mine.sync();
    const file = await post(mine, 'whole');
    const db = await mine.db();
    await db.attachmentBytes.put({ id: file.attachment.id, bytes: new TextEncoder().encode('hole.') });
    expect(await mine.sync()).toEqual(done);
    expect(await rowOf(mine, file.attachment)).toMatchObject({ state: 'refused', refusal: 'damaged' });
  });

  it('SY-6, SY-15: neither a reset nor a new client id drops bytes that were not sent', async () => {
    const mine = await signIn('rep-1');
    await mine.sync();
    mine.network = (send) => (path, init) =>
      isUpload(init) ? Promise.reject(new TypeError('no network')) : send(path, init);
    const file = await post(mine, 'kept');
    expect(await mine.sync()).toEqual({ ok: false, error: { type: 'offline' } });
    await server.database
      .updateTable('client')
      .set({ last_seq: 0, last_edit_id: null })
      .where('user_id', '=', 'rep-1')
      .execute();
    const { version } = await server.database
      .selectFrom('tenant')
      .select('version')
      .where('partner_id', '=', 'partner-1')
      .executeTakeFirstOrThrow();
    await server.database
      .updateTable('tenant')
      .set({ tombstones_from: version + 10, version: version + 10 })
      .where('partner_id', '=', 'partner-1')
      .execute();
    await mine.sync();
    expect(await rowOf(mine, file.attachment)).toMatchObject({ state: 'waiting' });
    mine.network = (send) => send;
    expect(await mine.sync()).toEqual(done);
    expect(await read(await signIn('manager-1'), file)).toBe('kept');
  });

  it('SY-4: of a message that was refused the bytes stay, and go when it is sent again', async () => {
    const [mine, colleague] = [await signIn('rep-1'), await signIn('manager-1')];
    await mine.sync();
    await colleague.sync();
    const file = await post(mine, 'of a refused message');
    await colleague.mutate('postMessage', {
      id: file.owner.id,
      about,
      text: 'The id is gone',
      mentions: [],
      attachments: [],
    });
    await colleague.sync();
    expect(await mine.sync()).toEqual(done);
    expect(await mine.attention()).toMatchObject([{ name: 'postMessage' }]);
    expect(await rowOf(mine, file.attachment)).toMatchObject({ state: 'waiting' });
    expect(await read(mine, file)).toBe('of a refused message');
  });

  it("another partner's file is not there for them", async () => {
    const [mine, stranger] = [await signIn('rep-1'), await signIn('rep-2')];
    await mine.sync();
    const file = await post(mine, 'ours');
    await mine.sync();
    expect(await read(stranger, file)).toBe('not-there-yet');
  });

  it('other bytes than the record names are not taken for the file', async () => {
    const [mine, colleague] = [await signIn('rep-1'), await signIn('manager-1')];
    await mine.sync();
    const file = await post(mine, 'the real one');
    await mine.sync();
    colleague.network = () => () => Promise.resolve(new Response('the fake one'));
    expect(await read(colleague, file)).toBe('wrong-bytes');
    colleague.network = (send) => send;
    expect(await read(colleague, file)).toBe('the real one');
  });
});

describe('OPP-6 what can be attached', () => {
  const owner = { type: 'message', id: 'm1' } as const;
  const attach = async (bytes: Uint8Array<ArrayBuffer>, name = 'a.txt') => {
    const device = await signIn('rep-1');
    return { device, added: await addAttachment(await device.db(), device.now, owner, { name, bytes }) };
  };

  it('ten megabytes are, one byte more is not', async () => {
    expect((await attach(new Uint8Array(maxAttachmentBytes).fill(65))).added.ok).toBe(true);
    const { device, added } = await attach(new Uint8Array(maxAttachmentBytes + 1).fill(65));
    expect(added).toEqual({
      ok: false,
      error: { type: 'too-large', bytes: maxAttachmentBytes + 1, limit: maxAttachmentBytes },
    });
    expect(await (await device.db()).attachmentBytes.count()).toBe(0);
  });

  it('nothing is not, and no programs', async () => {
    expect((await attach(new Uint8Array())).added).toEqual({ ok: false, error: { type: 'empty' } });
    const program = new Uint8Array(100);
    program.set([0x4d, 0x5a]);
    expect((await attach(program, 'photo.png')).added).toEqual({ ok: false, error: { type: 'executable' } });
  });

  it('says what the file is by its content', async () => {
    const { added } = await attach(new TextEncoder().encode('<html><script>'), 'photo.png');
    expect(added).toMatchObject({ ok: true, value: { name: 'photo.png', mediaType: 'text/html' } });
  });

  it('out of a draft it goes with its bytes; what a message names stays', async () => {
    const { device, added } = await attach(new TextEncoder().encode('a'));
    if (!added.ok) throw new Error('not attached');
    const db = await device.db();
    const draft = { key: 'k', messageId: 'm1', text: '', mentions: [], attachments: [added.value] };
    await keepDraft(db, draft);
    await db.attachments.update(added.value.id, { named: true });
    await removeAttachment(db, 'k', added.value.id);
    expect(await db.attachmentBytes.count()).toBe(1);

    await keepDraft(db, draft);
    await db.attachments.update(added.value.id, { named: false });
    await removeAttachment(db, 'k', added.value.id);
    expect([await db.attachments.count(), await db.attachmentBytes.count()]).toEqual([0, 0]);
  });
});
