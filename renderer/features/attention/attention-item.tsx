import { Button } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useClient } from '../../client/client-context';
import type { ResolveError } from '../../sync/resolve-attention';
import type { AttentionRow } from '../../db/rows';
import { useWorkText } from '../../records/use-work-text';
import { useFormats } from '../../ui/formats';
import { useOneAtATime } from '../../ui/use-one-at-a-time';
import classes from './attention.module.css';
import { FieldTable } from './field-table';
import { readableFields, withValueAt, type ReadableField } from './readable-args';
import { recordPath } from './record-path';
import { ServerReference } from './server-reference';
import { useReasonText } from './use-reason-text';
import { useResolveErrorText } from './use-resolve-error-text';

interface AttentionItemProps {
  readonly item: AttentionRow;
  /** What waits with it because it depends on it. */
  readonly parked: readonly AttentionRow[];
  readonly onDiscard: (item: AttentionRow) => void;
}

/** One refused piece of work: why, what was written, what the vendor has, and what can be done. */
export function AttentionItem({ item, parked, onDiscard }: AttentionItemProps) {
  const { t } = useTranslation('attention');
  const formats = useFormats();
  const { attention } = useClient();
  const textOf = useWorkText();
  const reasonOf = useReasonText();
  const errorText = useResolveErrorText();
  const { busy, run } = useOneAtATime();
  const [args, setArgs] = useState(item.args);
  const [error, setError] = useState<ResolveError | null>(null);
  const path = recordPath(item.touches);

  const change = ({ path: at }: ReadableField, value: string) =>
    setArgs((before: unknown) => withValueAt(before, at, value));
  const tryAgain = async () => {
    const result = await attention.resubmit(item.id, args);
    setError(result.ok ? null : result.error);
  };
  return (
    <li className={classes['item']} id={item.id} inert={busy}>
      <div className={classes['head']}>
        <IconAlertTriangle size={18} stroke={1.8} aria-hidden />
        <h3 className={classes['title']}>{textOf(item)}</h3>
        <span className={classes['when']}>
          {t('when', { captured: formats.instant(item.capturedAt), refused: formats.ago(item.refusedAt) })}
        </span>
      </div>
      <p className={classes['reason']}>{reasonOf(item.rejection)}</p>
      {item.rejection.type === 'server-failed' && <ServerReference reference={item.rejection.reference} />}
      <FieldTable
        fields={readableFields(item.args)}
        current={readableFields(args)}
        server={item.serverState.map(({ record }) => record)}
        onChange={change}
      />
      {parked.length > 0 && (
        <div className={classes['parked']}>
          <p>{t('parked', { count: parked.length })}</p>
          <ul>
            {parked.map((each) => (
              <li key={each.id}>{textOf(each)}</li>
            ))}
          </ul>
        </div>
      )}
      {error && (
        <p className={classes['error']} role="alert">
          {errorText(error)}
        </p>
      )}
      <div className={classes['actions']}>
        <Button loading={busy} onClick={() => void run(tryAgain)}>
          {t('tryAgain')}
        </Button>
        {path !== null && (
          <Button component={Link} to={path} variant="default">
            {t('open')}
          </Button>
        )}
        <Button variant="subtle" color="red" onClick={() => onDiscard(item)}>
          {t('discard')}
        </Button>
      </div>
    </li>
  );
}
