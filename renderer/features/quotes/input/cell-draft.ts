import type { FigureProblem } from './read-figure';

export type FigureField = 'quantity' | 'discountPercent' | 'unitPrice';

/** A text typed into a figure's cell that is not such a figure. It stays in the cell, with its reason, until mended or given up. */
export interface CellDraft {
  readonly itemId: string;
  readonly field: FigureField;
  readonly text: string;
  readonly problem: FigureProblem;
}

export const draftKey = (itemId: string, field: FigureField): string => `${itemId} ${field}`;
