import {
  accountFieldsSchema,
  contactFieldsSchema,
  looksLikeEmail,
  type Account,
  type Contact,
} from '../domain/deal/account';
import { opportunitySchema, type Opportunity } from '../domain/deal/opportunity';
import { foldText } from '../lib/match-text';
import { isStorable } from '../lib/storable-text';
import type { ColumnMapping, ImportKind } from './fields';
import { importFields } from './fields';
import { readDay, readDecimal, type FileFormats } from './file-formats';
import { cellText, type FileTable, type TableRow } from './table';

export const importProblems = [
  'required',
  'too-long',
  'not-an-amount',
  'not-a-day',
  'not-an-email',
  'unknown-choice',
  'unknown-country',
  'unknown-currency',
  'unknown-account',
  'several-accounts',
  'invalid',
] as const;
export type ImportProblem = (typeof importProblems)[number];

export interface RowProblem {
  readonly field: string;
  readonly problem: ImportProblem;
  /** What the file says there. */
  readonly text: string;
}

/** What becomes of a row. A row is one record: all of it is written, or nothing. */
export type RowPlan =
  | { readonly type: 'create'; readonly values: Readonly<Record<string, string>> }
  /** Somebody is there already; `changes` is what the file says otherwise, empty where it says the same. */
  | { readonly type: 'duplicate'; readonly id: string; readonly changes: Readonly<Record<string, string>> }
  /** The same as a row before it, in that line. */
  | { readonly type: 'twice'; readonly line: number }
  | { readonly type: 'error'; readonly problems: readonly RowProblem[] };

export interface PlannedRow {
  readonly line: number;
  /** What it is about, for lists. */
  readonly name: string;
  readonly plan: RowPlan;
}

/** The words for choices, folded, in every language; and codes of countries and currencies. */
export interface ImportWords {
  readonly segment: Readonly<Record<string, string>>;
  readonly stage: Readonly<Record<string, string>>;
  readonly forecast: Readonly<Record<string, string>>;
  readonly country: Readonly<Record<string, string>>;
  readonly currencies: readonly string[];
}

export interface ImportContext {
  readonly kind: ImportKind;
  readonly mapping: ColumnMapping;
  readonly formats: FileFormats;
  readonly words: ImportWords;
  /** For what the file does not say. */
  readonly defaults: { readonly country: string; readonly currency: string };
  readonly accounts: readonly Account[];
  readonly contacts: readonly Contact[];
  readonly opportunities: readonly Opportunity[];
}

/** What would become of every row of the file, nothing of it done yet. */
export function planImport(table: FileTable, context: ImportContext): readonly PlannedRow[] {
  const known = knownRecords(context);
  const firstLines = new Map<string, number>();
  const readers = readersFor(context, table.from1904);
  return table.rows.map((row): PlannedRow => {
    const read = readRow(row, context, readers, known);
    const name = read.values['name'] ?? '';
    if (read.problems.length > 0) {
      return { line: row.line, name, plan: { type: 'error', problems: read.problems } };
    }
    const sought = sameAs(context.kind, read.values);
    const before = sought.map((key) => firstLines.get(key)).find((line) => line !== undefined);
    if (before !== undefined) return { line: row.line, name, plan: { type: 'twice', line: before } };
    for (const key of knownBy(context.kind, read.values)) {
      if (!firstLines.has(key)) firstLines.set(key, row.line);
    }
    const existing = sought.map((key) => known.byIdentity.get(key)).find((record) => record !== undefined);
    if (!existing) return { line: row.line, name, plan: { type: 'create', values: read.values } };
    return {
      line: row.line,
      name,
      plan: { type: 'duplicate', id: existing.id, changes: changesOf(existing, read) },
    };
  });
}

type Values = Readonly<Record<string, string>>;

interface Known {
  readonly byIdentity: ReadonlyMap<string, Account | Contact | Opportunity>;
  readonly accountsByName: ReadonlyMap<string, readonly Account[]>;
  readonly accountsByTaxId: ReadonlyMap<string, readonly Account[]>;
}

