import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Lead } from '#shared/domain/lead/lead';
import { newId } from '#shared/lib/ids';
import type { VendorLeadFile } from '#shared/protocol/vendor-lead';
import { databaseKinds } from '../../db/test-databases.test-kit';
import { startTestServer, testDay, type TestDevice, type TestServer } from '../../test-vendor.test-kit';
import {
  aNewLead,
  eventsAbout,
  leadDeskOf,
  leadOn,
  leadsAddress,
  ruleEverything,
  runLeadJob,
  toPartners,
} from './leads.test-kit';

const now = `${testDay}T10:00:00.000Z`;
const later = `${testDay}T12:00:00.000Z`;
const nextDay = '2026-03-11T10:00:00.001Z';

describe.each(databaseKinds)('OPP-2 leads on %s', (kind) => {
  let server: TestServer;
  let rep: TestDevice;
  let stranger: TestDevice;
  let channel: TestDevice;
  let desk: ReturnType<typeof leadDeskOf>;
  beforeAll(async () => {
    server = await startTestServer(kind);
    rep = await server.signIn('rep-1');
    stranger = await server.signIn('rep-2');
    channel = await server.signIn('channel-1');
    desk = leadDeskOf(channel);
    await ruleEverything(server, toPartners('partner-1', 'partner-2'));
  });
  afterAll(() => server.close());

  const offerId = (file: VendorLeadFile): string => file.offers[0]?.id ?? '';
  const must = async (answer: Promise<{ refused: unknown[] }>) => expect((await answer).refused).toEqual([]);

  it('goes by the rules to a partner, who sees it all; the vendor sees by which rule and why', async () => {
    const made = await desk.create();
    expect(made).toMatchObject({
      state: 'offered',
      waiting: null,
      offers: [
        {
          partnerId: 'partner-1',
          partnerName: 'Vistula IT',
          by: { kind: 'rule', ruleId: 'all', ruleName: 'All' },
          state: 'offered',
          offeredAt: now,
          acceptBy: '2026-03-11T10:00:00.000Z',
          answeredAt: null,
        },
      ],
      routing: {
        version: 1,
        ruleId: 'all',
        trail: [{ ruleId: 'all', matched: true }],
        considered: [{ partnerName: 'Vistula IT', verdict: 'chosen' }, { verdict: 'fits' }],
      },
    });
    expect(made.number).toMatch(/^LD-1\d{3}$/);
    expect(await leadOn(rep, offerId(made))).toMatchObject({
      number: made.number,
      company: { name: 'Tatra Hotels', city: 'Zakopane' },
      contact: { email: 'ewa@tatra.example' },
      need: 'Backup for twelve hotels',
      ownerId: null,
      state: 'offered',
    });
    expect(await leadOn(stranger, offerId(made))).toBeUndefined();
    expect(await eventsAbout(server, made.id, offerId(made))).toEqual(['lead.created', 'lead.offered']);
  });

  it('is made once for its id, however often it is sent', async () => {
    const lead = aNewLead();
    const answers = await Promise.all([1, 2, 3].map(() => channel.ask('POST', leadsAddress, lead)));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect((await desk.find(lead.id)).offers).toHaveLength(1);
    expect(await eventsAbout(server, lead.id)).toEqual(['lead.created']);
  });

  it('accepted: the answer and how long it took are in the file', async () => {
    const made = await desk.create();
    server.setClock(later);
    await must(rep.push(rep.next('acceptLead', { id: offerId(made) })));
    server.setClock(now);
    expect(await desk.find(made.id)).toMatchObject({
      state: 'accepted',
      offers: [
        { state: 'accepted', answeredAt: later, answerMinutes: 120, answeredBy: 'rep-1', endedAt: null },
      ],
    });
  });

  it('declined: the reason is kept, the partner keeps the name alone, and the next one has it at once', async () => {
    const made = await desk.create();
    const id = offerId(made);
    await must(rep.push(rep.next('declineLead', { id, reason: 'no-capacity', text: 'Until May' })));
    expect(await desk.find(made.id)).toMatchObject({
      state: 'offered',
      offers: [
        { partnerId: 'partner-2', state: 'offered' },
        {
          id,
          partnerId: 'partner-1',
          state: 'declined',
          reason: 'no-capacity',
          text: 'Until May',
          endedAt: now,
        },
      ],
      routing: { considered: [{ partnerId: 'partner-1', verdict: 'tried' }, { verdict: 'chosen' }] },
    });
    const left = await leadOn(rep, id);
    expect(left).toMatchObject({
      state: 'declined',
      company: { name: 'Tatra Hotels', country: 'PL', city: '', street: '', taxId: '', website: '' },
      contact: { name: '', email: '', phone: '' },
      need: '',
      estimate: null,
      families: [],
      answer: { text: 'Until May' },
    });
    expect(await eventsAbout(server, id)).toEqual(['lead.offered', 'lead.declined']);
  });

  it('returned after it was accepted: the time of the acceptance stays, the lead goes on', async () => {
    const made = await desk.create();
    const id = offerId(made);
    server.setClock(later);
    await must(rep.push(rep.next('acceptLead', { id })));
    server.setClock(nextDay);
    await must(rep.push(rep.next('returnLead', { id, reason: 'no-need', text: '' })));
    server.setClock(now);
    const file = await desk.find(made.id);
    expect(file.offers.find((offer) => offer.id === id)).toMatchObject({
      state: 'returned',
      answeredAt: later,
      endedAt: nextDay,
      reason: 'no-need',
    });
    expect(file).toMatchObject({ state: 'offered', offers: [{ partnerId: 'partner-2' }, {}] });
    expect((await leadOn(rep, id))?.contact.email).toBe('');
  });

  it('never twice to the same partner: with nobody left it waits at the desk and says why', async () => {
    const made = await desk.create();
    await must(rep.push(rep.next('declineLead', { id: offerId(made), reason: 'other', text: '' })));
    const second = offerId(await desk.find(made.id));
    await must(
      stranger.push(stranger.next('declineLead', { id: second, reason: 'outside-region', text: '' })),
    );
    const waiting = await desk.find(made.id);
    expect(waiting).toMatchObject({ state: 'waiting', waiting: { reason: 'nobody-left' } });
    expect(waiting.offers).toHaveLength(2);
    // Neither the job nor a person who asks again changes that.
    await runLeadJob(server, now);
    expect(await desk.post(made.id, 'route')).toMatchObject({ status: 200, body: { state: 'waiting' } });
    expect((await desk.find(made.id)).offers).toHaveLength(2);
    expect(await eventsAbout(server, made.id)).toEqual(['lead.created', 'lead.unplaced']);
  });

  it('missed: taken back when its time is up, not a moment before; the name stays, the rest goes, and it goes on', async () => {
    const made = await desk.create();
    const id = offerId(made);
    await runLeadJob(server, '2026-03-11T10:00:00.000Z');
    expect((await desk.find(made.id)).offers).toMatchObject([{ id, state: 'offered' }]);
    server.setClock(nextDay);
    await runLeadJob(server, nextDay);
    await runLeadJob(server, nextDay);
    server.setClock(now);
    expect(await desk.find(made.id)).toMatchObject({
      state: 'offered',
      offers: [
        { partnerId: 'partner-2', offeredAt: nextDay },
        { id, state: 'missed', answeredAt: null, endedAt: nextDay },
      ],
    });
    expect(await leadOn(rep, id)).toMatchObject({
      state: 'missed',
      number: made.number,
      company: { name: 'Tatra Hotels', street: '', taxId: '' },
      contact: { name: '', email: '' },
    });
    expect(await eventsAbout(server, id)).toEqual(['lead.offered', 'lead.missed']);
  });

  it('answered too late is refused by the server’s clock (SY-11), before and after the job', async () => {
    const made = await desk.create();
    const id = offerId(made);
    server.setClock(nextDay);
    const accept = async (device: TestDevice) =>
      (await device.push(device.next('acceptLead', { id }, { capturedAt: now }))).refused[0]?.rejection;
    const tooLate = { type: 'wrong-state', state: 'missed' };
    expect(await accept(await server.signIn('rep-1'))).toMatchObject(tooLate);
    await runLeadJob(server, nextDay);
    expect(await accept(await server.signIn('rep-1'))).toMatchObject(tooLate);
    server.setClock(now);
  });

  it('two laptops that accept and the job that takes back, all at once: one thing happens, and all agree on which', async () => {
    for (let round = 0; round < 6; round += 1) {
      const made = await desk.create();
      const id = offerId(made);
      const laptops = await Promise.all([server.signIn('rep-1'), server.signIn('manager-1')]);
      // In time by the clock of the push, too late by that of the job: only the lock is between them.
      const accepts = laptops.map(
        async (laptop) => (await laptop.push(laptop.next('acceptLead', { id }))).refused.length === 0,
      );
      const jobs = [runLeadJob(server, nextDay), runLeadJob(server, nextDay)];
      const accepted = await Promise.all(accepts);
      await Promise.all(jobs);

      const record = (await leadOn(rep, id)) as Lead;
      const file = await desk.find(made.id);
      const offer = file.offers.find((one) => one.id === id);
      expect(offer?.state).toBe(record.state);
      expect(['accepted', 'missed']).toContain(record.state);
      expect(accepted.filter(Boolean)).toHaveLength(record.state === 'accepted' ? 1 : 0);
      expect(file.offers).toHaveLength(record.state === 'accepted' ? 1 : 2);
      expect(record.contact.email).toBe(record.state === 'accepted' ? 'ewa@tatra.example' : '');
    }
  });

  it('two servers that route at once offer it once', async () => {
    await ruleEverything(server, { kind: 'keep' });
    const made = await desk.create();
    expect(made).toMatchObject({ state: 'waiting', waiting: { reason: 'kept-by-rule' }, offers: [] });
    await ruleEverything(server, toPartners('partner-1', 'partner-2'));
    await Promise.all([1, 2, 3].map(() => desk.post(made.id, 'route')));
    expect((await desk.find(made.id)).offers).toMatchObject([{ partnerId: 'partner-1' }]);
  });

  it('converted: it is over, and counts no more as open', async () => {
    const made = await desk.create();
    const id = offerId(made);
    const opportunity = {
      id: newId(),
      name: 'Backup',
      stage: 'qualification',
      amount: '20000',
      currency: 'EUR',
      closeOn: '2026-06-30',
      nextStep: '',
      notes: '',
    } as const;
    await must(
      rep.push(
        rep.next('acceptLead', { id }),
        rep.next('convertLead', {
          id,
          account: { kind: 'existing', id: 'account-1' },
          contact: null,
          opportunity,
        }),
      ),
    );
    const file = await desk.find(made.id);
    expect(file).toMatchObject({ state: 'converted', offers: [{ id, state: 'converted' }] });
    expect(file.offers[0]?.endedAt).not.toBeNull();
    expect((await desk.post(made.id, 'take-back', { comment: '', routeAgain: false })).status).toBe(409);
  });

  it('by hand: offered to whom the vendor names, also to somebody who had it; taken back with everything but the name', async () => {
    const made = await desk.create();
    const id = offerId(made);
    expect((await desk.post(made.id, 'offer', { partnerId: 'partner-2', answerHours: 8 })).status).toBe(409);
    const taken = await desk.post(made.id, 'take-back', { comment: 'Asked for by phone', routeAgain: false });
    expect(taken).toMatchObject({
      status: 200,
      body: { state: 'waiting', waiting: { reason: 'taken-back', comment: 'Asked for by phone' } },
    });
    expect(await leadOn(rep, id)).toMatchObject({ state: 'withdrawn', contact: { email: '' } });
    await runLeadJob(server, now);
    expect(await desk.find(made.id)).toMatchObject({ state: 'waiting' });
    expect(await desk.post(made.id, 'offer', { partnerId: 'partner-1', answerHours: 8 })).toMatchObject({
      status: 200,
      body: {
        state: 'offered',
        offers: [
          {
            partnerId: 'partner-1',
            by: { kind: 'person', name: 'channel-1' },
            acceptBy: `${testDay}T18:00:00.000Z`,
          },
          { id },
        ],
      },
    });
    expect(await desk.post(made.id, 'take-back', { comment: '', routeAgain: true })).toMatchObject({
      body: { state: 'offered', offers: [{ partnerId: 'partner-2' }, {}, {}] },
    });
    expect(await desk.post(made.id, 'offer', { partnerId: 'nobody', answerHours: 8 })).toMatchObject({
      status: 400,
      body: { error: { issues: [{ path: 'partnerId' }] } },
    });
    expect(await eventsAbout(server, id)).toEqual(['lead.offered', 'lead.withdrawn']);
  });

  it('given up: only while it waits', async () => {
    const made = await desk.create();
    expect((await desk.post(made.id, 'close', { comment: 'A student' })).status).toBe(409);
    await desk.post(made.id, 'take-back', { comment: '', routeAgain: false });
    expect(await desk.post(made.id, 'close', { comment: 'A student' })).toMatchObject({
      status: 200,
      body: { state: 'closed', waiting: null },
    });
    expect((await desk.post(made.id, 'route')).status).toBe(409);
    expect(await eventsAbout(server, made.id)).toEqual(['lead.created', 'lead.closed']);
  });

  it('the list: what waits first, then the newest; by state, partner and words', async () => {
    const hidden = await desk.create({
      company: { ...aNewLead().company, name: '100% Gold_Mine' },
      source: 'Web',
    });
    await desk.post(hidden.id, 'take-back', { comment: '', routeAgain: false });
    const leads = await desk.list();
    expect(leads[0]?.state).toBe('waiting');
    const states = leads.map(({ state }) => state === 'waiting');
    expect(states).toEqual(states.toSorted((a, b) => Number(b) - Number(a)));
    expect((await desk.list('?text=100%25%20gold_m')).map(({ id }) => id)).toEqual([hidden.id]);
    expect(await desk.list('?text=100xGold')).toEqual([]);
    expect((await desk.list('?state=converted')).every(({ state }) => state === 'converted')).toBe(true);
    expect(
      (await desk.list('?partnerId=partner-2')).every(({ offers }) =>
        offers.some(({ partnerId }) => partnerId === 'partner-2'),
      ),
    ).toBe(true);
    expect((await channel.ask('GET', `${leadsAddress}?state=lost`)).status).toBe(400);
  });

  it('OPP-2 how partners answer: median, missed, declined', async () => {
    const fresh = await startTestServer(kind);
    try {
      const [one, vendor] = [await fresh.signIn('rep-1'), await fresh.signIn('channel-1')];
      const its = leadDeskOf(vendor);
      await ruleEverything(fresh, toPartners('partner-1'));
      const offers = [];
      for (let at = 0; at < 5; at += 1) offers.push(offerId(await its.create()));
      const [first = '', second = '', third = ''] = offers;
      for (const [id, minutes] of [
        [first, '10:10'],
        [second, '10:30'],
      ] as const) {
        fresh.setClock(`${testDay}T${minutes}:00.000Z`);
        await must(one.push(one.next('acceptLead', { id })));
      }
      fresh.setClock(`${testDay}T11:30:00.000Z`);
      await must(one.push(one.next('declineLead', { id: third, reason: 'other', text: '' })));
      fresh.setClock(nextDay);
      await runLeadJob(fresh, nextDay);
      const statistics = async (query = '') =>
        (await vendor.ask('GET', `${leadsAddress}/statistics${query}`)).body;
      expect(await statistics()).toEqual({
        partners: [
          {
            partnerId: 'partner-1',
            partnerName: 'Vistula IT',
            offered: 5,
            accepted: 2,
            declined: 1,
            returned: 0,
            missed: 2,
            withdrawn: 0,
            converted: 0,
            open: 0,
            medianAnswerMinutes: 30,
          },
        ],
        waiting: 3,
      });
      expect(await statistics(`?from=${testDay}&until=${testDay}`)).toMatchObject({
        partners: [{ offered: 5 }],
      });
      expect(await statistics('?from=2026-03-11')).toEqual({ partners: [], waiting: 3 });
    } finally {
      await fresh.close();
    }
  });

  it('is for the vendor’s people, about what is there', async () => {
    const made = await desk.create();
    for (const device of [rep, await server.signIn('manager-1')]) {
      expect((await device.ask('GET', leadsAddress)).status).toBe(403);
      expect((await device.ask('POST', leadsAddress, aNewLead())).status).toBe(403);
      expect((await device.ask('POST', `${leadsAddress}/${made.id}/close`, { comment: '' })).status).toBe(
        403,
      );
    }
    expect((await channel.ask('GET', `${leadsAddress}/nothing`)).status).toBe(404);
    expect((await desk.post('nothing', 'route')).status).toBe(404);
    expect((await desk.post('nothing', 'take-back', { comment: '', routeAgain: true })).status).toBe(404);
    const bad = { ...aNewLead(), company: { ...aNewLead().company, name: 'A\u0000B' } };
    expect((await channel.ask('POST', leadsAddress, bad)).status).toBe(400);
  });
});
