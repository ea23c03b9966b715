import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useClient } from '../../../client/client-context';
import type { CatalogHit, CatalogService, RowMatch } from '../../../client/client';
import { useToday } from '../../../records/use-today';
import { useRemembered } from '../../../ui/use-remembered';
import { useOpenQuote } from '../editing/open-quote';
import { readQuantity } from '../input/read-figure';
import { parseOrder, rowOfTalk, type OrderRow } from './parse-order';
import { isSuggested, withDoubt, type PasteRow, type RowDecision } from './paste-rows';

/** A decision as it is kept over a restart: products by their SKU. */
type KeptDecision =
  | { readonly kind: 'product'; readonly sku: string }
  | Exclude<RowDecision, { kind: 'product' }>;

interface KeptPaste {
  /** What was pasted or typed, until it is read. */
  readonly text: string;
  readonly rows: readonly OrderRow[];
  readonly talk: readonly string[];
  readonly decisions: Readonly<Record<string, KeptDecision>>;
}

const nothing: KeptPaste = { text: '', rows: [], talk: [], decisions: {} };
const rowsAtOnce = 50;

export interface OrderPaste {
  readonly text: string;
  readonly setText: (text: string) => void;
  /** Reads rows out of a text, which takes the place of what was here. */
  readonly read: (text: string) => void;
  /** null while nothing was read, or products are still being looked for. */
  readonly rows: readonly PasteRow[] | null;
  /** How many rows have been looked up; null when all are. */
  readonly progress: { readonly done: number; readonly total: number } | null;
  readonly waiting: number;
  readonly talk: readonly string[];
  readonly bookMissing: boolean;
  readonly decide: (id: string, decision: RowDecision | null) => void;
  readonly setQuantity: (id: string, text: string) => void;
  /** Takes the likeliest product of every row that only needs a look. */
  readonly confirmAll: () => void;
  /** A line that was left out as talk becomes a row after all. */
  readonly takeLine: (index: number) => void;
  /** Forgets the rows that were added or left out on purpose. */
  readonly keepOnly: (ids: ReadonlySet<string>) => void;
  /** Back to the text, to mend it there. */
  readonly backToText: () => void;
  readonly clear: () => void;
}

/** What was pasted into a quote from elsewhere, kept with all decisions over a restart until it is added or given up. */
export function useOrderPaste(): OrderPaste {
  const { catalog } = useClient();
  const { quote, locale } = useOpenQuote();
  const today = useToday();
  const { bookId, version } = quote.priceBook;
  const [kept, setKept] = useRemembered<KeptPaste>(`quote-paste:${quote.id}`, nothing);
  const found = useMatches(catalog, bookId, version, today, kept.rows, kept.decisions);

  const rows = useMemo((): readonly PasteRow[] | null => {
    if (kept.rows.length === 0 || found.matches === null) return null;
    const { matches, chosen } = found;
    return kept.rows.map((row) => {
      const match = matches.get(row.id) ?? none;
      const decision = kept.decisions[row.id] ?? null;
      if (decision?.kind !== 'product') return withDoubt({ ...row, match, decision });
      const hit =
        match.choices.find(({ product }) => product.sku === decision.sku) ?? chosen.get(decision.sku);
      return withDoubt({ ...row, match, decision: hit ? { kind: 'product', hit } : null });
    });
  }, [kept.rows, kept.decisions, found]);

  const read = useCallback(
    (text: string) => setKept({ ...nothing, text, ...parseOrder(text, locale, quote.currency) }),
    [setKept, locale, quote.currency],
  );
  const { remember } = found;
  const decide = useCallback(
    (id: string, decision: RowDecision | null) => {
      if (decision?.kind === 'product') remember(decision.hit);
      setKept((before) => ({ ...before, decisions: withDecision(before.decisions, id, decision) }));
    },
    [remember, setKept],
  );
  return {
    text: kept.text,
    setText: (text) => setKept((before) => ({ ...before, text })),
    read,
    rows,
    progress: kept.rows.length > 0 && found.matches === null ? found.progress : null,
    waiting: kept.rows.length,
    talk: kept.talk,
    bookMissing: found.bookMissing,
    decide,
    setQuantity: (id, text) => {
      const quantity = readQuantity(text, locale);
      setKept((before) => ({
        ...before,
        rows: before.rows.map((row) =>
          row.id !== id
            ? row
            : quantity.ok
              ? { ...row, quantity: quantity.value, unread: null, loose: [] }
              : { ...row, unread: text },
        ),
      }));
    },
    confirmAll: () => {
      const sure = (rows ?? []).flatMap((row): [string, KeptDecision][] => {
        const [first] = row.match.choices;
        return first && isSuggested(row) ? [[row.id, { kind: 'product', sku: first.product.sku }]] : [];
      });
      setKept((before) => ({ ...before, decisions: { ...before.decisions, ...Object.fromEntries(sure) } }));
    },
    takeLine: (index) =>
      setKept((before) => {
        const source = before.talk[index];
        if (source === undefined) return before;
        const id = `talk-${String(before.rows.length)}-${String(index)}`;
        const row = rowOfTalk(source, id, locale, quote.currency);
        return { ...before, talk: before.talk.toSpliced(index, 1), rows: [...before.rows, row] };
      }),
    keepOnly: (ids) =>
      setKept((before) => {
        const left = before.rows.filter(({ id }) => ids.has(id));
        return left.length === 0 ? nothing : { ...before, text: '', talk: [], rows: left };
      }),
    backToText: () =>
      setKept((before) => ({
        ...nothing,
        text: before.text === '' ? before.rows.map(({ source }) => source).join('\n') : before.text,
      })),
    clear: () => setKept(nothing),
  };
}

