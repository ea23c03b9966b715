import type { CellKeyboardEvent, CellKeyDownArgs } from 'react-data-grid';
import type { Selection } from '../editing/selection';
import type { GridRow } from './grid-rows';
import type { SummaryRow } from './summary-rows';

export interface GridKeys {
  readonly startWith: (editStart: Selection['editStart']) => void;
  readonly lastRow: number;
  readonly hasSelection: boolean;
  readonly toAddBox: () => void;
  readonly toCell: (position: { readonly rowIdx: number; readonly idx: number }) => void;
  readonly selectAll: () => void;
  readonly clearSelection: () => void;
}

/** The keys of a spreadsheet, on top of what the grid does by itself (arrows, Tab, typing, Escape). */
export function onGridKey(
  args: CellKeyDownArgs<GridRow, SummaryRow>,
  event: CellKeyboardEvent,
  keys: GridKeys,
): void {
  if (args.mode === 'EDIT') onEditKey(args, event, keys);
  else onCursorKey(args, event, keys);
}

function onEditKey(
  { rowIdx, column, onClose }: Extract<CellKeyDownArgs<GridRow, SummaryRow>, { mode: 'EDIT' }>,
  event: CellKeyboardEvent,
  { lastRow, toAddBox, toCell }: GridKeys,
): void {
  // Enter that ends an input method's word is not ours.
  if (event.nativeEvent.isComposing) return event.preventGridDefault();
  const modified = event.ctrlKey || event.metaKey || event.altKey;
  const multiline = event.target instanceof HTMLTextAreaElement;
  // Undo and moving rows mean the text while a cell is open.
  if (modified && /^(z|y|ArrowUp|ArrowDown)$/i.test(event.key)) return event.stopPropagation();
  const step = stepOf(event, multiline);
  if (step === 0 || modified) {
    if (multiline && event.key === 'Enter' && event.shiftKey) event.preventGridDefault();
    return;
  }
  event.preventGridDefault();
  event.preventDefault();
  onClose(true);
  if (rowIdx + step > lastRow) toAddBox();
  else toCell({ rowIdx: Math.max(0, rowIdx + step), idx: column.idx });
}

const stepOf = (event: CellKeyboardEvent, multiline: boolean): -1 | 0 | 1 => {
  if (event.key === 'Enter') return multiline && event.shiftKey ? 0 : event.shiftKey ? -1 : 1;
  if (multiline) return 0;
  return event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
};

function onCursorKey(
  { column }: Extract<CellKeyDownArgs<GridRow, SummaryRow>, { mode: 'ACTIVE' }>,
  event: CellKeyboardEvent,
  keys: GridKeys,
): void {
  const { key, altKey } = event;
  const modified = event.ctrlKey || event.metaKey;
  keys.startWith(key === 'F2' || key === 'Enter' ? 'continue' : 'type');
  if (modified && key.toLowerCase() === 'a') {
    event.preventDefault();
    event.preventGridDefault();
    keys.selectAll();
  } else if (key === 'Escape' && keys.hasSelection) {
    event.preventGridDefault();
    keys.clearSelection();
  } else if (key === 'Delete' || altKey || (modified && key === 'Enter')) {
    // Commands of the screen: the grid must neither move nor open the cell.
    event.preventGridDefault();
  } else if (key === ' ' && !event.shiftKey && column?.key === 'number') {
    event.preventGridDefault();
  } else if (key.length === 1 && !modified && key !== '/') {
    // Typing into a cell must not also be a shortcut of the screen.
    event.stopPropagation();
  } else if (key === '/') {
    event.preventGridDefault();
  }
}
