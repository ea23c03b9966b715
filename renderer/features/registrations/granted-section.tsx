import { useTranslation } from 'react-i18next';
import type { RegistrationRequest } from '#shared/domain/deal/registration-request';
import { useRecord } from '../../client/hooks';
import { daysBetween } from './days-between';
import { useFamilyNames } from '../../records/use-families';
import { useToday } from '../../records/use-today';
import { useFormats } from '../../ui/formats';
import { Section } from '../../ui/section';
import classes from './registrations.module.css';
import { Extension } from './extension';

/** OPP-4: what the vendor granted: how long the deal is protected, and what comes off in quotes for this customer (PR-20). */
export function GrantedSection({ request }: { readonly request: RegistrationRequest }) {
  const { t } = useTranslation('registrations');
  const formats = useFormats();
  const familyName = useFamilyNames();
  const granted = useRecord('dealRegistration', request.registrationId);
  const today = useToday();
  const comment = request.decision?.comment ?? '';
  const left = granted ? daysBetween(today, granted.validUntil) : 0;
  const daysLeft = left > 0 ? t('granted.daysLeft', { count: left }) : t('granted.expired');
  if (granted === undefined) return null;
  return (
    <Section title={t('granted.title')}>
      {granted ? (
        <dl className={classes['facts']}>
          <div>
            <dt>{t('granted.number')}</dt>
            <dd>{granted.number}</dd>
          </div>
          <div>
            <dt>{t('granted.until')}</dt>
            <dd>
              {formats.day(granted.validUntil)}
              <p className={classes['quiet']}>{daysLeft}</p>
            </dd>
          </div>
          <div>
            <dt>{t('granted.discount')}</dt>
            <dd>
              {granted.discounts
                .map(({ family, sku, percent }) =>
                  [formats.percent(percent), sku ?? (family === null ? '' : familyName(family))]
                    .filter(Boolean)
                    .join(' '),
                )
                .join(', ')}
            </dd>
          </div>
        </dl>
      ) : (
        <p className={classes['text']}>{t('granted.onItsWay')}</p>
      )}
      {comment !== '' && <p className={classes['text']}>{comment}</p>}
      {left > 0 && <p className={classes['quiet']}>{t('granted.use')}</p>}
      {granted && <Extension request={request} validUntil={granted.validUntil} />}
    </Section>
  );
}
