import { Anchor } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { RegistrationRequest } from '#shared/domain/deal/registration-request';
import { useRecord } from '../../client/hooks';
import { useFamilyNames } from '../../records/use-families';
import { useNames } from '../../records/use-names';
import { FieldGroup, ReadOnlyRow } from '../../ui/field-row';
import { useFormats } from '../../ui/formats';

/** What the request is about, and when it was written and received. */
export function RegistrationFacts({ request }: { readonly request: RegistrationRequest }) {
  const { t } = useTranslation('registrations');
  const formats = useFormats();
  const accountName = useNames('account');
  const personName = useNames('person');
  const familyNames = useFamilyNames();
  const opportunity = useRecord('opportunity', request.opportunityId);
  const { accountId, amount, currency, closeOn, families, ownerId, capturedAt, receivedAt } = request;
  return (
    <FieldGroup title={t('details')}>
      <ReadOnlyRow label={t('field.accountId')}>
        <Anchor component={Link} to={`/accounts/${accountId}`}>
          {accountName(accountId) ?? t('unknown')}
        </Anchor>
      </ReadOnlyRow>
      <ReadOnlyRow label={t('field.opportunityId')}>
        {opportunity ? (
          <Anchor component={Link} to={`/opportunities/${opportunity.id}`}>
            {opportunity.name}
          </Anchor>
        ) : (
          t('none')
        )}
      </ReadOnlyRow>
      <ReadOnlyRow label={t('field.amount')}>{formats.amount(amount, currency)}</ReadOnlyRow>
      <ReadOnlyRow label={t('field.closeOn')}>{formats.day(closeOn)}</ReadOnlyRow>
      <ReadOnlyRow label={t('field.families')}>
        {families.length === 0 ? t('anyFamily') : formats.list(families.map(familyNames))}
      </ReadOnlyRow>
      <ReadOnlyRow label={t('owner')}>{personName(ownerId) ?? t('unknown')}</ReadOnlyRow>
      <ReadOnlyRow label={t('captured')}>{formats.instant(capturedAt)}</ReadOnlyRow>
      <ReadOnlyRow label={t('received')}>
        {receivedAt === null ? t('notReceived') : formats.instant(receivedAt)}
      </ReadOnlyRow>
    </FieldGroup>
  );
}
