import { add, compare, divide, type Exact, multiply, subtract, zero } from '../domain/money/exact';
import type { Decimal, Percent } from '../domain/money/amount';
import { formatRounded } from '../domain/money/format-decimal';
import { minorUnits } from '../domain/money/minor-units';
import { decimal } from '../domain/money/parse-decimal';
import type { Language } from '../domain/catalog/localized';
import { textIn } from '../domain/catalog/localized';
import type { Charge, Product } from '../domain/catalog/product';
import type { PricedAmounts } from '../domain/pricing/priced';
import { bundleOption } from '../domain/catalog/bundle';
import type { LineTerm } from '../domain/quote/line-term';
import { isLeftOut } from '../domain/quote/outside-totals';
import { linesOf, type QuoteLine, type QuoteSection } from '../domain/quote/quote';
import type { ProposalInput } from './proposal';

/** A line as the customer sees it: nothing of what it costs the partner. */
export interface OfferedLine {
  readonly id: string;
  /** From 1, alternatives and options after all other lines; of a bundle's part the bundle's. */
  readonly number: number;
  /** What is printed: "3", of a bundle's part "3.1". */
  readonly label: string;
  /** CAT-3: it stands under its bundle. */
  readonly isPart: boolean;
  /** PR-14: it comes with its bundle: it costs nothing, or the bundle's fixed price pays for it. */
  readonly included: boolean;
  /** PR-14: what a bundle and its parts come to together; null for other lines, and where the line's own amount says it. */
  readonly bundleTotal: Decimal | null;
  /** The printed number of the line that this one could stand for. */
  readonly insteadOf: string | null;
  readonly sku: string;
  readonly description: string;
  readonly note: string;
  readonly quantity: Decimal;
  readonly charge: Charge;
  /** Whole months of a recurring line; null where it runs from day to day. */
  readonly months: number | null;
  /** PR-12: its first and last day. */
  readonly period: PricedAmounts['period'];
  readonly term: LineTerm | null;
  /** PR-143, PR-149: quantities of a ramp, of a bundle's part all that the bundles have of it. Empty: no ramp. */
  readonly runs: LineTerm['ramp'];
  readonly contractAction: NonNullable<QuoteLine['contractChange']>['action'] | null;
  readonly unit: Decimal;
  /** PR-151: of a bundle with a fixed price that price, of the parts that share it nothing: so the printed amounts sum up. */
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
  /** QUO-1: lines that could stand for one above. */
  readonly alternatives: readonly OfferedLine[];
  readonly options: readonly OfferedLine[];
  readonly optionsTotal: Decimal;
  /** SKUs of lines that have no price. */
  readonly unpriced: readonly string[];
}

