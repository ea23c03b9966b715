import { useTranslation } from 'react-i18next';
import { minorUnits } from '#shared/domain/money/minor-units';
import type { Payment } from '#shared/domain/pricing/priced';
import { useFormats } from '../../../ui/formats';
import classes from './panel.module.css';

const shownAtOnce = 12;

/** PR-10: what is paid when. */
export function Payments({
  payments,
  currency,
}: {
  readonly payments: readonly Payment[];
  readonly currency: string;
}) {
  const { t } = useTranslation('quotes');
  const formats = useFormats();
  if (payments.length === 0) return null;
  const digits = minorUnits(currency);
  const shown = payments.slice(0, shownAtOnce);
  return (
    <section className={classes['section']} aria-label={t('term.payments')}>
      <h3 className={classes['heading']}>{t('term.payments')}</h3>
      <dl className={classes['figures']}>
        {shown.map(({ month, dueOn, amount }) => (
          <div key={month} className={classes['contents']}>
            <dt>
              {dueOn === null
                ? month === 0
                  ? t('term.atStart')
                  : t('term.afterMonths', { count: month })
                : formats.day(dueOn)}
            </dt>
            <dd>{formats.amount(amount, undefined, digits)}</dd>
          </div>
        ))}
      </dl>
      {payments.length > shown.length && (
        <p className={classes['rule']}>{t('term.morePayments', { count: payments.length - shown.length })}</p>
      )}
    </section>
  );
}