const none: RowMatch = { how: 'none', certain: false, choices: [] };

function withDecision(
  decisions: KeptPaste['decisions'],
  id: string,
  decision: RowDecision | null,
): KeptPaste['decisions'] {
  const { [id]: _, ...rest } = decisions;
  if (decision === null) return rest;
  const stored: KeptDecision =
    decision.kind === 'product' ? { kind: 'product', sku: decision.hit.product.sku } : decision;
  return { ...rest, [id]: stored };
}

interface Matches {
  readonly matches: ReadonlyMap<string, RowMatch> | null;
  readonly progress: { readonly done: number; readonly total: number };
  readonly chosen: ReadonlyMap<string, CatalogHit>;
  readonly bookMissing: boolean;
  readonly remember: (hit: CatalogHit) => void;
}

/** Looks the rows up, some at a time so that a long order can be followed and given up; only rows that are new are asked for. */
function useMatches(
  catalog: CatalogService,
  bookId: string,
  version: number,
  today: string,
  rows: readonly OrderRow[],
  decisions: KeptPaste['decisions'],
): Matches {
  const [known, setKnown] = useState<{
    readonly of: string;
    readonly matches: ReadonlyMap<string, RowMatch>;
  }>({
    of: '',
    matches: new Map(),
  });
  const [chosen, setChosen] = useState<ReadonlyMap<string, CatalogHit>>(new Map());
  const [bookMissing, setBookMissing] = useState(false);
  const firstDecisions = useRef(decisions);
  const of = `${bookId} ${String(version)} ${today}`;
  const matches = known.of === of ? known.matches : noMatches;
  const missing = useMemo(() => rows.filter((row) => !matches.has(keyOf(row))), [rows, matches]);

  useEffect(() => {
    if (missing.length === 0) return undefined;
    let current = true;
    const look = async (): Promise<void> => {
      const some = [...new Map(missing.map((row) => [keyOf(row), row])).values()].slice(0, rowsAtOnce);
      const answer = await catalog.matchRows(bookId, version, today, some);
      if (!current) return;
      setBookMissing(!answer.ok);
      const next = new Map(matches);
      some.forEach((row, index) => next.set(keyOf(row), (answer.ok && answer.value[index]) || none));
      setKnown({ of, matches: next });
    };
    void look();
    return () => {
      current = false;
    };
  }, [catalog, bookId, version, today, missing, matches, of]);

  // After a restart products that were found by hand are known by their SKU alone.
  useEffect(() => {
    const skus = Object.values(firstDecisions.current).flatMap((one) =>
      one.kind === 'product' ? [one.sku] : [],
    );
    if (skus.length === 0) return undefined;
    let current = true;
    const look = async (): Promise<void> => {
      const answer = await catalog.pricingData(bookId, version, skus);
      if (!current || !answer.ok) return;
      const lists = new Map(answer.value.entries.map(({ sku, list }) => [sku, list]));
      const hits = answer.value.products.flatMap((product) => {
        const list = lists.get(product.sku);
        return list === undefined ? [] : [[product.sku, { product, list }] as const];
      });
      setChosen((before) => new Map([...before, ...hits]));
    };
    void look();
    return () => {
      current = false;
    };
  }, [catalog, bookId, version]);

  const remember = useCallback(
    (hit: CatalogHit) => setChosen((before) => new Map([...before, [hit.product.sku, hit]])),
    [],
  );
  return useMemo(
    () => ({
      matches:
        missing.length > 0 ? null : new Map(rows.map((row) => [row.id, matches.get(keyOf(row)) ?? none])),
      progress: { done: rows.length - missing.length, total: rows.length },
      chosen,
      bookMissing,
      remember,
    }),
    [rows, missing, matches, chosen, bookMissing, remember],
  );
}

const noMatches: ReadonlyMap<string, RowMatch> = new Map();
const keyOf = ({ skus, words }: OrderRow): string => `${skus.join('\n')}\n\n${words}`;
