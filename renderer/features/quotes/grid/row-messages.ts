import type { TFunction } from 'i18next';
import type { Formats } from '../../../ui/format-values';
import type { FigureField } from '../input/cell-draft';
import type { LineRow } from './grid-rows';

const figureFields: readonly FigureField[] = ['quantity', 'discountPercent', 'unitPrice'];

/** What a line has to say about itself, under its description. Never in a dialog. */
export function rowMessages(row: LineRow, t: TFunction<'quotes'>, formats: Formats): readonly string[] {
  const drafts = figureFields.flatMap((field) => {
    const draft = row.drafts[field];
    return draft ? [t(`figure.${draft.problem}`, { text: shorten(draft.text) })] : [];
  });
  if (row.priced?.status !== 'problem') return drafts;
  const { problem } = row.priced;
  switch (problem.type) {
    case 'sku-not-in-book':
      return [...drafts, t('lineProblem.notInBook')];
    case 'price-not-yet-valid':
      return [...drafts, t('lineProblem.notYet', { day: formats.day(problem.from) })];
    case 'price-ended':
      return [...drafts, t('lineProblem.ended', { day: formats.day(problem.until) })];
    case 'margin-impossible':
      return [...drafts, t('lineProblem.margin', { percent: formats.percent(problem.percent) })];
    case 'sku-not-in-catalog':
      return [...drafts, t('lineProblem.notInCatalog')];
    case 'currency-mismatch':
      return [...drafts, t('lineProblem.currency', { book: problem.book, quote: problem.quote })];
    case 'invalid-number':
      return [...drafts, t('lineProblem.invalidNumber', { text: shorten(problem.text) })];
    default:
      return problem satisfies never;
  }
}

const shorten = (text: string): string => (text.length > 24 ? `${text.slice(0, 24)}…` : text);

/** Rows grow by a small line each for a note and for messages. */
export const rowHeightOf = (base: number, hasNote: boolean, hasMessages: boolean): number =>
  base + (hasNote ? 16 : 0) + (hasMessages ? 16 : 0);
