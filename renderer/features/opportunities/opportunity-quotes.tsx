import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { QuoteTable } from '../../records/quote-table';
import { Section, SectionEmpty } from '../../ui/section';
import type { OpportunityFile } from './queries';

/** The quotes made for this deal, and a new one with customer and deal filled in. */
export function OpportunityQuotes({ file: { opportunity, quotes } }: { readonly file: OpportunityFile }) {
  const { t } = useTranslation('opportunities');
  const address = new URLSearchParams({
    account: opportunity.accountId,
    opportunity: opportunity.id,
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
        <QuoteTable label={t('quotes')} rows={quotes} />
      )}
    </Section>
  );
}
