import { add, zero, type Exact } from '#shared/domain/money/exact';
import { minorUnits, toMinor } from '#shared/domain/money/minor-units';
import { decimal } from '#shared/domain/money/parse-decimal';
import { marginFigures } from '#shared/domain/pricing/margin-figures';
import { formatScaled } from '#shared/domain/money/format-decimal';
import type { Breach, PricedLine } from '#shared/domain/pricing/priced';
import type { QuoteItem, QuoteLine } from '#shared/domain/quote/quote';
import { draftKey, type CellDraft, type FigureField } from '../input/cell-draft';

export interface LineRow {
  readonly kind: 'line';
  readonly id: string;
  /** Position among the lines, from 1. */
  readonly number: number;
  readonly line: QuoteLine;
  /** undefined while prices are being read or the book is not on the device. */
  readonly priced: PricedLine | undefined;
  /** PR-24: the floors this line broke; none while the customer looks. */
  readonly breaches: readonly Breach[];
  readonly drafts: { readonly [F in FigureField]?: CellDraft };
  /** What is being typed into the cell that is open for editing. */
  readonly typed?: string;
}

export interface SectionRow {
  readonly kind: 'section';
  readonly id: string;
  readonly title: string;
  readonly subtotal: Subtotal | null;
  readonly typed?: string;
}

export type GridRow = LineRow | SectionRow;

/** Of a section's lines that are in the totals; exact sums of the line amounts shown (PR-3). */
export interface Subtotal {
  readonly sell: string;
  readonly buy: string;
  readonly marginPercent: string | null;
}

export interface GridRowsInput {
  readonly items: readonly QuoteItem[];
  readonly priced: ReadonlyMap<string, PricedLine>;
  readonly breaches: ReadonlyMap<string, readonly Breach[]>;
  readonly drafts: Readonly<Record<string, CellDraft>>;
  readonly currency: string;
}

/** The grid's rows. A row that says the same as before is the same object, so that the grid leaves it alone. */
export function gridRows(input: GridRowsInput, previous: readonly GridRow[]): readonly GridRow[] {
  const known = new Map(previous.map((row) => [row.id, row]));
  let number = 0;
  return input.items.map((item, index) => {
    const row = item.kind === 'line' ? lineRow(item, (number += 1), input) : sectionRow(item, index, input);
    const before = known.get(item.id);
    return before && saysTheSame(before, row) ? before : row;
  });
}

function lineRow(line: QuoteLine, number: number, { priced, breaches, drafts }: GridRowsInput): LineRow {
  const draftOf = (field: FigureField) => {
    const draft = drafts[draftKey(line.id, field)];
    return draft ? { [field]: draft } : {};
  };
  return {
    kind: 'line',
    id: line.id,
    number,
    line,
    priced: priced.get(line.id),
    breaches: breaches.get(line.id) ?? noBreaches,
    drafts: { ...draftOf('quantity'), ...draftOf('discountPercent'), ...draftOf('unitPrice') },
  };
}

const noBreaches: readonly Breach[] = [];

function sectionRow(
  { id, title }: Extract<QuoteItem, { kind: 'section' }>,
  index: number,
  input: GridRowsInput,
): SectionRow {
  return { kind: 'section', id, title, subtotal: subtotalFrom(input, index + 1) };
}

function subtotalFrom({ items, priced, currency }: GridRowsInput, start: number): Subtotal | null {
  let sell: Exact = zero;
  let buy: Exact = zero;
  let lines = 0;
  for (let index = start; index < items.length && items[index]?.kind === 'line'; index += 1) {
    const line = priced.get(items[index]?.id ?? '');
    if (line?.status !== 'priced' || line.optional || line.amounts.charge.kind === 'usage') continue;
    sell = add(sell, decimal(line.amounts.sellLine));
    buy = add(buy, decimal(line.amounts.buyLine));
    lines += 1;
  }
  if (lines === 0) return null;
  const digits = minorUnits(currency);
  // The parts are rounded to the minor unit already, so this only changes the form.
  const [sellMinor, buyMinor] = [toMinor(sell, digits, 'half-up'), toMinor(buy, digits, 'half-up')];
  return {
    sell: formatScaled(sellMinor, digits),
    buy: formatScaled(buyMinor, digits),
    marginPercent: marginFigures(sellMinor, buyMinor, digits).marginPercent,
  };
}

function saysTheSame(a: GridRow, b: GridRow): boolean {
  if (a.kind === 'section') {
    return (
      b.kind === 'section' && a.title === b.title && JSON.stringify(a.subtotal) === JSON.stringify(b.subtotal)
    );
  }
  return (
    b.kind === 'line' &&
    a.number === b.number &&
    a.line === b.line &&
    a.drafts.quantity === b.drafts.quantity &&
    a.drafts.discountPercent === b.drafts.discountPercent &&
    a.drafts.unitPrice === b.drafts.unitPrice &&
    samePrice(a.priced, b.priced) &&
    JSON.stringify(a.breaches) === JSON.stringify(b.breaches)
  );
}

/** Only what the grid shows: the steps of the explanation are the side panel's. */
function samePrice(a: PricedLine | undefined, b: PricedLine | undefined): boolean {
  if (a?.status !== 'priced' || b?.status !== 'priced') return JSON.stringify(a) === JSON.stringify(b);
  const [before, after] = [a.amounts, b.amounts];
  return (
    before.listUnit === after.listUnit &&
    before.sellUnit === after.sellUnit &&
    before.sellLine === after.sellLine &&
    before.buyLine === after.buyLine &&
    before.marginPercent === after.marginPercent &&
    JSON.stringify(before.charge) === JSON.stringify(after.charge)
  );
}
