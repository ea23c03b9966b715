import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { LeadCriteria } from '#shared/domain/lead/criteria';
import { databaseKinds } from '../../db/test-databases.test-kit';
import { startTestServer, testDay, type TestDevice, type TestServer } from '../../test-vendor.test-kit';
import { writeRecords } from '../sync/repository';
import { eventsAbout, leadDeskOf, leadOn, ruleEverything, toPartners } from './leads.test-kit';

const now = `${testDay}T10:00:00.000Z`;
const option = (id: string, points: number) => ({ id, points, label: { en: id } });
const criteria: LeadCriteria = {
  id: 'criteria-1',
  partnerId: 'partner-1',
  name: { en: 'Worth it?' },
  passAt: 60,
  criteria: [
    {
      id: 'budget',
      text: { en: 'Budget?' },
      help: null,
      required: true,
      options: [option('yes', 100), option('no', 0), option('some', 50)],
    },
  ],
};

describe.each(databaseKinds)('OPP-3 three steps of a qualification on %s', (kind) => {
  let server: TestServer;
  let rep: TestDevice;
  let channel: TestDevice;
  let desk: ReturnType<typeof leadDeskOf>;
  beforeAll(async () => {
    server = await startTestServer(kind);
    rep = await server.signIn('rep-1');
    channel = await server.signIn('channel-1');
    desk = leadDeskOf(channel);
    await ruleEverything(server, toPartners('partner-1'));
    await writeRecords(server.database, [
      {
        type: 'leadCriteria',
        id: criteria.id,
        partner_id: 'partner-1',
        version: 1,
        deleted: false,
        body: JSON.stringify(criteria),
      },
    ]);
  });
  afterAll(() => server.close());

  async function accepted(): Promise<{ readonly leadId: string; readonly id: string }> {
    const made = await desk.create();
    const id = made.offers[0]?.id ?? '';
    await rep.push(rep.next('acceptLead', { id }));
    return { leadId: made.id, id };
  }
  const answer = async (id: string, budget: string) => {
    const { refused } = await rep.push(
      rep.next('answerCriteria', { id, criteriaId: criteria.id, answers: { budget }, note: 'By phone' }),
      rep.next('sendQualification', { id, criteriaId: criteria.id }),
    );
    expect(refused).toEqual([]);
  };
  const judge = (leadId: string, body: object) =>
    desk.post(leadId, 'qualification', { decision: 'verify', comment: '', score: null, ...body });

  it('the vendor finds what was sent, with the questions, and verifies it with its own score', async () => {
    const { leadId, id } = await accepted();
    expect((await judge(leadId, {})).status).toBe(409);
    await answer(id, 'some');
    expect((await desk.list('?toVerify=true')).map((lead) => lead.id)).toContain(leadId);
    expect(await desk.find(leadId)).toMatchObject({
      criteria: { id: 'criteria-1' },
      qualification: { state: 'sent', score: 50, note: 'By phone' },
    });
    expect(await judge(leadId, { comment: 'We know them', score: 80 })).toMatchObject({
      status: 200,
      body: { qualification: { state: 'verified', score: 50, vendor: { by: 'channel-1', score: 80 } } },
    });
    expect((await leadOn(rep, id))?.qualification?.vendor).toEqual({
      by: 'channel-1',
      at: now,
      comment: 'We know them',
      score: 80,
    });
    expect((await desk.list('?toVerify=true')).map((lead) => lead.id)).not.toContain(leadId);
  });

  it('a second qualification by the vendor replaces its word, and both are in the trail', async () => {
    const { leadId, id } = await accepted();
    await answer(id, 'yes');
    await judge(leadId, { score: 90 });
    expect(await judge(leadId, { comment: 'After the visit', score: 40 })).toMatchObject({
      status: 200,
      body: { qualification: { state: 'verified', vendor: { score: 40, comment: 'After the visit' } } },
    });
    expect((await judge(leadId, { decision: 'send-back' })).status).toBe(409);
    expect(await eventsAbout(server, id)).toEqual([
      'lead.offered',
      'lead.accepted',
      'lead.qualification-sent',
      'lead.qualification-verified',
      'lead.qualification-verified',
    ]);
  });

  it('sent back with a comment, answered again, verified', async () => {
    const { leadId, id } = await accepted();
    await answer(id, 'no');
    expect(await judge(leadId, { decision: 'send-back', comment: 'Ask about next year' })).toMatchObject({
      body: { qualification: { state: 'sent-back', vendor: { comment: 'Ask about next year' } } },
    });
    expect((await judge(leadId, {})).status).toBe(409);
    await answer(id, 'yes');
    expect(await judge(leadId, {})).toMatchObject({
      body: { qualification: { state: 'verified', score: 100, vendor: { score: null } } },
    });
  });

  it('what was changed since it was read is not judged unread', async () => {
    const { leadId, id } = await accepted();
    await answer(id, 'some');
    expect((await judge(leadId, { readAt: '2026-03-09T10:00:00.000Z' })).status).toBe(409);
    const readAt = (await desk.find(leadId)).qualification?.at;
    expect((await judge(leadId, { readAt })).status).toBe(200);
    expect((await judge(leadId, { score: 101 })).status).toBe(400);
  });
});
