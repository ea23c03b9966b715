import { parseInput, type InputError, type InputKind } from '#shared/domain/money/parse-input';
import { err, ok, type Result } from '#shared/lib/result';

/** What is wrong with a typed figure; the text itself stays with the person. */
export type FigureProblem = Exclude<InputError['type'], 'empty'> | 'zero';

/** A line's quantity (PR-1, PR-114). A line of nothing is a mistake, so 0 is one too. */
export function readQuantity(text: string, locale: string): Result<string, FigureProblem> {
  const read = readFigure(text, 'quantity', locale);
  return read.ok && read.value === '0' ? err('zero') : read;
}

/** A percentage from 0 to 100, with or without its sign. Nothing typed means none: "0". */
export function readPercent(text: string, locale: string): Result<string, FigureProblem> {
  return text.trim() === '' ? ok('0') : readFigure(text, 'percent', locale);
}

/** A price, percentage or mark-up that has to be there. */
export function readFigure(text: string, kind: InputKind, locale: string): Result<string, FigureProblem> {
  const read = parseInput(text, kind, locale);
  if (read.ok) return read;
  return err(read.error.type === 'empty' ? 'not-a-number' : read.error.type);
}

/** A decimal string as the person would type it: their decimal mark, no grouping. */
export function figureText(value: string, locale: string): string {
  const mark = new Intl.NumberFormat(locale).formatToParts(1.5).find(({ type }) => type === 'decimal');
  return value.replace('.', mark?.value ?? '.');
}
