import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aLine, aQuote } from '#shared/domain/quote/quote.test-kit';
import { newId } from '#shared/lib/ids';
import type { AuditPage } from '#shared/protocol/vendor-audit';
import { databaseKinds } from '../../db/test-databases.test-kit';
import { newQuoteArgs, startTestServer, type TestDevice, type TestServer } from '../../test-vendor.test-kit';
import { recordEvent } from './record-event';

describe.each(databaseKinds)('ADM-5 the audit trail on %s', (kind) => {
  let server: TestServer;
  let rep: TestDevice;
  let channel: TestDevice;
  beforeAll(async () => {
    server = await startTestServer(kind);
    rep = await server.signIn('rep-1');
    channel = await server.signIn('channel-1');
  });
  afterAll(() => server.close());

  const aRegistration = () => ({
    id: newId(),
    accountId: 'account-1',
    opportunityId: null,
    description: 'A new office',
    amount: '100.00',
    currency: 'EUR',
    closeOn: '2026-06-01',
    families: [],
  });
  const audit = async (query: string): Promise<AuditPage> => {
    const { status, body } = await channel.ask('GET', `/api/v1/vendor/audit?${query}`);
    expect(status).toBe(200);
    return body as AuditPage;
  };
  const typesOf = async (query: string) => (await audit(query)).events.map(({ type }) => type);

  it('keeps a partner’s work once, however often it is sent, and says who, when and about what', async () => {
    const args = aRegistration();
    const submit = rep.next('submitRegistration', args, { editId: newId() });
    await rep.push(submit);
    await rep.push(submit);
    // The same edit from another device of hers (SY-15).
    const second = await server.signIn('rep-1');
    await second.push(second.next('submitRegistration', args, { editId: submit.editId ?? '' }));
    const { events } = await audit(`subjectType=registrationRequest&subjectId=${args.id}`);
    expect(events).toEqual([
      expect.objectContaining({
        type: 'registration.submitted',
        partnerId: 'partner-1',
        partnerName: 'Vistula IT',
        subject: { type: 'registrationRequest', id: args.id },
        actor: { id: 'rep-1', name: 'rep-1' },
        at: '2026-03-10T10:00:00.000Z',
        data: { accountId: 'account-1', amount: '100.00', currency: 'EUR' },
      }),
    ]);
  });

  it('an edit that changes nothing tells nothing; one that does is told', async () => {
    const args = aRegistration();
    await rep.push(
      rep.next('submitRegistration', args),
      rep.next('editRegistration', { id: args.id, changes: { closeOn: '2026-06-01' } }),
      rep.next('editRegistration', { id: args.id, changes: { closeOn: '2026-07-01' } }),
      rep.next('withdrawRegistration', { id: args.id }),
    );
    expect(await typesOf(`subjectId=${args.id}`)).toEqual([
      'registration.withdrawn',
      'registration.changed',
      'registration.submitted',
    ]);
  });

  it('a refused mutation tells nothing', async () => {
    const args = { ...aRegistration(), accountId: 'account-2' };
    const { refused } = await rep.push(rep.next('submitRegistration', args));
    expect(refused).toHaveLength(1);
    expect(await typesOf(`subjectId=${args.id}`)).toEqual([]);
  });

  it('tells the vendor’s decisions with whoever took them', async () => {
    const quote = aQuote({ id: newId(), priceBook: { bookId: 'book-1', version: 1 } });
    const bid = {
      id: newId(),
      quoteId: quote.id,
      justification: 'Competition',
      competitor: '',
      wanted: [{ lineId: aLine().id, sku: 'LIC-1', quantity: '1', unitPrice: '50.00' }],
    };
    await rep.push(rep.next('createQuote', newQuoteArgs(quote)), rep.next('requestSpecialBid', bid));
    await channel.ask('POST', `/api/v1/vendor/special-bids/${bid.id}/decision`, {
      decision: 'rejected',
      comment: 'Too low',
    });
    const { events } = await audit(`subjectId=${bid.id}`);
    expect(events.map(({ type, actor }) => [type, actor?.id])).toEqual([
      ['special-bid.rejected', 'channel-1'],
      ['special-bid.requested', 'rep-1'],
    ]);
  });

  it('filters by partner, group of types, person and time, and turns pages', async () => {
    const at = (minute: number) => new Date(Date.UTC(2026, 4, 1, 12, minute));
    const record = (minute: number, name: string, partnerId: string) =>
      recordEvent(server.database, {
        type: minute % 2 === 0 ? 'order.accepted' : 'lead.offered',
        partnerId,
        subject: { type: 'order', id: `order-${minute}` },
        by: { userId: `user-${name}`, name },
        at: at(minute),
        data: {},
      });
    for (let minute = 0; minute < 6; minute += 1) {
      await record(minute, minute < 3 ? 'Ewa 100%' : 'Jan', minute < 4 ? 'partner-1' : 'partner-2');
    }
    const may = 'from=2026-05-01T12:00:00.000Z&until=2026-05-01T12:05:00.000Z';
    const idsOf = async (query: string) =>
      (await audit(`${may}&${query}`)).events.map(({ subject }) => subject.id);
    expect(await idsOf('')).toEqual(['order-4', 'order-3', 'order-2', 'order-1', 'order-0']);
    expect(await idsOf('type=order.*')).toEqual(['order-4', 'order-2', 'order-0']);
    expect(await idsOf('type=lead.offered&partnerId=partner-1')).toEqual(['order-3', 'order-1']);
    expect(await idsOf('actor=0%25')).toEqual(['order-2', 'order-1', 'order-0']);
    expect(await idsOf('actor=user-Jan')).toEqual(['order-4', 'order-3']);
    const first = await audit(`${may}&limit=3`);
    expect(first.events).toHaveLength(3);
    const rest = await audit(`${may}&limit=3&before=${first.next ?? 0}`);
    expect(rest).toMatchObject({ events: [{ subject: { id: 'order-1' } }, {}], next: null });
  });

  it('CSV: cells that a spreadsheet would run as formulas are harmless', async () => {
    await recordEvent(server.database, {
      type: 'order.accepted',
      partnerId: 'partner-1',
      subject: { type: 'order', id: 'order-csv' },
      by: { userId: 'user-1', name: '=HYPERLINK("http://evil.example")' },
      at: new Date('2026-03-10T10:00:00.000Z'),
      data: { note: 'a "quote", and a\nline' },
    });
    const answer = await server.app.inject({
      url: '/api/v1/vendor/audit.csv?subjectId=order-csv',
      headers: channel.headers,
    });
    expect(answer.headers['content-type']).toBe('text/csv; charset=utf-8');
    const rows = parse<Record<string, string>>(answer.body, { columns: true, bom: true });
    expect(rows).toMatchObject([
      {
        type: 'order.accepted',
        actorName: '\'=HYPERLINK("http://evil.example")',
        data: JSON.stringify({ note: 'a "quote", and a\nline' }),
      },
    ]);
  });

  it('is for the vendor’s people alone, and refuses what is no filter', async () => {
    for (const path of ['audit', 'audit.csv']) {
      expect(await rep.ask('GET', `/api/v1/vendor/${path}`)).toMatchObject({ status: 403 });
    }
    for (const query of ['type=nothing', 'from=yesterday', 'limit=0', 'before=x']) {
      expect(await channel.ask('GET', `/api/v1/vendor/audit?${query}`)).toMatchObject({ status: 400 });
    }
  });
});