/** The share taken off the list amount, on the rounded line amounts; for eyes only (PR-3). */
function reductionOf({
  listUnit,
  listLine,
  sellLine,
}: Pick<PricedAmounts, 'listUnit' | 'listLine' | 'sellLine'>): OfferedLine['reduction'] {
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

/** The quote's items in order, sections with their lines, alternatives and options apart (PRO-1). */
export function offerOf(input: ProposalInput): Offer {
  const pricedById = new Map(input.priced.lines.map((line) => [line.lineId, line]));
  const productBySku = new Map(input.products.map((product) => [product.sku, product]));
  const lineById = new Map(linesOf(input.quote).map((line) => [line.id, line]));
  const parentOf = ({ component }: QuoteLine) => (component ? lineById.get(component.parentId) : undefined);
  const partsOf = new Map<string, QuoteLine[]>();
  for (const line of lineById.values()) {
    const parent = parentOf(line);
    if (parent) partsOf.set(parent.id, [...(partsOf.get(parent.id) ?? []), line]);
  }
  const groups: { section: QuoteSection | null; lines: QuoteLine[] }[] = [{ section: null, lines: [] }];
  const alternatives: QuoteLine[] = [];
  const options: QuoteLine[] = [];
  for (const item of input.quote.items) {
    if (item.kind === 'section') {
      groups.push({ section: item, lines: [] });
      continue;
    }
    const whole = parentOf(item) ?? item;
    if (item.optional || whole.optional) options.push(item);
    else if (isLeftOut(item) || isLeftOut(whole)) alternatives.push(item);
    else groups.at(-1)?.lines.push(item);
  }

  const unpriced: string[] = [];
  const numbers = new Map<string, { readonly number: number; readonly label: string; parts: number }>();
  const chosenLabel = new Map<string, string>();
  let last = 0;
  const numberOf = (line: QuoteLine) => {
    const parent = numbers.get(parentOf(line)?.id ?? '');
    if (parent) {
      parent.parts += 1;
      return { number: parent.number, label: `${parent.label}.${parent.parts}` };
    }
    last += 1;
    numbers.set(line.id, { number: last, label: String(last), parts: 0 });
    if (line.alternative?.chosen) chosenLabel.set(line.alternative.group, String(last));
    return { number: last, label: String(last) };
  };
  const digits = minorUnits(input.priced.currency);
  const amountsOf = ({ id }: QuoteLine): PricedAmounts | null => {
    const priced = pricedById.get(id);
    return priced?.status === 'priced' ? priced.amounts : null;
  };
  /** PR-151, PR-152: whether the part's price is a share of its bundle's. */
  const isSharing = (bundle: QuoteLine, part: QuoteLine): boolean =>
    productBySku.get(bundle.sku)?.bundle?.pricing === 'fixed' &&
    bundle.contractChange?.action !== 'reduce' &&
    amountsOf(bundle)?.charge.kind !== 'usage' &&
    amountsOf(part)?.charge.kind !== 'usage' &&
    !part.contractChange &&
    !isLeftOut(part);
  /** PR-151: a fixed price as it was before it went to the parts; null for other lines. */
  const sharedAmounts = (bundle: QuoteLine): Pick<PricedAmounts, 'listLine' | 'sellLine'> | null => {
    const parts = (partsOf.get(bundle.id) ?? []).filter((part) => isSharing(bundle, part));
    if (parts.length === 0) return null;
    const whole = [bundle, ...parts].flatMap((line) => amountsOf(line) ?? []);
    const sum = (amounts: readonly Decimal[]): Decimal =>
      formatRounded(
        amounts.reduce<Exact>((total, amount) => add(total, decimal(amount)), zero),
        digits,
        'half-up',
      );
    return {
      listLine: sum(whole.map(({ listLine }) => listLine)),
      sellLine: sum(whole.map(({ sellLine }) => sellLine)),
    };
  };
  const offered = (line: QuoteLine): OfferedLine[] => {
    const priced = pricedById.get(line.id);
    if (priced?.status !== 'priced') {
      unpriced.push(line.sku);
      return [];
    }
    const { amounts } = priced;
    const parent = parentOf(line);
    const bundle = parent && productBySku.get(parent.sku)?.bundle;
    const option = bundle && line.component ? bundleOption(bundle, line.component.optionId) : undefined;
    const term = line.term ?? null;
    const shared = sharedAmounts(line);
    const figures = { ...amounts, ...shared };
    const isFree = option?.kind === 'included' && !line.contractChange && isNothing(amounts.sellLine);
    const paidByBundle = parent !== undefined && isSharing(parent, line);
    return [
      {
        id: line.id,
        ...numberOf(line),
        sku: line.sku,
        description: descriptionIn(input.language, line, productBySku.get(line.sku)),
        note: line.note,
        quantity: amounts.quantity,
        charge: amounts.charge,
        months: monthsOf(amounts.charge, term),
        period: amounts.period,
        term,
        runs: runsOf(term, amounts.quantity),
        contractAction: line.contractChange?.action ?? null,
        unit: amounts.sellUnit,
        amount: paidByBundle ? formatRounded(zero, digits, 'half-up') : figures.sellLine,
        isPart: parent !== undefined,
        included: isFree || paidByBundle,
        bundleTotal:
          amounts.bundle?.sellLine === figures.sellLine ? null : (amounts.bundle?.sellLine ?? null),
        insteadOf:
          line.alternative?.chosen === false ? (chosenLabel.get(line.alternative.group) ?? null) : null,
        reduction: paidByBundle ? null : reductionOf(figures),
      },
    ];
  };

  const sections = groups
    .map(({ section, lines }) => ({ section, lines: lines.flatMap(offered) }))
    .filter(({ lines }) => lines.length > 0)
    .map((group) => ({ ...group, subtotal: sumOf(group.lines, digits) }));
  const offeredAlternatives = alternatives.flatMap(offered);
  const offeredOptions = options.flatMap(offered);
  return {
    sections,
    alternatives: offeredAlternatives,
    options: offeredOptions,
    optionsTotal: sumOf(offeredOptions, digits),
    unpriced,
  };
}

/** PR-10, PR-12: a term that ends on a day or with a contract is said in days, not months. */
function monthsOf(charge: Charge, term: LineTerm | null): number | null {
  if (charge.kind !== 'recurring') return null;
  if (!term) return charge.termMonths;
  return term.end.kind === 'months' ? term.end.months : null;
}

export const isNothing = (amount: Decimal): boolean => decimal(amount).n === 0n;

/** `largest` is what the largest run comes to; the others in proportion. */
function runsOf(term: LineTerm | null, largest: Decimal): LineTerm['ramp'] {
  const runs = term?.ramp ?? [];
  const typed = runs.map(({ quantity }) => decimal(quantity));
  const most = typed.reduce<Exact>((max, quantity) => (compare(quantity, max) > 0 ? quantity : max), zero);
  if (most.n === 0n) return runs;
  const factor = divide(decimal(largest), most);
  return runs.map(({ months, quantity }) => ({
    months,
    quantity: formatRounded(multiply(decimal(quantity), factor), 6, 'half-up'),
  }));
}
