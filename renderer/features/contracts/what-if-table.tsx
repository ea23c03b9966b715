import { TextInput } from '@mantine/core';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Contract } from '#shared/domain/pricing/contract';
import { sumDecimals } from '#shared/domain/money/sum-decimals';
import type { ContractWhatIf } from '#shared/domain/quote/contract-what-if';
import { Amount } from '../../ui/amount';
import { useFormats } from '../../ui/formats';
import { PlainTable } from '../../ui/plain-table';
import classes from './contracts.module.css';
import type { WhatIfAnswer } from './use-what-if';
import { whatIfFigures } from './what-if-figures';

interface WhatIfTableProps {
  readonly contract: Contract;
  readonly whatIf: ContractWhatIf;
  readonly answer: WhatIfAnswer | null;
  readonly onQuantity: (lineId: string, quantity: string) => void;
}

/** Line by line: units wanted, the price before and after, and what is charged or given back for the time that is left. */
export function WhatIfTable({ contract, whatIf, answer, onQuantity }: WhatIfTableProps) {
  const { t } = useTranslation('contracts');
  const formats = useFormats();
  const rows = useMemo(() => whatIfFigures(contract, whatIf, answer), [contract, whatIf, answer]);
  return (
    <PlainTable
      label={t('lines')}
      rows={rows}
      rowKey={({ line }) => line.id}
      columns={[
        {
          key: 'product',
          title: t('product'),
          render: ({ line: { description, sku } }) => (
            <div className={classes['product']}>
              <span title={description}>{description}</span>
              <span className={classes['sku']}>{sku}</span>
            </div>
          ),
        },
        {
          key: 'has',
          title: t('whatIf.has'),
          width: '56px',
          align: 'right',
          render: ({ line }) => formats.number(line.quantity),
        },
        {
          key: 'wanted',
          title: t('whatIf.wanted'),
          width: '84px',
          align: 'right',
          render: ({ line, wanted, valid }) => (
            <TextInput
              size="xs"
              inputMode="decimal"
              aria-label={t('whatIf.wantedOf', { product: line.description })}
              value={wanted}
              error={!valid}
              onChange={(event) => onQuantity(line.id, event.currentTarget.value.trim().replace(',', '.'))}
            />
          ),
        },
        {
          key: 'old',
          title: t('whatIf.oldUnit'),
          width: '88px',
          align: 'right',
          render: ({ line }) => <span className="tabular">{formats.unitPrice(line.sellUnit)}</span>,
        },
        {
          key: 'new',
          title: t('whatIf.newUnit'),
          width: '88px',
          align: 'right',
          render: ({ amounts, problem, line }) =>
            problem ? (
              <span className={classes['problem']}>{t('whatIf.noPrice')}</span>
            ) : (
              <span className="tabular">
                {[
                  ...new Set(
                    amounts.length === 0 ? [line.sellUnit] : amounts.map(({ sellUnit }) => sellUnit),
                  ),
                ]
                  .map((unit) => formats.unitPrice(unit))
                  .join(' / ')}
              </span>
            ),
        },
        {
          key: 'amount',
          title: t('whatIf.amount'),
          width: '100px',
          align: 'right',
          render: ({ amounts }) => <Amount value={sumDecimals(amounts.map(({ sellLine }) => sellLine))} />,
        },
        {
          key: 'after',
          title: t('whatIf.yearAfter'),
          width: '100px',
          align: 'right',
          render: ({ after }) => (after === null ? '\u2014' : <Amount value={after} />),
        },
      ]}
    />
  );
}
