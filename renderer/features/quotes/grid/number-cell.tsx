import { useDraggable } from '@dnd-kit/core';
import { IconGripVertical } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useHeaderRowSelection, useRowSelection } from 'react-data-grid';
import { useStore } from 'zustand';
import { useOpenQuote } from '../editing/open-quote';
import type { GridRow } from './grid-rows';
import classes from './quote-grid.module.css';

/** The row's handle: its number, a tick box to mean several rows, and a grip to drag them. */
export function NumberCell({
  row,
  rowIndex,
  tabIndex,
  draggable,
}: {
  readonly row: GridRow;
  readonly rowIndex: number;
  readonly tabIndex: number;
  readonly draggable: boolean;
}) {
  const { t } = useTranslation('quotes');
  const { isRowSelected, onRowSelectionChange } = useRowSelection();
  const { selection } = useOpenQuote();
  const current = useStore(selection, (state) => state.activeId === row.id);
  const name = row.kind === 'line' ? row.number : row.title || t('untitledSection');
  return (
    <div className={classes['handle']} data-current={current || undefined}>
      {draggable && <Grip id={row.id} rowIndex={rowIndex} />}
      <span className={classes['ordinal']}>{row.kind === 'line' ? row.number : ''}</span>
      <input
        type="checkbox"
        className={classes['tick']}
        aria-label={t('selectRow', { name })}
        tabIndex={tabIndex}
        checked={isRowSelected}
        onChange={(event) =>
          onRowSelectionChange({
            row,
            checked: event.currentTarget.checked,
            isShiftClick: (event.nativeEvent as MouseEvent).shiftKey,
          })
        }
      />
    </div>
  );
}

function Grip({ id, rowIndex }: { readonly id: string; readonly rowIndex: number }) {
  const { setNodeRef, listeners } = useDraggable({ id, data: { rowIndex } });
  return (
    <span ref={setNodeRef} className={classes['grip']} {...listeners} aria-hidden>
      <IconGripVertical size={13} />
    </span>
  );
}

export function NumberHeader({ tabIndex }: { readonly tabIndex: number }) {
  const { t } = useTranslation('quotes');
  const { isIndeterminate, isRowSelected, onRowSelectionChange } = useHeaderRowSelection();
  return (
    <input
      type="checkbox"
      className={classes['tickAll']}
      aria-label={t('selectAll')}
      tabIndex={tabIndex}
      ref={(element) => {
        if (element) element.indeterminate = isIndeterminate;
      }}
      checked={isRowSelected}
      onChange={(event) => onRowSelectionChange({ checked: event.currentTarget.checked })}
    />
  );
}
