import { useTranslation } from 'react-i18next';
import type { RegistrationRequest } from '#shared/domain/deal/registration-request';
import { useFamilyNames } from '../../records/use-families';
import { useFormats } from '../../ui/formats';
import classes from './registrations.module.css';

/** Both sides of a refusal: what was sent, and what the vendor said to it. */
export function RefusedSides({ request }: { readonly request: RegistrationRequest }) {
  const { t } = useTranslation('registrations');
  const formats = useFormats();
  const familyName = useFamilyNames();
  const { description, amount, currency, closeOn, families, appeals, decision, capturedAt } = request;
  if (!decision) return null;
  return (
    <div className={classes['sides']}>
      <section className={classes['side']} aria-label={t('sides.sent')}>
        <h3 className={classes['sideTitle']}>{t('sides.sent')}</h3>
        <p className={classes['quiet']}>{formats.instant(capturedAt)}</p>
        <p className={classes['text']}>{description}</p>
        <p className={classes['text']}>
          {t('sides.figures', { amount: formats.amount(amount, currency), day: formats.day(closeOn) })}
        </p>
        {families.length > 0 && <p className={classes['text']}>{formats.list(families.map(familyName))}</p>}
        {appeals.map(({ at, text }) => (
          <div key={at} className={classes['appeal']}>
            <p className={classes['quiet']}>{t('sides.appealed', { when: formats.instant(at) })}</p>
            <p className={classes['text']}>{text}</p>
          </div>
        ))}
      </section>
      <section className={classes['side']} data-tone="bad" aria-label={t('sides.said')}>
        <h3 className={classes['sideTitle']}>{t('sides.said')}</h3>
        <p className={classes['quiet']}>
          {t('sides.by', { name: decision.by, when: formats.instant(decision.at) })}
        </p>
        <p className={classes['reason']}>{t(`refusal.${decision.refusal ?? 'other'}`)}</p>
        <p className={classes['text']}>{decision.comment === '' ? t('sides.noComment') : decision.comment}</p>
      </section>
    </div>
  );
}
