import { IconTags } from '@tabler/icons-react';
import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link, useParams, useSearchParams } from 'react-router';
import type { PriceBookHeader } from '#shared/domain/pricing/price-book';
import { isEditable } from '#shared/domain/quote/lifecycle';
import type { Quote } from '#shared/domain/quote/quote';
import { useCustomerView } from '../../client/customer-view';
import { useBooks, useRecord } from '../../client/hooks';
import { newPricesFor } from '../../records/use-new-prices';
import { useToday } from '../../records/use-today';
import { Crumb } from '../../ui/crumb';
import { EmptyState } from '../../ui/empty-state';
import { HiddenFromCustomers } from '../../ui/hidden-from-customers';
import { Page } from '../../ui/page';
import { RecordMissing } from '../../ui/record-missing';
import { BookEnded } from './book-ended';
import { isComparable } from '../../records/price-drift/decisions';
import { DriftScreen } from './drift-screen';
import { NotADraft } from './not-a-draft';

/** `/quotes/:quoteId/prices`, and with `?book=` the prices of another book. */
export function PriceDriftPage() {
  const { t } = useTranslation('price-drift');
  const { quoteId = '' } = useParams();
  const quote = useRecord('quote', quoteId);
  const books = useBooks();
  const customerView = useCustomerView();
  if (quote === undefined || books === undefined) return null;
  if (quote === null) {
    return (
      <Page title={t('title')}>
        <RecordMissing list="/quotes" />
      </Page>
    );
  }
  if (customerView.on) {
    return (
      <Page title={<Title quote={quote} />}>
        <HiddenFromCustomers onLeave={customerView.toggle} />
      </Page>
    );
  }
  return <QuotePrices key={quote.id} quote={quote} books={books} />;
}

function QuotePrices({
  quote,
  books,
}: {
  readonly quote: Quote;
  readonly books: readonly PriceBookHeader[];
}) {
  const { t } = useTranslation('price-drift');
  const today = useToday();
  const [search] = useSearchParams();
  const chosen = books.find((book) => book.bookId === search.get('book') && isComparable(quote, book));
  const newer = newPricesFor({ ...quote, state: 'draft' }, books);
  const current = books.find(({ bookId }) => bookId === quote.priceBook.bookId);
  const title = <Title quote={quote} />;
  if (!isEditable(quote.state)) {
    return (
      <Page title={title}>
        <NotADraft quote={quote} newer={newer} />
      </Page>
    );
  }
  const other = chosen && chosen.bookId !== quote.priceBook.bookId ? chosen : undefined;
  const target = other ?? newer;
  if (target && !isOver(target, today)) {
    const key = `${target.bookId} ${String(target.version)}`;
    return <DriftScreen key={key} quote={quote} target={target} title={title} />;
  }
  if (!current || isOver(current, today)) {
    return (
      <Page title={title}>
        <BookEnded quote={quote} current={current} books={books.filter((book) => !isOver(book, today))} />
      </Page>
    );
  }
  return (
    <Page title={title}>
      <EmptyState
        icon={IconTags}
        title={t('upToDate.title')}
        text={t('upToDate.text', { version: quote.priceBook.version, name: current.name })}
        action={
          <Button component={Link} to={`/quotes/${quote.id}`} variant="default">
            {t('back')}
          </Button>
        }
      />
    </Page>
  );
}

const isOver = ({ validUntil }: PriceBookHeader, today: string): boolean =>
  validUntil !== null && validUntil <= today;

function Title({ quote }: { readonly quote: Quote }) {
  const { t } = useTranslation('price-drift');
  return (
    <Crumb to={`/quotes/${quote.id}`} list={quote.number}>
      {t('title')}
    </Crumb>
  );
}
