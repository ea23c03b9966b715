import { Button, Group, Progress } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { ImportKind } from '#shared/import-export/fields';
import type { PlannedRow } from '#shared/import-export/plan-import';
import { cellText, type FileTable } from '#shared/import-export/table';
import { writeCsv } from '#shared/import-export/write-csv';
import { csvDelimiter, useSaveTable } from '../../records/export/use-save-table';
import type { ImportOutcome } from './run-import';
import classes from './import-export.module.css';
import { usePlanText } from './use-plan-text';

interface ImportProgressProps {
  readonly kind: ImportKind;
  readonly table: FileTable;
  readonly plan: readonly PlannedRow[];
  readonly done: number;
  readonly outcome: ImportOutcome | null;
  readonly list: string;
  readonly onCancel: () => void;
}

/** How far the import is, and in the end what became of the file, with what was left out as a file of its own. */
export function ImportProgress({ kind, table, plan, done, outcome, list, onCancel }: ImportProgressProps) {
  const { t, i18n } = useTranslation('import-export');
  const textOf = usePlanText();
  const saveTable = useSaveTable();
  if (!outcome) {
    return (
      <div className={classes['progress']}>
        <p className={classes['heading']} aria-live="polite">
          {t('running', { done, count: plan.length })}
        </p>
        <Progress
          value={(100 * done) / Math.max(1, plan.length)}
          aria-label={t('running', { done, count: plan.length })}
        />
        <Button variant="default" onClick={onCancel}>
          {t('cancel')}
        </Button>
      </div>
    );
  }
  const failed = new Set(outcome.failed.map(({ line }) => line));
  const leftOut = plan.filter((row) => row.plan.type === 'error' || failed.has(row.line));
  const report = () => {
    const cells = new Map(table.rows.map((row) => [row.line, row.cells]));
    const rows = leftOut.map((row) => [
      ...table.header.map((_, at) => cellText(cells.get(row.line)?.[at])),
      String(row.line),
      failed.has(row.line) ? t('notStored') : textOf(row.plan),
    ]);
    const csv = writeCsv([[...table.header, t('line'), t('details')], ...rows], csvDelimiter(i18n.language));
    void saveTable(
      `${t('reportName', { kind: t(`kind.${kind}`) })}.csv`,
      new TextEncoder().encode(csv),
      'text/csv',
    );
  };
  return (
    <div className={classes['progress']}>
      <h2 className={classes['heading']}>{outcome.cancelled ? t('cancelled') : t('finished')}</h2>
      <ul className={classes['summary']}>
        <li>{t('created', { count: outcome.created })}</li>
        <li>{t('updated', { count: outcome.updated })}</li>
        <li>{t('skipped', { count: outcome.skipped - leftOut.length + failed.size })}</li>
        <li>{t('failed', { count: leftOut.length })}</li>
      </ul>
      <Group gap="xs">
        <Button component={Link} to={list}>
          {t('toList')}
        </Button>
        {leftOut.length > 0 && (
          <Button variant="default" leftSection={<IconDownload size={15} aria-hidden />} onClick={report}>
            {t('report')}
          </Button>
        )}
      </Group>
    </div>
  );
}
