import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { DelegatedAuthority } from '#shared/domain/approval/delegated-authority';
import { useRecords } from '../../client/hooks';
import { useNames } from '../../records/use-names';
import { Amount } from '../../ui/amount';
import { PlainTable } from '../../ui/plain-table';
import { Section } from '../../ui/section';
import classes from './approvals.module.css';
import { AuthorityCards } from './authority-cards';

/** PR-62: what a person may let through alone, and which quotes have taken how much of it. */
export function AuthorityView({ authorities }: { readonly authorities: readonly DelegatedAuthority[] }) {
  const { t } = useTranslation('approvals');
  const quotes = useRecords('quote') ?? [];
  const accountName = useNames('account');
  const uses = authorities.flatMap(({ id, token, uses: of }) =>
    of.map((use) => ({
      key: `${id} ${use.quoteId}`,
      currency: token.budget.currency,
      quote: quotes.find((quote) => quote.id === use.quoteId),
      ...use,
    })),
  );
  return (
    <>
      <Section title={t('authority.title')}>
        <div className={classes['narrow']}>
          <AuthorityCards authorities={authorities} />
        </div>
      </Section>
      <Section title={t('authority.uses')} count={uses.length}>
        {uses.length === 0 ? (
          <p className={classes['text']}>{t('authority.noUses')}</p>
        ) : (
          <div className={classes['uses']}>
            <PlainTable
              label={t('tableOf', { title: t('authority.uses') })}
              rows={uses}
              rowKey={({ key }) => key}
              columns={[
                {
                  key: 'quote',
                  title: t('authority.quote'),
                  width: '160px',
                  render: ({ quote, quoteRevision: revision }) =>
                    quote ? (
                      <Link to={`/quotes/${quote.id}/approval`}>
                        {revision > 1
                          ? t('column.numberAndRevision', { number: quote.number, revision })
                          : quote.number}
                      </Link>
                    ) : (
                      t('authority.unknownQuote')
                    ),
                },
                {
                  key: 'customer',
                  title: t('column.customer'),
                  render: ({ quote }) => accountName(quote?.accountId ?? ''),
                },
                {
                  key: 'amount',
                  title: t('authority.amount'),
                  width: '140px',
                  align: 'right',
                  render: ({ amount, currency }) => <Amount value={amount} currency={currency} />,
                },
              ]}
            />
          </div>
        )}
      </Section>
    </>
  );
}
