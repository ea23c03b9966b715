import { add, zero, type Exact } from '#shared/domain/money/exact';
import { minorUnits, toMinor } from '#shared/domain/money/minor-units';
import { decimal } from '#shared/domain/money/parse-decimal';
import { marginFigures } from '#shared/domain/pricing/margin-figures';
import { formatScaled } from '#shared/domain/money/format-decimal';
import type { Product } from '#shared/domain/catalog/product';
import type { Breach, PricedLine } from '#shared/domain/pricing/priced';
import type { QuoteItem, QuoteLine } from '#shared/domain/quote/quote';
import { draftKey, type CellDraft, type FigureField } from '../input/cell-draft';
import { lineBonds, type AlternativeIssue, type LineBonds } from './line-bonds';
import { saysTheSame } from './same-row';

export interface LineRow {
  readonly kind: 'line';
  readonly id: string;
  /** Position among the lines, "3"; of a bundle's part the bundle's and its own, "3.1". */
  readonly number: string;
  readonly line: QuoteLine;
  /** undefined while prices are being read or the book is not on the device. */
  readonly priced: PricedLine | undefined;
  /** PR-24: the floors this line broke; none while the customer looks. */
  readonly breaches: readonly Breach[];
  /** CAT-3: it stands under its bundle. */
  readonly isPart: boolean;
  /** PR-14: it comes with the bundle and costs nothing. */
  readonly included: boolean;
  /** CAT-3: it has parts, or can be given some. `totals`: it and all its parts. */
  readonly bundle: BundleLook | null;
  readonly alternativeIssue: AlternativeIssue | null;
  readonly drafts: { readonly [F in FigureField]?: CellDraft };
  /** What is being typed into the cell that is open for editing. */
  readonly typed?: string;
}

export interface BundleLook {
  readonly parts: number;
  readonly collapsed: boolean;
  readonly configurable: boolean;
  readonly totals: Subtotal | null;
}

export interface SectionRow {
  readonly kind: 'section';
  readonly id: string;
  readonly title: string;
  readonly subtotal: Subtotal | null;
  readonly typed?: string;
}

export type GridRow = LineRow | SectionRow;

/** Of a section's or bundle's lines that are in the totals; exact sums of the line amounts shown (PR-3). */
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
  readonly product?: ((sku: string) => Product | undefined) | undefined;
  /** Bundles whose parts are folded away. */
  readonly collapsed?: ReadonlySet<string>;
}

const noneCollapsed: ReadonlySet<string> = new Set();

/** The grid's rows. A row that says the same as before is the same object, so that the grid leaves it alone. */
export function gridRows(input: GridRowsInput, previous: readonly GridRow[]): readonly GridRow[] {
  const known = new Map(previous.map((row) => [row.id, row]));
  const bonds = lineBonds(input.items);
  const collapsed = input.collapsed ?? noneCollapsed;
  return input.items.flatMap((item, index) => {
    const parent = item.kind === 'line' ? bonds.parentOf(item) : undefined;
    if (parent && collapsed.has(parent.id)) return [];
    const row = item.kind === 'line' ? lineRow(item, parent, bonds, input) : sectionRow(item, index, input);
    const before = known.get(item.id);
    return [before && saysTheSame(before, row) ? before : row];
  });
}

function lineRow(
  line: QuoteLine,
  parent: QuoteLine | undefined,
  bonds: LineBonds,
  { priced, breaches, drafts, currency, product, collapsed = noneCollapsed }: GridRowsInput,
): LineRow {
  const draftOf = (field: FigureField) => {
    const draft = drafts[draftKey(line.id, field)];
    return draft ? { [field]: draft } : {};
  };
  const amounts = amountsOf(priced.get(line.id));
  const options = parent && product?.(parent.sku)?.bundle?.groups.flatMap((group) => group.options);
  const parts = bonds.partsOf(line.id);
  const configurable = product?.(line.sku)?.bundle !== undefined;
  const totals = amounts?.bundle;
  return {
    kind: 'line',
    id: line.id,
    number: bonds.numberOf(line.id),
    line,
    priced: priced.get(line.id),
    breaches: breaches.get(line.id) ?? noBreaches,
    isPart: parent !== undefined,
    included: options?.find(({ id }) => id === line.component?.optionId)?.kind === 'included',
    bundle:
      parts === 0 && !configurable
        ? null
        : {
            parts,
            collapsed: collapsed.has(line.id),
            configurable,
            totals: totals ? figuresOf(decimal(totals.sellLine), decimal(totals.buyLine), currency) : null,
          },
    alternativeIssue: bonds.alternativeIssueOf(line),
    drafts: { ...draftOf('quantity'), ...draftOf('discountPercent'), ...draftOf('unitPrice') },
  };
}

const noBreaches: readonly Breach[] = [];
const amountsOf = (line: PricedLine | undefined) => (line?.status === 'priced' ? line.amounts : undefined);

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
  return lines === 0 ? null : figuresOf(sell, buy, currency);
}

function figuresOf(sell: Exact, buy: Exact, currency: string): Subtotal {
  const digits = minorUnits(currency);
  // The parts are rounded to the minor unit already, so this only changes the form.
  const [sellMinor, buyMinor] = [toMinor(sell, digits, 'half-up'), toMinor(buy, digits, 'half-up')];
  return {
    sell: formatScaled(sellMinor, digits),
    buy: formatScaled(buyMinor, digits),
    marginPercent: marginFigures(sellMinor, buyMinor, digits).marginPercent,
  };
}
