import { useTranslation } from 'react-i18next';
import type { Contract, ContractLine } from '#shared/domain/pricing/contract';
import { yearly } from '#shared/domain/quote/contract-what-if';
import { Amount } from '../../ui/amount';
import { useFormats } from '../../ui/formats';
import { PlainTable, type PlainColumn } from '../../ui/plain-table';
import { Section } from '../../ui/section';
import classes from './contracts.module.css';

/** What runs under the contract, at the prices agreed then. What the partner pays is not there while the customer is looking (QUO-5). */
export function ContractLines({
  contract,
  customerView,
}: {
  readonly contract: Contract;
  readonly customerView: boolean;
}) {
  const { t } = useTranslation('contracts');
  const formats = useFormats();
  const { currency, lines } = contract;
  const internal: PlainColumn<ContractLine>[] = customerView
    ? []
    : [
        {
          key: 'buy',
          title: t('buyUnit', { currency }),
          width: '104px',
          align: 'right',
          render: ({ buyUnit }) => <span className="tabular">{formats.unitPrice(buyUnit)}</span>,
        },
      ];
  return (
    <Section title={t('lines')} count={lines.length}>
      <PlainTable
        label={t('lines')}
        rows={lines}
        rowKey={({ id }) => id}
        columns={[
          {
            key: 'product',
            title: t('product'),
            render: ({ description, sku }) => (
              <div className={classes['product']}>
                <span title={description}>{description}</span>
                <span className={classes['sku']}>{sku}</span>
              </div>
            ),
          },
          {
            key: 'quantity',
            title: t('quantity'),
            width: '70px',
            align: 'right',
            render: ({ quantity }) => formats.number(quantity),
          },
          {
            key: 'period',
            title: t('period'),
            width: '64px',
            render: ({ period }) => t(`per.${period}`),
          },
          ...internal,
          {
            key: 'unit',
            title: t('sellUnit', { currency }),
            width: '96px',
            align: 'right',
            render: ({ sellUnit }) => <span className="tabular">{formats.unitPrice(sellUnit)}</span>,
          },
          {
            key: 'yearly',
            title: t('perYear'),
            width: '108px',
            align: 'right',
            render: ({ sellUnit, quantity, period }) => (
              <Amount value={yearly(sellUnit, quantity, period, currency)} currency={currency} />
            ),
          },
          {
            key: 'ends',
            title: t('ends'),
            width: '112px',
            render: ({ endsOn }) => <span className="tabular">{formats.day(endsOn)}</span>,
          },
        ]}
      />
    </Section>
  );
}
