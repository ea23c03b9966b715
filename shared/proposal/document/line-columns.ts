import { compare } from '../../domain/money/exact';
import { decimal } from '../../domain/money/parse-decimal';
import { isNothing, type OfferedLine } from '../offered-lines';
import { type DocumentKit } from './document-kit';
import { cellGap, contentWidth } from './page';

export type LineColumn =
  | 'number'
  | 'description'
  | 'quantity'
  | 'term'
  | 'list'
  | 'discount'
  | 'unitPrice'
  | 'amount';

export interface LineColumns {
  readonly names: readonly LineColumn[];
  /** Of the content, in points, without the gaps between columns. */
  readonly widths: readonly number[];
  readonly fontSize: number;
}

/** What a line shows in its narrow columns, formatted. */
export type LineFigures = Readonly<Record<Exclude<LineColumn, 'description'>, string>> & {
  /** Second line under the term. */
  readonly period: string;
};

export function figuresOf(kit: DocumentKit, line: OfferedLine): LineFigures {
  const { formats, texts } = kit;
  const { charge, reduction } = line;
  return {
    number: line.label,
    quantity: quantityOf(kit, line),
    term: termOf(kit, line),
    period: charge.kind === 'recurring' ? texts.pricePer[charge.period] : '',
    list: reduction === null || line.included ? '' : formats.amount(reduction.listUnit),
    discount: reduction === null || line.included ? '' : formats.share(reduction.percent),
    unitPrice: unitOf(kit, line),
    amount: amountOf(kit, line),
  };
}

/** A bundle that costs nothing but its parts has no amount of its own. */
function amountOf({ formats, texts }: DocumentKit, line: OfferedLine): string {
  if (line.included) return texts.included;
  if (line.charge.kind === 'usage') return '';
  if (line.bundleTotal !== null && isNothing(line.amount)) return '';
  return formats.amount(line.amount);
}

/** None where it would explain no amount: of what is included, of a bundle that costs only its parts, of a reduction without a credit. */
function unitOf({ formats }: DocumentKit, line: OfferedLine): string {
  if (line.included) return '';
  if (line.bundleTotal !== null && isNothing(line.unit)) return '';
  if (line.contractAction === 'reduce' && isNothing(line.amount)) return '';
  return formats.amount(line.unit);
}

/** Of a ramp from its least to its most. */
function quantityOf({ formats }: DocumentKit, { quantity, runs }: OfferedLine): string {
  const ordered = runs.map((run) => run.quantity).sort((a, b) => compare(decimal(a), decimal(b)));
  const least = formats.quantity(ordered[0] ?? quantity);
  const most = formats.quantity(quantity);
  return least === most ? most : `${least}\u2013${most}`;
}

function termOf({ formats, texts }: DocumentKit, { charge, months }: OfferedLine): string {
  if (charge.kind === 'one-time') return texts.oneTime;
  if (charge.kind === 'usage') return texts.usage;
  if (months === null) return texts.byDates;
  return texts.months[formats.plural(months)](formats.count(months));
}

/** Ems: figures are 0.572 wide in both fonts, separators narrower, other letters counted on the wide side. */
function figureWidth(text: string): number {
  let width = 0;
  for (const character of text)
    width += /[.,\s\u00a0\u202f]/u.test(character)
      ? 0.27
      : /[\d\u2212]/.test(character)
        ? 0.573
        : character >= '\u2e80'
          ? 1.01
          : 0.66;
  return width;
}

/** Below this the description is unreadable, and the figures' type shrinks instead. */
const leastDescription = 132;
/** From roomy to crowded: heads on one line, heads on several, ever smaller type. */
const attempts = [
  { fontSize: 8.5, oneLineHeads: true },
  ...[8.5, 7.5, 6.5, 5.5, 4.5].map((fontSize) => ({ fontSize, oneLineHeads: false })),
];

/**
 * Columns wide enough for their widest figure, the description taking the rest; list price and discount only where a line is
 * reduced. Figures never wrap: where they would crowd the description out, the table's type gets smaller.
 */
export function lineColumns(
  kit: DocumentKit,
  lines: readonly OfferedLine[],
  sums: readonly string[],
): LineColumns {
  const reduced = lines.some((line) => line.reduction !== null);
  const narrow: Exclude<LineColumn, 'description'>[] = [
    'number',
    'quantity',
    'term',
    ...(reduced ? (['list', 'discount'] as const) : []),
    'unitPrice',
    'amount',
  ];
  const figures = lines.map((line) => figuresOf(kit, line));
  const widestFigure = narrow.map((name) => {
    const shown = figures.map((figure) => figure[name]);
    const periods = name === 'term' ? figures.map(({ period }) => figureWidth(period) * 0.86) : [];
    return widest([...(name === 'amount' ? [...shown, ...sums] : shown).map(figureWidth), ...periods]);
  });
  const heads = narrow.map((name) => (name === 'number' ? '' : kit.texts.columns[name]));
  const fit = ({ fontSize, oneLineHeads }: (typeof attempts)[number]): LineColumns => {
    const widths = widestFigure.map((figure, index) => {
      const head = heads[index] ?? '';
      return Math.max(figure, (oneLineHeads ? figureWidth(head) : longestWord(head)) * 0.88) * fontSize + 0.5;
    });
    const [number = 0, ...others] = widths;
    const taken = widths.reduce((sum, width) => sum + width, 2 * cellGap * narrow.length);
    return {
      names: ['number', 'description', ...narrow.slice(1)],
      widths: [number, Math.max(contentWidth - taken, 40), ...others],
      fontSize,
    };
  };
  const fitted = attempts.map(fit);
  const readable = fitted.find(({ widths }) => (widths[1] ?? 0) >= leastDescription);
  return readable ?? fitted.at(-1) ?? fit({ fontSize: 8.5, oneLineHeads: false });
}

const longestWord = (text: string): number =>
  text.split(' ').reduce((width, word) => Math.max(width, figureWidth(word)), 0);

/** Not by spreading into Math.max: a quote can have thousands of lines. */
const widest = (widths: readonly number[]): number =>
  widths.reduce((most, width) => Math.max(most, width), 1.2);
