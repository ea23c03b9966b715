import { IconBook2 } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { DataTable, type Column } from '../../../ui/data-table';
import { EmptyState } from '../../../ui/empty-state';
import { useFormats } from '../../../ui/formats';
import { textColumn } from '../desk-columns';
import { DeskPage } from '../desk-page';
import { usePolled } from '../queries';
import { VendorPeopleOnly } from '../vendor-people-only';
import { requestBooks, type DeskBook } from './desk-price-books-api';

/** `/vendor-desk/price-books`: every book in its newest version. */
export const DeskPriceBooksPage = () => (
  <VendorPeopleOnly>
    <DeskPriceBooks />
  </VendorPeopleOnly>
);

const read = (signal?: AbortSignal) => requestBooks((path, init) => fetch(path, init), signal);

function DeskPriceBooks() {
  const { t } = useTranslation('vendor-admin');
  const formats = useFormats();
  const navigate = useNavigate();
  const polled = usePolled(read);
  const columns: readonly Column<DeskBook>[] = [
    textColumn('name', t('books.name'), 'minmax(200px, 2fr)', ({ name }) => name),
    {
      key: 'version',
      title: t('books.version'),
      width: 100,
      align: 'right',
      render: ({ version }) => formats.number(version),
      sortValue: ({ version }) => version,
    },
    { key: 'currency', title: t('books.currency'), width: 100, render: ({ currency }) => currency },
    {
      key: 'tier',
      title: t('partners.tierTitle'),
      width: 130,
      render: ({ tier }) => (tier === null ? t('books.everyTier') : t(`partners.tier.${tier}`)),
    },
    {
      key: 'rows',
      title: t('books.rows'),
      width: 120,
      align: 'right',
      render: ({ rows }) => formats.number(rows),
      sortValue: ({ rows }) => rows,
    },
    {
      key: 'readers',
      title: t('books.readers'),
      width: 140,
      align: 'right',
      render: ({ partnerIds }) =>
        partnerIds.includes('*') ? t('books.everyPartner') : formats.number(partnerIds.length),
    },
    {
      key: 'published',
      title: t('books.published'),
      width: 160,
      align: 'right',
      render: ({ publishedAt }) => formats.ago(publishedAt),
      sortValue: ({ publishedAt }) => publishedAt,
    },
  ];
  return (
    <DeskPage
      polled={polled}
      waiting={polled.value && t('books.count', { count: polled.value.length })}
      loading={t('loading')}
    >
      {(books) => (
        <DataTable
          label={t('books.title')}
          columns={columns}
          rows={books}
          rowKey={({ bookId }) => bookId}
          onOpen={({ bookId }) => void navigate(`/vendor-desk/price-books/${bookId}`)}
          emptyState={
            <EmptyState icon={IconBook2} title={t('books.empty.title')} text={t('books.empty.text')} />
          }
        />
      )}
    </DeskPage>
  );
}
