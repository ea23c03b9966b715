import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { maxAttachmentBytes, type Attachment } from '#shared/domain/conversation/message';
import { newId } from '#shared/lib/ids';
import { attachmentPath, type AttachmentOwner } from '#shared/protocol/attachments';
import { databaseKinds } from '../../db/test-databases.test-kit';
import { startTestServer, type TestDevice, type TestServer } from '../../test-vendor.test-kit';

const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
const about = { type: 'opportunity', id: 'deal-1' } as const;

/** What a device says of a file; `changes` are its lies. */
const named = (bytes: Buffer, changes: Partial<Attachment> = {}): Attachment => ({
  id: newId(),
  name: 'offer.png',
  mediaType: 'image/png',
  size: bytes.length,
  sha256: createHash('sha256').update(bytes).digest('hex'),
  ...changes,
});

describe.each(databaseKinds)('OPP-6 attachments on %s', (kind) => {
  let server: TestServer;
  let rep: TestDevice;
  let stranger: TestDevice;
  let channel: TestDevice;
  beforeAll(async () => {
    server = await startTestServer(kind);
    rep = await server.signIn('rep-1');
    stranger = await server.signIn('rep-2');
    channel = await server.signIn('channel-1');
    const made = await rep.push(
      rep.next('createOpportunity', {
        id: about.id,
        accountId: 'account-1',
        name: 'Storage',
        stage: 'prospecting',
        amount: '1000',
        currency: 'EUR',
        closeOn: '2026-06-30',
        nextStep: '',
        notes: '',
      }),
    );
    if (made.refused.length > 0) throw new Error(JSON.stringify(made.refused));
  });
  afterAll(() => server.close());

  /** A message that names the attachment, as it comes from a device. */
  async function post(attachment: Attachment, device = rep): Promise<AttachmentOwner> {
    const id = newId();
    const args = { id, about, text: '', mentions: [], attachments: [attachment] };
    const { refused } = await device.push(device.next('postMessage', args));
    expect(refused).toEqual([]);
    return { type: 'message', id };
  }
  async function put(owner: AttachmentOwner, id: string, bytes: Buffer, device = rep) {
    const answer = await server.app.inject({
      method: 'PUT',
      url: attachmentPath(owner, id),
      headers: { ...device.headers, 'content-type': 'application/octet-stream' },
      payload: bytes,
    });
    return { status: answer.statusCode, body: answer.json() as { error?: { type: string } } };
  }
  const get = (owner: AttachmentOwner, id: string, device = rep) =>
    server.app.inject({ method: 'GET', url: attachmentPath(owner, id), headers: device.headers });
  const errorOf = ({ status, body }: Awaited<ReturnType<typeof put>>) => [status, body.error?.type];

  it('keeps the bytes that a message names, and gives them to colleagues and to the vendor', async () => {
    const attachment = named(png);
    const owner = await post(attachment);
    expect((await get(owner, attachment.id)).statusCode).toBe(404); // not yet
    expect(await put(owner, attachment.id, png)).toMatchObject({
      status: 200,
      body: { id: attachment.id, mediaType: 'image/png', size: png.length, sha256: attachment.sha256 },
    });
    for (const device of [rep, await server.signIn('manager-1'), channel]) {
      const answer = await get(owner, attachment.id, device);
      expect(answer.statusCode).toBe(200);
      expect(answer.rawPayload.equals(png)).toBe(true);
      expect(answer.headers).toMatchObject({
        'content-type': 'image/png',
        'content-disposition': `attachment; filename="offer.png"; filename*=UTF-8''offer.png`,
        'x-content-type-options': 'nosniff',
        'content-security-policy': "default-src 'none'; sandbox",
        'cache-control': 'no-store',
      });
    }
  });

  it('sent again, or twice at once, it is there once and answered alike', async () => {
    const attachment = named(png);
    const owner = await post(attachment);
    const both = await Promise.all([put(owner, attachment.id, png), put(owner, attachment.id, png)]);
    server.setClock('2026-03-11T10:00:00.000Z');
    const again = await put(owner, attachment.id, png);
    expect([...both, again].map(({ status }) => status)).toEqual([200, 200, 200]);
    expect(again.body).toEqual(both[0].body);
    const rows = await server.database
      .selectFrom('attachment')
      .select('id')
      .where('id', '=', attachment.id)
      .execute();
    expect(rows).toHaveLength(1);
  });

  it('takes nothing but the bytes that the record names', async () => {
    const attachment = named(png);
    const owner = await post(attachment);
    const changed = Buffer.from(png);
    changed[50] = (changed[50] ?? 0) ^ 1;
    expect(errorOf(await put(owner, attachment.id, changed))).toEqual([400, 'bad-request']);
    expect(errorOf(await put(owner, attachment.id, png.subarray(0, 40)))).toEqual([400, 'bad-request']);
    expect((await get(owner, attachment.id)).statusCode).toBe(404);
    expect((await put(owner, attachment.id, png)).status).toBe(200);
  });

  it('takes nothing that no record names', async () => {
    const attachment = named(png);
    expect(errorOf(await put({ type: 'message', id: newId() }, attachment.id, png))).toEqual([
      404,
      'not-found',
    ]);
    const owner = await post(attachment);
    expect(errorOf(await put(owner, newId(), png))).toEqual([404, 'not-found']);
    expect(errorOf(await put({ type: 'order', id: owner.id }, attachment.id, png))).toEqual([
      404,
      'not-found',
    ]);
  });

  it("another partner's files do not exist: neither to read, nor to write, nor under the same id", async () => {
    const attachment = named(png);
    const owner = await post(attachment);
    expect(errorOf(await put(owner, attachment.id, png, stranger))).toEqual([404, 'not-found']);
    await put(owner, attachment.id, png);
    expect((await get(owner, attachment.id, stranger)).statusCode).toBe(404);
    expect((await get(owner, attachment.id, await server.signIn('manager-1'))).statusCode).toBe(200);

    const theirs = Buffer.from('their own words');
    await stranger.push(
      stranger.next('createOpportunity', {
        id: `deal-${attachment.id}`,
        accountId: 'account-2',
        name: 'Theirs',
        stage: 'prospecting',
        amount: '1',
        currency: 'EUR',
        closeOn: '2026-06-30',
        nextStep: '',
        notes: '',
      }),
    );
    const id = newId();
    await stranger.push(
      stranger.next('postMessage', {
        id,
        about: { type: 'opportunity', id: `deal-${attachment.id}` },
        text: '',
        mentions: [],
        attachments: [named(theirs, { id: attachment.id, name: 'a.txt' })],
      }),
    );
    const theirOwner = { type: 'message', id } as const;
    expect((await get(theirOwner, attachment.id, stranger)).statusCode).toBe(404);
    expect((await put(theirOwner, attachment.id, theirs, stranger)).status).toBe(200);
    expect((await get(theirOwner, attachment.id, stranger)).body).toBe('their own words');
    expect((await get(owner, attachment.id)).rawPayload.equals(png)).toBe(true);
  });

  it('nobody reads or writes without being signed in', async () => {
    const attachment = named(png);
    const owner = await post(attachment);
    const url = attachmentPath(owner, attachment.id);
    const headers = { 'content-type': 'application/octet-stream' };
    expect((await server.app.inject({ method: 'GET', url })).statusCode).toBe(401);
    expect((await server.app.inject({ method: 'PUT', url, headers, payload: png })).statusCode).toBe(401);
  });

  it.each([
    ['a page', '<!doctype html><script>alert(1)</script>', 'text/html'],
    ['a drawing with a script', '<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>', 'image/svg+xml'],
    ['a text', 'just words, żółw', 'text/plain'],
  ])(
    '%s that calls itself a picture is kept as what it is, and never shown in place',
    async (_, text, type) => {
      const bytes = Buffer.from(text);
      const attachment = named(bytes);
      const owner = await post(attachment);
      expect(await put(owner, attachment.id, bytes)).toMatchObject({
        status: 200,
        body: { mediaType: type },
      });
      const { headers, rawPayload } = await get(owner, attachment.id, channel);
      expect(rawPayload.equals(bytes)).toBe(true);
      expect(headers['content-type']).toMatch(type);
      expect(headers['content-disposition']).toMatch(/^attachment;/);
      expect(headers).toMatchObject({
        'x-content-type-options': 'nosniff',
        'content-security-policy': "default-src 'none'; sandbox",
      });
    },
  );

  it.each([
    ['a Windows program', Buffer.concat([Buffer.from('MZ'), Buffer.alloc(200)]), 'offer.png'],
    ['a Linux program', Buffer.concat([Buffer.from('7f454c46', 'hex'), Buffer.alloc(200)]), 'offer.pdf'],
    ['a shell script', Buffer.from('#!/bin/sh\nrm -rf .'), 'notes.txt'],
    ['a text that would run by its name', Buffer.from('del *.*'), 'offer.pdf.bat'],
    ['the same with blanks behind', Buffer.from('del *.*'), 'offer.cmd . '],
  ])('%s is refused, whatever it calls itself', async (_, bytes, name) => {
    const attachment = named(bytes, { name });
    const owner = await post(attachment);
    expect(errorOf(await put(owner, attachment.id, bytes))).toEqual([415, 'unsupported-media-type']);
    expect((await get(owner, attachment.id)).statusCode).toBe(404);
  });

  it('ten megabytes are taken, one byte more is not', async () => {
    const bytes = Buffer.alloc(maxAttachmentBytes, 'fieldquote ');
    const attachment = named(bytes, { name: 'long.txt' });
    const owner = await post(attachment);
    expect(errorOf(await put(owner, attachment.id, Buffer.alloc(maxAttachmentBytes + 1)))).toEqual([
      413,
      'too-large',
    ]);
    expect((await put(owner, attachment.id, bytes)).status).toBe(200);
    expect((await get(owner, attachment.id)).rawPayload.equals(bytes)).toBe(true);
  });

  it('takes bytes only as bytes', async () => {
    const attachment = named(png);
    const owner = await post(attachment);
    const answer = await rep.ask('POST', attachmentPath(owner, attachment.id), { bytes: 'x' });
    expect(answer.status).toBe(404);
    const form = await server.app.inject({
      method: 'PUT',
      url: attachmentPath(owner, attachment.id),
      headers: { ...rep.headers, 'content-type': 'multipart/form-data; boundary=x' },
      payload: png,
    });
    expect(form.statusCode).toBe(400);
    expect((await get(owner, attachment.id)).statusCode).toBe(404);
  });

  it('a document of an order travels the same way', async () => {
    const attachment = named(png, { name: 'Zamówienie nr 5.png' });
    const id = newId();
    const order = { id, partnerId: 'partner-1', documents: [attachment] };
    await server.database
      .insertInto('record')
      .values({
        type: 'order',
        id,
        partner_id: 'partner-1',
        version: 1,
        deleted: false,
        body: JSON.stringify(order),
        deleted_at: null,
      })
      .execute();
    const owner = { type: 'order', id } as const;
    expect((await put(owner, attachment.id, png)).status).toBe(200);
    const { headers } = await get(owner, attachment.id, channel);
    expect(headers['content-disposition']).toBe(
      `attachment; filename="Zam_wienie nr 5.png"; filename*=UTF-8''Zam%C3%B3wienie%20nr%205.png`,
    );
  });
});