function knownRecords({ kind, accounts, contacts, opportunities }: ImportContext): Known {
  const records: readonly (Account | Contact | Opportunity)[] = { accounts, contacts, opportunities }[kind];
  const byIdentity = new Map<string, Account | Contact | Opportunity>();
  for (const record of records) {
    for (const key of knownBy(kind, record)) {
      if (!byIdentity.has(key)) byIdentity.set(key, record);
    }
  }
  const by = (keyOf: (account: Account) => string) => {
    const map = new Map<string, Account[]>();
    for (const account of accounts) {
      const key = keyOf(account);
      const group = map.get(key);
      if (group) group.push(account);
      else if (key !== '') map.set(key, [account]);
    }
    return map;
  };
  return {
    byIdentity,
    accountsByName: by(({ name }) => nameKey(name)),
    accountsByTaxId: by(({ taxId }) => codeKey(taxId)),
  };
}

/**
 * What a record is known by, and by what a row is the same as one: customers by tax id, or by name and country unless both have tax ids, which
 * are then two; people and deals within their customer.
 */
function knownBy(kind: ImportKind, values: Readonly<Record<string, unknown>>): readonly string[] {
  if (kind !== 'accounts') return sameAs(kind, values);
  const { tax, name } = customerKeys(values);
  return tax === '' ? [name, `untaxed ${name}`] : [tax, name];
}

function sameAs(kind: ImportKind, values: Readonly<Record<string, unknown>>): readonly string[] {
  const name = nameKey(textOf(values, 'name'));
  switch (kind) {
    case 'accounts': {
      const keys = customerKeys(values);
      return keys.tax === '' ? [keys.name] : [keys.tax, `untaxed ${keys.name}`];
    }
    case 'contacts': {
      const email = textOf(values, 'email').trim().toLowerCase();
      const account = textOf(values, 'accountId');
      return [...(email === '' ? [] : [`mail ${account} ${email}`]), `name ${account} ${name}`];
    }
    case 'opportunities':
      return [`name ${textOf(values, 'accountId')} ${name}`];
    default:
      return kind satisfies never;
  }
}

function customerKeys(values: Readonly<Record<string, unknown>>) {
  const taxId = codeKey(textOf(values, 'taxId'));
  return {
    tax: taxId === '' ? '' : `tax ${taxId}`,
    name: `name ${textOf(values, 'country')} ${nameKey(textOf(values, 'name'))}`,
  };
}

const textOf = (values: Readonly<Record<string, unknown>>, field: string): string => {
  const value = values[field];
  return typeof value === 'string' ? value : '';
};

/** A name of signs alone is what it is. */
const nameKey = (text: string): string =>
  foldText(text)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim() || text.trim();
const codeKey = (text: string): string => foldText(text).replace(/[^\p{L}\p{N}]+/gu, '');

interface ReadRow {
  readonly values: Readonly<Record<string, string>>;
  /** Fields that the file says itself; the others are defaults. */
  readonly said: ReadonlySet<string>;
  readonly problems: readonly RowProblem[];
}

function readRow(row: TableRow, context: ImportContext, readers: Readers, known: Known): ReadRow {
  const { kind, mapping } = context;
  const values: Record<string, string> = { ...startOf(context) };
  const said = new Set<string>();
  const problems: RowProblem[] = [];
  for (const { key, required } of importFields[kind]) {
    const column = mapping[key];
    const cell = column === undefined ? undefined : row.cells[column];
    const text = oneLine(key, cellText(cell).trim());
    if (text === '' || !cell) {
      if (required) problems.push({ field: key, problem: 'required', text: '' });
      continue;
    }
    if (!isStorable(text)) {
      problems.push({ field: key, problem: 'invalid', text: shown(text) });
      continue;
    }
    const read = readValue(key, text, () => readers[key]?.(cell, text));
    if ('problem' in read) problems.push({ field: key, problem: read.problem, text });
    else {
      values[key] = read.value;
      said.add(key);
    }
  }
  if (kind !== 'accounts' && problems.every(({ field }) => !field.startsWith('account'))) {
    const found = findAccount(values, known);
    if (typeof found === 'string') {
      problems.push({ field: 'accountName', problem: found, text: values['accountName'] ?? '' });
    } else values['accountId'] = found.id;
    delete values['accountName'];
    delete values['accountTaxId'];
  }
  if (problems.length === 0) problems.push(...schemaProblems(kind, values));
  return { values, said, problems };
}

