import { Button } from '@mantine/core';
import { IconRefresh } from '@tabler/icons-react';
import type { ReactNode, Ref } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../ui/formats';
import { ListCount } from '../../ui/list-count';
import { Page } from '../../ui/page';
import { DeskProblemNotice } from './desk-problem';
import { useDeskTitle } from './desk-tabs';
import type { Polled } from './queries';
import classes from './vendor-desk.module.css';

interface DeskPageProps<T> {
  readonly polled: Polled<T>;
  /** How many wait, in words, once that is known. */
  readonly waiting: string | undefined;
  readonly loading: string;
  /** Before the count. */
  readonly filters?: ReactNode;
  /** Before "Refresh". */
  readonly actions?: ReactNode;
  readonly aside?: ReactNode;
  readonly ref?: Ref<HTMLDivElement>;
  /** The table of what was read. */
  readonly children: (value: T) => ReactNode;
}

/** One of the lists of what partners ask for: what is shown is what the server had when it was last read. */
export function DeskPage<T>(props: DeskPageProps<T>) {
  const { polled, waiting, loading, filters, actions, aside, ref, children } = props;
  const { t } = useTranslation('vendor-desk');
  const formats = useFormats();
  const title = useDeskTitle();
  const { value, readAt, problem, refresh } = polled;
  return (
    <Page
      title={title ?? t('title')}
      actions={
        <>
          {actions}
          <Button
            variant="default"
            leftSection={<IconRefresh size={14} aria-hidden />}
            onClick={() => void refresh()}
          >
            {t('refresh')}
          </Button>
        </>
      }
      toolbar={
        <>
          {filters}
          <ListCount>
            {waiting}
            {readAt !== null && ` · ${t('refreshed', { time: formats.instant(readAt) })}`}
          </ListCount>
        </>
      }
      aside={aside}
    >
      <div ref={ref} className={classes['desk']}>
        {value === undefined && !problem && <p className={classes['loading']}>{loading}</p>}
        {value !== undefined && <div className={classes['table']}>{children(value)}</div>}
        {/* Under the table, so that no row moves under the cursor when the network goes. */}
        {problem && (
          <div className={classes['problem']}>
            <DeskProblemNotice polled={polled} />
          </div>
        )}
      </div>
    </Page>
  );
}
