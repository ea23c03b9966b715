import { Button, Progress } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import classes from './drawing-notice.module.css';

/** Shown while drawing takes long: what is happening, and a way out. */
export function DrawingNotice({
  lines,
  onCancel,
}: {
  readonly lines: number;
  readonly onCancel: () => void;
}) {
  const { t } = useTranslation('proposals');
  return (
    <output className={classes['notice']}>
      <div className={classes['words']}>
        <span>{t('drawing', { count: lines })}</span>
        <Button variant="default" onClick={onCancel}>
          {t('cancel')}
        </Button>
      </div>
      <Progress value={100} animated size="xs" aria-label={t('drawing', { count: lines })} />
    </output>
  );
}