const shown = (text: string): string => text.replaceAll(/\0|\p{Surrogate}/gu, '\uFFFD');

/** Only notes have lines. */
const oneLine = (field: string, text: string): string =>
  field === 'notes' ? text : text.replaceAll(/\s*[\r\n\u2028\u2029]\s*/g, ' ');

type Read = { readonly value: string } | { readonly problem: ImportProblem };

const readValue = (field: string, text: string, read: () => Read | undefined): Read => {
  if (field === 'email' && !looksLikeEmail(text)) return { problem: 'not-an-email' };
  return read() ?? { value: text };
};

type Readers = Readonly<Record<string, (cell: TableRow['cells'][number], text: string) => Read>>;

/** How the fields are read that are more than text. */
function readersFor({ formats, words }: ImportContext, from1904: boolean | undefined): Readers {
  const orElse = (value: string | undefined, problem: ImportProblem): Read =>
    value === undefined ? { problem } : { value };
  const oneOf = (known: Values, problem: ImportProblem) => {
    const values = new Map(Object.entries(known));
    return (_: unknown, text: string) => orElse(values.get(foldText(text)), problem);
  };
  return {
    amount: (cell) => orElse(readDecimal(cell, formats), 'not-an-amount'),
    closeOn: (cell) => orElse(readDay(cell, formats, from1904), 'not-a-day'),
    country: oneOf(words.country, 'unknown-country'),
    currency: (_, text) =>
      orElse(
        words.currencies.find((code) => code === text.toUpperCase()),
        'unknown-currency',
      ),
    segment: oneOf(words.segment, 'unknown-choice'),
    stage: oneOf(words.stage, 'unknown-choice'),
    forecast: oneOf(words.forecast, 'unknown-choice'),
  };
}

/** The customer a row belongs to, by tax id before name. */
function findAccount(
  values: Readonly<Record<string, string>>,
  { accountsByName, accountsByTaxId }: Known,
): Account | 'unknown-account' | 'several-accounts' {
  const taxId = codeKey(values['accountTaxId'] ?? '');
  const byTaxId = taxId === '' ? [] : (accountsByTaxId.get(taxId) ?? []);
  const found =
    byTaxId.length > 0 ? byTaxId : (accountsByName.get(nameKey(values['accountName'] ?? '')) ?? []);
  if (found.length > 1) return 'several-accounts';
  return found[0] ?? 'unknown-account';
}

/** What a record has where the file says nothing. */
function startOf({ kind, defaults }: ImportContext): Readonly<Record<string, string>> {
  switch (kind) {
    case 'accounts':
      return {
        name: '',
        taxId: '',
        country: defaults.country,
        city: '',
        street: '',
        postalCode: '',
        segment: 'mid-market',
        website: '',
        notes: '',
      };
    case 'contacts':
      return { name: '', jobTitle: '', email: '', phone: '' };
    case 'opportunities':
      return {
        name: '',
        stage: 'prospecting',
        amount: '0',
        currency: defaults.currency,
        nextStep: '',
        notes: '',
      };
    default:
      return kind satisfies never;
  }
}

const schemas = {
  accounts: accountFieldsSchema,
  contacts: contactFieldsSchema,
  opportunities: opportunitySchema.pick({
    name: true,
    stage: true,
    amount: true,
    currency: true,
    closeOn: true,
    nextStep: true,
    notes: true,
    forecast: true,
  }),
} as const;

function schemaProblems(kind: ImportKind, values: Readonly<Record<string, string>>): readonly RowProblem[] {
  const parsed = schemas[kind].safeParse(values);
  if (parsed.success) return [];
  return parsed.error.issues.map(({ code, path }) => {
    const field = String(path[0] ?? 'name');
    return { field, problem: code === 'too_big' ? 'too-long' : 'invalid', text: values[field] ?? '' };
  });
}

/** What the file says otherwise than the record. What it leaves out, or leaves empty, stays as it is. */
function changesOf(
  existing: Account | Contact | Opportunity,
  { values, said }: ReadRow,
): Readonly<Record<string, string>> {
  const before = existing as unknown as Readonly<Record<string, string | null | undefined>>;
  return Object.fromEntries(
    Object.entries(values).filter(
      ([field, value]) => said.has(field) && !field.startsWith('account') && (before[field] ?? '') !== value,
    ),
  );
}
