import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { Quote } from '#shared/domain/quote/quote';
import { newId } from '#shared/lib/ids';
import { useClient } from '../../../client/client-context';
import { useRecords } from '../../../client/hooks';
import { useSave } from '../../../records/use-save';
import { useToday } from '../../../records/use-today';
import { useOneAtATime } from '../../../ui/use-one-at-a-time';
import { clonedQuote } from './quote-drafts';
import { useNewQuoteNumber } from './use-new-quote-number';

/** Makes a new draft with the same content and opens it. */
export function useCloneQuote(): (quote: Quote) => Promise<void> {
  const { t } = useTranslation('quotes');
  const navigate = useNavigate();
  const { catalog } = useClient();
  const save = useSave();
  const today = useToday();
  const contracts = useRecords('contract');
  const newNumber = useNewQuoteNumber();
  const { run } = useOneAtATime();
  const clone = useCallback(
    async (quote: Quote) => {
      const number = await newNumber();
      if (number === null) return;
      const id = newId();
      const title = quote.title === '' ? '' : t('copyOf', { title: quote.title });
      const clone = clonedQuote(
        { id, number, today },
        quote,
        await catalog.books(),
        title,
        newId,
        contracts ?? [],
      );
      if (await save('createQuote', clone)) await navigate(`/quotes/${id}`);
    },
    [catalog, contracts, navigate, newNumber, save, t, today],
  );
  return useCallback((quote) => run(() => clone(quote)), [run, clone]);
}
