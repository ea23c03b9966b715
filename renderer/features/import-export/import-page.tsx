import { Button, SegmentedControl } from '@mantine/core';
import { IconFileImport, IconUpload } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { importKinds, type ImportKind } from '#shared/import-export/fields';
import { useCustomerView } from '../../client/customer-view';
import { Crumb } from '../../ui/crumb';
import { EmptyState } from '../../ui/empty-state';
import { ErrorNotice } from '../../ui/error-notice';
import { HiddenFromCustomers } from '../../ui/hidden-from-customers';
import { Page } from '../../ui/page';
import { RecordMissing } from '../../ui/record-missing';
import { ChooseFile } from './choose-file';
import { ColumnMap } from './column-map';
import { ImportProgress } from './import-progress';
import { PlanTable } from './plan-table';
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
  const { run, running, done, outcome, cancel, clear } = useRunImport(kind);
  const { file, error, plan, reading } = job;
  const list = kind === 'opportunities' ? '/opportunities' : '/accounts';
  const willWrite =
    plan?.filter(
      (row) =>
        row.plan.type === 'create' ||
        (duplicates === 'update' &&
          row.plan.type === 'duplicate' &&
          Object.keys(row.plan.changes).length > 0),
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
  return (
    <Page
      title={
        <Crumb to={list} list={t(`kind.${kind}`)}>
          {t(`of.${kind}`)}
        </Crumb>
      }
      actions={
        file &&
        !running &&
        (outcome ? (
          <Button leftSection={<IconUpload size={15} aria-hidden />} onClick={startOver}>
            {t('another')}
          </Button>
        ) : (
          <>
            <Button variant="default" onClick={startOver}>
              {t('otherFile')}
            </Button>
            <Button
              leftSection={<IconFileImport size={15} aria-hidden />}
              disabled={willWrite === 0}
              onClick={begin}
            >
              {t('import', { count: willWrite })}
            </Button>
          </>
        ))
      }
    >
      {!file && (
        <>
          {error && (
            <div className={classes['notice']}>
              <ErrorNotice
                title={t('error.title')}
                what={t(`error.${error.type}`, { line: 'line' in error ? error.line : 0 })}
                safe={t('error.safe')}
                todo={t('error.todo')}
              />
            </div>
          )}
          <EmptyState
            icon={IconFileImport}
            title={t('choose.title')}
            text={t('choose.text')}
            action={<ChooseFile reading={reading} onChoose={(chosen) => void job.open(chosen)} />}
          />
        </>
      )}
      {file && (running || outcome) && (
        <ImportProgress
          kind={kind}
          table={file.table}
          plan={plan ?? []}
          done={done}
          outcome={outcome}
          list={list}
          onCancel={cancel}
        />
      )}
      {file && !running && !outcome && (
        <div className={classes['work']}>
          <ColumnMap kind={kind} job={job} />
          <div className={classes['preview']}>
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
            {plan && <PlanTable plan={plan} />}
          </div>
        </div>
      )}
    </Page>
  );
}
