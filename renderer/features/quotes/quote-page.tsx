import { useParams } from 'react-router';
import { useTranslation } from 'react-i18next';
import { useRecord } from '../../client/hooks';
import { Page } from '../../ui/page';
import { RecordMissing } from '../../ui/record-missing';
import { OpenQuoteProvider } from './editing/open-quote';
import { PolicyProvider } from './editing/policy';
import { QuoteEditor } from './quote-editor';

/** `/quotes/:quoteId` */
export function QuotePage() {
  const { t } = useTranslation('quotes');
  const { quoteId = '' } = useParams();
  const stored = useRecord('quote', quoteId);
  if (stored === undefined) return null;
  if (stored === null) {
    return (
      <Page title={t('title')}>
        <RecordMissing list="/quotes" />
      </Page>
    );
  }
  return (
    <OpenQuoteProvider key={quoteId} stored={stored}>
      <PolicyProvider>
        <QuoteEditor />
      </PolicyProvider>
    </OpenQuoteProvider>
  );
}
