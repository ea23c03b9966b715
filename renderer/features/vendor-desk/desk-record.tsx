import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Page } from '../../ui/page';
import { DeskProblemNotice } from './desk-problem';
import type { Polled } from './queries';
import classes from './vendor-desk.module.css';

interface DeskRecordProps<T> {
  /** Of the list it is in, as long as nothing of it was read. */
  readonly title: string;
  readonly polled: Polled<T>;
  readonly children: (value: T) => ReactNode;
}

/** One thing to decide on, once it has been read. */
export function DeskRecord<T>({ title, polled, children }: DeskRecordProps<T>) {
  const { t } = useTranslation('vendor-desk');
  if (polled.value !== undefined) return children(polled.value);
  return (
    <Page title={title}>
      {!polled.problem && <p className={classes['loading']}>{t('approvals.loading')}</p>}
      <DeskNotice polled={polled} />
    </Page>
  );
}

/** Over what was read before, when it cannot be read again now. */
export function DeskNotice({ polled }: { readonly polled: Polled<unknown> }) {
  if (!polled.problem) return null;
  return (
    <div className={classes['notice']}>
      <DeskProblemNotice polled={polled} />
    </div>
  );
}
