import { daySchema } from '#shared/lib/clock';
import { idSchema } from '#shared/lib/ids';
import { currencySchema } from '#shared/domain/money/amount';
import { err, ok, type Result } from '#shared/lib/result';
import { everyPartner } from '../snapshots/repository';

/** What a product and its price are made of; the last three may be missing from a file. */
export const importFields = ['sku', 'name', 'price', 'description', 'vendor', 'family'] as const;
export type ImportField = (typeof importFields)[number];

export interface ImportOptions {
  readonly file: string;
  readonly bookName: string;
  readonly bookId: string;
  readonly catalogId: string;
  readonly currency: string;
  readonly encoding: 'auto' | 'utf-8' | 'latin1';
  /** Column heads by field, for those named on the command line. */
  readonly columns: Partial<Readonly<Record<ImportField, string>>>;
  readonly delimiter: string | null;
  readonly decimal: '.' | ',';
  readonly family: string;
  readonly taxCategory: string;
  /** "*" for every partner; null for whom the book's last version was. */
  readonly partnerIds: readonly string[] | null;
  readonly validFrom: string | null;
  readonly report: string | null;
}

type Values = Readonly<Record<string, string | boolean | undefined>>;

/** The import's part of the command line; null when there is no import. The error is a sentence for the person who typed it. */
export function parseImportOptions(values: Values): Result<ImportOptions | null, string> {
  const text = (name: string): string | undefined => values[name] as string | undefined;
  const file = text('import');
  if (file === undefined) {
    const stray = ['book', 'currency', 'map', 'catalog', 'report'].find((name) => text(name) !== undefined);
    return stray === undefined ? ok(null) : err(`--${stray} needs --import FILE`);
  }
  const bookName = text('book')?.normalize('NFC').trim() ?? '';
  if (bookName === '' || bookName.length > 120)
    return err('--import needs --book NAME (at most 120 characters)');
  const currency = text('currency')?.toUpperCase() ?? '';
  if (!currencySchema.safeParse(currency).success) return err('--import needs --currency CODE, e.g. USD');
  const bookId = slugOf(bookName);
  const catalogId = text('catalog') ?? bookId;
  if (bookId === '' || !idSchema.safeParse(catalogId).success)
    return err(
      bookId === ''
        ? '--book: the name needs a letter or digit of the Latin alphabet'
        : `--catalog ${catalogId}: not an id`,
    );
  const encoding = oneOf(text('encoding') ?? 'auto', ['auto', 'utf-8', 'latin1'] as const);
  if (encoding === undefined) return err('--encoding is auto, utf-8 or latin1');
  const decimal = oneOf(text('decimal') ?? 'point', ['point', 'comma'] as const);
  if (decimal === undefined) return err('--decimal is point or comma');
  const delimiter = delimiterOf(text('delimiter'));
  if (delimiter === undefined) return err('--delimiter is , ; or tab');
  const validFrom = text('valid-from') ?? null;
  if (validFrom !== null && !daySchema.safeParse(validFrom).success)
    return err(`--valid-from ${validFrom}: not a day like 2026-11-21`);
  const columns = columnsOf(text('map') ?? '');
  if (!columns.ok) return columns;
  const partnerIds = partnerIdsOf(text('partners'));
  if (partnerIds === undefined)
    return err(`--partners ${text('partners')}: write all, or ids with commas between`);
  return ok({
    file,
    bookName,
    bookId,
    catalogId,
    currency,
    encoding,
    columns: columns.value,
    delimiter,
    decimal: decimal === 'comma' ? ',' : '.',
    family: (text('family') ?? bookName).slice(0, 80),
    taxCategory: text('tax-category') ?? 'standard',
    partnerIds,
    validFrom,
    report: text('report') ?? null,
  });
}

/** "Real Prices 2007!" becomes "real-prices-2007". */
export const slugOf = (name: string): string =>
  name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 64);

const oneOf = <const T extends string>(text: string, allowed: readonly T[]): T | undefined =>
  allowed.find((one) => one === text.toLowerCase());

/** Null: find out; undefined: not a delimiter. */
function delimiterOf(text: string | undefined): string | null | undefined {
  if (text === undefined) return null;
  if (text === 'tab' || text === '\t') return '\t';
  return text === ',' || text === ';' ? text : undefined;
}

/** Null: not said; undefined: not a list of ids. */
function partnerIdsOf(text: string | undefined): readonly string[] | null | undefined {
  if (text === undefined) return null;
  if (text === 'all') return [everyPartner];
  const ids = text.split(',').map((id) => id.trim());
  return ids.every((id) => idSchema.safeParse(id).success) ? ids : undefined;
}

function columnsOf(map: string): Result<ImportOptions['columns'], string> {
  const columns: Partial<Record<ImportField, string>> = {};
  for (const pair of map.split(',').filter((pair) => pair.trim() !== '')) {
    const [field = '', ...column] = pair.split('=');
    const known = oneOf(field.trim(), importFields);
    const head = column.join('=').trim();
    if (known === undefined || head === '')
      return err(`--map ${pair.trim()}: write FIELD=COLUMN with a field of ${importFields.join(', ')}`);
    columns[known] = head;
  }
  return ok(columns);
}
