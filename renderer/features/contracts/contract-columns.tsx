import { Text } from '@mantine/core';
import type { TFunction } from 'i18next';
import type { Contract } from '#shared/domain/pricing/contract';
import { Amount } from '../../ui/amount';
import type { Column } from '../../ui/data-table';
import type { Formats } from '../../ui/format-values';
import { sortableDecimal } from '../../ui/sortable-decimal';
import { stateOf, yearlyValue } from './contract-state';
import { ContractStateBadge } from './contract-state-badge';

interface ColumnContext {
  readonly t: TFunction<'contracts'>;
  readonly formats: Formats;
  readonly today: string;
  readonly accountName: (id: string) => string | undefined;
}

export function contractColumns(context: ColumnContext): readonly Column<Contract>[] {
  const { t, formats, today, accountName } = context;
  return [
    {
      key: 'number',
      title: t('number'),
      width: 'minmax(112px, 1fr)',
      render: ({ number }) => (
        <Text span fw={500}>
          {number}
        </Text>
      ),
      sortValue: ({ number }) => number,
    },
    {
      key: 'customer',
      title: t('customer'),
      width: 'minmax(170px, 2fr)',
      render: ({ accountId }) => (
        <span title={accountName(accountId)}>{accountName(accountId) ?? t('unknownAccount')}</span>
      ),
      sortValue: ({ accountId }) => accountName(accountId) ?? null,
    },
    {
      key: 'lines',
      title: t('products'),
      width: 'minmax(180px, 2fr)',
      render: ({ lines }) => {
        const names = lines.map(({ description }) => description).join(', ');
        return <span title={names}>{names}</span>;
      },
    },
    {
      key: 'yearly',
      title: t('perYear'),
      width: 140,
      align: 'right',
      render: (contract) => <Amount value={yearlyValue(contract)} currency={contract.currency} />,
      sortValue: (contract) => sortableDecimal(yearlyValue(contract)),
    },
    {
      key: 'ends',
      title: t('ends'),
      width: 130,
      render: ({ endsOn }) => <span className="tabular">{formats.day(endsOn)}</span>,
      sortValue: ({ endsOn }) => endsOn,
    },
    {
      key: 'state',
      title: t('stateTitle'),
      width: 150,
      render: (contract) => <ContractStateBadge state={stateOf(contract, today)} />,
      sortValue: (contract) => stateOf(contract, today),
    },
  ];
}
