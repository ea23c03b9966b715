import { Button } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import type { Quote } from '#shared/domain/quote/quote';
import { mutations } from '#shared/mutations/registry';
import type { ArgsOf } from '#shared/mutations/registry';
import { useCustomerView } from '../../../client/customer-view';
import { useAttention, useRecord } from '../../../client/hooks';
import type { AttentionRow } from '../../../db/rows';
import { useWorkText } from '../../../records/use-work-text';
import type { ResolveError } from '../../../sync/resolve-attention';
import { Crumb } from '../../../ui/crumb';
import { EmptyState } from '../../../ui/empty-state';
import { ErrorNotice } from '../../../ui/error-notice';
import { useFormats } from '../../../ui/formats';
import { HiddenFromCustomers } from '../../../ui/hidden-from-customers';
import { Page } from '../../../ui/page';
import { RecordMissing } from '../../../ui/record-missing';
import { Section } from '../../../ui/section';
import { useDiscard } from '../use-discard';
import { useReasonText } from '../use-reason-text';
import { useResolveErrorText } from '../use-resolve-error-text';
import { OrderComparison } from './order-comparison';
import { OrderDecisions } from './order-decisions';
import classes from './order.module.css';
import { useOrderedQuote, useOrderPrices } from './use-order-prices';

/** `/attention/orders/:attentionId`: an order the vendor did not take at its prices (PR-33): both sides, and the ways on. */
export function OrderConflictPage() {
  const { t } = useTranslation('attention');
  const { attentionId = '' } = useParams();
  const rows = useAttention();
  const customerView = useCustomerView();
  if (!rows) return null;
  const item = rows.find(({ id }) => id === attentionId);
  const parsed = item?.name === 'placeOrder' ? mutations.placeOrder.args.safeParse(item.args) : undefined;
  if (customerView.on || !item || !parsed?.success) {
    return (
      <Page title={t('title')}>
        {customerView.on ? (
          <HiddenFromCustomers onLeave={customerView.toggle} />
        ) : (
          <RecordMissing list="/attention" />
        )}
      </Page>
    );
  }
  return <RefusedOrder key={attentionId} item={item} order={parsed.data} />;
}

function RefusedOrder({
  item,
  order,
}: {
  readonly item: AttentionRow;
  readonly order: ArgsOf<'placeOrder'>;
}) {
  const { t } = useTranslation('attention');
  const formats = useFormats();
  const textOf = useWorkText();
  const reasonOf = useReasonText();
  const errorText = useResolveErrorText();
  const { leaving, discard } = useDiscard();
  const [error, setError] = useState<ResolveError | null>(null);
  const ordered = useOrderedQuote(order);
  const quote = useRecord('quote', order.quoteId);
  if (ordered === undefined || quote === undefined) return null;
  const known = quote ?? ordered;
  const title = (
    <Crumb to="/attention" list={t('title')}>
      {known ? t('order.heading', { quote: known.number }) : textOf(item)}
    </Crumb>
  );
  if (item.open === 0 || leaving.has(item.id)) {
    return (
      <Page title={title}>
        <EmptyState
          icon={IconCheck}
          title={t('order.settled')}
          text={
            item.resolution
              ? t('order.settledText', {
                  how: t(`resolved.${item.resolution.how}`),
                  when: formats.instant(item.resolution.at),
                })
              : t('order.givenUp')
          }
          action={
            <Button component={Link} to={`/quotes/${order.quoteId}`} variant="default">
              {t('order.openQuote')}
            </Button>
          }
        />
      </Page>
    );
  }
  return (
    <Page title={title}>
      <div className={classes['screen']}>
        <div className={classes['notice']}>
          <ErrorNotice
            title={t('order.title')}
            what={reasonOf(item.rejection)}
            safe={t('order.safe', {
              captured: formats.instant(item.capturedAt),
              refused: formats.instant(item.refusedAt),
            })}
          />
        </div>
        {error && (
          <div className={classes['notice']}>
            <ErrorNotice title={t('order.failed')} what={errorText(error)} />
          </div>
        )}
        {quote?.state === 'ordered' && (
          <div className={classes['notice']}>
            <ErrorNotice tone="calm" title={t('order.orderedMeanwhile')} what={t('order.orderedText')} />
          </div>
        )}
        <Section title={t('order.decide')}>
          <OrderDecisions item={item} quote={quote} onFailed={setError} onDiscard={() => discard(item)} />
        </Section>
        {ordered ? (
          <WithPrices item={item} order={order} quote={ordered} />
        ) : (
          <OrderComparison order={order} currency="" rejection={item.rejection} prices={null} />
        )}
      </div>
    </Page>
  );
}

function WithPrices({
  item,
  order,
  quote,
}: {
  readonly item: AttentionRow;
  readonly order: ArgsOf<'placeOrder'>;
  readonly quote: Quote;
}) {
  const { t } = useTranslation('attention');
  const prices = useOrderPrices(quote);
  return (
    <>
      {(prices.status === 'no-book' || prices.status === 'missing') && (
        <div className={classes['notice']}>
          <ErrorNotice
            tone="calm"
            title={t(`order.${prices.status}.title`)}
            what={t(`order.${prices.status}.text`)}
          />
        </div>
      )}
      <OrderComparison order={order} currency={quote.currency} rejection={item.rejection} prices={prices} />
    </>
  );
}
