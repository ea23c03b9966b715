import { Button } from '@mantine/core';
import { IconArrowsSplit2 } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { MergedType } from '#shared/domain/deal/edit-conflict';
import classes from './conflicts.module.css';
import { useConflictWords } from './use-conflict-words';
import { useConflicts } from './use-conflicts';

/** SY-14: a calm bar over a record whose fields two people gave different values. Nothing while there is nothing to choose. */
export function ConflictBanner({
  type,
  ids,
  nameOf,
}: {
  readonly type: MergedType;
  readonly ids: readonly string[];
  /** Which record it is about, where the page shows several. */
  readonly nameOf?: (id: string) => string;
}) {
  const { t } = useTranslation('conflicts');
  const words = useConflictWords();
  const conflicts = useConflicts(type, ids);
  const open = conflicts?.open ?? [];
  if (open.length === 0) return null;
  const bars = open.map((conflict) => {
    const name = nameOf?.(conflict.recordId);
    return (
      <div key={conflict.id} className={classes['bar']}>
        <IconArrowsSplit2 size={16} stroke={1.8} aria-hidden />
        <span className={classes['words']}>
          {name !== undefined && <strong>{name}: </strong>}
          {words.summary(conflict)}
        </span>
        <Button component={Link} to={`/conflicts/${conflict.id}`} variant="subtle" size="compact-xs">
          {t('choose')}
        </Button>
      </div>
    );
  });
  return <div className={classes['bars']}>{bars}</div>;
}
