import { describe, expect, it } from 'vitest';
import type { Account } from '../domain/deal/account';
import { guessColumns, type ImportKind } from './fields';
import { planImport, type ImportContext } from './plan-import';
import { readCsv } from './read-csv';

const at = '2026-11-01T08:00:00.000Z';
const anAccount = (changes: Partial<Account>): Account => ({
  id: 'a1',
  partnerId: 'p1',
  ownerId: 'anna',
  name: 'Młyn Łódź',
  taxId: 'PL 123-456-78-90',
  country: 'PL',
  city: 'Łódź',
  street: '',
  postalCode: '',
  segment: 'mid-market',
  website: '',
  notes: '',
  createdAt: at,
  updatedAt: at,
  ...changes,
});

function plan(kind: ImportKind, csv: string, changes: Partial<ImportContext> = {}) {
  const table = readCsv(csv);
  if (!table.ok) throw new Error('the test’s file cannot be read');
  return planImport(table.value, {
    kind,
    mapping: guessColumns(kind, table.value.header),
    formats: { days: 'day-first', decimal: ',' },
    words: {
      segment: { public: 'public', 'sektor publiczny': 'public' },
      stage: { proposal: 'proposal', oferta: 'proposal' },
      forecast: {},
      country: { pl: 'PL', polska: 'PL', de: 'DE' },
      currencies: ['EUR', 'PLN'],
    },
    defaults: { country: 'PL', currency: 'PLN' },
    accounts: [],
    contacts: [],
    opportunities: [],
    ...changes,
  }).map(({ line, name, plan: each }) => ({ line, name, ...each }));
}

describe('OPP-1 importing customers', () => {
  it('a row becomes one customer; what the file does not say is as usual', () => {
    expect(plan('accounts', 'Name;Kraj;Segment\nMill;Polska;Sektor publiczny\nPort;;')).toEqual([
      {
        line: 2,
        name: 'Mill',
        type: 'create',
        values: {
          name: 'Mill',
          taxId: '',
          country: 'PL',
          city: '',
          street: '',
          postalCode: '',
          segment: 'public',
          website: '',
          notes: '',
        },
      },
      expect.objectContaining({
        line: 3,
        type: 'create',
        values: expect.objectContaining({ segment: 'mid-market' }) as unknown,
      }),
    ]);
  });

  it('every wrong field of a row is told, and nothing of the row is taken', () => {
    expect(plan('accounts', 'Name,Country,Segment\n,Atlantis,huge')).toEqual([
      {
        line: 2,
        name: '',
        type: 'error',
        problems: [
          { field: 'name', problem: 'required', text: '' },
          { field: 'country', problem: 'unknown-country', text: 'Atlantis' },
          { field: 'segment', problem: 'unknown-choice', text: 'huge' },
        ],
      },
    ]);
    expect(plan('accounts', `Name\n${'x'.repeat(201)}`)).toMatchObject([
      { type: 'error', problems: [{ field: 'name', problem: 'too-long' }] },
    ]);
  });

  it('one that is there is found by tax id however it is written, or by name and country', () => {
    const accounts = [anAccount({})];
    const rows = plan(
      'accounts',
      'Name,Tax id,City,Notes\nOther name,pl1234567890,Łódź,\nMLYN LODZ,,Pabianice,',
      { accounts },
    );
    expect(rows).toEqual([
      {
        line: 2,
        name: 'Other name',
        type: 'duplicate',
        id: 'a1',
        changes: { name: 'Other name', taxId: 'pl1234567890' },
      },
      {
        line: 3,
        name: 'MLYN LODZ',
        type: 'duplicate',
        id: 'a1',
        changes: { name: 'MLYN LODZ', city: 'Pabianice' },
      },
    ]);
    expect(plan('accounts', 'Name,Country\nMłyn Łódź,DE', { accounts })).toMatchObject([{ type: 'create' }]);
  });

  it('what the file leaves empty stays as it is', () => {
    expect(plan('accounts', 'Name,City\nMłyn Łódź,', { accounts: [anAccount({})] })).toMatchObject([
      { type: 'duplicate', changes: {} },
    ]);
  });

  it('the same customer twice in a file is made once', () => {
    expect(plan('accounts', 'Name\nMill\nmill')).toMatchObject([
      { type: 'create' },
      { type: 'twice', line: 2 },
    ]);
  });
});

