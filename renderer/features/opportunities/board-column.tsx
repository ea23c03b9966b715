import { ActionIcon } from '@mantine/core';
import { useDroppable } from '@dnd-kit/core';
import { IconChevronsLeft } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { stageLooks } from '../../records/stage-badge';
import { useFormats } from '../../ui/formats';
import { neededDecimals } from '../../ui/needed-decimals';
import type { BoardColumn } from './board';
import classes from './board.module.css';

interface BoardColumnProps {
  readonly column: BoardColumn;
  /** Shown as a narrow strip that still takes deals. */
  readonly narrow: boolean;
  readonly onNarrow: (narrow: boolean) => void;
  readonly children: ReactNode;
}

/** One stage of the sales path with its deals and their totals. */
export function BoardColumnView({ column, narrow, onNarrow, children }: BoardColumnProps) {
  const { t } = useTranslation(['opportunities', 'records']);
  const formats = useFormats();
  const { setNodeRef, isOver } = useDroppable({ id: column.stage });
  const stage = t(`records:stage.${column.stage}`);
  const Icon = stageLooks[column.stage].icon;
  if (narrow) {
    return (
      <section
        ref={setNodeRef}
        className={classes['strip']}
        data-over={isOver || undefined}
        aria-label={stage}
      >
        <button
          type="button"
          className={classes['stripButton']}
          aria-label={t('expand', { stage })}
          onClick={() => onNarrow(false)}
        >
          <Icon size={15} stroke={1.8} aria-hidden />
          <span className={classes['count']}>{column.cards.length}</span>
          <span className={classes['stripName']}>{stage}</span>
        </button>
      </section>
    );
  }
  return (
    <section
      ref={setNodeRef}
      className={classes['column']}
      data-over={isOver || undefined}
      aria-label={stage}
    >
      <header className={classes['head']}>
        <div className={classes['headLine']}>
          <Icon size={15} stroke={1.8} aria-hidden />
          <h2 className={classes['stage']}>{stage}</h2>
          <span className={classes['count']}>{column.cards.length}</span>
          {column.end && (
            <ActionIcon size="sm" aria-label={t('collapse', { stage })} onClick={() => onNarrow(true)}>
              <IconChevronsLeft size={15} aria-hidden />
            </ActionIcon>
          )}
        </div>
        <div className={classes['totals']}>
          {column.totals.map(({ amount, currency }) => (
            <span key={currency}>{formats.amount(amount, currency, neededDecimals(amount))}</span>
          ))}
        </div>
      </header>
      <ul className={classes['cards']}>
        {column.cards.length === 0 && <li className={classes['noCards']}>{t('noCards')}</li>}
        {children}
      </ul>
    </section>
  );
}
