import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '#shared/lib/ids';
import { benchSchema, ruleSetSchema, type Bench, type RuleSet } from '#shared/protocol/vendor-rules';
import { databaseKinds } from '../../db/test-databases.test-kit';
import { startTestServer, testDay, type TestDevice, type TestServer } from '../../test-vendor.test-kit';
import { aNewLead, eventsAbout, leadDeskOf } from '../leads/leads.test-kit';

const address = '/api/v1/vendor/rules';
const now = `${testDay}T10:00:00.000Z`;
const rule = (id: string, when: object, action: object) => ({ id, name: `Rule ${id}`, when, action });
const always = { kind: 'all', of: [] };
const to = (...partnerIds: string[]) => ({ kind: 'partners', partnerIds, answerHours: 24 });
const routing = (...rules: object[]) => ({ kind: 'lead-routing', regions: [], rules });
const acceptance = (...rules: object[]) => ({ kind: 'registration-acceptance', rules });
const text = (fact: string, ...anyOf: string[]) => ({ kind: 'text', fact, anyOf });

describe.each(databaseKinds)('ADM-3 rules as data on %s', (kind) => {
  let server: TestServer;
  let admin: TestDevice;
  let channel: TestDevice;
  beforeAll(async () => {
    server = await startTestServer(kind);
    admin = await server.signIn('admin-1');
    channel = await server.signIn('channel-1');
  });
  afterAll(() => server.close());

  const get = async (which = 'lead-routing'): Promise<RuleSet> =>
    ruleSetSchema.parse((await channel.ask('GET', `${address}/${which}`)).body);
  const put = (body: object, which = 'lead-routing', device = admin) =>
    device.ask('PUT', `${address}/${which}`, { activeFrom: null, note: '', ...body });
  const newest = async () => (await get()).versions[0]?.version ?? 0;
  const bench = async (content: object, days: object = { from: testDay, until: testDay }): Promise<Bench> => {
    const which = (content as { kind: string }).kind;
    const answer = await channel.ask('POST', `${address}/${which}/bench`, { content, ...days });
    return benchSchema.parse(answer.body);
  };

  it('begins with version 0, without a rule: everything waits for a person', async () => {
    expect(await get('registration-acceptance')).toMatchObject({
      active: 0,
      versions: [{ version: 0, content: { rules: [] }, by: '' }],
      known: {
        partners: expect.arrayContaining([{ id: 'partner-1', name: 'Vistula IT' }]) as unknown,
        families: ['Licences'],
      },
    });
    const lead = await leadDeskOf(channel).create();
    expect(lead).toMatchObject({ state: 'waiting', waiting: { reason: 'no-rule-matches' } });
  });

  it('a change is another version with who, when and why; what was before stays as it was', async () => {
    const first = routing(rule('one', always, to('partner-1')));
    expect(await put({ basedOn: await newest(), content: first, note: 'A beginning' })).toMatchObject({
      status: 200,
      body: { active: 1 },
    });
    await put({ basedOn: 1, content: routing(rule('two', always, to('partner-2'))) });
    expect((await get()).versions).toMatchObject([
      { version: 2, by: 'admin-1', at: now, activeFrom: now, content: { rules: [{ id: 'two' }] } },
      { version: 1, note: 'A beginning', content: { rules: [{ id: 'one' }] } },
    ]);
    expect(await eventsAbout(server, 'lead-routing')).toEqual(['rules.changed', 'rules.changed']);
  });

  it('two people who change at once: one of them does, the other is told', async () => {
    const content = routing(rule('race', always, to('partner-1')));
    const basedOn = await newest();
    const answers = await Promise.all([1, 2, 3].map(() => put({ basedOn, content })));
    expect(answers.map(({ status }) => status).sort((a, b) => a - b)).toEqual([200, 409, 409]);
    expect(await newest()).toBe(basedOn + 1);
  });

  it('decides from its time on, not before; a time that passed is now', async () => {
    const desk = leadDeskOf(channel);
    const from = `${testDay}T12:00:00.000Z`;
    const current = routing(rule('now', always, to('partner-1')));
    await put({ basedOn: await newest(), content: current, activeFrom: '2020-01-01T00:00:00.000Z' });
    const active = await newest();
    expect((await get()).versions[0]?.activeFrom).toBe(now);
    const coming = routing(rule('then', always, to('partner-2')));
    await put({ basedOn: active, content: coming, activeFrom: from });
    expect((await get()).active).toBe(active);
    expect((await desk.create()).offers).toMatchObject([{ partnerId: 'partner-1' }]);
    server.setClock(from);
    expect((await get()).active).toBe(active + 1);
    expect((await desk.create()).offers).toMatchObject([{ partnerId: 'partner-2', by: { ruleId: 'then' } }]);
    server.setClock(now);
  });

  it('what is odd is told and legal; what is no rule is refused', async () => {
    const odd = routing(
      rule('all', always, to('partner-1')),
      rule('never', { kind: 'any', of: [] }, to('nobody')),
      rule('late', text('families', 'Typewriters'), { kind: 'keep' }),
    );
    const { status, body } = await channel.ask('POST', `${address}/lead-routing/check`, { content: odd });
    expect(status).toBe(200);
    const { problems } = body as { problems: { problem: string; ruleId: string }[] };
    expect(problems.map(({ problem, ruleId }) => `${ruleId} ${problem}`)).toEqual([
      'all matches-everybody',
      'never matches-nobody',
      'never unknown-partner',
      'never nobody-to-offer',
      'late unreachable',
      'late unknown-family',
    ]);
    expect((await put({ basedOn: await newest(), content: odd })).status).toBe(200);

    const bad = routing(rule('one', text('weather', 'fine'), { kind: 'keep' }));
    expect(await put({ basedOn: await newest(), content: bad })).toMatchObject({
      status: 400,
      body: { error: { issues: [{ path: 'content.rules.0.when' }] } },
    });
    expect(await put({ basedOn: 0, content: acceptance() })).toMatchObject({
      status: 400,
      body: { error: { issues: [{ path: 'content.kind' }] } },
    });
    let deep: object = always;
    for (let depth = 0; depth < 2_000; depth += 1) deep = { kind: 'not', of: deep };
    expect((await put({ basedOn: 0, content: routing(rule('deep', deep, { kind: 'keep' })) })).status).toBe(
      400,
    );
  });

  it('bench: what a draft would have done with past leads, beside what happened', async () => {
    const fresh = leadDeskOf(channel);
    const day = '2026-02-10';
    server.setClock(`${day}T10:00:00.000Z`);
    await put({
      basedOn: await newest(),
      content: routing(rule('pl', text('country', 'PL'), to('partner-1'))),
    });
    const { company } = aNewLead();
    const polish = await fresh.create();
    const german = await fresh.create({ company: { ...company, country: 'DE' } });
    server.setClock(now);

    const draft = routing(
      rule('public', text('segment', 'public'), { kind: 'keep' }),
      rule('all', always, to('partner-1')),
    );
    const found = await bench(draft, { from: day, until: day });
    expect(found).toMatchObject({ total: 2, same: 1, different: 1 });
    expect(found.byRule).toEqual([
      { ruleId: 'public', count: 0 },
      { ruleId: 'all', count: 2 },
      { ruleId: null, count: 0 },
    ]);
    const caseOf = (id: string) => found.cases.find((one) => one.id === id);
    expect(caseOf(polish.id)).toMatchObject({
      label: polish.number,
      company: 'Tatra Hotels',
      ruleId: 'all',
      draft: { kind: 'offered', partnerId: 'partner-1', partnerName: 'Vistula IT' },
      happened: { kind: 'offered', partnerId: 'partner-1' },
      same: true,
    });
    expect(caseOf(german.id)).toMatchObject({ happened: { kind: 'waits' }, same: false });
    expect(await bench(draft, { from: '2026-02-11', until: '2026-02-20' })).toMatchObject({ total: 0 });
  });

  it('bench: what a draft would have made of past registrations, with the duplicates there were then', async () => {
    const rep = await server.signIn('rep-1');
    const submit = async (amount: string) => {
      const id = newId();
      const args = {
        id,
        accountId: 'account-1',
        opportunityId: null,
        description: 'Two visits',
        amount,
        currency: 'EUR',
        closeOn: '2026-06-30',
        families: [],
      };
      expect((await rep.push(rep.next('submitRegistration', args))).refused).toEqual([]);
      return id;
    };
    const first = await submit('900');
    server.setClock(`${testDay}T11:00:00.000Z`);
    const second = await submit('90000');
    server.setClock(now);
    const draft = acceptance(
      rule(
        'known',
        { kind: 'number', fact: 'sameCustomerCount', compare: 'at-least', value: '1' },
        { kind: 'review' },
      ),
      rule(
        'small',
        { kind: 'number', fact: 'amount', compare: 'below', value: '1000' },
        {
          kind: 'accept',
          percent: '5',
          days: 30,
        },
      ),
    );
    const before = await rep.pull();
    const found = await bench(draft);
    const caseOf = (id: string) => found.cases.find((one) => one.id === id);
    expect(caseOf(first)).toMatchObject({
      label: 'Baltic Foods',
      company: 'Vistula IT',
      ruleId: 'small',
      draft: { kind: 'accepted', percent: '5', days: 30 },
      happened: { kind: 'waits' },
      same: false,
    });
    // The first was there already when this one came.
    expect(caseOf(second)).toMatchObject({ ruleId: 'known', draft: { kind: 'waits' }, same: true });
    // Nothing was written.
    expect(await rep.pull()).toEqual(before);
  });

  it('the vendor’s people read, the administrator alone writes', async () => {
    const content = routing();
    expect((await put({ basedOn: await newest(), content }, 'lead-routing', channel)).status).toBe(403);
    const rep = await server.signIn('rep-1');
    for (const [method, path] of [
      ['GET', ''],
      ['PUT', ''],
      ['POST', '/check'],
      ['POST', '/bench'],
    ] as const) {
      expect(
        (await rep.ask(method, `${address}/lead-routing${path}`, method === 'GET' ? undefined : {})).status,
      ).toBe(403);
    }
    expect((await channel.ask('GET', `${address}/cooking`)).status).toBe(400);
  });
});
