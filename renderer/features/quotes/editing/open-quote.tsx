import {
  createContext,
  use,
  useDeferredValue,
  useEffect,
  useMemo,
  useRef,
  useState,
  type ReactNode,
} from 'react';
import { useTranslation } from 'react-i18next';
import { useStore, type StoreApi } from 'zustand';
import type { Account } from '#shared/domain/deal/account';
import type { Partner } from '#shared/domain/partner/partner';
import type { Breach, PricedLine, PricedQuote } from '#shared/domain/pricing/priced';
import { priceQuote } from '#shared/domain/quote/price-quote';
import type { PriceQuoteInput } from '#shared/domain/quote/price-quote-input';
import { isEditable } from '#shared/domain/quote/lifecycle';
import type { Quote } from '#shared/domain/quote/quote';
import { useClient } from '../../../client/client-context';
import { useCustomerView } from '../../../client/customer-view';
import { usePartner, useRecord, useTerms } from '../../../client/hooks';
import { useQuotePricingSource, type PricingSource } from '../../../client/pricing-source';
import { useCellDrafts, type CellDrafts } from '../input/use-cell-drafts';
import { createQuoteEditor, type QuoteEditor } from './quote-editor-store';
import { createSelection, type Selection } from './selection';

/** Everything the parts of the editor share about the quote that is open. */
export interface OpenQuote {
  readonly editor: QuoteEditor;
  readonly selection: StoreApi<Selection>;
  readonly drafts: CellDrafts;
  readonly quote: Quote;
  /** Drafts only; anything else is read-only until it goes back to draft (PR-61). */
  readonly editable: boolean;
  readonly account: Account | null;
  readonly partner: Partner | undefined;
  readonly source: PricingSource;
  /** All that the quote is priced from; null with `priced`. */
  readonly input: PriceQuoteInput | null;
  /** null while prices are being read, or when the price book is not on this device. */
  readonly priced: PricedQuote | null;
  readonly pricedLines: ReadonlyMap<string, PricedLine>;
  /** PR-24: the floors broken, by line. */
  readonly breaches: ReadonlyMap<string, readonly Breach[]>;
  /** The customer is looking: no cost, no margin, no internal notes, no other names (QUO-5). */
  readonly customerView: boolean;
  /** BCP 47 tag of the user interface: how this person types figures. */
  readonly locale: string;
}

const OpenQuoteContext = createContext<OpenQuote | null>(null);

export function useOpenQuote(): OpenQuote {
  const open = use(OpenQuoteContext);
  if (!open) throw new Error('useOpenQuote outside OpenQuoteProvider');
  return open;
}

/** What is inside follows the quote when there is time for it, so that typing into the lines never waits for it. */
export function UnhurriedQuote({ children }: { readonly children: ReactNode }) {
  const open = useDeferredValue(useOpenQuote());
  return <OpenQuoteContext value={open}>{children}</OpenQuoteContext>;
}

export function OpenQuoteProvider({
  stored,
  children,
}: {
  /** The quote as stored; live. */
  readonly stored: Quote;
  readonly children: ReactNode;
}) {
  const { i18n } = useTranslation();
  const editor = useEditor(stored);
  const [selection] = useState(createSelection);
  const quote = useStore(editor.store, (state) => state.quote);
  const drafts = useCellDrafts(quote.id);
  const account = useRecord('account', quote.accountId) ?? null;
  const partner = usePartner();
  const customerView = useCustomerView(({ on }) => on);
  const pricing = usePricing(quote, account, partner);
  const locale = i18n.language;

  const open = useMemo<OpenQuote>(
    () => ({
      editor,
      selection,
      drafts,
      quote,
      editable: isEditable(quote.state),
      account,
      partner,
      ...pricing,
      customerView,
      locale,
    }),
    [editor, selection, drafts, quote, account, partner, pricing, customerView, locale],
  );
  return <OpenQuoteContext value={open}>{children}</OpenQuoteContext>;
}

/** One editor as long as the quote is open; what storage or sync changes reaches it through `receive`. */
function useEditor(stored: Quote): QuoteEditor {
  const client = useClient();
  const { db, session } = client;
  const [editor] = useState(() =>
    createQuoteEditor(stored, {
      write: ({ name, args }) => client.mutate(name, args),
      readStored: async () => (await db.records.get(['quote', stored.id]))?.value as Quote | undefined,
      context: () => ({
        userId: session.userId,
        partnerId: session.partnerId,
        role: session.role,
        capturedAt: new Date().toISOString(),
      }),
    }),
  );
  const first = useRef(stored);
  useEffect(() => {
    if (stored !== first.current) editor.receive();
  }, [editor, stored]);
  return editor;
}

const noLines: ReadonlyMap<string, PricedLine> = new Map();
const noBreaches: ReadonlyMap<string, readonly Breach[]> = new Map();

/** Prices the whole quote again whenever something it depends on has changed; the engine is fast enough for 1,000 lines. */
function usePricing(
  quote: Quote,
  account: Account | null,
  partner: Partner | undefined,
): Pick<OpenQuote, 'source' | 'input' | 'priced' | 'pricedLines' | 'breaches'> {
  const { session } = useClient();
  const owner = useRecord('person', quote.ownerId);
  // PR-170: limits are those of the person who owns the quote, whoever looks at it.
  const role = quote.ownerId === session.userId ? session.role : (owner?.role ?? 'rep');
  const terms = useTerms();
  const source = useQuotePricingSource(quote);
  return useMemo(() => {
    if (source.status !== 'ready' || !partner || !terms)
      return { source, input: null, priced: null, pricedLines: noLines, breaches: noBreaches };
    const { book, olderBook, product } = source;
    const input = { quote, book, olderBook, product, partner, terms, account, role };
    const priced = priceQuote(input);
    return {
      source,
      input,
      priced,
      pricedLines: linesById(priced, source.reading),
      breaches: byLine(priced),
    };
  }, [source, quote, partner, terms, account, role]);
}

/** While a new SKU is still being read, its line is only not priced yet: no problem to show. */
function linesById(priced: PricedQuote, reading: boolean): ReadonlyMap<string, PricedLine> {
  const lines = reading
    ? priced.lines.filter((line) => line.status === 'priced' || line.problem.type !== 'sku-not-in-book')
    : priced.lines;
  return new Map(lines.map((line) => [line.lineId, line]));
}

function byLine({ breaches }: PricedQuote): ReadonlyMap<string, readonly Breach[]> {
  const found = new Map<string, Breach[]>();
  for (const breach of breaches) {
    if (breach.lineId === null) continue;
    const known = found.get(breach.lineId);
    if (known) known.push(breach);
    else found.set(breach.lineId, [breach]);
  }
  return found;
}
