import { Anchor } from '@mantine/core';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useRecords } from '../../client/hooks';
import { useFormats } from '../../ui/formats';
import { PlainTable } from '../../ui/plain-table';
import { Section, SectionEmpty } from '../../ui/section';
import { AssetTable } from './asset-table';

/** ORD-2: what a customer has: contracts that run or ran, the soonest to end first, and what it owns. */
export function AccountAssets({ accountId }: { readonly accountId: string }) {
  const { t } = useTranslation('contracts');
  const formats = useFormats();
  const allContracts = useRecords('contract');
  const allAssets = useRecords('asset');
  const contracts = useMemo(
    () =>
      (allContracts ?? [])
        .filter((contract) => contract.accountId === accountId)
        .toSorted((a, b) => a.endsOn.localeCompare(b.endsOn)),
    [allContracts, accountId],
  );
  const assets = useMemo(
    () =>
      (allAssets ?? [])
        .filter((asset) => asset.accountId === accountId)
        .toSorted((a, b) => b.startsOn.localeCompare(a.startsOn) || a.sku.localeCompare(b.sku)),
    [allAssets, accountId],
  );
  return (
    <>
      <Section title={t('title')} count={contracts.length}>
        {contracts.length === 0 ? (
          <SectionEmpty>{t('noContracts')}</SectionEmpty>
        ) : (
          <PlainTable
            label={t('title')}
            rows={contracts}
            rowKey={({ id }) => id}
            columns={[
              {
                key: 'number',
                title: t('number'),
                width: '130px',
                render: ({ id, number }) => (
                  <Anchor component={Link} to={`/contracts/${id}`}>
                    {number}
                  </Anchor>
                ),
              },
              {
                key: 'products',
                title: t('products'),
                render: ({ lines }) => {
                  const names = lines.map(({ description }) => description).join(', ');
                  return <span title={names}>{names}</span>;
                },
              },
              {
                key: 'ends',
                title: t('ends'),
                width: '120px',
                render: ({ endsOn }) => <span className="tabular">{formats.day(endsOn)}</span>,
              },
            ]}
          />
        )}
      </Section>
      <Section title={t('assets')} count={assets.length}>
        {assets.length === 0 ? <SectionEmpty>{t('noAssets')}</SectionEmpty> : <AssetTable assets={assets} />}
      </Section>
    </>
  );
}
