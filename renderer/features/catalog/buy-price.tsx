import { useTranslation } from 'react-i18next';
import type { Product } from '#shared/domain/catalog/product';
import type { Partner } from '#shared/domain/partner/partner';
import type { PricedLine, PriceStep } from '#shared/domain/pricing/priced';
import type { PriceBookHeader } from '#shared/domain/pricing/price-book';
import { useClient } from '../../client/client-context';
import { usePartner, useTerms } from '../../client/hooks';
import { priceQuoteWith, type ReadyPricingSource } from '../../client/pricing-source';
import { useToday } from '../../records/use-today';
import { Amount } from '../../ui/amount';
import { useFormats } from '../../ui/formats';
import { oneLineQuote } from './one-line-quote';
import classes from './product-screen.module.css';

interface BuyPriceProps {
  readonly source: ReadyPricingSource;
  readonly book: PriceBookHeader;
  readonly product: Product;
}

/** What the partner pays for one, step by step from the list price. Never shown to a customer. */
export function BuyPrice({ source, book, product }: BuyPriceProps) {
  const { session } = useClient();
  const partner = usePartner();
  const terms = useTerms();
  const today = useToday();
  if (!partner || !terms) return null;
  const quote = oneLineQuote(product, book, partner, today);
  const [line] = priceQuoteWith(source, quote, partner, terms, null, session.role).lines;
  return line ? <Steps line={line} book={book} partner={partner} /> : null;
}

interface StepsProps {
  readonly line: PricedLine;
  readonly book: PriceBookHeader;
  readonly partner: Partner;
}

function Steps({ line, book, partner }: StepsProps) {
  const { t } = useTranslation('catalog');
  const formats = useFormats();
  if (line.status === 'problem') {
    return (
      <section className={classes['card']}>
        <h2 className={classes['cardTitle']}>{t('buy.title')}</h2>
        <p className={classes['dimmed']}>{t('buy.noPrice')}</p>
      </section>
    );
  }
  const { buyUnit, buySteps } = line.amounts;
  const steps = buySteps.filter(({ per, step }) => per === 'unit' && step !== 'unit-rounding');
  return (
    <section className={classes['card']}>
      <h2 className={classes['cardTitle']}>{t('buy.title')}</h2>
      <p className={classes['price']}>
        <Amount value={buyUnit} currency={book.currency} unit />
      </p>
      <ol className={classes['steps']}>
        {steps.map((step, index) => (
          <li key={`${step.step} ${String(index)}`} className={classes['step']}>
            <span>
              {stepName(t, step)}
              {step.step === 'tier' && (
                <span className={classes['dimmed']}> {t(`tier.${partner.tier}`)}</span>
              )}
            </span>
            <span className={classes['rate']}>{step.rate !== null && formats.percent(`-${step.rate}`)}</span>
            <Amount value={step.after} unit />
          </li>
        ))}
      </ol>
      <p className={classes['dimmed']}>{t('buy.forOne')}</p>
    </section>
  );
}

function stepName(t: ReturnType<typeof useTranslation<'catalog'>>['t'], { step, rule }: PriceStep): string {
  switch (step) {
    case 'list':
    case 'volume':
    case 'tier':
      return t(`buy.step.${step}`);
    // Agreements and the like have names of their own.
    default:
      return rule;
  }
}
