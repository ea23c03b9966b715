import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router';
import { isEditable } from '#shared/domain/quote/lifecycle';
import { useRecord } from '../../../client/hooks';
import { useSave } from '../../../records/use-save';
import { Crumb } from '../../../ui/crumb';
import { Page } from '../../../ui/page';
import { RecordMissing } from '../../../ui/record-missing';
import { useUndo } from '../../../ui/use-undo';
import { Guide } from './guide';
import { AddButton } from './add-button';
import { linesFor } from './lines-for';

/** `/quotes/:quoteId/guide`: finds products for this quote by questions. */
export function QuoteGuidePage() {
  const { t } = useTranslation('configurator');
  const { quoteId = '' } = useParams();
  const quote = useRecord('quote', quoteId);
  const save = useSave();
  const undoable = useUndo();
  const navigate = useNavigate();
  if (!quote) {
    return <Page title={t('guide.title')}>{quote === null && <RecordMissing list="/quotes" />}</Page>;
  }
  const { id, number, priceBook, currency, pricingDate } = quote;
  return (
    <Guide
      title={
        <Crumb to={`/quotes/${id}`} list={number}>
          {t('guide.title')}
        </Crumb>
      }
      book={{ ...priceBook, currency }}
      pricingDate={pricingDate}
      renderActions={(chosen) => (
        <AddButton
          count={chosen.length}
          disabled={!isEditable(quote.state)}
          onAdd={async () => {
            const items = linesFor(chosen, quote.documentLanguage);
            const insertions = items.map((item) => ({ before: null, item }));
            const added = await undoable(save('addQuoteItems', { id, insertions }), {
              text: t('guide.added', { count: chosen.length }),
              undo: () => save('removeQuoteItems', { id, itemIds: items.map((item) => item.id) }),
            });
            if (added) await navigate(`/quotes/${id}?item=${items[0]?.id ?? ''}`);
          }}
        />
      )}
    />
  );
}
