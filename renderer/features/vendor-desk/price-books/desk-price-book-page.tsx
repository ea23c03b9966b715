import { Button } from '@mantine/core';
import { IconFileImport } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate, useParams } from 'react-router';
import { Crumb } from '../../../ui/crumb';
import { FieldGroup, ReadOnlyRow } from '../../../ui/field-row';
import { useFormats } from '../../../ui/formats';
import { Page } from '../../../ui/page';
import { PlainTable } from '../../../ui/plain-table';
import { Section, SectionEmpty } from '../../../ui/section';
import { DeskNotice, DeskRecord } from '../desk-record';
import type { Polled } from '../queries';
import { useDeskRecord } from '../use-desk-record';
import { VendorPeopleOnly } from '../vendor-people-only';
import { requestBook, type BookFile } from './desk-price-books-api';
import { DraftState } from './draft-state';
import { ImportPricesDialog } from './import-prices-dialog';

/** `/vendor-desk/price-books/:bookId`: versions, and price lists that wait. */
export function DeskPriceBookPage() {
  const { bookId = '' } = useParams();
  return (
    <VendorPeopleOnly>
      <OneBook key={bookId} bookId={bookId} />
    </VendorPeopleOnly>
  );
}

function OneBook({ bookId }: { readonly bookId: string }) {
  const { t } = useTranslation('vendor-admin');
  const polled = useDeskRecord(requestBook, bookId);
  return (
    <DeskRecord title={t('books.title')} polled={polled}>
      {(file) => <ReadBook file={file} polled={polled} />}
    </DeskRecord>
  );
}

interface ReadBookProps {
  readonly file: BookFile;
  readonly polled: Polled<BookFile>;
}

function ReadBook({ file: { book, versions, drafts }, polled }: ReadBookProps) {
  const { t } = useTranslation('vendor-admin');
  const formats = useFormats();
  const navigate = useNavigate();
  const [isImporting, setImporting] = useState(false);
  const addressOf = (draftId: string) => `/vendor-desk/price-books/${book.bookId}/drafts/${draftId}`;
  return (
    <Page
      title={
        <Crumb to="/vendor-desk/price-books" list={t('books.title')}>
          {book.name}
        </Crumb>
      }
      actions={
        drafts && (
          <Button leftSection={<IconFileImport size={15} aria-hidden />} onClick={() => setImporting(true)}>
            {t('books.import')}
          </Button>
        )
      }
      aside={
        <FieldGroup title={t('books.facts')}>
          <ReadOnlyRow label={t('books.version')}>{formats.number(book.version)}</ReadOnlyRow>
          <ReadOnlyRow label={t('books.currency')}>{book.currency}</ReadOnlyRow>
          <ReadOnlyRow label={t('books.rows')}>{formats.number(book.rows)}</ReadOnlyRow>
          <ReadOnlyRow label={t('books.published')}>{formats.instant(book.publishedAt)}</ReadOnlyRow>
          <ReadOnlyRow label={t('books.readers')}>
            {book.partnerIds.includes('*') ? t('books.everyPartner') : formats.number(book.partnerIds.length)}
          </ReadOnlyRow>
        </FieldGroup>
      }
    >
      <DeskNotice polled={polled} />
      {drafts && (
        <Section title={t('books.imported')} count={drafts.length}>
          {drafts.length === 0 ? (
            <SectionEmpty>{t('books.noDrafts')}</SectionEmpty>
          ) : (
            <PlainTable
              label={t('books.imported')}
              rows={drafts}
              rowKey={({ id }) => id}
              columns={[
                {
                  key: 'file',
                  title: t('books.file'),
                  render: ({ id, fileName }) => <Link to={addressOf(id)}>{fileName}</Link>,
                },
                {
                  key: 'rows',
                  title: t('books.rows'),
                  width: '110px',
                  align: 'right',
                  render: ({ rows }) => formats.number(rows),
                },
                {
                  key: 'by',
                  title: t('books.by'),
                  width: '220px',
                  render: ({ createdBy, createdAt }) => `${createdBy}, ${formats.ago(createdAt)}`,
                },
                {
                  key: 'state',
                  title: t('books.state'),
                  width: '260px',
                  render: (draft) => <DraftState draft={draft} />,
                },
              ]}
            />
          )}
        </Section>
      )}
      <Section title={t('books.versions')} count={versions.length}>
        <PlainTable
          label={t('books.versions')}
          rows={versions}
          rowKey={({ version }) => String(version)}
          columns={[
            {
              key: 'version',
              title: t('books.version'),
              width: '90px',
              align: 'right',
              render: ({ version }) => formats.number(version),
            },
            {
              key: 'published',
              title: t('books.published'),
              width: '200px',
              render: ({ publishedAt }) => formats.instant(publishedAt),
            },
            { key: 'note', title: t('books.note'), render: ({ note }) => note || '\u2014' },
            {
              key: 'rows',
              title: t('books.rows'),
              width: '120px',
              align: 'right',
              render: ({ rows }) => formats.number(rows),
            },
          ]}
        />
      </Section>
      {isImporting && (
        <ImportPricesDialog
          bookId={book.bookId}
          onClose={() => setImporting(false)}
          onImported={({ id }) => void navigate(addressOf(id))}
        />
      )}
    </Page>
  );
}
