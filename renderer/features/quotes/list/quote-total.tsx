import { createContext, use, useEffect, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { linesOf, type Quote } from '#shared/domain/quote/quote';
import { useClient } from '../../../client/client-context';
import { usePartner, useRecord, useTerms } from '../../../client/hooks';
import { priceQuoteWith, useQuotePricingSource } from '../../../client/pricing-source';
import { useFormats } from '../../../ui/formats';

/** Totals already worked out, by quote and when it was last changed. A list gives its rows one of these. */
export const KnownTotals = createContext<Map<string, string>>(new Map());

const knownKey = ({ id, updatedAt, priceBook }: Quote): string => `${id} ${updatedAt} ${priceBook.version}`;

/** What a quote comes to, net. Worked out when its row is on screen; until then how many lines it has. */
export function QuoteTotal({ quote }: { readonly quote: Quote }) {
  const formats = useFormats();
  const known = use(KnownTotals).get(knownKey(quote));
  if (known !== undefined) return <span>{formats.amount(known, quote.currency)}</span>;
  return <PricedTotal quote={quote} />;
}

function PricedTotal({ quote }: { readonly quote: Quote }) {
  const { t } = useTranslation('quotes');
  const formats = useFormats();
  const totals = use(KnownTotals);
  const { role } = useClient().session;
  const partner = usePartner();
  const terms = useTerms();
  const account = useRecord('account', quote.accountId);
  const source = useQuotePricingSource(quote);
  const total = useMemo(() => {
    if (source.status !== 'ready' || source.reading || !partner || !terms || account === undefined)
      return null;
    return priceQuoteWith(source, quote, partner, terms, account, role).totals.sell;
  }, [source, quote, partner, terms, account, role]);
  useEffect(() => {
    if (total !== null) totals.set(knownKey(quote), total);
  }, [total, totals, quote]);
  if (total !== null) return <span>{formats.amount(total, quote.currency)}</span>;
  return <span data-muted>{t('lineCount', { count: linesOf(quote).length })}</span>;
}
