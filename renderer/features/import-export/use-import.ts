import { useThrottledValue } from '@mantine/hooks';
import { useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ColumnMapping, ImportKind, RememberedColumns } from '#shared/import-export/fields';
import type { FileFormats } from '#shared/import-export/file-formats';
import type { PlannedRow } from '#shared/import-export/plan-import';
import { usePartner, useRecords } from '../../client/hooks';
import { useRemembered } from '../../ui/use-remembered';
import type { OpenedTable } from '../../workers/table-desk';
import type { ReadChoice, TableFileError } from '../../workers/table-file';
import { importWords } from './import-words';
import { useTableDesk } from './use-table-desk';

interface OpenFile {
  readonly file: File;
  readonly table: OpenedTable;
}

/** How often, in milliseconds, what came meanwhile is looked at. */
const recordsPace = 3_000;

interface Planned {
  readonly rows: readonly PlannedRow[];
  /** What was asked. */
  readonly of: object;
}

export type ImportError = TableFileError | { readonly type: 'failed' };

const asFound: ReadChoice = { encoding: null, sheet: null };

/** An import as far as the person has come: the file, what its columns say, and what would become of each row. */
export function useImport(kind: ImportKind) {
  const { i18n } = useTranslation();
  const { desk, restart } = useTableDesk();
  const partner = usePartner();
  const accounts = useRecords('account');
  const contacts = useRecords('contact');
  const opportunities = useRecords('opportunity');
  const [open, setOpen] = useState<OpenFile | null>(null);
  const [error, setError] = useState<ImportError | null>(null);
  const [reading, setReading] = useState<string | null>(null);
  const [mapping, setMapping] = useState<ColumnMapping>({});
  const [formats, setFormats] = useState<FileFormats>({ days: 'day-first', decimal: '.' });
  const [planned, setPlanned] = useState<Planned | null>(null);
  // While the plan is carried out, and afterwards, it stays what the person agreed to.
  const [settled, setSettled] = useState(false);
  // By the names of columns: the next file of the same making is understood at once.
  const [remembered, remember] = useRemembered<RememberedColumns>(`import:${kind}:columns`, {});
  /** What was chosen last counts, whichever is read first. */
  const turn = useRef(0);

  const read = async (file: File, choice: ReadChoice): Promise<void> => {
    const mine = (turn.current += 1);
    const isMine = () => mine === turn.current;
    setReading(file.name);
    setError(null);
    setPlanned(null);
    try {
      const request = { kind, language: i18n.language, remembered, choice };
      const result = await desk().open(file, request);
      if (!isMine()) return;
      if (result.ok) {
        const table = result.value;
        setOpen({ file, table });
        setMapping(table.mapping);
        setFormats(table.formats);
      } else {
        setOpen(null);
        setError(result.error);
      }
    } catch {
      // Whatever it is, it is the file's doing: the worker would not even answer otherwise.
      if (isMine()) setError({ type: 'failed' });
    }
    if (isMine()) setReading(null);
  };
  const reset = () => {
    turn.current += 1;
    restart();
    setReading(null);
    setOpen(null);
    setPlanned(null);
    setError(null);
    setSettled(false);
  };
  const map = (field: string, column: number | null): void => {
    const { [field]: _before, ...others } = mapping;
    const next = column === null ? others : { ...others, [field]: column };
    setMapping(next);
    const name = column === null ? '' : (open?.table.header[column] ?? '');
    remember((before) => ({ ...before, [field]: name }));
    // Another column may be written in another way.
    if (field === 'amount' || field === 'closeOn') {
      void desk()
        .formats(next, i18n.language)
        .then(setFormats, () => undefined);
    }
  };

  const words = useMemo(() => importWords(i18n), [i18n]);
  // While much is sent or received they change many times a second; looking again each time would never come to an end.
  const records = useThrottledValue(
    useMemo(
      () => accounts && contacts && opportunities && { accounts, contacts, opportunities },
      [accounts, contacts, opportunities],
    ),
    recordsPace,
  );
  const isOpen = open !== null;
  useEffect(() => {
    if (!isOpen || settled || !records) return;
    const needed = {
      accounts: records.accounts,
      contacts: kind === 'contacts' ? records.contacts : [],
      opportunities: kind === 'opportunities' ? records.opportunities : [],
    };
    void desk()
      .know(needed)
      .catch(() => setError({ type: 'failed' }));
  }, [isOpen, settled, kind, records, desk]);
  const context = useMemo(
    () =>
      partner && {
        kind,
        mapping,
        formats,
        words,
        defaults: { country: partner.country, currency: partner.currency },
      },
    [kind, mapping, formats, words, partner],
  );
  useEffect(() => {
    if (settled || !open || !context || !records) return;
    const mine = turn.current;
    const look = async () => {
      try {
        const rows = await desk().plan(context);
        // Answers come in the order of the questions: an older one is shown until the next is there.
        if (mine === turn.current) setPlanned({ rows, of: context });
      } catch {
        if (mine === turn.current) setError({ type: 'failed' });
      }
    };
    void look();
  }, [settled, open, context, records, desk]);

  return {
    open,
    error,
    reading,
    mapping,
    formats,
    plan: planned?.rows ?? null,
    /** What is shown is not what would become of the rows any more. */
    planning: !settled && planned?.of !== context,
    choose: (file: File) => read(file, asFound),
    /** The same file, read otherwise. */
    reread: (choice: Partial<ReadChoice>) => open && read(open.file, { ...asFound, ...choice }),
    map,
    setFormats,
    settle: () => {
      turn.current += 1;
      setSettled(true);
    },
    reset,
    desk,
  };
}

export type Import = ReturnType<typeof useImport>;
