import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { PriceBookHeader } from '#shared/domain/pricing/price-book';
import type { Quote } from '#shared/domain/quote/quote';
import { newPricesPath } from '../../records/price-drift-notice';
import { useNames } from '../../records/use-names';
import { useFormats } from '../../ui/formats';
import { PlainTable } from '../../ui/plain-table';
import { Section } from '../../ui/section';
import classes from './today.module.css';

const shown = 6;

interface NewPricesSectionProps {
  readonly drafts: readonly Quote[];
  readonly newer: ReadonlyMap<string, PriceBookHeader>;
}

/** PR-32: drafts whose price book has a newer version that somebody has to decide about. Nothing while there are none. */
export function NewPricesSection({ drafts, newer }: NewPricesSectionProps) {
  const { t } = useTranslation(['price-drift', 'today']);
  const formats = useFormats();
  const nameOf = useNames('account');
  const affected = drafts.filter(({ id }) => {
    const header = newer.get(id);
    return header && header.policy.onNewVersion !== 'keep';
  });
  if (affected.length === 0) return null;
  return (
    <Section
      title={t('price-drift:today.title')}
      count={affected.length}
      action={
        affected.length > shown && (
          <Link className={classes['all']} to="/quotes">
            {t('price-drift:today.all')}
          </Link>
        )
      }
    >
      <PlainTable
        label={t('price-drift:today.title')}
        rows={affected.slice(0, shown)}
        rowKey={({ id }) => id}
        columns={[
          {
            key: 'number',
            title: t('today:column.quote'),
            width: '118px',
            render: ({ id, number }) => <Link to={newPricesPath(id)}>{number}</Link>,
          },
          { key: 'title', title: t('today:column.title'), render: ({ title }) => title },
          {
            key: 'account',
            title: t('today:column.account'),
            render: ({ accountId }) => accountId && nameOf(accountId),
          },
          {
            key: 'version',
            title: t('price-drift:today.column'),
            width: '108px',
            align: 'right',
            render: ({ id, priceBook }) =>
              t('price-drift:today.versions', {
                current: formats.number(priceBook.version),
                version: formats.number(newer.get(id)?.version ?? priceBook.version),
              }),
          },
        ]}
      />
    </Section>
  );
}
