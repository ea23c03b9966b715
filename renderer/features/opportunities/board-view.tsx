import {
  DndContext,
  DragOverlay,
  PointerSensor,
  pointerWithin,
  useSensor,
  useSensors,
  type DragEndEvent,
} from '@dnd-kit/core';
import { useEffect, useMemo, useRef, useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { stageSchema, type Opportunity, type Stage } from '#shared/domain/deal/opportunity';
import { useRemembered } from '../../ui/use-remembered';
import { columnsOf, neighbourCard, neighbourStage, type BoardColumn } from './board';
import { BoardCard, CardFace, type CardContext } from './board-card';
import { BoardColumnView } from './board-column';
import classes from './board.module.css';
import { useMoves } from './use-moves';

interface BoardViewProps {
  readonly opportunities: readonly Opportunity[];
  readonly context: CardContext;
  readonly onOpen: (opportunity: Opportunity) => void;
  /** The deal as it was when the move began. Resolves to false when it could not be stored. */
  readonly onMove: (opportunity: Opportunity, stage: Stage) => Promise<boolean>;
}

const arrows: Readonly<Record<string, 'up' | 'down' | 'left' | 'right'>> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowLeft: 'left',
  ArrowRight: 'right',
};

/** Resolves to false while the card is out of view and therefore no element. */
function focusCard(board: HTMLElement | null, id: string): boolean {
  const card = board?.querySelector<HTMLElement>(`[data-card="${CSS.escape(id)}"]`);
  card?.focus();
  return card !== null && card !== undefined;
}

/** Deals by stage. Drag one to its new stage, or press Alt with an arrow key. */
export function BoardView({ opportunities, context, onOpen, onMove }: BoardViewProps) {
  const { t } = useTranslation('opportunities');
  const board = useRef<HTMLElement>(null);
  const [wide, setWide] = useRemembered<readonly Stage[]>('opportunities:wide-ends', []);
  // As it was when it was picked up: a colleague may move it while it is in the air (SY-14).
  const [dragged, setDragged] = useState<Opportunity | null>(null);
  const [activeId, setActiveId] = useState<string | null>(null);
  const { shown, ...moves } = useMoves(opportunities);
  // The card the keyboard goes to: it is scrolled into view first, and has the focus once it is there.
  const [sought, setSought] = useState<string | null>(null);
  const sensors = useSensors(useSensor(PointerSensor, { activationConstraint: { distance: 6 } }));

  const columns = useMemo(() => columnsOf(shown), [shown]);
  const isNarrow = (stage: Stage, end: boolean) => end && !wide.includes(stage);
  const reachable = columns.filter(({ stage, end }) => !isNarrow(stage, end));
  // The Tab key enters each column once, at the card last used there; arrows lead on from it.
  const entryOf = ({ cards }: BoardColumn): string | undefined =>
    (cards.find(({ id }) => id === activeId) ?? cards[0])?.id;

  useEffect(() => {
    if (sought === null) return undefined;
    // The column scrolls and shows the card in one of the next frames; a card that left for elsewhere is not waited for.
    let frames = 30;
    let frame = requestAnimationFrame(function look() {
      frames -= 1;
      const there = focusCard(board.current, sought);
      if (!there && frames > 0) frame = requestAnimationFrame(look);
      else setSought(null);
    });
    return () => cancelAnimationFrame(frame);
  }, [sought]);

  const find = (id: unknown) => shown.find((one) => one.id === id);
  const move = async (opportunity: Opportunity | null | undefined, to: Stage): Promise<void> => {
    if (!opportunity || opportunity.stage === to) return;
    const { id } = opportunity;
    moves.expect(id, to);
    if (!(await onMove(opportunity, to))) moves.giveUp(id);
  };
  const onDragEnd = ({ over }: DragEndEvent) => {
    setDragged(null);
    const stage = stageSchema.safeParse(over?.id);
    if (stage.success) void move(dragged, stage.data);
  };
  const onKeyDown = (event: KeyboardEvent, id: string) => {
    const arrow = arrows[event.key];
    if (!arrow || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    if (!event.altKey) {
      const next = neighbourCard(reachable, id, arrow);
      if (next !== undefined) setSought(next);
      return;
    }
    const stage = columns.find(({ cards }) => cards.some((card) => card.id === id))?.stage;
    if (!stage || arrow === 'up' || arrow === 'down') return;
    const to = neighbourStage(stage, arrow === 'left' ? -1 : 1);
    if (!to) return;
    setSought(id);
    void move(find(id), to);
  };
  return (
    <DndContext
      sensors={sensors}
      collisionDetection={pointerWithin}
      onDragStart={({ active }) => setDragged(find(active.id) ?? null)}
      onDragCancel={() => setDragged(null)}
      onDragEnd={onDragEnd}
    >
      <section ref={board} className={classes['board']} aria-label={t('boardLabel')}>
        <p className={classes['hint']}>{t('keyboardHint')}</p>
        {columns.map((column) => (
          <BoardColumnView
            key={column.stage}
            column={column}
            narrow={isNarrow(column.stage, column.end)}
            onNarrow={(narrow) =>
              setWide((before) =>
                narrow ? before.filter((stage) => stage !== column.stage) : [...before, column.stage],
              )
            }
            sought={sought}
            renderCard={(opportunity) => (
              <BoardCard
                opportunity={opportunity}
                context={context}
                active={opportunity.id === entryOf(column)}
                onActive={() => setActiveId(opportunity.id)}
                onOpen={() => onOpen(opportunity)}
                onMove={(stage) => void move(opportunity, stage)}
                onKeyDown={(event) => onKeyDown(event, opportunity.id)}
              />
            )}
          />
        ))}
      </section>
      <DragOverlay dropAnimation={null}>
        {dragged && (
          <div className={classes['card']} data-lifted>
            <CardFace opportunity={dragged} context={context} />
          </div>
        )}
      </DragOverlay>
    </DndContext>
  );
}
