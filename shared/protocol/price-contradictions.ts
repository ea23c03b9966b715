import { compare } from '../domain/money/exact';
import { decimal } from '../domain/money/parse-decimal';
import { priceError, type PriceError } from './price-error';
import type { PriceRequest } from './price-request';

type Path = readonly PropertyKey[];
type Found = PriceError | undefined;

/**
 * What no schema of a part can see: things that must differ and do not, days that end before they begin, names of nothing, bundles
 * within themselves. The first one found, in the order of the document. A line that merely cannot be priced is none: it says so itself.
 */
export function findContradiction(request: PriceRequest): Found {
  const { priceBook, products, partner, terms, quote, explain = [] } = request;
  const books = [priceBook, ...priceBook.olderVersions];
  const lineIds = new Set(quote.lines.map(({ id }, index) => id ?? defaultLineId(index)));
  return (
    firstOf(books, (book, index) => bookContradiction(book, bookPath(index))) ??
    duplicate(
      books,
      ({ header }) => String(header.version),
      (index) => [...bookPath(index), 'header', 'version'],
    ) ??
    firstOf(priceBook.olderVersions, ({ header }, index) =>
      header.bookId === priceBook.header.bookId
        ? undefined
        : priceError(
            'contradiction',
            ['priceBook', 'olderVersions', index, 'header', 'bookId'],
            'another book, no older version of this one',
          ),
    ) ??
    duplicate(
      products,
      ({ sku }) => sku,
      (index) => ['products', index, 'sku'],
    ) ??
    firstOf(
      products,
      ({ bundle }, index) => bundle && bundleContradiction(bundle, ['products', index, 'bundle']),
    ) ??
    circularBundle(products) ??
    duplicate(
      partner.taxPolicy.rates,
      ({ country, category }) => `${country} ${category}`,
      (index) => ['partner', 'taxPolicy', 'rates', index],
    ) ??
    termsContradiction(terms) ??
    duplicate(
      quote.lines,
      ({ id }, index) => id ?? defaultLineId(index),
      (index) => ['quote', 'lines', index, 'id'],
    ) ??
    chosenTwice(quote.lines) ??
    endlessTerm(request) ??
    unknownReference(request) ??
    duplicate(
      request.delegation?.authorities ?? [],
      ({ id }) => id,
      (index) => ['delegation', 'authorities', index, 'id'],
    ) ??
    firstOf(explain, (id, index) =>
      lineIds.has(id)
        ? undefined
        : priceError('unknown-reference', ['explain', index], `there is no line ${id}`),
    )
  );
}

/** The id of a line that has none of its own: its place, counted from 1. */
export const defaultLineId = (index: number): string => `line-${index + 1}`;

const bookPath = (index: number): Path =>
  index === 0 ? ['priceBook'] : ['priceBook', 'olderVersions', index - 1];

function bookContradiction(
  { header, entries }: Pick<PriceRequest['priceBook'], 'header' | 'entries'>,
  path: Path,
): Found {
  const policy = [...path, 'header', 'policy'];
  return (
    endsBeforeItBegins(header, [...path, 'header']) ??
    duplicate(
      entries,
      ({ sku }) => sku,
      (index) => [...path, 'entries', index, 'sku'],
    ) ??
    firstOf(entries, (entry, index) => endsBeforeItBegins(entry, [...path, 'entries', index])) ??
    duplicate(
      header.policy.approvalRules,
      ({ id }) => id,
      (index) => [...policy, 'approvalRules', index, 'id'],
    )
  );
}

function termsContradiction(terms: PriceRequest['terms']): Found {
  for (const kind of ['agreements', 'promotions', 'dealRegistrations', 'specialBids', 'contracts'] as const) {
    const path = (index: number) => ['terms', kind, index];
    const granted: readonly {
      readonly id?: string | undefined;
      readonly validFrom?: string | null;
      readonly validUntil?: string | null;
    }[] = terms[kind];
    const found =
      duplicate(
        granted,
        ({ id }) => id,
        (index) => [...path(index), 'id'],
      ) ?? firstOf(granted, (term, index) => endsBeforeItBegins(term, path(index)));
    if (found) return found;
  }
  return (
    duplicate(
      terms.promotions,
      ({ code }) => code,
      (index) => ['terms', 'promotions', index, 'code'],
    ) ??
    firstOf(terms.specialBids, (bid, at) =>
      duplicate(
        bid.terms,
        ({ sku }) => sku,
        (index) => ['terms', 'specialBids', at, 'terms', index, 'sku'],
      ),
    ) ??
    firstOf(terms.contracts, (contract, at) => {
      const path = ['terms', 'contracts', at];
      return (
        contractEnds(contract, path) ??
        duplicate(
          contract.lines,
          ({ id }) => id,
          (index) => [...path, 'lines', index, 'id'],
        ) ??
        firstOf(contract.lines, (line, index) => contractEnds(line, [...path, 'lines', index]))
      );
    })
  );
}

/** PR-30: [from, until) holds at least one day. */
const endsBeforeItBegins = (
  { validFrom, validUntil }: { readonly validFrom?: string | null; readonly validUntil?: string | null },
  path: Path,
): Found =>
  validFrom && validUntil && validUntil <= validFrom
    ? priceError(
        'contradiction',
        [...path, 'validUntil'],
        `ends on ${validUntil}, before it begins on ${validFrom}`,
      )
    : undefined;

/** PR-12: both days of a contract are included. */
const contractEnds = (
  { startsOn, endsOn }: { readonly startsOn: string; readonly endsOn: string },
  path: Path,
): Found =>
  endsOn < startsOn
    ? priceError('contradiction', [...path, 'endsOn'], `ends on ${endsOn}, before it starts on ${startsOn}`)
    : undefined;

