import { wrap, type Remote } from 'comlink';
import { useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { guessColumns, type ColumnMapping, type ImportKind } from '#shared/import-export/fields';
import { guessFormats, type FileFormats } from '#shared/import-export/file-formats';
import type { PlannedRow } from '#shared/import-export/plan-import';
import { cellText, type FileTable } from '#shared/import-export/table';
import { usePartner, useRecords } from '../../client/hooks';
import { useRemembered } from '../../ui/use-remembered';
import type { TableFileError, TableFileWorker } from '../../workers/table-file';
import { importWords } from './import-words';

interface OpenFile {
  readonly name: string;
  readonly table: FileTable;
}

/** The encoding that files without Unicode have where the person's language is spoken. */
const olderEncodings: Readonly<Record<string, string>> = {
  pl: 'windows-1250',
  ru: 'windows-1251',
  'zh-CN': 'gb18030',
};

/** An import as far as the person has come: the file, what its columns say, and what would become of each row. */
export function useImport(kind: ImportKind) {
  const { i18n } = useTranslation();
  const worker = useWorker();
  const partner = usePartner();
  const accounts = useRecords('account');
  const contacts = useRecords('contact');
  const opportunities = useRecords('opportunity');
  const [file, setFile] = useState<OpenFile | null>(null);
  const [error, setError] = useState<TableFileError | null>(null);
  const [reading, setReading] = useState(false);
  const [mapping, setMapping] = useState<ColumnMapping>({});
  const [formats, setFormats] = useState<FileFormats>({ days: 'day-first', decimal: '.' });
  const [plan, setPlan] = useState<readonly PlannedRow[] | null>(null);
  // While the plan is carried out, and afterwards, it stays what the person agreed to.
  const [settled, setSettled] = useState(false);
  // By the names of columns: the next file of the same making is understood at once.
  const [remembered, remember] = useRemembered<Readonly<Record<string, string>>>(
    `import:${kind}:columns`,
    {},
  );

  const open = async (chosen: File): Promise<void> => {
    setReading(true);
    setPlan(null);
    const bytes = new Uint8Array(await chosen.arrayBuffer());
    const result = await worker.current?.read(bytes, olderEncodings[i18n.language] ?? 'windows-1252');
    setReading(false);
    if (!result) return;
    if (!result.ok) {
      setFile(null);
      return setError(result.error);
    }
    const table = result.value;
    setError(null);
    setFile({ name: chosen.name, table });
    setMapping({ ...guessColumns(kind, table.header), ...knownColumns(remembered, table.header) });
    setFormats(guessFormats(textsOf(table), i18n.language));
  };
  const map = (field: string, column: number | null): void => {
    const { [field]: _before, ...others } = mapping;
    setMapping(column === null ? others : { ...others, [field]: column });
    const name = column === null ? '' : (file?.table.header[column] ?? '');
    remember((before) => ({ ...before, [field]: name }));
  };

  const words = useMemo(() => importWords(i18n), [i18n]);
  useEffect(() => {
    if (settled || !file || !partner || !accounts || !contacts || !opportunities) return undefined;
    let current = true;
    const context = {
      kind,
      mapping,
      formats,
      words,
      defaults: { country: partner.country, currency: partner.currency },
      accounts,
      contacts: kind === 'contacts' ? contacts : [],
      opportunities: kind === 'opportunities' ? opportunities : [],
    };
    const look = async () => {
      const rows = await worker.current?.plan(file.table, context);
      if (current && rows) setPlan(rows);
    };
    void look();
    return () => {
      current = false;
    };
  }, [settled, kind, file, mapping, formats, words, partner, accounts, contacts, opportunities, worker]);

  const reset = () => {
    setFile(null);
    setPlan(null);
    setError(null);
    setSettled(false);
  };
  return {
    file,
    error,
    reading,
    mapping,
    formats,
    plan,
    open,
    map,
    setFormats,
    settle: () => setSettled(true),
    reset,
  };
}

export type Import = ReturnType<typeof useImport>;

/** A worker for as long as the screen is there. */
function useWorker() {
  const worker = useRef<Remote<TableFileWorker> | null>(null);
  useEffect(() => {
    const thread = new Worker(new URL('../../workers/table-file.worker.ts', import.meta.url), {
      type: 'module',
    });
    worker.current = wrap<TableFileWorker>(thread);
    return () => {
      worker.current = null;
      thread.terminate();
    };
  }, []);
  return worker;
}

const knownColumns = (names: Readonly<Record<string, string>>, header: readonly string[]): ColumnMapping =>
  Object.fromEntries(
    Object.entries(names).flatMap(([field, name]) => {
      const column = name === '' ? -1 : header.indexOf(name);
      return column === -1 ? [] : [[field, column]];
    }),
  );

const textsOf = ({ rows }: FileTable): readonly string[] =>
  rows
    .slice(0, 500)
    .flatMap(({ cells }) => cells.flatMap((cell) => (cell.type === 'text' ? [cellText(cell)] : [])));
