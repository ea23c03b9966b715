import { useLayoutEffect, useRef } from 'react';
import type { RenderEditCellProps } from 'react-data-grid';
import { useOpenQuote } from '../editing/open-quote';
import classes from './quote-grid.module.css';
import { FloorHint } from './floor-hint';
import type { GridRow } from './grid-rows';
import type { EditableColumn } from './set-cell';

interface CellEditorProps extends RenderEditCellProps<GridRow> {
  readonly text: string;
  readonly label: string;
  readonly multiline?: boolean;
  readonly alignRight?: boolean;
  /** A figure that moves the price: what it comes to is shown while it is typed. */
  readonly floorsOf?: EditableColumn;
}

/** The open cell. What is typed lives in the row until it is kept or given up. */
export function CellEditor({
  row,
  text,
  label,
  multiline = false,
  alignRight = false,
  floorsOf,
  onRowChange,
  onClose,
}: CellEditorProps) {
  const { selection } = useOpenQuote();
  const opened = useRef<HTMLInputElement & HTMLTextAreaElement>(null);
  // Once, when the cell opens: what has been typed since must never be marked, or the next key would replace it.
  useLayoutEffect(() => {
    const element = opened.current;
    if (!element) return;
    element.focus();
    if (selection.getState().editStart === 'type') element.select();
    else element.setSelectionRange(element.value.length, element.value.length);
  }, [selection]);
  const field = {
    'aria-label': label,
    className: classes['editor'] ?? '',
    'data-right': alignRight || undefined,
    value: row.typed ?? text,
    onChange: (event: { readonly target: { readonly value: string } }) =>
      onRowChange({ ...row, typed: event.target.value }),
    onBlur: () => onClose(true, false),
    spellCheck: multiline,
    autoComplete: 'off',
  };
  if (multiline) return <textarea ref={opened} rows={1} {...field} />;
  const box = <input ref={opened} inputMode={alignRight ? 'decimal' : undefined} {...field} />;
  if (row.kind === 'section' || floorsOf === undefined) return box;
  return (
    <FloorHint line={row.line} column={floorsOf} typed={row.typed ?? text}>
      {box}
    </FloorHint>
  );
}
