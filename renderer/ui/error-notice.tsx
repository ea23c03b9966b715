import { Button } from '@mantine/core';
import { IconAlertTriangle, IconInfoCircle } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './error-notice.module.css';

interface ErrorNoticeProps {
  readonly title: ReactNode;
  /** What happened. */
  readonly what: ReactNode;
  /** What is not lost. */
  readonly safe?: ReactNode;
  /** What the person can do now. */
  readonly todo?: ReactNode;
  /** `calm` for what is no failure, such as having no network. */
  readonly tone?: 'bad' | 'calm';
  readonly onRetry?: (() => void) | undefined;
}

/** An error in three answers: what happened, what is safe, what to do. */
export function ErrorNotice({ title, what, safe, todo, tone = 'bad', onRetry }: ErrorNoticeProps) {
  const { t } = useTranslation('ui');
  const Icon = tone === 'bad' ? IconAlertTriangle : IconInfoCircle;
  return (
    <div className={classes['root']} data-tone={tone} role={tone === 'bad' ? 'alert' : undefined}>
      <Icon className={classes['icon']} size={18} stroke={1.8} aria-hidden />
      <div className={classes['words']}>
        <p className={classes['title']}>{title}</p>
        <p className={classes['line']}>{what}</p>
        {safe && <p className={classes['line']}>{safe}</p>}
        {todo && <p className={classes['line']}>{todo}</p>}
        {onRetry && (
          <Button className={classes['retry'] ?? ''} variant="default" onClick={onRetry}>
            {t('tryAgain')}
          </Button>
        )}
      </div>
    </div>
  );
}
