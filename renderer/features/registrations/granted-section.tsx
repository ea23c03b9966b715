import { useTranslation } from 'react-i18next';
import type { RegistrationRequest } from '#shared/domain/deal/registration-request';
import { useRecord } from '../../client/hooks';
import { useFormats } from '../../ui/formats';
import { Section } from '../../ui/section';
import classes from './registrations.module.css';
import { useFamilyNames } from './use-families';

/** OPP-4: what the vendor granted: how long the deal is protected, and what comes off in quotes for this customer (PR-20). */
export function GrantedSection({ request }: { readonly request: RegistrationRequest }) {
  const { t } = useTranslation('registrations');
  const formats = useFormats();
  const familyName = useFamilyNames();
  const granted = useRecord('dealRegistration', request.registrationId);
  const comment = request.decision?.comment ?? '';
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
            <dd>{formats.day(granted.validUntil)}</dd>
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
      <p className={classes['quiet']}>{t('granted.use')}</p>
    </Section>
  );
}