describe('OPP-1 importing what files really have', () => {
  it('two customers of one name and country with two tax ids are two', () => {
    const accounts = [
      anAccount({ name: 'Mill', taxId: 'PL1' }),
      anAccount({ id: 'a2', name: 'Mill', taxId: 'PL2' }),
    ];
    expect(
      plan('accounts', 'Name,Tax id,City\nMill,PL2,Gdynia\nMill,PL3,\nMill,PL4,\nMill,,', { accounts }),
    ).toMatchObject([
      { type: 'duplicate', id: 'a2', changes: { city: 'Gdynia' } },
      { type: 'create', values: { taxId: 'PL3' } },
      { type: 'create', values: { taxId: 'PL4' } },
      { type: 'twice', line: 2 },
    ]);
  });

  it('names of signs alone are told apart', () => {
    expect(plan('accounts', 'Name\n!!!\n???\n!!!').map(({ type }) => type)).toEqual([
      'create',
      'create',
      'twice',
    ]);
  });

  it('words that mean something to a program mean nothing', () => {
    const rows = plan('accounts', 'Name,Country,Segment\nconstructor,constructor,__proto__\ntoString,PL,');
    expect(rows).toMatchObject([
      {
        type: 'error',
        problems: [
          { field: 'country', problem: 'unknown-country', text: 'constructor' },
          { field: 'segment', problem: 'unknown-choice', text: '__proto__' },
        ],
      },
      { type: 'create', values: { name: 'toString' } },
    ]);
    // It goes from one thread to another.
    expect(structuredClone(rows)).toEqual(rows);
  });

  it('a name is one line, notes keep theirs', () => {
    expect(plan('accounts', 'Name,Notes\n"Mill \r\n Ltd","one\ntwo"')).toMatchObject([
      { name: 'Mill Ltd', values: { name: 'Mill Ltd', notes: 'one\ntwo' } },
    ]);
  });

  it('what no database can hold is told', () => {
    expect(plan('accounts', 'Name,City\nMi\0ll,Ł\uD83D')).toMatchObject([
      {
        type: 'error',
        problems: [{ field: 'name', problem: 'invalid', text: 'Mi\uFFFDll' }],
      },
    ]);
  });

  it('many rows of one name among many customers of one name take no more than others', () => {
    const accounts = Array.from({ length: 10_000 }, (_, at) =>
      anAccount({ id: `a${at}`, name: 'Mill', taxId: `PL${at}` }),
    );
    const rows = plan(
      'accounts',
      `Name,Tax id\n${Array.from({ length: 2_000 }, (_, at) => `Mill,PL${at + 20_000}\n`).join('')}`,
      { accounts },
    );
    expect(rows.every(({ type }) => type === 'create')).toBe(true);
  }, 5_000);
});

describe('OPP-1 importing people and deals', () => {
  const accounts = [
    anAccount({}),
    anAccount({ id: 'a2', name: 'Port', taxId: '' }),
    anAccount({ id: 'a3', name: 'Port', taxId: '', country: 'DE' }),
  ];

  it('a person belongs to the customer of that name or tax id; without one, or with several, it is told', () => {
    const rows = plan(
      'contacts',
      'Name,Company,Tax id,E-mail\nEwa,Mlyn Lodz,,ewa@mlyn.example\nJan,?,PL1234567890,\nX,Nobody,,\nY,Port,,\nZ,Port,,not mail',
      { accounts },
    );
    expect(rows).toMatchObject([
      { type: 'create', values: { name: 'Ewa', accountId: 'a1', email: 'ewa@mlyn.example' } },
      { type: 'create', values: { accountId: 'a1' } },
      { type: 'error', problems: [{ field: 'accountName', problem: 'unknown-account', text: 'Nobody' }] },
      { type: 'error', problems: [{ problem: 'several-accounts' }] },
      {
        type: 'error',
        problems: [{ field: 'email', problem: 'not-an-email' }, { problem: 'several-accounts' }],
      },
    ]);
    expect(rows[0]).not.toHaveProperty('values.accountName');
  });

  it('a deal’s amount and day are read as the file writes them', () => {
    expect(
      plan(
        'opportunities',
        'Name;Customer;Etap;Kwota;Waluta;Data zamknięcia\nNew line;Młyn Łódź;Oferta;1.234,56;eur;31.12.2026',
        { accounts },
      ),
    ).toMatchObject([
      {
        type: 'create',
        values: {
          accountId: 'a1',
          stage: 'proposal',
          amount: '1234.56',
          currency: 'EUR',
          closeOn: '2026-12-31',
        },
      },
    ]);
    expect(
      plan('opportunities', 'Name;Customer;Amount;Close date\nA;Młyn Łódź;lots;soon', { accounts }),
    ).toMatchObject([
      {
        type: 'error',
        problems: [
          { field: 'amount', problem: 'not-an-amount' },
          { field: 'closeOn', problem: 'not-a-day' },
        ],
      },
    ]);
  });
});
