import { useTranslation } from 'react-i18next';
import { sumDecimals } from '#shared/domain/money/sum-decimals';
import type { PricedQuote, TaxGroup } from '#shared/domain/pricing/priced';
import { useFormats } from '../../../ui/formats';
import { useOpenQuote } from '../editing/open-quote';
import { MarginMeter } from './margin-meter';
import classes from './panel.module.css';

/** What the quote comes to: for the customer, for us, once and per period, and the tax by its groups. */
export function TotalsPanel() {
  const { t } = useTranslation('quotes');
  const { priced, customerView } = useOpenQuote();
  if (!priced) return <p className={classes['quiet']}>{t('totals.none')}</p>;
  return (
    <div className={classes['stack']}>
      <CustomerTotals priced={priced} />
      {!customerView && <OurTotals priced={priced} />}
      <Periods priced={priced} />
    </div>
  );
}

function CustomerTotals({ priced: { totals, currency } }: { readonly priced: PricedQuote }) {
  const { t } = useTranslation('quotes');
  const formats = useFormats();
  // sell = list - discounts, so that the column can be added up by the reader.
  const discounts = sumDecimals([totals.sell, negated(totals.list)]);
  return (
    <section className={classes['section']}>
      <h2 className={classes['heading']}>{t('totals.customer')}</h2>
      <dl className={classes['figures']}>
        <dt>{t('totals.list')}</dt>
        <dd>{formats.amount(totals.list, currency)}</dd>
        <dt>{t('totals.discounts')}</dt>
        <dd>{formats.amount(discounts, currency)}</dd>
        {isSomething(totals.quoteDiscount) && (
          <>
            <dt className={classes['ofWhich']}>{t('totals.quoteDiscount')}</dt>
            <dd className={classes['dimmed']}>{formats.amount(totals.quoteDiscount, currency)}</dd>
          </>
        )}
        <dt className={classes['strong']}>{t('totals.net')}</dt>
        <dd className={classes['strong']}>{formats.amount(totals.sell, currency)}</dd>
        {totals.taxGroups.map((group) => (
          <TaxRow key={`${group.category} ${group.percent}`} group={group} currency={currency} />
        ))}
        <dt className={classes['grand']}>{t('totals.gross')}</dt>
        <dd className={classes['grand']}>{formats.amount(totals.gross, currency)}</dd>
      </dl>
    </section>
  );
}

function TaxRow({ group, currency }: { readonly group: TaxGroup; readonly currency: string }) {
  const { t } = useTranslation('quotes');
  const formats = useFormats();
  return (
    <>
      <dt>
        {t('totals.tax', {
          percent: formats.percent(group.percent),
          net: formats.amount(group.net, currency),
        })}
        {group.reason && <span className={classes['reason']}>{t(`totals.reason.${group.reason}`)}</span>}
      </dt>
      <dd>{formats.amount(group.tax, currency)}</dd>
    </>
  );
}

function OurTotals({ priced: { totals, currency } }: { readonly priced: PricedQuote }) {
  const { t } = useTranslation('quotes');
  const { source } = useOpenQuote();
  const floors = source.book?.header.policy.marginFloors.filter(({ scope }) => scope === 'quote') ?? [];
  // The strictest of them is the one that is met last.
  const floor = floors.map(({ percent }) => percent).sort((a, b) => Number(b) - Number(a))[0] ?? null;
  const formats = useFormats();
  return (
    <section className={classes['section']}>
      <h2 className={classes['heading']}>{t('totals.ours')}</h2>
      <MarginMeter percent={totals.marginPercent} floor={floor} />
      <dl className={classes['figures']}>
        <dt>{t('totals.buy')}</dt>
        <dd>{formats.amount(totals.buy, currency)}</dd>
        <dt className={classes['strong']}>{t('totals.margin')}</dt>
        <dd className={classes['strong']} data-loss={totals.margin.startsWith('-') || undefined}>
          {formats.amount(totals.margin, currency)}
        </dd>
      </dl>
    </section>
  );
}

function Periods({ priced: { totals, currency } }: { readonly priced: PricedQuote }) {
  const { t } = useTranslation('quotes');
  const formats = useFormats();
  const rows = [
    ['oneTime', totals.oneTimeSell],
    ['recurring', totals.recurringSell],
    ['usage', totals.usageSell],
    ['optional', totals.optionalSell],
  ] as const;
  const shown = rows.filter(([, amount]) => isSomething(amount));
  if (shown.length === 0) return null;
  return (
    <section className={classes['section']}>
      <h2 className={classes['heading']}>{t('totals.billing')}</h2>
      <dl className={classes['figures']}>
        {shown.map(([key, amount]) => (
          <div key={key} className={classes['contents']}>
            <dt>{t(`totals.${key}`)}</dt>
            <dd>{formats.amount(amount, currency)}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

const isSomething = (amount: string): boolean => /[1-9]/.test(amount);
const negated = (amount: string): string => {
  if (!isSomething(amount)) return amount;
  return amount.startsWith('-') ? amount.slice(1) : `-${amount}`;
};
