import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Message } from '#shared/domain/conversation/message';
import { newId } from '#shared/lib/ids';
import {
  vendorConversationFileSchema,
  vendorConversationListSchema,
  type VendorMessage,
} from '#shared/protocol/vendor-conversation';
import { databaseKinds } from '../../db/test-databases.test-kit';
import { startTestServer, testDay, type TestDevice, type TestServer } from '../../test-vendor.test-kit';
import { recordOf } from '../approvals/approvals.test-kit';

describe.each(databaseKinds)('OPP-6 conversations at the vendor’s desk on %s', (kind) => {
  let server: TestServer;
  let rep: TestDevice;
  let channel: TestDevice;
  beforeAll(async () => {
    server = await startTestServer(kind);
    rep = await server.signIn('rep-1');
    channel = await server.signIn('channel-1');
  });
  afterAll(() => server.close());

  const list = '/api/v1/vendor/conversations';
  const minute = (at: number): string => `${testDay}T11:${String(at).padStart(2, '0')}:00.000Z`;

  /** Something to talk about, of partner-1. */
  async function aDeal(): Promise<string> {
    const id = newId();
    const { refused } = await rep.push(
      rep.next('createOpportunity', {
        id,
        accountId: 'account-1',
        name: `Deal ${id}`,
        stage: 'prospecting',
        amount: '1000',
        currency: 'EUR',
        closeOn: '2026-06-30',
        nextStep: '',
        notes: '',
      }),
    );
    expect(refused).toEqual([]);
    return id;
  }
  async function write(dealId: string, text: string, at: number): Promise<string> {
    const id = newId();
    server.setClock(minute(at));
    const about = { type: 'opportunity', id: dealId } as const;
    const args = { id, about, text, mentions: [], attachments: [] };
    expect((await rep.push(rep.next('postMessage', args))).refused).toEqual([]);
    return id;
  }
  const said = (changes: Partial<VendorMessage> = {}): VendorMessage => ({
    id: newId(),
    text: 'Yes',
    mentions: [],
    attachments: [],
    ...changes,
  });
  const post = (dealId: string, message: object, device = channel) =>
    device.ask('POST', `${list}/opportunity/${dealId}/messages`, message);
  const file = async (dealId: string, device = channel) =>
    vendorConversationFileSchema.parse((await device.ask('GET', `${list}/opportunity/${dealId}`)).body);
  const listed = async (dealId: string, device = channel) =>
    vendorConversationListSchema
      .parse((await device.ask('GET', list)).body)
      .conversations.find(({ about }) => about.id === dealId);

  it('lists what partners wrote, with what one has not read; what is read is read for that person alone', async () => {
    const deal = await aDeal();
    await write(deal, 'First', 1);
    await write(deal, 'Second', 2);
    expect(await listed(deal)).toMatchObject({
      partnerName: 'Vistula IT',
      subject: `Deal ${deal}`,
      messages: 2,
      unread: 2,
      last: { text: 'Second', receivedAt: minute(2), authorName: 'rep-1' },
    });
    const read = (upTo: string) => channel.ask('POST', `${list}/opportunity/${deal}/read`, { upTo });
    expect((await read(minute(1))).status).toBe(204);
    expect(await listed(deal)).toMatchObject({ unread: 1 });
    await read(minute(2));
    await read(minute(1)); // an older window: it never goes back
    expect(await listed(deal)).toMatchObject({ unread: 0 });
    expect(await listed(deal, await server.signIn('admin-1'))).toMatchObject({ unread: 2 });
    expect((await file(deal)).readUpTo).toBe(minute(2));
    // A clock that runs ahead would hide what comes.
    server.setClock(minute(3));
    await read('2099-01-01T00:00:00.000Z');
    expect((await file(deal)).readUpTo).toBe(minute(3));
  });

  it('the one last written in comes first', async () => {
    const [older, newer] = [await aDeal(), await aDeal()];
    await write(newer, 'a', 3);
    await write(older, 'b', 4);
    await write(newer, 'c', 5);
    const { conversations } = vendorConversationListSchema.parse((await channel.ask('GET', list)).body);
    const ids = conversations.map(({ about }) => about.id);
    expect(ids.indexOf(newer)).toBeLessThan(ids.indexOf(older));
  });

  it('a message about something that only a newer server knows takes no other from the list', async () => {
    const deal = await aDeal();
    const known = await write(deal, 'about a deal', 6);
    const { body } = await server.database
      .selectFrom('record')
      .select('body')
      .where('id', '=', known)
      .executeTakeFirstOrThrow();
    const message = { ...(body as Message), id: newId(), about: { type: 'case', id: newId() } };
    await server.database
      .insertInto('record')
      .values({
        type: 'message',
        id: message.id,
        partner_id: 'partner-1',
        version: 1,
        body: JSON.stringify(message),
        deleted: false,
        deleted_at: null,
      })
      .execute();
    expect((await channel.ask('GET', list)).status).toBe(200);
    expect(await listed(deal)).toMatchObject({ messages: 1 });
  });

  it('one that is deleted while the list is read, or its deal, fails nobody’s list', async () => {
    const deals = [await aDeal(), await aDeal(), await aDeal()];
    for (const deal of deals) await write(deal, 'soon gone', 7);
    const gone = deals.flatMap((id) => [
      server.database.updateTable('record').set({ deleted: true }).where('id', '=', id).execute(),
      server.database
        .updateTable('record')
        .set({ deleted: true, body: 'null' })
        .where('type', '=', 'message')
        .where(sql<boolean>`body -> 'about' ->> 'id' = ${id}`)
        .execute(),
    ]);
    const answers = await Promise.all(Array.from({ length: 8 }, () => channel.ask('GET', list)));
    await Promise.all(gone);
    expect(answers.map(({ status }) => status)).toEqual(Array.from({ length: 8 }, () => 200));
  });

  it('what the vendor writes comes down to the partner, with the name and time of the server', async () => {
    const deal = await aDeal();
    server.setClock(minute(10));
    const message = said({ text: '@rep-1 yes', mentions: ['rep-1'] });
    const answer = await post(deal, message);
    expect(answer).toMatchObject({ status: 200, body: { messages: [{ id: message.id }] } });
    expect(await recordOf(rep, 'message', message.id)).toEqual({
      ...message,
      partnerId: 'partner-1',
      about: { type: 'opportunity', id: deal },
      authorId: 'channel-1',
      authorName: 'channel-1',
      side: 'vendor',
      capturedAt: minute(10),
      receivedAt: minute(10),
    });
    const events = await server.database
      .selectFrom('event')
      .select(['type', 'partner_id', 'actor_id'])
      .where('subject_id', '=', message.id)
      .execute();
    expect(events).toEqual([{ type: 'message.posted', partner_id: 'partner-1', actor_id: 'channel-1' }]);
  });

  it('sent again it is there once; another message under its id is not taken', async () => {
    const deal = await aDeal();
    const message = said();
    await post(deal, message);
    expect((await post(deal, message)).status).toBe(200);
    expect((await file(deal)).messages).toHaveLength(1);
    expect((await post(deal, { ...message, text: 'No' })).status).toBe(409);
    const theirs = await write(deal, 'by a rep', 12);
    expect((await post(deal, said({ id: theirs }))).status).toBe(409);
    expect((await file(deal)).messages.map(({ text }) => text)).toEqual(['Yes', 'by a rep']);
  });

  it('is in the order in which the server received it', async () => {
    const deal = await aDeal();
    await write(deal, 'one', 20);
    server.setClock(minute(21));
    await post(deal, said({ text: 'two' }));
    await write(deal, 'three', 22);
    expect((await file(deal)).messages.map(({ text }) => text)).toEqual(['one', 'two', 'three']);
  });

  it('offers the partner’s people and the vendor’s to be named, and nobody else’s', async () => {
    const { people } = await file(await aDeal());
    expect(people.map(({ id, side }) => `${side} ${id}`).toSorted()).toEqual([
      'partner manager-1',
      'partner rep-1',
      'vendor admin-1',
      'vendor channel-1',
    ]);
  });

  it('the vendor may begin; about nothing there is nothing to say', async () => {
    const deal = await aDeal();
    expect((await file(deal)).messages).toEqual([]);
    expect((await post(deal, said())).status).toBe(200);
    expect((await post(newId(), said())).status).toBe(404);
    expect((await channel.ask('GET', `${list}/opportunity/${newId()}`)).status).toBe(404);
    expect((await channel.ask('GET', `${list}/account/account-1`)).status).toBe(400);
    const read = { upTo: minute(1) };
    expect((await channel.ask('POST', `${list}/opportunity/${newId()}/read`, read)).status).toBe(404);
  });

  it.each([
    ['says nothing', { text: ' \n' }],
    ['has a character that is none', { text: 'a\u0000b' }],
    ['is too long', { text: 'x'.repeat(10_001) }],
    ['has no id', { id: '' }],
  ])('a message that %s is not taken', async (_, changes) => {
    const deal = await aDeal();
    expect((await post(deal, { ...said(), ...changes })).status).toBe(400);
    expect((await file(deal)).messages).toEqual([]);
  });

  it('is for the vendor’s people alone', async () => {
    const deal = await aDeal();
    for (const device of [rep, await server.signIn('manager-1')]) {
      expect((await device.ask('GET', list)).status).toBe(403);
      expect((await device.ask('GET', `${list}/opportunity/${deal}`)).status).toBe(403);
      expect((await post(deal, said(), device)).status).toBe(403);
    }
  });
});
