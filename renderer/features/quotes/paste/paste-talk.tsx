import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import classes from './paste.module.css';

/** What stood around the order and was not taken for rows; each line can still be made one. */
export function PasteTalk({
  talk,
  onTake,
}: {
  readonly talk: readonly string[];
  readonly onTake: (index: number) => void;
}) {
  const { t } = useTranslation('paste');
  if (talk.length === 0) return null;
  return (
    <details className={classes['talk']}>
      <summary>{t('talk.title', { count: talk.length })}</summary>
      <ul>
        {talk.map((line, index) => (
          // oxlint-disable-next-line react/no-array-index-key -- the same line can stand there twice
          <li key={`${String(index)} ${line}`}>
            <span>{line}</span>
            <Button size="compact-xs" variant="subtle" onClick={() => onTake(index)}>
              {t('talk.take')}
            </Button>
          </li>
        ))}
      </ul>
    </details>
  );
}
