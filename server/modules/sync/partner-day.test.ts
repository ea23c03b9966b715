import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readMarkId } from '#shared/domain/conversation/read-mark';
import type { Lead } from '#shared/domain/lead/lead';
import type { RecordOf, RecordType } from '#shared/domain/records';
import { newId } from '#shared/lib/ids';
import { aLead } from '#shared/mutations/partner-day.test-kit';
import type { ArgsOf, MutationName } from '#shared/mutations/registry';
import { databaseKinds } from '../../db/test-databases.test-kit';
import { patchOf, startTestServer, type TestDevice, type TestServer } from '../../test-vendor.test-kit';
import { lockTenant, setTenantVersion, writeRecords } from './repository';

/** What the device's clock says in `next`, and what the server's says when it hears of it. */
const captured = '2026-03-10T10:00:00.000Z';
const received = '2026-03-10T11:30:00.000Z';

describe.each(databaseKinds)("the server's word on the partner's day on %s", (kind) => {
  let server: TestServer;
  let rep: TestDevice;
  beforeAll(async () => {
    server = await startTestServer(kind);
    server.setClock(received);
    rep = await server.signIn('rep-1');
  });
  afterAll(() => server.close());

  const give = (type: RecordType, record: { readonly id: string }) =>
    server.database.transaction().execute(async (queries) => {
      const version = (await lockTenant(queries, 'partner-1')) + 1;
      const row = { type, id: record.id, partner_id: 'partner-1', version, deleted: false };
      await writeRecords(queries, [{ ...row, body: JSON.stringify(record) }]);
      await setTenantVersion(queries, 'partner-1', version);
    });
  const offered = async (changes: Partial<Lead> = {}): Promise<string> => {
    const lead = aLead({ id: newId(), acceptBy: '2026-03-10T12:00:00.000Z', ...changes });
    await give('lead', lead);
    return lead.id;
  };
  const stored = async <T extends RecordType>(type: T, id: string) =>
    patchOf(await rep.pull()).changes.find((change) => change.type === type && change.id === id)
      ?.record as RecordOf<T>;
  const refusalOf = async <N extends MutationName>(device: TestDevice, name: N, args: ArgsOf<N>) =>
    (await device.push(device.next(name, args))).refused[0]?.rejection;

  it('OPP-2, SY-11 a lead is accepted when the server hears of it, not when the device says', async () => {
    const id = await offered();
    await rep.push(rep.next('acceptLead', { id }, { capturedAt: '2030-01-01T00:00:00.000Z' }));
    expect(await stored('lead', id)).toMatchObject({
      state: 'accepted',
      ownerId: 'rep-1',
      answer: { by: 'rep-1', at: received, reason: null },
      updatedAt: received,
    });
  });

  it('OPP-2 a lead accepted on two laptops is the first one’s; the other is told so', async () => {
    const id = await offered();
    const manager = await server.signIn('manager-1');
    await manager.push(manager.next('acceptLead', { id }));
    expect(await refusalOf(rep, 'acceptLead', { id })).toEqual({
      type: 'wrong-state',
      recordType: 'lead',
      id,
      state: 'accepted',
      wanted: 'offered',
    });
    expect((await stored('lead', id)).ownerId).toBe('manager-1');
  });

  it.each([
    ['acceptLead', {}],
    ['declineLead', { reason: 'no-capacity', text: '' }],
  ] as const)('OPP-2, SY-11 after its time by the server’s clock %s comes too late', async (name, more) => {
    const id = await offered({ acceptBy: '2026-03-10T11:29:59.999Z' });
    const args = { id, ...more } as ArgsOf<typeof name>;
    const early = rep.next(name, args, { capturedAt: '2026-03-10T08:00:00.000Z' });
    expect((await rep.push(early)).refused[0]?.rejection).toEqual({
      type: 'wrong-state',
      recordType: 'lead',
      id,
      state: 'missed',
      wanted: 'offered',
    });
    expect(await stored('lead', id)).toMatchObject({ state: 'offered', answer: null });
  });

  it('OPP-2 in the last moment is in time; given back it may be whenever', async () => {
    const id = await offered({ acceptBy: received });
    await rep.push(rep.next('acceptLead', { id }));
    server.setClock('2026-04-01T09:00:00.000Z');
    await rep.push(rep.next('returnLead', { id, reason: 'no-need', text: 'Bought elsewhere' }));
    server.setClock(received);
    expect(await stored('lead', id)).toMatchObject({
      state: 'returned',
      ownerId: 'rep-1',
      answer: { at: '2026-04-01T09:00:00.000Z', reason: 'no-need', text: 'Bought elsewhere' },
    });
  });

  it('another partner’s lead is not there', async () => {
    const id = await offered();
    const stranger = await server.signIn('rep-2');
    expect(await refusalOf(stranger, 'acceptLead', { id })).toEqual({
      type: 'not-found',
      recordType: 'lead',
      id,
    });
  });

  it('OPP-6, SY-11 a message is received now and from whom the account says', async () => {
    const about = { type: 'lead', id: await offered() } as const;
    const id = newId();
    const args = {
      id,
      about,
      text: 'When may we call?',
      mentions: [],
      attachments: [],
      authorName: 'The CEO',
    };
    await rep.push(rep.next('postMessage', args));
    expect(await stored('message', id)).toEqual({
      id,
      partnerId: 'partner-1',
      about,
      authorId: 'rep-1',
      authorName: 'rep-1',
      side: 'partner',
      text: 'When may we call?',
      mentions: [],
      attachments: [],
      capturedAt: captured,
      receivedAt: received,
    });
  });

  it('OPP-6 nobody has read what is not received yet, and a mark never goes back', async () => {
    const about = { type: 'lead', id: await offered() } as const;
    const id = readMarkId('rep-1', about);
    const read = (upTo: string) => rep.push(rep.next('markRead', { id, about, upTo }));
    await read('2026-03-10T09:00:00.000Z');
    expect((await stored('readMark', id)).upTo).toBe('2026-03-10T09:00:00.000Z');
    await read('2031-01-01T00:00:00.000Z');
    expect(await stored('readMark', id)).toMatchObject({ userId: 'rep-1', upTo: received });
    expect(await read('2026-03-10T08:00:00.000Z')).toMatchObject({ refused: [] });
    await read('2032-01-01T00:00:00.000Z');
    expect((await stored('readMark', id)).upTo).toBe(received);
  });

  it('OPP-6 the mark of somebody else is refused', async () => {
    const about = { type: 'lead', id: await offered() } as const;
    const args = { id: readMarkId('manager-1', about), about, upTo: captured };
    expect(await refusalOf(rep, 'markRead', args)).toMatchObject({ type: 'invalid-arguments' });
  });

  it('OPP-7 a step is done when the server hears of it, by whom the account names', async () => {
    const id = newId();
    const obligation = {
      id,
      partnerId: 'partner-1',
      opportunityId: 'opp-1',
      templateId: null,
      text: { en: 'Call' },
      side: 'partner',
      ownerId: 'rep-1',
      dueOn: '2026-03-20',
      done: null,
      escalation: { level: 1, at: captured },
      createdAt: captured,
      updatedAt: captured,
    };
    await give('obligation', obligation);
    await rep.push(rep.next('completeObligation', { id, note: 'Done by phone', by: 'Somebody' }));
    const done = { by: 'rep-1', at: received, note: 'Done by phone' };
    expect((await stored('obligation', id)).done).toEqual(done);
    expect(await refusalOf(rep, 'completeObligation', { id, note: '' })).toMatchObject({ state: 'done' });
    await rep.push(rep.next('reopenObligation', { id }));
    expect(await stored('obligation', id)).toMatchObject({ done: null, escalation: null });
  });

  it('work is given to people of the partner alone', async () => {
    const manager = await server.signIn('manager-1');
    const items = [{ type: 'lead' as const, id: await offered({ state: 'accepted', ownerId: 'rep-1' }) }];
    for (const toUserId of ['rep-2', 'channel-1']) {
      expect(await refusalOf(manager, 'reassign', { items, toUserId })).toEqual({
        type: 'not-found',
        recordType: 'person',
        id: toUserId,
      });
    }
    expect(await refusalOf(rep, 'reassign', { items, toUserId: 'manager-1' })).toMatchObject({
      type: 'not-allowed',
    });
    expect(await refusalOf(manager, 'reassign', { items, toUserId: 'manager-1' })).toBeUndefined();
    expect((await stored('lead', items[0]?.id ?? '')).ownerId).toBe('manager-1');
  });
});
