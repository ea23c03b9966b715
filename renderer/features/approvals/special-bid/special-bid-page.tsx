import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { useCustomerView } from '../../../client/customer-view';
import { useRecord, useRecords } from '../../../client/hooks';
import type { Quote } from '#shared/domain/quote/quote';
import { ReadingPrices } from '../../../records/approval/reading-prices';
import { Crumb } from '../../../ui/crumb';
import { ErrorNotice } from '../../../ui/error-notice';
import { HiddenFromCustomers } from '../../../ui/hidden-from-customers';
import { Page } from '../../../ui/page';
import { RecordMissing } from '../../../ui/record-missing';
import { Section } from '../../../ui/section';
import classes from '../approvals.module.css';
import { NoBookNotice } from '../no-book-notice';
import { usePricedFile } from '../queries';
import { BidCard } from './bid-card';
import { BidForm } from './bid-form';

/** `/quotes/:quoteId/special-bid`: asks the vendor for special prices for this quote, and what became of earlier requests. */
export function SpecialBidPage() {
  const { t } = useTranslation('approvals');
  const { quoteId = '' } = useParams();
  const quote = useRecord('quote', quoteId);
  const customerView = useCustomerView();
  if (customerView.on) {
    return (
      <Page title={t('bid.title')}>
        <HiddenFromCustomers onLeave={customerView.toggle} />
      </Page>
    );
  }
  if (quote === undefined) return null;
  if (quote === null) {
    return (
      <Page title={t('bid.title')}>
        <RecordMissing list="/quotes" />
      </Page>
    );
  }
  return <SpecialBids key={quoteId} quote={quote} />;
}

function SpecialBids({ quote }: { readonly quote: Quote }) {
  const { t } = useTranslation('approvals');
  const file = usePricedFile(quote);
  const all = useRecords('specialBid');
  if (!all) return null;
  const bids = all
    .filter(({ quoteId }) => quoteId === quote.id)
    .toSorted((a, b) => b.requestedAt.localeCompare(a.requestedAt));
  const hasLines = quote.items.some(({ kind }) => kind === 'line');
  return (
    <Page
      title={
        <Crumb to={`/quotes/${quote.id}`} list={quote.number}>
          {t('bid.title')}
        </Crumb>
      }
    >
      {file.status === 'missing' && <NoBookNotice />}
      {bids.length > 0 && (
        <Section title={t('bid.ofQuote')} count={bids.length}>
          {bids.map((bid) => (
            <BidCard key={bid.id} bid={bid} quote={quote} />
          ))}
        </Section>
      )}
      {file.status === 'loading' && <ReadingPrices />}
      {file.status === 'ready' && hasLines && <BidForm file={file} />}
      {file.status === 'ready' && !hasLines && (
        <div className={classes['notice']}>
          <ErrorNotice tone="calm" title={t('bid.noLines')} what={t('bid.noLinesWhat')} />
        </div>
      )}
    </Page>
  );
}
