import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useClient } from '../../client/client-context';
import { useRecords } from '../../client/hooks';
import { waitingApprovals } from '../../records/approval/waiting-approvals';
import { useNames } from '../../records/use-names';
import { Amount } from '../../ui/amount';
import { useFormats } from '../../ui/formats';
import { PlainTable } from '../../ui/plain-table';
import { Section, SectionEmpty } from '../../ui/section';

/** QUO-3: requests that wait for this manager's word, the most money first. */
export function ApprovalsSection() {
  const { t } = useTranslation('team');
  const formats = useFormats();
  const { session } = useClient();
  const waiting = waitingApprovals(useRecords('approval') ?? [], session);
  const accountName = useNames('account');
  const personName = useNames('person');
  return (
    <Section title={t('approvals')} count={waiting.length}>
      {waiting.length === 0 ? (
        <SectionEmpty>{t('noApprovals')}</SectionEmpty>
      ) : (
        <PlainTable
          label={t('approvals')}
          rows={waiting}
          rowKey={({ id }) => id}
          columns={[
            {
              key: 'number',
              title: t('quote'),
              width: '130px',
              render: ({ id, quoteNumber }) => <Link to={`/approvals/${id}`}>{quoteNumber}</Link>,
            },
            { key: 'account', title: t('customer'), render: ({ accountId }) => accountName(accountId ?? '') },
            { key: 'owner', title: t('askedBy'), render: ({ ownerId }) => personName(ownerId) },
            {
              key: 'amount',
              title: t('amount'),
              width: '160px',
              align: 'right',
              render: ({ figures, currency }) => <Amount value={figures.sell} currency={currency} />,
            },
            {
              key: 'since',
              title: t('since'),
              width: '130px',
              align: 'right',
              render: ({ requestedAt }) => formats.ago(requestedAt),
            },
          ]}
        />
      )}
    </Section>
  );
}
