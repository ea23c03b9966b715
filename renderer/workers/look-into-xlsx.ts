import { err, ok, type Result } from '#shared/lib/result';
import { entryText, zipEntries, type ZipEntry } from './zip-entries';

export interface Sheet {
  readonly name: string;
  readonly isHidden: boolean;
  /** Its place among all sheets, the first being 1: the reader wants it. */
  readonly number: number;
}

interface Workbook {
  /** In the workbook's order; charts and the like are not among them. */
  readonly sheets: readonly Sheet[];
  /** Days are counted from 1904, as old spreadsheets on the Mac do. */
  readonly from1904: boolean;
}

interface InnerSheet extends Sheet {
  readonly entry: ZipEntry;
}

type LookError = { readonly type: 'not-readable' } | { readonly type: 'too-large' };

/** Bytes that a workbook may unpack to. 50,000 rows of 30 columns are about 90 MB. */
const mostBytes = 200 * 1024 * 1024;
/** Rows times columns: the reader fills up every row to the widest. */
const mostCells = 5_000_000;

/**
 * Looks into a workbook before the reader does, piece by piece, and stops where it is too much: a megabyte can unpack to gigabytes, and one
 * cell in the last corner of an empty sheet makes 17 billion. Nothing that the archive says of itself is believed.
 */
export async function lookIntoXlsx(
  bytes: Uint8Array,
  chosen: number | null,
): Promise<Result<Workbook & { readonly chosen: Sheet }, LookError>> {
  try {
    return await look(bytes, chosen);
  } catch (thrown) {
    if (thrown instanceof TooMuch) return err({ type: 'too-large' });
    // Damaged packing, offsets beyond the end: whatever is thrown, the file is the reason.
    return err({ type: 'not-readable' });
  }
}

class TooMuch extends Error {}

async function look(bytes: Uint8Array, chosen: number | null): ReturnType<typeof lookIntoXlsx> {
  const entries = zipEntries(bytes);
  if (!entries) return err({ type: 'not-readable' });
  // The reader unpacks all of these, into as much room as they say they need and no more.
  const read = entries.filter(({ name }) => name.endsWith('.xml') || name.endsWith('.xml.rels'));
  if (read.reduce((sum, { size }) => sum + size, 0) > mostBytes) return err({ type: 'too-large' });
  const budget = { left: mostBytes };
  const byName = new Map(read.map((entry) => [entry.name, entry]));
  const text = async (name: string): Promise<string> => {
    const entry = byName.get(name);
    if (!entry) return '';
    const parts: string[] = [];
    for await (const part of spending(entryText(bytes, entry), budget)) parts.push(part);
    return parts.join('');
  };
  const workbook = await text('xl/workbook.xml');
  const targets = sheetTargets(await text('xl/_rels/workbook.xml.rels'));
  const sheets = tagsOf(workbook, 'sheet')
    .filter(({ name }) => name)
    .flatMap(({ name = '', state, id = '' }, at): InnerSheet[] => {
      const entry = byName.get(targets.get(id) ?? '');
      return entry ? [{ name, isHidden: (state ?? 'visible') !== 'visible', number: at + 1, entry }] : [];
    });
  const sheet =
    sheets.find(({ number }) => number === chosen) ?? sheets.find(({ isHidden }) => !isHidden) ?? sheets[0];
  if (!sheet) return err({ type: 'not-readable' });
  await checkExtent(spending(entryText(bytes, sheet.entry), budget));
  const [pr] = tagsOf(workbook, 'workbookPr');
  return ok({
    chosen: plain(sheet),
    sheets: sheets.map(plain),
    from1904: pr?.['date1904'] === '1' || pr?.['date1904'] === 'true',
  });
}

const plain = ({ name, isHidden, number }: Sheet): Sheet => ({ name, isHidden, number });

async function* spending(parts: AsyncIterable<string>, budget: { left: number }): AsyncGenerator<string> {
  for await (const part of parts) {
    budget.left -= part.length;
    if (budget.left < 0) throw new TooMuch();
    yield part;
  }
}

/** The tags whose numbers the reader makes room for: rows, and cells that are not empty. */
const placed = /<(?:\w+:)?(row|c)(?=\s)(?:[^<>]*?\s)?r\s*=\s*["']([^"']*)["'][^<>]*>/g;
const longestTag = 2_000;
const lastRow = 1_048_576;

/** Goes through a sheet's rows and cells. Throws TooMuch where the last row and the widest make too many cells. */
async function checkExtent(parts: AsyncIterable<string>): Promise<void> {
  let rest = '';
  let [rows, columns] = [0, 0];
  for await (const part of parts) {
    const text = rest + part;
    for (const [tag, kind, place = ''] of text.matchAll(placed)) {
      const [, letters = '', row = ''] = /^([A-Z]*)(\d+)$/.exec(place) ?? [];
      if (row === '' || Number(row) > lastRow) throw new Error('a cell stands nowhere');
      if (kind === 'row' || tag.endsWith('/>')) continue;
      rows = Math.max(rows, Number(row));
      columns = Math.max(columns, columnNumber(letters));
      if (rows * columns > mostCells) throw new TooMuch();
    }
    const open = text.lastIndexOf('<');
    rest = open === -1 ? '' : text.slice(open, open + longestTag);
  }
}

const columnNumber = (letters: string): number =>
  Array.from(letters).reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);

/** Paths of worksheets by the ids of their relations. */
function sheetTargets(rels: string): ReadonlyMap<string, string> {
  return new Map(
    tagsOf(rels, 'Relationship')
      .filter(({ Type = '' }) => Type.endsWith('/worksheet'))
      .map(({ Id = '', Target = '' }) => [Id, Target.startsWith('/') ? Target.slice(1) : `xl/${Target}`]),
  );
}

/** Attributes of each such tag, by their names without prefixes. */
function tagsOf(xml: string, name: string): readonly Partial<Record<string, string>>[] {
  const tags = xml.matchAll(new RegExp(`<(?:\\w+:)?${name}(\\s[^<>]*?)?/?>`, 'g'));
  return Array.from(tags, ([, inner = '']) =>
    Object.fromEntries(
      Array.from(inner.matchAll(/(?:\w+:)?(\w+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g), ([, key = '', a, b]) => [
        key,
        unescaped(a ?? b ?? ''),
      ]),
    ),
  );
}

const entities: ReadonlyMap<string, string> = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
]);
const unescaped = (text: string): string =>
  text.replaceAll(/&(\w+);/g, (whole, name: string) => entities.get(name) ?? whole);
