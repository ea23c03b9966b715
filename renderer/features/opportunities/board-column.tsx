import { ActionIcon } from '@mantine/core';
import { useDroppable } from '@dnd-kit/core';
import { useVirtualizer } from '@tanstack/react-virtual';
import { IconChevronsLeft } from '@tabler/icons-react';
import { useEffect, useRef, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Opportunity } from '#shared/domain/deal/opportunity';
import { stageLooks } from '../../records/stage-badge';
import { useFormats } from '../../ui/formats';
import { neededDecimals } from '../../ui/needed-decimals';
import type { BoardColumn } from './board';
import classes from './board.module.css';

/** Pixels a card takes on average, with the room under it; each is measured once it is shown. */
const usualCard = 102;

interface BoardColumnProps {
  readonly column: BoardColumn;
  /** Shown as a narrow strip that still takes deals. */
  readonly narrow: boolean;
  readonly onNarrow: (narrow: boolean) => void;
  /** The card to bring into view, of this column or of another. */
  readonly sought: string | null;
  readonly renderCard: (opportunity: Opportunity) => ReactNode;
}

/** One stage of the sales path with its deals and their totals. Only the cards in view are elements: ten thousand cost what fifty cost. */
export function BoardColumnView({ column, narrow, onNarrow, sought, renderCard }: BoardColumnProps) {
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
          <span className={classes['count']}>{formats.number(column.cards.length)}</span>
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
      <Cards cards={column.cards} sought={sought} renderCard={renderCard} />
    </section>
  );
}

function Cards({
  cards,
  sought,
  renderCard,
}: {
  readonly cards: readonly Opportunity[];
  readonly sought: string | null;
  readonly renderCard: (opportunity: Opportunity) => ReactNode;
}) {
  const { t } = useTranslation('opportunities');
  const scroller = useRef<HTMLDivElement>(null);
  // oxlint-disable-next-line react/incompatible-library -- the virtualizer's answers are read at every render, never memoized
  const virtual = useVirtualizer({
    count: cards.length,
    getScrollElement: () => scroller.current,
    getItemKey: (index) => cards[index]?.id ?? index,
    estimateSize: () => usualCard,
    overscan: 4,
  });
  useEffect(() => {
    const index = sought === null ? -1 : cards.findIndex(({ id }) => id === sought);
    if (index >= 0) virtual.scrollToIndex(index, { align: 'auto' });
  }, [sought, cards, virtual]);
  return (
    <div ref={scroller} className={classes['cards']}>
      {cards.length === 0 && <p className={classes['noCards']}>{t('noCards')}</p>}
      {cards.length > 0 && (
        <ul className={classes['shown']} style={{ height: virtual.getTotalSize() }}>
          {virtual.getVirtualItems().map(({ index, key, start }) => {
            const opportunity = cards[index];
            return (
              opportunity && (
                <li
                  key={key}
                  ref={virtual.measureElement}
                  data-index={index}
                  className={classes['item']}
                  aria-posinset={index + 1}
                  aria-setsize={cards.length}
                  style={{ transform: `translateY(${String(start)}px)` }}
                >
                  {renderCard(opportunity)}
                </li>
              )
            );
          })}
        </ul>
      )}
    </div>
  );
}