type Bundle = NonNullable<PriceRequest['products'][number]['bundle']>;

function bundleContradiction({ groups }: Bundle, path: Path): Found {
  const options = groups.flatMap((group, at) =>
    group.options.map((option, index) => ({ option, path: [...path, 'groups', at, 'options', index] })),
  );
  return (
    duplicate(
      options,
      ({ option }) => option.id,
      (index) => [...(options[index]?.path ?? path), 'id'],
    ) ??
    firstOf(groups, ({ choose: { min, max }, options: { length } }, at) => {
      const choose = [...path, 'groups', at, 'choose'];
      if (max !== null && max < min)
        return priceError('contradiction', choose, `at least ${min} and at most ${max} of them`);
      return min > length
        ? priceError('contradiction', choose, `at least ${min} of ${length} options`)
        : undefined;
    }) ??
    firstOf(options, ({ option: { min, max }, path: at }) =>
      min !== null && max !== null && compare(decimal(max), decimal(min)) < 0
        ? priceError('contradiction', [...at, 'max'], `at least ${min} and at most ${max} units`)
        : undefined,
    )
  );
}

/** CAT-3: follows the options of each bundle; one that comes to itself again is refused with the way it went. */
function circularBundle(products: PriceRequest['products']): Found {
  const parts = new Map(
    products.map(({ sku, bundle }) => [
      sku,
      (bundle?.groups ?? []).flatMap(({ options }) => options.map((option) => option.sku)),
    ]),
  );
  const harmless = new Set<string>();
  return firstOf(products, ({ sku }, index) => {
    const way = wayBack(sku);
    return (
      way &&
      priceError(
        'circular-bundle',
        ['products', index, 'bundle'],
        `the bundle contains itself: ${way.join(' > ')}`,
      )
    );
  });

  function wayBack(start: string): string[] | undefined {
    // Not by recursion: a chain of bundles may be as long as the catalog.
    const way: { readonly sku: string; next: number }[] = [{ sku: start, next: 0 }];
    const open = new Set([start]);
    for (let here = way.at(-1); here; here = way.at(-1)) {
      const part = parts.get(here.sku)?.[here.next];
      here.next += 1;
      if (part === undefined) {
        way.pop();
        open.delete(here.sku);
        harmless.add(here.sku);
      } else if (open.has(part)) {
        return [...way.slice(way.findIndex(({ sku }) => sku === part)).map(({ sku }) => sku), part];
      } else if (!harmless.has(part)) {
        way.push({ sku: part, next: 0 });
        open.add(part);
      }
    }
    return undefined;
  }
}

/** A term of more than 50 years is a mistyped year, and its monthly payments are too many to write down. */
function endlessTerm({ quote, terms }: PriceRequest): Found {
  const { lines = [], startsOn, endsOn } = terms.contracts.find(({ id }) => id === quote.contractId) ?? {};
  const starts = [...lines.map((line) => line.startsOn), ...(startsOn ? [startsOn] : [])];
  const ends = [...lines.map((line) => line.endsOn), ...(endsOn ? [endsOn] : [])];
  const [first] = starts.toSorted();
  const last = ends.toSorted().at(-1);
  const tooLong = (path: Path): Found => priceError('too-large', path, 'more than 50 years');
  if (first && last && isOverFiftyYears(first, last)) return tooLong(['quote', 'contractId']);
  return firstOf(quote.lines, ({ term }, index) => {
    if (!term?.startsOn) return undefined;
    const until = term.end.kind === 'day' ? term.end.endsOn : term.end.kind === 'contract' ? last : undefined;
    return until && isOverFiftyYears(term.startsOn, until)
      ? tooLong(['quote', 'lines', index, 'term'])
      : undefined;
  });
}

const isOverFiftyYears = (from: string, until: string): boolean =>
  Number(until.slice(0, 4)) - Number(from.slice(0, 4)) > 50;

/** Of lines that are alternatives to each other one at most counts. */
function chosenTwice(lines: PriceRequest['quote']['lines']): Found {
  const chosen = new Set<string>();
  return firstOf(lines, ({ alternative }, index) => {
    if (!alternative?.chosen) return undefined;
    if (chosen.has(alternative.group)) {
      return priceError(
        'contradiction',
        ['quote', 'lines', index, 'alternative', 'chosen'],
        `another alternative of ${alternative.group} is chosen already`,
      );
    }
    chosen.add(alternative.group);
    return undefined;
  });
}

/** A misspelt registration, bid or contract must not silently count for nothing. */
function unknownReference({ quote, terms }: PriceRequest): Found {
  const references = [
    ['dealRegistrationId', quote.dealRegistrationId, terms.dealRegistrations],
    ['specialBidId', quote.specialBidId, terms.specialBids],
    ['contractId', quote.contractId, terms.contracts],
  ] as const;
  return firstOf(references, ([field, id, known]) =>
    id && !known.some((one) => one.id === id)
      ? priceError('unknown-reference', ['quote', field], `the document's terms have no ${id}`)
      : undefined,
  );
}

/** The first item whose key an earlier one has; without a key it can be no duplicate. */
function duplicate<T>(
  items: readonly T[],
  keyOf: (item: T, index: number) => string | undefined,
  pathOf: (index: number) => Path,
): Found {
  const seen = new Set<string>();
  return firstOf(items, (item, index) => {
    const key = keyOf(item, index);
    if (key === undefined) return undefined;
    if (seen.has(key)) return priceError('duplicate', pathOf(index), `${key} is there twice`);
    seen.add(key);
    return undefined;
  });
}

function firstOf<T>(items: readonly T[], find: (item: T, index: number) => Found): Found {
  for (const [index, item] of items.entries()) {
    const found = find(item, index);
    if (found) return found;
  }
  return undefined;
}
