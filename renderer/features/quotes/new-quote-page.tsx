import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useSearchParams } from 'react-router';
import { newId } from '#shared/lib/ids';
import { useClient } from '../../client/client-context';
import { useBooks, usePartner, useRecord } from '../../client/hooks';
import { useSave } from '../../records/use-save';
import { useToday } from '../../records/use-today';
import { ErrorNotice } from '../../ui/error-notice';
import { Page } from '../../ui/page';
import { bookFor, emptyQuote } from './list/quote-drafts';
import { useNewQuoteNumber } from './list/use-new-quote-number';

/** `/quotes/new`: makes a draft and goes to it. `?account=`, `?opportunity=` fill it in, `?add=SKU` goes along. */
export function NewQuotePage() {
  const { t } = useTranslation('quotes');
  const navigate = useNavigate();
  const [params] = useSearchParams();
  const { session, sync } = useClient();
  const partner = usePartner();
  const books = useBooks();
  const opportunity = useRecord('opportunity', params.get('opportunity'));
  const save = useSave();
  const today = useToday();
  const newNumber = useNewQuoteNumber();
  const begun = useRef(false);
  const book = partner && books ? bookFor(partner, books) : undefined;

  useEffect(() => {
    if (begun.current || !partner || !book || opportunity === undefined) return;
    begun.current = true;
    const create = async (): Promise<void> => {
      const number = await newNumber();
      if (number === null) return;
      const id = newId();
      const quote = emptyQuote({ id, number, today }, partner, book, session.language, {
        accountId: opportunity?.accountId ?? params.get('account'),
        opportunityId: opportunity?.id ?? null,
        title: opportunity?.name ?? '',
      });
      if (!(await save('createQuote', quote))) return;
      const rest = new URLSearchParams(params);
      rest.delete('account');
      rest.delete('opportunity');
      await navigate({ pathname: `/quotes/${id}`, search: rest.toString() }, { replace: true });
    };
    void create();
  }, [partner, book, opportunity, newNumber, today, session.language, params, save, navigate]);

  const noBook = books?.length === 0;
  return (
    <Page title={t('new')}>
      {noBook && (
        <ErrorNotice
          title={t('noBook.title')}
          what={t('noBook.what')}
          safe={t('noBook.safe')}
          todo={t('noBook.todo')}
          onRetry={() => void sync.syncNow()}
        />
      )}
    </Page>
  );
}
