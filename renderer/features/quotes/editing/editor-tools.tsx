import { createContext, use, type RefObject } from 'react';
import type { SetCell } from '../grid/use-set-cell';
import type { LineActions } from './use-line-actions';

/** What the parts of the editor may ask of each other. */
export interface EditorTools {
  readonly actions: LineActions;
  readonly addBox: RefObject<HTMLInputElement | null>;
  readonly focusAddBox: () => void;
  readonly focusGrid: () => void;
  /** Opens the cell of an item for typing. */
  readonly editCell: (itemId: string, column: string) => void;
  /** Says it to screen readers; what is seen stands on the line itself. */
  readonly announce: (text: string) => void;
  readonly pasteRows: (data: DataTransfer, where: 'cursor' | 'end') => Promise<void>;
  /** Keeps what was typed or pasted into a cell. */
  readonly setCell: SetCell;
  /** Opens the side panel on the notes of the line under the cursor. */
  readonly showLine: () => void;
}

export const EditorToolsContext = createContext<EditorTools | null>(null);

export function useEditorTools(): EditorTools {
  const tools = use(EditorToolsContext);
  if (!tools) throw new Error('useEditorTools outside its provider');
  return tools;
}
