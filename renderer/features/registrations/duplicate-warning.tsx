import { Alert, Anchor } from '@mantine/core';
import { IconAlertTriangle, IconInfoCircle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Account } from '#shared/domain/deal/account';
import { useNames } from '../../records/use-names';
import { useFormats } from '../../ui/formats';
import { useDuplicates } from './use-duplicates';

/** OPP-5: what a rep should know of a customer before registering a deal with it: never who else did. */
export function DuplicateWarning({ account }: { readonly account: Account | undefined }) {
  const { t } = useTranslation('registrations');
  const formats = useFormats();
  const accountName = useNames('account');
  const { elsewhere, own } = useDuplicates(account);
  return (
    <div aria-live="polite">
      {elsewhere && (
        <Alert
          mb="xs"
          color="yellow"
          icon={<IconAlertTriangle aria-hidden />}
          title={t('duplicate.elsewhere')}
        >
          {t('duplicate.elsewhereText')}
        </Alert>
      )}
      {own.length > 0 && (
        <Alert
          color="blue"
          icon={<IconInfoCircle aria-hidden />}
          title={t('duplicate.own', { count: own.length })}
        >
          {own.slice(0, 5).map((request) => (
            <div key={request.id}>
              <Anchor component={Link} to={`/registrations/${request.id}`}>
                {accountName(request.accountId) ?? t('unknown')}
                {', '}
                {formats.amount(request.amount, request.currency)}
                {', '}
                {formats.instant(request.capturedAt)}
              </Anchor>
            </div>
          ))}
        </Alert>
      )}
    </div>
  );
}
