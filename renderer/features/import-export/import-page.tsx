import { Button, Loader, SegmentedControl } from '@mantine/core';
import { IconFileImport, IconUpload } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { importKinds, type ImportKind } from '#shared/import-export/fields';
import { useCustomerView } from '../../client/customer-view';
import { Crumb } from '../../ui/crumb';
import { HiddenFromCustomers } from '../../ui/hidden-from-customers';
import { Page } from '../../ui/page';
import { RecordMissing } from '../../ui/record-missing';
import { ChooseOrWait } from './choose-or-wait';
import { ColumnMap } from './column-map';
import { ImportProgress } from './import-progress';
import { PlanTable } from './plan-table';
import { willUpdate } from './run-import';
import { useImport } from './use-import';
import { useRunImport } from './use-run-import';
import classes from './import-export.module.css';

/** OPP-1: a file of customers, people or deals becomes records, offline, and nothing of it before the person has seen what would become of each row. */
export function ImportPage() {
  const { t } = useTranslation('import-export');
  const { kind } = useParams();
  const customerView = useCustomerView();
  const known = importKinds.find((each) => each === kind);
  if (customerView.on || !known) {
    return (
      <Page title={t('title')}>
        {known ? <HiddenFromCustomers onLeave={customerView.toggle} /> : <RecordMissing list="/accounts" />}
      </Page>
    );
  }
  return <ImportOf key={known} kind={known} />;
}

function ImportOf({ kind }: { readonly kind: ImportKind }) {
  const { t } = useTranslation('import-export');
  const job = useImport(kind);
  const [duplicates, setDuplicates] = useState<'skip' | 'update'>('skip');
  const { run, running, progress, outcome, cancel, clear } = useRunImport(kind);
  const { open, error, plan, planning, reading } = job;
  const list = kind === 'opportunities' ? '/opportunities' : '/accounts';
  const willWrite =
    plan?.filter(
      ({ plan: each }) =>
        each.type === 'create' || (each.type === 'duplicate' && willUpdate(each, duplicates)),
    ).length ?? 0;
  const startOver = () => {
    clear();
    job.reset();
  };
  const begin = () => {
    if (!plan) return;
    job.settle();
    run(plan, duplicates);
  };
  const ready = open && reading === null && !error;
  return (
    <Page
      title={
        <Crumb to={list} list={t(`kind.${kind}`)}>
          {t(`of.${kind}`)}
        </Crumb>
      }
      actions={
        ready &&
        !running &&
        (outcome ? (
          <Button variant="default" leftSection={<IconUpload size={15} aria-hidden />} onClick={startOver}>
            {t('another')}
          </Button>
        ) : (
          <>
            <Button variant="default" onClick={startOver}>
              {t('otherFile')}
            </Button>
            <Button
              leftSection={<IconFileImport size={15} aria-hidden />}
              disabled={willWrite === 0 || planning}
              onClick={begin}
            >
              {plan ? t('import', { count: willWrite }) : t(`of.${kind}`)}
            </Button>
          </>
        ))
      }
    >
      {!ready && (
        <ChooseOrWait
          error={error}
          reading={reading}
          onChoose={(file) => void job.choose(file)}
          onCancel={job.reset}
        />
      )}
      {ready && (running || outcome) && (
        <ImportProgress
          kind={kind}
          job={job}
          progress={progress}
          outcome={running ? null : outcome}
          list={list}
          onCancel={cancel}
          onGoOn={() => outcome && run(outcome.left, duplicates)}
        />
      )}
      {ready && !running && !outcome && (
        <div className={classes['work']}>
          <ColumnMap kind={kind} job={job} />
          <div className={classes['preview']} aria-busy={planning}>
            {plan?.some((row) => row.plan.type === 'duplicate') && (
              <div className={classes['duplicates']}>
                <span id="import-duplicates">{t('duplicates.label')}</span>
                <SegmentedControl
                  size="xs"
                  aria-labelledby="import-duplicates"
                  value={duplicates}
                  data={(['skip', 'update'] as const).map((value) => ({
                    value,
                    label: t(`duplicates.${value}`),
                  }))}
                  onChange={setDuplicates}
                />
              </div>
            )}
            {plan ? (
              <PlanTable plan={plan} />
            ) : (
              <output className={classes['waiting']}>
                <Loader size={16} aria-hidden /> {t('planning', { count: open.table.count })}
              </output>
            )}
          </div>
        </div>
      )}
    </Page>
  );
}
