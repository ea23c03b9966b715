import {
  closestCenter,
  DndContext,
  DragOverlay,
  MouseSensor,
  pointerWithin,
  TouchSensor,
  useSensor,
  useSensors,
  type CollisionDetection,
  type DragEndEvent,
  type DragStartEvent,
} from '@dnd-kit/core';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useEditorTools } from '../editing/editor-tools';
import { useOpenQuote } from '../editing/open-quote';
import type { GridRow } from './grid-rows';
import classes from './quote-grid.module.css';

/** Rows dragged by their grip; several when they are ticked. The keyboard way is Alt with the arrows. */
export function DragLines({
  rows,
  children,
}: {
  readonly rows: readonly GridRow[];
  readonly children: ReactNode;
}) {
  const { t } = useTranslation('quotes');
  const { selection } = useOpenQuote();
  const { actions } = useEditorTools();
  const [dragged, setDragged] = useState<GridRow | null>(null);
  const sensors = useSensors(
    useSensor(MouseSensor, { activationConstraint: { distance: 4 } }),
    useSensor(TouchSensor, { activationConstraint: { delay: 200, tolerance: 6 } }),
  );

  const onDragStart = ({ active }: DragStartEvent) =>
    setDragged(rows.find((row) => row.id === active.id) ?? null);
  const onDragEnd = ({ active, over }: DragEndEvent) => {
    setDragged(null);
    const from = rows.findIndex((row) => row.id === active.id);
    const to = rows.findIndex((row) => row.id === over?.id);
    if (from === -1 || to === -1 || from === to) return;
    actions.drop(String(active.id), (from < to ? rows[to + 1]?.id : rows[to]?.id) ?? null);
  };
  const { ids } = selection.getState();
  const count = dragged && ids.has(dragged.id) ? ids.size : 1;
  const silent = { onDragStart: nothing, onDragOver: nothing, onDragEnd: nothing, onDragCancel: nothing };
  return (
    <DndContext
      sensors={sensors}
      collisionDetection={underPointer}
      onDragStart={onDragStart}
      onDragEnd={onDragEnd}
      onDragCancel={() => setDragged(null)}
      accessibility={{ announcements: silent, screenReaderInstructions: { draggable: t('dragHelp') } }}
    >
      {children}
      <DragOverlay dropAnimation={null}>
        {dragged && (
          <span className={classes['dragged']}>
            {count > 1
              ? t('lineCount', { count })
              : dragged.kind === 'line'
                ? `${dragged.line.sku}  ${dragged.line.description.slice(0, 40)}`
                : dragged.title || t('untitledSection')}
          </span>
        )}
      </DragOverlay>
    </DndContext>
  );
}

/** The row under the pointer; outside all rows, the nearest. */
const underPointer: CollisionDetection = (args) => {
  const hit = pointerWithin(args);
  return hit.length > 0 ? hit : closestCenter(args);
};

const nothing = (): undefined => undefined;
