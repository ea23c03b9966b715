import { IconCircleCheck } from '@tabler/icons-react';
import { useCallback, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { ConfigurationIssue, Fix } from '#shared/domain/catalog/configuration/issue';
import type { PricedAmounts } from '#shared/domain/pricing/priced';
import { linesOf, type Quote, type QuoteLine } from '#shared/domain/quote/quote';
import { useCustomerView } from '../../client/customer-view';
import type { ReadyPricingSource } from '../../client/pricing-source';
import { IssueList } from '../../records/configuration/issue-list';
import { useIssueText } from '../../records/configuration/use-issue-text';
import { Amount } from '../../ui/amount';
import { useFormats } from '../../ui/formats';
import classes from './configurator.module.css';
import type { PriceOf } from './use-quote-price';

interface BundleSummaryProps {
  /** As it would be. */
  readonly quote: Quote;
  readonly parent: QuoteLine;
  readonly source: ReadyPricingSource;
  readonly priced: ReadonlyMap<string, PricedAmounts> | undefined;
  readonly before: PriceOf | undefined;
  /** As it is stored. */
  readonly stored: Quote;
  readonly issues: readonly ConfigurationIssue[];
  /** Fixes that only reach beyond the bundle are left to the quote. */
  readonly isOffered: (fix: Fix) => boolean;
  readonly onFix: ((fix: Fix) => void) | null;
}

/** The bundle's total as it would be, beside what it was, and what does not fit. */
export function BundleSummary({
  quote,
  parent,
  source,
  priced,
  before,
  stored,
  issues,
  isOffered,
  onFix,
}: BundleSummaryProps) {
  const { t } = useTranslation('configurator');
  const formats = useFormats();
  const customerView = useCustomerView(({ on }) => on);
  const total = priced?.get(parent.id)?.bundle;
  const was = useMemo(() => before?.(stored).get(parent.id)?.bundle, [before, stored, parent.id]);
  const skus = useMemo(() => new Map(linesOf(quote).map(({ id, sku }) => [id, sku])), [quote]);
  const texts = useIssueText(
    source.product,
    useCallback((id: string) => skus.get(id), [skus]),
  );
  const hard = issues
    .filter(({ severity }) => severity === 'hard')
    .map((issue) => ({ ...issue, fixes: issue.fixes.filter(isOffered) }));
  return (
    <div className={classes['summary']}>
      <section aria-label={t('total.title')}>
        <h2 className={classes['heading']}>{t('total.title')}</h2>
        <dl className={classes['figures']}>
          <dt>{t('total.quantity')}</dt>
          <dd>{formats.number(parent.quantity, 3)}</dd>
          {total && (
            <>
              <dt>{t('total.list')}</dt>
              <dd>
                <Amount value={total.listLine} />
              </dd>
              {!customerView && (
                <>
                  <dt>{t('total.buy')}</dt>
                  <dd>
                    <Amount value={total.buyLine} />
                  </dd>
                </>
              )}
              <dt className={classes['strong']}>{t('total.sell')}</dt>
              <dd className={classes['strong']} aria-live="polite">
                <Amount value={total.sellLine} currency={quote.currency} />
              </dd>
            </>
          )}
          {was && total && was.sellLine !== total.sellLine && (
            <>
              <dt>{t('total.before')}</dt>
              <dd>
                <Amount value={was.sellLine} muted />
              </dd>
            </>
          )}
        </dl>
        {priced && !total && <p className={classes['dimmed']}>{t('total.none')}</p>}
      </section>
      <section aria-label={t('issues.title', { count: hard.length })} aria-live="polite">
        {hard.length === 0 ? (
          <p className={classes['fits']}>
            <IconCircleCheck size={16} aria-hidden />
            {t('issues.none')}
          </p>
        ) : (
          <>
            <h2 className={classes['heading']}>{t('issues.title', { count: hard.length })}</h2>
            <IssueList issues={hard} texts={texts} onFix={onFix} />
          </>
        )}
      </section>
    </div>
  );
}
