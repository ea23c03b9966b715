import { Button, Group, Progress } from '@mantine/core';
import { IconDownload, IconPlayerPlay } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { ImportKind } from '#shared/import-export/fields';
import { csvDelimiter, useSaveTable } from '../../records/export/use-save-table';
import type { ImportOutcome } from './run-import';
import type { Import } from './use-import';
import classes from './import-export.module.css';
import { usePlanText } from './use-plan-text';

interface ImportProgressProps {
  readonly kind: ImportKind;
  readonly job: Import;
  readonly progress: { readonly done: number; readonly count: number };
  readonly outcome: ImportOutcome | null;
  readonly list: string;
  readonly onCancel: () => void;
  readonly onGoOn: () => void;
}

/** How far the import is, and in the end what became of the file, with what was left out as a file of its own. */
export function ImportProgress({ progress, outcome, onCancel, ...rest }: ImportProgressProps) {
  const { t } = useTranslation('import-export');
  if (outcome) return <ImportDone {...rest} outcome={outcome} />;
  return (
    <div className={classes['progress']}>
      <output className={classes['heading']}>{t('running', progress)}</output>
      <Progress
        value={(100 * progress.done) / Math.max(1, progress.count)}
        aria-label={t('running', progress)}
      />
      <Button variant="default" onClick={onCancel}>
        {t('cancel')}
      </Button>
    </div>
  );
}

type ImportDoneProps = Omit<ImportProgressProps, 'outcome' | 'progress' | 'onCancel'> & {
  readonly outcome: ImportOutcome;
};

function ImportDone({ kind, job, outcome, list, onGoOn }: ImportDoneProps) {
  const { t } = useTranslation('import-export');
  const { leftOut, saving, save } = useLeftOut(kind, job, outcome);
  const { created, updated, skipped, left, stopped } = outcome;
  const reason = stopped === null || stopped === 'cancelled' ? stopped : 'storage';
  return (
    <div className={classes['progress']}>
      <h2 className={classes['heading']}>{reason === null ? t('finished') : t(`stopped.${reason}`)}</h2>
      <ul className={classes['summary']}>
        <li>{t('created', { count: created })}</li>
        {updated > 0 && <li>{t('updated', { count: updated })}</li>}
        {skipped > 0 && <li>{t('skipped', { count: skipped })}</li>}
        {leftOut.length > 0 && <li>{t('failed', { count: leftOut.length })}</li>}
        {left.length > 0 && <li>{t('notReached', { count: left.length })}</li>}
      </ul>
      <Group gap="xs">
        {left.length > 0 && (
          <Button leftSection={<IconPlayerPlay size={15} aria-hidden />} onClick={onGoOn}>
            {t('goOn')}
          </Button>
        )}
        <Button component={Link} to={list} variant={left.length > 0 ? 'default' : 'filled'}>
          {t('toList')}
        </Button>
        {leftOut.length > 0 && (
          <Button
            variant="default"
            loading={saving}
            leftSection={<IconDownload size={15} aria-hidden />}
            onClick={() => void save()}
          >
            {t('report')}
          </Button>
        )}
      </Group>
      {leftOut.length > 0 && <p className={classes['hint']}>{t('reportHint')}</p>}
    </div>
  );
}

/** The rows with errors, and those that were refused: none is lost, they can be put right in a file of their own and imported again. */
function useLeftOut(kind: ImportKind, job: Import, { failed }: ImportOutcome) {
  const { t, i18n } = useTranslation('import-export');
  const textOf = usePlanText();
  const saveTable = useSaveTable();
  const [saving, setSaving] = useState(false);
  const refused = new Set(failed.map(({ line }) => line));
  const leftOut = (job.plan ?? []).filter((row) => row.plan.type === 'error' || refused.has(row.line));
  const save = async (): Promise<void> => {
    setSaving(true);
    const rows = leftOut.map(({ line, plan }) => ({
      line,
      why: refused.has(line) ? t('notStored') : textOf(plan),
    }));
    const delimiter = csvDelimiter(i18n.language);
    const request = { rows, lineTitle: t('line'), whyTitle: t('details'), delimiter };
    try {
      const { extension, bytes } = await job.desk().report(request);
      const name = `${t('reportName', { kind: t(`kind.${kind}`) })}.${extension}`;
      await saveTable(name, bytes, extension);
    } finally {
      setSaving(false);
    }
  };
  return { leftOut, saving, save };
}
