import { add, compare, type Exact, subtract, zero } from '../domain/money/exact';
import type { Decimal, Percent } from '../domain/money/amount';
import { formatRounded } from '../domain/money/format-decimal';
import { minorUnits } from '../domain/money/minor-units';
import { decimal } from '../domain/money/parse-decimal';
import type { Language } from '../domain/catalog/localized';
import { textIn } from '../domain/catalog/localized';
import type { Charge, Product } from '../domain/catalog/product';
import type { PricedAmounts } from '../domain/pricing/priced';
import type { QuoteLine, QuoteSection } from '../domain/quote/quote';
import type { ProposalInput } from './proposal';

/** A line as the customer sees it: nothing of what it costs the partner. */
export interface OfferedLine {
  readonly id: string;
  /** From 1, options after all other lines. */
  readonly number: number;
  readonly sku: string;
  readonly description: string;
  readonly note: string;
  readonly quantity: Decimal;
  readonly charge: Charge;
  readonly unit: Decimal;
  readonly amount: Decimal;
  /** List price and what is off it; null where nothing is. */
  readonly reduction: { readonly listUnit: Decimal; readonly percent: Percent } | null;
}

export interface OfferedSection {
  /** null for the lines before the first heading. */
  readonly section: QuoteSection | null;
  readonly lines: readonly OfferedLine[];
  /** Exact sum of the lines' amounts (PR-3), without what is billed by usage (PR-10). */
  readonly subtotal: Decimal;
}

export interface Offer {
  readonly sections: readonly OfferedSection[];
  readonly options: readonly OfferedLine[];
  /** SKUs of lines that have no price. */
  readonly unpriced: readonly string[];
}

/** The share taken off the list amount, on the rounded line amounts; for eyes only (PR-3). */
function reductionOf({ listUnit, listLine, sellLine }: PricedAmounts): OfferedLine['reduction'] {
  const list = decimal(listLine);
  const off = subtract(list, decimal(sellLine));
  if (list.n <= 0n || compare(off, zero) <= 0) return null;
  return { listUnit, percent: formatRounded({ n: off.n * list.d * 100n, d: off.d * list.n }, 1, 'half-up') };
}

/** The rep's own words stay; a name taken from the catalog as it was follows the document's language (PRO-2). */
function descriptionIn(language: Language, line: QuoteLine, product: Product | undefined): string {
  const isCatalogName = product !== undefined && Object.values(product.name).includes(line.description);
  return isCatalogName ? textIn(product.name, language) : line.description;
}

function sumOf(lines: readonly OfferedLine[], digits: number): Decimal {
  const sum = lines
    .filter((line) => line.charge.kind !== 'usage')
    .reduce<Exact>((total, line) => add(total, decimal(line.amount)), zero);
  return formatRounded(sum, digits, 'half-up');
}

/** The quote's items in order, sections with their lines, options apart (PRO-1). */
export function offerOf(input: ProposalInput): Offer {
  const pricedById = new Map(input.priced.lines.map((line) => [line.lineId, line]));
  const productBySku = new Map(input.products.map((product) => [product.sku, product]));
  const groups: { section: QuoteSection | null; lines: QuoteLine[] }[] = [{ section: null, lines: [] }];
  const options: QuoteLine[] = [];
  for (const item of input.quote.items) {
    if (item.kind === 'section') groups.push({ section: item, lines: [] });
    else if (item.optional) options.push(item);
    else groups.at(-1)?.lines.push(item);
  }

  const unpriced: string[] = [];
  let number = 0;
  const offered = (line: QuoteLine): OfferedLine[] => {
    const priced = pricedById.get(line.id);
    if (priced?.status !== 'priced') {
      unpriced.push(line.sku);
      return [];
    }
    number += 1;
    const { amounts } = priced;
    return [
      {
        id: line.id,
        number,
        sku: line.sku,
        description: descriptionIn(input.language, line, productBySku.get(line.sku)),
        note: line.note,
        quantity: line.quantity,
        charge: amounts.charge,
        unit: amounts.sellUnit,
        amount: amounts.sellLine,
        reduction: reductionOf(amounts),
      },
    ];
  };

  const digits = minorUnits(input.priced.currency);
  const sections = groups
    .map(({ section, lines }) => ({ section, lines: lines.flatMap(offered) }))
    .filter(({ lines }) => lines.length > 0)
    .map((group) => ({ ...group, subtotal: sumOf(group.lines, digits) }));
  return { sections, options: options.flatMap(offered), unpriced };
}
