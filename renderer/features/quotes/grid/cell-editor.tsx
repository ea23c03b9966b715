import type { RenderEditCellProps } from 'react-data-grid';
import { useOpenQuote } from '../editing/open-quote';
import classes from './quote-grid.module.css';
import type { GridRow } from './grid-rows';

interface CellEditorProps extends RenderEditCellProps<GridRow> {
  readonly text: string;
  readonly label: string;
  readonly multiline?: boolean;
  readonly alignRight?: boolean;
}

/** The open cell. What is typed lives in the row until it is kept or given up. */
export function CellEditor({
  row,
  text,
  label,
  multiline = false,
  alignRight = false,
  onRowChange,
  onClose,
}: CellEditorProps) {
  const { selection } = useOpenQuote();
  const focus = (element: HTMLInputElement | HTMLTextAreaElement | null): void => {
    if (!element || element === document.activeElement) return;
    element.focus();
    if (selection.getState().editStart === 'type') element.select();
    else element.setSelectionRange(element.value.length, element.value.length);
  };
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
  return multiline ? (
    <textarea ref={focus} rows={1} {...field} />
  ) : (
    <input ref={focus} inputMode={alignRight ? 'decimal' : undefined} {...field} />
  );
}
