import { Button } from '@mantine/core';
import { IconBoxOff } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import type { Quote, QuoteLine } from '#shared/domain/quote/quote';
import { useRecord } from '../../client/hooks';
import { ReadingPrices } from '../../records/approval/reading-prices';
import { useRelatedSource } from '../../records/configuration/use-configuration';
import { EmptyState } from '../../ui/empty-state';
import { Page } from '../../ui/page';
import { RecordMissing } from '../../ui/record-missing';
import type { BundleProduct } from './bundle-draft';
import { Configurator } from './configurator';

/** `/quotes/:quoteId/configure/:lineId`: puts the bundle on that line together. */
export function ConfigurePage() {
  const { t } = useTranslation('configurator');
  const { quoteId = '', lineId = '' } = useParams();
  const quote = useRecord('quote', quoteId);
  if (quote === undefined) return <Page title={t('title')}>{null}</Page>;
  if (quote === null) {
    return (
      <Page title={t('title')}>
        <RecordMissing list="/quotes" />
      </Page>
    );
  }
  const line = quote.items.find(({ id }) => id === lineId);
  return line?.kind === 'line' ? (
    <WithProducts key={lineId} quote={quote} line={line} />
  ) : (
    <Nothing quote={quote} title={t('missing.title')} text={t('missing.text')} />
  );
}

function WithProducts({ quote, line }: { readonly quote: Quote; readonly line: QuoteLine }) {
  const { t } = useTranslation('configurator');
  const source = useRelatedSource(quote);
  if (source.status === 'loading') {
    return (
      <Page title={t('title')}>
        <ReadingPrices />
      </Page>
    );
  }
  const product = source.product?.(line.sku);
  if (source.status !== 'ready' || !product?.bundle) {
    return <Nothing quote={quote} title={t('missing.noBundle.title')} text={t('missing.noBundle.text')} />;
  }
  const bundled: BundleProduct = { ...product, bundle: product.bundle };
  return <Configurator quote={quote} parent={line} product={bundled} source={source} />;
}

interface NothingProps {
  readonly quote: Quote;
  readonly title: string;
  readonly text: string;
}

function Nothing({ quote, title, text }: NothingProps) {
  const { t } = useTranslation('configurator');
  return (
    <Page title={t('title')}>
      <EmptyState
        icon={IconBoxOff}
        title={title}
        text={text}
        action={
          <Button component={Link} to={`/quotes/${quote.id}`} variant="default">
            {t('missing.toQuote')}
          </Button>
        }
      />
    </Page>
  );
}
