import { createHash } from 'node:crypto';
import { parse } from 'csv-parse/sync';
import {
  leadColumns,
  newLeadSchema,
  type ImportedLeads,
  type LeadColumn,
  type NewLead,
} from '#shared/protocol/vendor-lead';

type Problem = ImportedLeads['problems'][number];

export interface LeadRowOfFile {
  /** 1 is the head. */
  readonly row: number;
  readonly lead: NewLead;
  /** The same for the same content, in any file. */
  readonly key: string;
}

const mostRows = 5_000;
const needed: readonly LeadColumn[] = ['company', 'country', 'segment'];

/** Reads a file of leads: what is good, and what is wrong with the others, cell by cell. */
export function readLeadsCsv(csv: string): { readonly rows: LeadRowOfFile[]; readonly problems: Problem[] } {
  const whole = (problem: Problem['problem'], value: string) => ({
    rows: [],
    problems: [{ row: null, column: null, value, problem }],
  });
  let cells: string[][];
  try {
    cells = parse(csv, {
      bom: true,
      delimiter: delimiterOf(csv),
      relax_column_count: true,
      trim: true,
    });
  } catch (error) {
    return whole('not-readable', error instanceof Error ? error.message : '');
  }
  const [head = [], ...body] = cells;
  const columns = head.map(columnNamed);
  const missing = needed.filter((column) => !columns.includes(column));
  if (missing.length > 0) return whole('column-missing', missing.join(', '));
  if (body.length > mostRows) return whole('too-many-rows', String(body.length));

  const rows: LeadRowOfFile[] = [];
  const problems: Problem[] = [];
  for (const [at, row] of body.entries()) {
    if (row.every((cell) => cell === '')) continue;
    const read = readRow(columns, row, at + 2);
    if ('lead' in read) rows.push(read);
    else problems.push(...read.problems);
  }
  return { rows, problems };
}

/** The one its head has most of; a comma in a text does not count in a file with semicolons. */
function delimiterOf(csv: string): string {
  const head = csv.split(/\r?\n/, 1)[0] ?? '';
  const [most] = [',', ';', '\t'].sort((a, b) => head.split(b).length - head.split(a).length);
  return most ?? ',';
}

const plain = (name: string): string => name.toLowerCase().replaceAll(/[\s_-]/g, '');

const columnNamed = (name: string): LeadColumn | undefined =>
  leadColumns.find((column) => plain(column) === plain(name));

/** Where each column's value goes. */
const columnOfPath: Readonly<Record<string, LeadColumn>> = {
  'company.name': 'company',
  'contact.name': 'contact',
  'estimate.amount': 'amount',
  'estimate.currency': 'currency',
};

function readRow(
  columns: readonly (LeadColumn | undefined)[],
  row: readonly string[],
  number: number,
): LeadRowOfFile | { readonly problems: Problem[] } {
  const cell = (column: LeadColumn): string => row[columns.indexOf(column)] ?? '';
  const absent = needed.filter((column) => cell(column) === '');
  if (absent.length > 0) {
    return { problems: absent.map((column) => ({ row: number, column, value: '', problem: 'missing' })) };
  }
  const [amount, currency] = [cell('amount'), cell('currency')];
  const parsed = newLeadSchema.safeParse({
    company: {
      name: cell('company'),
      country: cell('country').toUpperCase(),
      segment: cell('segment').toLowerCase(),
      city: cell('city'),
      street: cell('street'),
      postalCode: cell('postalCode'),
      taxId: cell('taxId'),
      website: cell('website'),
    },
    contact: {
      name: cell('contact'),
      jobTitle: cell('jobTitle'),
      email: cell('email'),
      phone: cell('phone'),
    },
    source: cell('source'),
    need: cell('need'),
    families: cell('families')
      .split('|')
      .map((family) => family.trim())
      .filter((family) => family !== ''),
    estimate: amount === '' && currency === '' ? null : { amount, currency: currency.toUpperCase() },
  });
  if (parsed.success) return { row: number, lead: parsed.data, key: keyOf(parsed.data) };
  const wrong = new Set(parsed.error.issues.map(({ path }) => columnAt(path)));
  return {
    problems: [...wrong].map((column) => ({
      row: number,
      column,
      value: cell(column).slice(0, 200),
      problem: 'not-valid',
    })),
  };
}

function columnAt(path: readonly PropertyKey[]): LeadColumn {
  const named = columnOfPath[path.join('.')];
  if (named) return named;
  const last = path.find((part) => leadColumns.some((column) => column === part && part !== 'company'));
  return leadColumns.find((column) => column === last) ?? 'company';
}

const keyOf = (lead: NewLead): string =>
  createHash('sha256')
    .update(JSON.stringify([lead.company, lead.contact, lead.need, lead.families, lead.estimate]))
    .digest('hex');
