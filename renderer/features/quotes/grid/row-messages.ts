import type { TFunction } from 'i18next';
import type { Formats } from '../../../ui/format-values';
import type { FigureField } from '../input/cell-draft';
import { breachText } from './breach-text';
import type { LineRow } from './grid-rows';
import { problemText, shorten } from './problem-text';

const figureFields: readonly FigureField[] = ['quantity', 'discountPercent', 'unitPrice'];

/** What a line has to say about itself, under its description. Never in a dialog. */
export function rowMessages(row: LineRow, t: TFunction<'quotes'>, formats: Formats): readonly string[] {
  const drafts = figureFields.flatMap((field) => {
    const draft = row.drafts[field];
    return draft ? [t(`figure.${draft.problem}`, { text: shorten(draft.text) })] : [];
  });
  const problems = row.priced?.status === 'problem' ? [problemText(row.priced.problem, t, formats)] : [];
  const alternatives = row.alternativeIssue ? [t(`alternative.issue.${row.alternativeIssue}`)] : [];
  return [
    ...drafts,
    ...problems,
    ...alternatives,
    ...row.breaches.map((breach) => breachText(breach, t, formats)),
  ];
}

/** Whether there is any: asked for every row of the quote at every change, so no words are made for it. */
export const hasMessages = (row: LineRow): boolean =>
  row.breaches.length > 0 ||
  row.priced?.status === 'problem' ||
  row.alternativeIssue !== null ||
  figureFields.some((field) => row.drafts[field] !== undefined);

/** Rows grow by a small line each for a note and for messages. */
export const rowHeightOf = (base: number, hasNote: boolean, hasMessages: boolean): number =>
  base + (hasNote ? 16 : 0) + (hasMessages ? 16 : 0);
