import { useMemo } from 'react';
import { languages, type Language } from '#shared/domain/catalog/localized';
import { linesOf, type Quote } from '#shared/domain/quote/quote';
import type { ProposalInput } from '#shared/proposal/proposal';
import { useClient } from '../../client/client-context';
import { useMe, usePartner, useRecord, useTerms } from '../../client/hooks';
import { priceQuoteWith, useQuotePricingSource } from '../../client/pricing-source';

export type ProposalSource =
  | { readonly status: 'loading' }
  | { readonly status: 'no-quote' }
  /** The price book the quote was priced from is not on this device. */
  | { readonly status: 'no-prices'; readonly quote: Quote }
  | { readonly status: 'ready'; readonly quote: Quote; readonly input: ProposalInput };

export const documentLanguages: readonly Language[] = languages;

/** All a proposal is made of, live from this device; `language` null is the quote's own. */
export function useProposalSource(quoteId: string, language: Language | null): ProposalSource {
  const { session } = useClient();
  const quote = useRecord('quote', quoteId);
  const account = useRecord('account', quote?.accountId);
  const contact = useRecord('contact', quote?.contactId);
  const owner = useRecord('person', quote?.ownerId);
  const me = useMe();
  const partner = usePartner();
  const terms = useTerms();
  const skus = useMemo(() => (quote ? linesOf(quote).map(({ sku }) => sku) : []), [quote]);
  const source = useQuotePricingSource(quote);

  return useMemo((): ProposalSource => {
    if (quote === null) return { status: 'no-quote' };
    if (quote === undefined) return { status: 'loading' };
    const author = owner ?? me;
    const isLoading = account === undefined || contact === undefined || owner === undefined;
    if (isLoading || !author || !partner || !terms) return { status: 'loading' };
    if (source.status === 'missing') return { status: 'no-prices', quote };
    if (source.status !== 'ready' || source.reading) return { status: 'loading' };
    const products = [...new Set(skus)].flatMap((sku) => source.product(sku) ?? []);
    const input: ProposalInput = {
      quote,
      priced: priceQuoteWith(source, quote, partner, terms, account, session.role),
      products,
      account,
      contact,
      author,
      partnerBrand: partner.brand,
      vendorBrand: partner.vendorBrand,
      language: language ?? quote.documentLanguage,
    };
    return { status: 'ready', quote, input };
  }, [quote, account, contact, owner, me, partner, terms, skus, source, session.role, language]);
}
