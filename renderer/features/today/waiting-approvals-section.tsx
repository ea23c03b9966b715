import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useClient } from '../../client/client-context';
import { useRecords } from '../../client/hooks';
import { waitingApprovals } from '../../records/approval/waiting-approvals';
import { useNames } from '../../records/use-names';
import { Amount } from '../../ui/amount';
import { useFormats } from '../../ui/formats';
import { PlainTable } from '../../ui/plain-table';
import { Section } from '../../ui/section';
import classes from './today.module.css';

const shown = 6;

/** QUO-3: requests that wait for this manager's word, the most money first. Nothing while none waits. */
export function WaitingApprovalsSection() {
  const { t } = useTranslation('today');
  const formats = useFormats();
  const { session } = useClient();
  const waiting = waitingApprovals(useRecords('approval') ?? [], session);
  const accountName = useNames('account');
  const personName = useNames('person');
  if (waiting.length === 0) return null;
  return (
    <Section
      title={t('approvals.title')}
      count={waiting.length}
      action={
        waiting.length > shown && (
          <Link className={classes['all']} to="/approvals">
            {t('all')}
          </Link>
        )
      }
    >
      <PlainTable
        label={t('approvals.title')}
        rows={waiting.slice(0, shown)}
        rowKey={({ id }) => id}
        columns={[
          {
            key: 'number',
            title: t('column.quote'),
            width: '118px',
            render: ({ id, quoteNumber }) => <Link to={`/approvals/${id}`}>{quoteNumber}</Link>,
          },
          {
            key: 'account',
            title: t('column.account'),
            render: ({ accountId }) => accountName(accountId ?? ''),
          },
          { key: 'owner', title: t('approvals.owner'), render: ({ ownerId }) => personName(ownerId) },
          {
            key: 'amount',
            title: t('column.amount'),
            width: '150px',
            align: 'right',
            render: ({ figures, currency }) => <Amount value={figures.sell} currency={currency} />,
          },
          {
            key: 'when',
            title: t('approvals.column'),
            width: '120px',
            align: 'right',
            render: ({ requestedAt }) => formats.ago(requestedAt),
          },
        ]}
      />
    </Section>
  );
}
