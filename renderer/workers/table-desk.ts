import {
  guessColumns,
  type ColumnMapping,
  type ImportKind,
  type RememberedColumns,
} from '#shared/import-export/fields';
import { guessFormats, type FileFormats } from '#shared/import-export/file-formats';
import { planImport, type ImportContext, type PlannedRow } from '#shared/import-export/plan-import';
import { cellText, textCell, type FileTable } from '#shared/import-export/table';
import { writeCsv } from '#shared/import-export/write-csv';
import { err, ok, type Result } from '#shared/lib/result';
import { writeXlsxCells } from './write-xlsx';
import {
  mostBytes,
  readTableFile,
  type ReadChoice,
  type TableFileError,
  type TableSource,
} from './table-file';

/** What the screen needs of a file; its rows stay with the worker. */
export interface OpenedTable {
  readonly source: TableSource;
  readonly header: readonly string[];
  /** Rows below the header. */
  readonly count: number;
  /** The first texts of each column, to see what it is. */
  readonly samples: readonly string[];
  readonly mapping: ColumnMapping;
  readonly formats: FileFormats;
}

export interface OpenRequest {
  readonly kind: ImportKind;
  /** The screen's. */
  readonly language: string;
  readonly remembered: RememberedColumns;
  readonly choice: ReadChoice;
}

/** Rows that were left out and why, by their lines. */
export interface ReportRequest {
  readonly rows: readonly { readonly line: number; readonly why: string }[];
  /** Names of the two columns that are added. */
  readonly lineTitle: string;
  readonly whyTitle: string;
  readonly delimiter: ',' | ';';
}

interface ReportFile {
  readonly extension: 'csv' | 'xlsx';
  readonly bytes: Uint8Array;
}

type Records = Pick<ImportContext, 'accounts' | 'contacts' | 'opportunities'>;

const noTable: FileTable = { header: [], rows: [] };

/** What the import's worker does, for one screen: it keeps the file, and what is on the device. Reading and planning may take seconds, and the screen must not. */
export class TableDesk {
  #table = noTable;
  #source: TableSource = { type: 'text', encoding: 'utf-8' };
  #records: Records = { accounts: [], contacts: [], opportunities: [] };

  async open(file: Blob, request: OpenRequest): Promise<Result<OpenedTable, TableFileError>> {
    if (file.size > mostBytes) return err({ type: 'too-large' });
    let bytes: Uint8Array;
    try {
      bytes = new Uint8Array(await file.arrayBuffer());
    } catch {
      return err({ type: 'not-there' });
    }
    const { kind, language, remembered, choice } = request;
    const read = await readTableFile(bytes, language, choice);
    if (!read.ok) return read;
    const { table, source } = read.value;
    this.#table = table;
    this.#source = source;
    const mapping = guessColumns(kind, table.header, remembered);
    return ok({
      source,
      header: table.header,
      count: table.rows.length,
      samples: samplesOf(table),
      mapping,
      formats: this.formats(mapping, language),
    });
  }

  /** What the columns that say amounts and days tell of how they are written. */
  formats(mapping: ColumnMapping, language: string): FileFormats {
    return guessFormats(
      { amounts: this.#texts(mapping['amount']), days: this.#texts(mapping['closeOn']) },
      language,
    );
  }

  /** Takes what is on the device, to know what is there already. */
  know(records: Records): void {
    this.#records = records;
  }

  plan(context: Omit<ImportContext, keyof Records>): readonly PlannedRow[] {
    return planImport(this.#table, { ...context, ...this.#records });
  }

  /** The rows named, as they were, with why: a file of the same kind that can be put right and imported again. */
  async report({ rows, lineTitle, whyTitle, delimiter }: ReportRequest): Promise<ReportFile> {
    const { header } = this.#table;
    const byLine = new Map(this.#table.rows.map((row) => [row.line, row.cells]));
    const cells = rows.map(({ line, why }) => [
      ...header.map((_, at) => byLine.get(line)?.[at] ?? textCell('')),
      textCell(String(line)),
      textCell(why),
    ]);
    const names = [...header, lineTitle, whyTitle];
    if (this.#source.type === 'workbook') {
      return { extension: 'xlsx', bytes: await writeXlsxCells(names, cells) };
    }
    const csv = writeCsv([names, ...cells.map((row) => row.map(cellText))], delimiter);
    return { extension: 'csv', bytes: new TextEncoder().encode(csv) };
  }

  #texts(column: number | undefined): readonly string[] {
    if (column === undefined) return [];
    return this.#table.rows.slice(0, rowsLookedAt).flatMap(({ cells }) => {
      const cell = cells[column];
      return cell?.type === 'text' ? [cell.text] : [];
    });
  }
}

const rowsLookedAt = 2_000;

const samplesOf = ({ header, rows }: FileTable): readonly string[] => {
  const first = rows.slice(0, rowsLookedAt);
  return header.map((_, column) => {
    const texts: string[] = [];
    for (const { cells } of first) {
      const text = cellText(cells[column]).trim();
      if (text !== '') texts.push(text.slice(0, 40));
      if (texts.length === 3) break;
    }
    return texts.join(' · ').slice(0, 80);
  });
};
