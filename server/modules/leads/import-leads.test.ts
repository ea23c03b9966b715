import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { importedLeadsSchema, type ImportedLeads } from '#shared/protocol/vendor-lead';
import { databaseKinds } from '../../db/test-databases.test-kit';
import { startTestServer, type TestDevice, type TestServer } from '../../test-vendor.test-kit';
import { leadDeskOf, leadsAddress, ruleEverything, toPartners } from './leads.test-kit';
import { readLeadsCsv } from './read-leads-csv';

describe('a CSV of leads', () => {
  it('is read with any order of columns, with semicolons or tabs, a byte-order mark, and quotes', () => {
    const { rows, problems } = readLeadsCsv(
      '\uFEFFSegment;Postal Code;company;COUNTRY;families;amount;currency;need\r\n' +
        'Enterprise;81-155;"Müller; Sohn, KG";de;Backup| Servers ;1200.50;eur;"Zwei\nZeilen"\r\n' +
        '\r\n' +
        'public;;Urząd;PL;;;;\r\n',
    );
    expect(problems).toEqual([]);
    expect(rows).toMatchObject([
      {
        row: 2,
        lead: {
          company: { name: 'Müller; Sohn, KG', country: 'DE', segment: 'enterprise', postalCode: '81-155' },
          families: ['Backup', 'Servers'],
          estimate: { amount: '1200.50', currency: 'EUR' },
          need: 'Zwei\nZeilen',
        },
      },
      { lead: { company: { name: 'Urząd' }, estimate: null, families: [] } },
    ]);
  });
  it('every cell that is wrong is told by row, column and value', () => {
    const { rows, problems } = readLeadsCsv(
      [
        'company,country,segment,amount,currency',
        'A,Poland,public,5,EUR',
        'B,PL,huge,"1,000",EUR',
        ',PL,public,,',
        'D,PL,public,5,',
        'E,PL,public,-1,EUR',
        'F,PL,public,,',
      ].join('\n'),
    );
    expect(rows.map(({ lead }) => lead.company.name)).toEqual(['F']);
    expect(problems.map(({ row, column, value, problem }) => [row, column, value, problem])).toEqual([
      [2, 'country', 'Poland', 'not-valid'],
      [3, 'segment', 'huge', 'not-valid'],
      [3, 'amount', '1,000', 'not-valid'],
      [4, 'company', '', 'missing'],
      [5, 'currency', '', 'not-valid'],
      [6, 'amount', '-1', 'not-valid'],
    ]);
  });
  it.each([
    ['company,country\nA,PL', 'column-missing', 'segment'],
    ['company,country,segment\n"A,PL,public', 'not-readable', ''],
    [`company,country,segment\n${'A,PL,public\n'.repeat(5_001)}`, 'too-many-rows', '5001'],
  ])('the whole file is refused for %#', (csv, problem, value) => {
    expect(readLeadsCsv(csv)).toMatchObject({ rows: [], problems: [{ row: null, problem }] });
    expect(readLeadsCsv(csv).problems[0]?.value).toContain(value);
  });
});

describe.each(databaseKinds)('importing leads on %s', (kind) => {
  let server: TestServer;
  let channel: TestDevice;
  beforeAll(async () => {
    server = await startTestServer(kind);
    channel = await server.signIn('channel-1');
    await ruleEverything(server, toPartners('partner-1'));
  });
  afterAll(() => server.close());

  const send = async (csv: string): Promise<ImportedLeads> =>
    importedLeadsSchema.parse((await channel.ask('POST', `${leadsAddress}/import`, { csv })).body);

  it('good rows are leads and go by the rules, the others are told of; the same file again makes nothing twice', async () => {
    const csv =
      'company,country,segment,need\nAlfa,PL,public,=1+1\nBeta,XXX,public,\nGamma,PL,public,\nAlfa,PL,public,=1+1';
    expect(await send(csv)).toEqual({
      created: 2,
      problems: [
        { row: 3, column: 'country', value: 'XXX', problem: 'not-valid' },
        { row: 5, column: null, value: 'Alfa', problem: 'imported-before' },
      ],
    });
    const leads = await leadDeskOf(channel).list();
    expect(leads.map(({ company, state, need }) => `${company.name} ${state} ${need}`).sort()).toEqual([
      // A person's text is kept as it is; what is exported makes it harmless.
      'Alfa offered =1+1',
      'Gamma offered ',
    ]);
    expect(await send(csv)).toMatchObject({ created: 0 });
    expect(await leadDeskOf(channel).list()).toHaveLength(2);
  });

  it('is described with the rest of the interface', async () => {
    const { status, body } = await channel.ask('GET', '/openapi.json');
    expect(status).toBe(200);
    expect(Object.keys((body as { paths: object }).paths)).toEqual(
      expect.arrayContaining(['/api/v1/vendor/leads/import', '/api/v1/vendor/rules/{kind}/bench']),
    );
  });
});
