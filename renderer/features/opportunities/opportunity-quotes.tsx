import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { QuoteStateBadge } from '../../records/quote-state-badge';
import { useFormats } from '../../ui/formats';
import { PlainTable } from '../../ui/plain-table';
import { Section, SectionEmpty } from '../../ui/section';
import type { OpportunityFile } from './queries';

/** The quotes made for this deal, and a new one with customer and deal filled in. */
export function OpportunityQuotes({ file: { opportunity, quotes } }: { readonly file: OpportunityFile }) {
  const { t } = useTranslation(['opportunities', 'orders', 'records']);
  const formats = useFormats();
  const address = new URLSearchParams({
    accountId: opportunity.accountId,
    opportunityId: opportunity.id,
  }).toString();
  return (
    <Section
      title={t('quotes')}
      count={quotes.length}
      action={
        <Button
          component={Link}
          to={`/quotes/new?${address}`}
          variant="subtle"
          leftSection={<IconPlus size={14} aria-hidden />}
        >
          {t('newQuote')}
        </Button>
      }
    >
      {quotes.length === 0 ? (
        <SectionEmpty>{t('noQuotes')}</SectionEmpty>
      ) : (
        <PlainTable
          label={t('quotes')}
          rows={quotes}
          rowKey={({ id }) => id}
          columns={[
            {
              key: 'number',
              title: t('orders:quote'),
              render: ({ id, number, title }) => (
                <Link to={`/quotes/${id}`}>{title === '' ? number : `${number} · ${title}`}</Link>
              ),
            },
            {
              key: 'revision',
              title: t('records:revision'),
              width: '90px',
              align: 'right',
              render: ({ revision }) => formats.number(revision),
            },
            {
              key: 'state',
              title: t('orders:state'),
              width: '150px',
              render: ({ state }) => <QuoteStateBadge state={state} />,
            },
            {
              key: 'expires',
              title: t('records:validUntil'),
              width: '140px',
              render: ({ expiresOn }) => formats.day(expiresOn),
            },
          ]}
        />
      )}
    </Section>
  );
}
