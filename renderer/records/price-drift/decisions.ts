import type { PriceBookHeader } from '#shared/domain/pricing/price-book';
import { linesOf, type Quote, type QuoteLine } from '#shared/domain/quote/quote';
import { isInForce } from '#shared/domain/pricing/effective';
import type { ArgsOf } from '#shared/mutations/registry';
import type { DriftLine } from '#shared/domain/quote/price-drift';

/** What the rep decides for a line: stay at the price it has, or take the new one. */
export type Choice = 'keep' | 'take';
/** Only what was decided by hand; the rest follows `suggested`. */
export type Choices = Readonly<Record<string, Choice>>;

export interface Repricing {
  /** The book version the draft moves to. */
  readonly target: PriceBookHeader;
  readonly choices: Choices;
  /** The day the prices are for; the quote's own unless moved to today. */
  readonly pricingDate: string;
  readonly exchangeRate: Quote['exchangeRate'];
}

/** Another book knows nothing of this one's prices: then there is nothing to keep. */
export const canKeep = (quote: Quote, target: PriceBookHeader): boolean =>
  target.bookId === quote.priceBook.bookId && target.policy.onNewVersion !== 'reprice';

/** Whose decision a line follows: a part of a bundle goes with the bundle, which is priced from one version (PR-14). */
export const deciderOf = ({ id, component }: QuoteLine): string => component?.parentId ?? id;

export interface Decisions {
  readonly choiceOf: (line: QuoteLine) => Choice;
  /** Lines with something to decide; of a bundle only the bundle itself. */
  readonly open: ReadonlySet<string>;
}

/** The decision for every line: as chosen, else to take the new price, unless the line or a part of its bundle would lose its own. */
export function decisionsFor(rows: readonly DriftLine[], choices: Choices): Decisions {
  const decidersOf = (...kinds: readonly DriftLine['kind'][]): ReadonlySet<string> =>
    new Set(rows.filter(({ kind }) => kinds.includes(kind)).map(({ line }) => deciderOf(line)));
  const losing = decidersOf('no-longer-priced');
  return {
    choiceOf: (line) => {
      const decider = deciderOf(line);
      return choices[decider] ?? (losing.has(decider) ? 'keep' : 'take');
    },
    open: decidersOf('no-longer-priced', 'changed'),
  };
}

/** The version that a line's price comes from now. */
export const versionOf = (quote: Quote, line: QuoteLine): number =>
  line.keptVersion ?? quote.priceBook.version;

/** PR-32: the one change that carries all decisions out. `rows` say which lines there are; a choice for any other is ignored. */
export function repricing(
  quote: Quote,
  rows: readonly DriftLine[],
  { target, choices, pricingDate, exchangeRate }: Repricing,
): ArgsOf<'repriceQuote'> {
  const { choiceOf } = decisionsFor(rows, choices);
  const kept = canKeep(quote, target) ? rows.filter(({ line }) => choiceOf(line) === 'keep') : [];
  return {
    id: quote.id,
    priceBook: { bookId: target.bookId, version: target.version },
    pricingDate,
    exchangeRate,
    kept: kept.map(({ line }) => ({ itemId: line.id, version: versionOf(quote, line) })),
  };
}

/** What brings the quote back to how it was priced before. */
export const undoRepricing = (quote: Quote): ArgsOf<'repriceQuote'> => ({
  id: quote.id,
  priceBook: quote.priceBook,
  pricingDate: quote.pricingDate,
  exchangeRate: quote.exchangeRate,
  kept: linesOf(quote).flatMap(({ id, keptVersion }) =>
    keptVersion ? [{ itemId: id, version: keptVersion }] : [],
  ),
});

/** The quote as the decisions would leave it, to price it before anything changes. */
export function quoteAfter(quote: Quote, args: ArgsOf<'repriceQuote'>): Quote {
  const versions = new Map(args.kept.map(({ itemId, version }) => [itemId, version]));
  const { priceBook, pricingDate, exchangeRate } = args;
  return {
    ...quote,
    priceBook,
    pricingDate,
    exchangeRate,
    items: quote.items.map((item) =>
      item.kind === 'line' ? { ...item, keptVersion: versions.get(item.id) ?? null } : item,
    ),
  };
}

/** The quote's pricing date stays while the book is in force on it, so that a kept price stays what it was; else it must be today. */
export const pricingDateFor = (quote: Quote, target: PriceBookHeader, today: string): string =>
  isInForce(quote.pricingDate, target.validFrom, target.validUntil) ? quote.pricingDate : today;

/** PR-5: the book version's newest rate into the quote's currency; null when they are in one currency or it has none. */
export function rateOf(quote: Quote, target: PriceBookHeader): NonNullable<Quote['exchangeRate']> | null {
  if (target.currency === quote.currency) return null;
  const [newest] = (target.exchangeRates ?? [])
    .filter(({ currency }) => currency === quote.currency)
    .toSorted((a, b) => b.date.localeCompare(a.date));
  return newest ? { rate: newest.rate, date: newest.date } : null;
}

/** Whether the rate that the quote froze is one of the book version's too: then it need not be renewed. */
export const canKeepRate = ({ currency, exchangeRate }: Quote, target: PriceBookHeader): boolean =>
  target.currency !== currency &&
  (target.exchangeRates ?? []).some(
    (own) => own.currency === currency && own.rate === exchangeRate?.rate && own.date === exchangeRate.date,
  );

/** PR-5: a quote stays in its currency: a book it could move to is in it or has a rate into it. */
export const isComparable = (quote: Quote, book: PriceBookHeader): boolean =>
  book.currency === quote.currency || rateOf(quote, book) !== null;
