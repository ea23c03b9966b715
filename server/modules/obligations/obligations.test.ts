import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Obligation } from '#shared/domain/deal/obligation';
import { newId } from '#shared/lib/ids';
import { vendorObligationListSchema } from '#shared/protocol/vendor-obligation';
import { databaseKinds } from '../../db/test-databases.test-kit';
import { startTestServer, testDay, type TestDevice, type TestServer } from '../../test-vendor.test-kit';
import { recordOf } from '../approvals/approvals.test-kit';
import { eventsAbout } from '../leads/leads.test-kit';
import { priceBookSource } from '../snapshots/price-book-source';
import { lockTenant, setTenantVersion, writeRecords } from '../sync/repository';
import { escalateObligations } from './escalate';
import { escalationLevel } from './escalation-level';

it.each([
  ['2026-03-10', 0],
  ['2026-03-11', 1],
  ['2026-03-12', 1],
  ['2026-03-13', 2],
  ['2026-03-16', 2],
  ['2026-03-17', 3],
  ['2027-01-01', 3],
])('OPP-7 due on 10 March, on %s it is at level %d', (today, level) => {
  expect(escalationLevel('2026-03-10', today)).toBe(level);
});

describe.each(databaseKinds)('OPP-7 obligations on %s', (kind) => {
  let server: TestServer;
  let rep: TestDevice;
  let channel: TestDevice;
  beforeAll(async () => {
    server = await startTestServer(kind);
    rep = await server.signIn('rep-1');
    channel = await server.signIn('channel-1');
  });
  afterAll(() => server.close());

  const address = '/api/v1/vendor/obligations';
  const at = '2026-03-01T09:00:00.000Z';
  async function owed(changes: Partial<Obligation> = {}): Promise<string> {
    const record: Obligation = {
      id: newId(),
      partnerId: 'partner-1',
      opportunityId: 'opportunity-1',
      templateId: null,
      text: { en: 'Send the plan' },
      side: 'vendor',
      ownerId: null,
      dueOn: testDay,
      done: null,
      escalation: null,
      createdAt: at,
      updatedAt: at,
      ...changes,
    };
    await server.database.transaction().execute(async (queries) => {
      const version = (await lockTenant(queries, record.partnerId)) + 1;
      const { id, partnerId } = record;
      await writeRecords(queries, [
        {
          type: 'obligation',
          id,
          partner_id: partnerId,
          version,
          deleted: false,
          body: JSON.stringify(record),
        },
      ]);
      await setTenantVersion(queries, partnerId, version);
    });
    return record.id;
  }
  const escalate = (now: string) =>
    escalateObligations(server.database, priceBookSource(server.chunks), () => new Date(now));
  const record = async (id: string) => (await recordOf(rep, 'obligation', id)) as Obligation;
  const list = async (query = '') =>
    vendorObligationListSchema.parse((await channel.ask('GET', `${address}${query}`)).body).obligations;
  const complete = (id: string, device = channel) =>
    device.ask('POST', `${address}/${id}/complete`, { note: 'Sent by mail' });

  it('is passed up when its day is over in the partner’s zone, once for each level', async () => {
    const id = await owed({ side: 'partner', ownerId: 'rep-1' });
    // 00:30 on the 11th in Warsaw is still the 10th in UTC.
    await escalate('2026-03-10T22:30:00.000Z');
    expect((await record(id)).escalation).toBeNull();
    await escalate('2026-03-10T23:30:00.000Z');
    const passedUp = { level: 1, at: '2026-03-10T23:30:00.000Z' };
    expect((await record(id)).escalation).toEqual(passedUp);
    await Promise.all(['2026-03-11T10:00:00.000Z', '2026-03-12T10:00:00.000Z'].map(escalate));
    expect((await record(id)).escalation).toEqual(passedUp);
    await escalate('2026-03-13T10:00:00.000Z');
    expect((await record(id)).escalation).toMatchObject({ level: 2 });
    await escalate('2026-04-01T10:00:00.000Z');
    await escalate('2026-04-02T10:00:00.000Z');
    expect((await record(id)).escalation).toEqual({ level: 3, at: '2026-04-01T10:00:00.000Z' });
    expect(await eventsAbout(server, id)).toEqual(Array.from({ length: 3 }, () => 'obligation.escalated'));
  });

  it('is not passed up when it is done; moved to a later day it begins anew', async () => {
    const done = await owed({ done: { by: 'rep-1', at, note: '' } });
    const moved = await owed({ side: 'partner', ownerId: 'rep-1' });
    await escalate('2026-03-18T10:00:00.000Z');
    expect((await record(done)).escalation).toBeNull();
    expect((await record(moved)).escalation).toMatchObject({ level: 3 });
    await rep.push(rep.next('editObligation', { id: moved, changes: { dueOn: '2026-03-20' } }));
    await escalate('2026-03-18T11:00:00.000Z');
    expect((await record(moved)).escalation).toBeNull();
    await escalate('2026-03-21T10:00:00.000Z');
    expect((await record(moved)).escalation).toMatchObject({ level: 1 });
  });

  it('the vendor sees what it owes, the first due first, and completes it once', async () => {
    const later = await owed({ dueOn: '2026-05-02' });
    const sooner = await owed({ dueOn: '2026-05-01' });
    const partners = await owed({ side: 'partner', dueOn: '2026-05-03' });
    const idsOf = async (query?: string) => (await list(query)).map(({ obligation }) => obligation.id);
    const open = await idsOf();
    expect(open.indexOf(sooner)).toBeLessThan(open.indexOf(later));
    expect(open).not.toContain(partners);
    expect(await idsOf('?side=partner')).toContain(partners);
    expect(await idsOf('?side=both')).toEqual(expect.arrayContaining([partners, later]));
    expect((await list()).find(({ obligation }) => obligation.id === sooner)).toMatchObject({
      partnerName: 'Vistula IT',
    });

    const answers = await Promise.all([complete(sooner), complete(sooner)]);
    expect(answers.map(({ status }) => status).sort((a, b) => a - b)).toEqual([200, 409]);
    expect((await record(sooner)).done).toEqual({
      by: 'channel-1',
      at: `${testDay}T10:00:00.000Z`,
      note: 'Sent by mail',
    });
    expect(await idsOf()).not.toContain(sooner);
    expect(await idsOf('?state=done')).toContain(sooner);
    expect(await eventsAbout(server, sooner)).toEqual(['obligation.completed']);
    expect((await complete(partners)).status).toBe(409);
    expect((await complete('nothing')).status).toBe(404);
    expect((await complete(later, rep)).status).toBe(403);
  });
});
