import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Quote } from '#shared/domain/quote/quote';
import { useRecordStates } from '../../client/hooks';
import { QuoteStateBadge } from '../../records/quote-state-badge';
import { stateShown } from '../../records/state-shown';
import { useToday } from '../../records/use-today';
import { useNames } from '../../records/use-names';
import { PlainTable } from '../../ui/plain-table';
import { Section, SectionEmpty } from '../../ui/section';
import { SyncMark } from '../../ui/sync-mark';
import classes from './today.module.css';

const shown = 6;

interface QuoteSectionProps {
  readonly title: string;
  readonly empty: string;
  readonly quotes: readonly Quote[];
  readonly when: (quote: Quote) => string;
  readonly whenTitle: string;
}

/** The first few quotes of a kind, each one click from its editor. */
export function QuoteSection({ title, empty, quotes, when, whenTitle }: QuoteSectionProps) {
  const { t } = useTranslation('today');
  const nameOf = useNames('account');
  const states = useRecordStates('quote');
  const today = useToday();
  return (
    <Section
      title={title}
      count={quotes.length}
      action={
        quotes.length > shown && (
          <Link className={classes['all']} to="/quotes">
            {t('all')}
          </Link>
        )
      }
    >
      {quotes.length === 0 ? (
        <SectionEmpty>{empty}</SectionEmpty>
      ) : (
        <PlainTable
          label={title}
          rows={quotes.slice(0, shown)}
          rowKey={({ id }) => id}
          columns={[
            {
              key: 'number',
              title: t('column.quote'),
              width: '118px',
              render: ({ id, number }) => <Link to={`/quotes/${id}`}>{number}</Link>,
            },
            { key: 'title', title: t('column.title'), render: (quote) => quote.title },
            {
              key: 'account',
              title: t('column.account'),
              render: ({ accountId }) => accountId && nameOf(accountId),
            },
            {
              key: 'state',
              title: t('column.state'),
              width: '140px',
              render: (quote) => {
                const mark = states.get(quote.id);
                return (
                  <span className={classes['state']}>
                    <QuoteStateBadge state={stateShown(quote, today)} />
                    {mark && <SyncMark state={mark} compact />}
                  </span>
                );
              },
            },
            { key: 'when', title: whenTitle, width: '108px', align: 'right', render: when },
          ]}
        />
      )}
    </Section>
  );
}
