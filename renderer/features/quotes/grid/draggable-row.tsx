import { memo } from 'react';
import { useDndContext, useDroppable } from '@dnd-kit/core';
import { Row, type RenderRowProps } from 'react-data-grid';
import type { GridRow } from './grid-rows';
import classes from './quote-grid.module.css';
import type { SummaryRow } from './summary-rows';

/** A row that shows where what is dragged would land: above it when coming from below, under it when coming from above. */
export const DraggableRow = memo(function DraggableRow(props: RenderRowProps<GridRow, SummaryRow>) {
  const { setNodeRef, isOver } = useDroppable({ id: props.row.id });
  const { active } = useDndContext();
  const from = active?.data.current?.['rowIndex'] as number | undefined;
  const side = from !== undefined && from < props.rowIdx ? 'dropAfter' : 'dropBefore';
  return (
    <Row
      {...props}
      ref={setNodeRef}
      className={isOver && active?.id !== props.row.id ? (classes[side] ?? '') : ''}
    />
  );
});
