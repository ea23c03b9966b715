import { useMemo } from 'react';
import type { Account } from '#shared/domain/deal/account';
import type { Contract } from '#shared/domain/pricing/contract';
import type { PriceBookHeader } from '#shared/domain/pricing/price-book';
import type { PricedQuote } from '#shared/domain/pricing/priced';
import { bookForContract, contractQuote } from '#shared/domain/quote/contract-quote';
import { whatIfLines, type ContractWhatIf } from '#shared/domain/quote/contract-what-if';
import type { QuoteLine } from '#shared/domain/quote/quote';
import { useBooks, useMe, usePartner, useTerms } from '../../client/hooks';
import { priceQuoteWith, usePricingSource } from '../../client/pricing-source';
import { useToday } from '../../records/use-today';

export interface WhatIfAnswer {
  readonly lines: readonly QuoteLine[];
  readonly priced: PricedQuote;
}

export interface WhatIf {
  readonly book: PriceBookHeader | undefined;
  /** `missing`: no price book on this device will do. */
  readonly status: 'loading' | 'missing' | 'ready';
  readonly answer: WhatIfAnswer | null;
}

/** ORD-4: what a change of a contract would cost, by the engine, from the book on this device. Nothing is stored. */
export function useWhatIf(contract: Contract, account: Account | null, whatIf: ContractWhatIf): WhatIf {
  const partner = usePartner();
  const me = useMe();
  const terms = useTerms();
  const today = useToday();
  const books = useBooks();
  const book =
    partner && books ? bookForContract(contract, books, { partner, today, preferred: null }) : undefined;
  const skus = useMemo(() => contract.lines.map(({ sku }) => sku), [contract]);
  const source = usePricingSource(book?.bookId, book?.version, skus);
  const answer = useMemo(() => {
    if (source.status !== 'ready' || !partner || !book || !terms || !me) return null;
    let count = 0;
    const lines = whatIfLines(contract, whatIf, {
      newId: () => `what-if-${(count += 1)}`,
      product: source.product,
    });
    const at = new Date(0).toISOString();
    const quote = {
      ...contractQuote({
        id: 'what-if',
        number: 'what-if',
        title: '',
        today,
        contract,
        book,
        partner,
        language: 'en' as const,
        lines,
      }),
      partnerId: partner.id,
      ownerId: me.id,
      state: 'draft' as const,
      revision: 1,
      createdAt: at,
      updatedAt: at,
    };
    return { lines, priced: priceQuoteWith(source, quote, partner, terms, account, me.role) };
  }, [source, partner, book, terms, me, contract, whatIf, today, account]);
  const missing = (books && partner && !book) || source.status === 'missing';
  return { book, answer, status: answer ? 'ready' : missing ? 'missing' : 'loading' };
}
