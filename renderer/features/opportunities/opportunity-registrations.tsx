import { Button } from '@mantine/core';
import { IconShieldCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useRecords } from '../../client/hooks';
import { RegistrationBadge } from '../../records/registration-badge';
import { useFormats } from '../../ui/formats';
import { PlainTable } from '../../ui/plain-table';
import { Section, SectionEmpty } from '../../ui/section';

/** OPP-4: what the vendor was asked to protect of this deal, and the way to ask. */
export function OpportunityRegistrations({ opportunityId }: { readonly opportunityId: string }) {
  const { t } = useTranslation('registrations');
  const formats = useFormats();
  const requests = useRecords('registrationRequest')
    ?.filter((request) => request.opportunityId === opportunityId)
    .toSorted((a, b) => b.capturedAt.localeCompare(a.capturedAt));
  if (!requests) return null;
  const underWay = requests.some(({ state }) => state !== 'withdrawn');
  return (
    <Section
      title={t('ofDeal')}
      count={requests.length}
      action={
        !underWay && (
          <Button
            component={Link}
            to={`/registrations?opportunity=${encodeURIComponent(opportunityId)}`}
            variant="subtle"
            leftSection={<IconShieldCheck size={14} aria-hidden />}
          >
            {t('registerThis')}
          </Button>
        )
      }
    >
      {requests.length === 0 ? (
        <SectionEmpty>{t('ofDealNone')}</SectionEmpty>
      ) : (
        <PlainTable
          label={t('ofDeal')}
          rows={requests}
          rowKey={({ id }) => id}
          columns={[
            {
              key: 'description',
              title: t('field.description'),
              render: ({ id, description }) => <Link to={`/registrations/${id}`}>{description}</Link>,
            },
            {
              key: 'state',
              title: t('state'),
              width: '160px',
              render: (request) => <RegistrationBadge request={request} />,
            },
            {
              key: 'captured',
              title: t('captured'),
              width: '170px',
              render: ({ capturedAt }) => formats.instant(capturedAt),
            },
          ]}
        />
      )}
    </Section>
  );
}
