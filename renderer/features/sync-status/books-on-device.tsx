import { useTranslation } from 'react-i18next';
import { useBooks } from '../../client/hooks';
import { useFormats } from '../../ui/formats';
import { PlainTable } from '../../ui/plain-table';
import { Section, SectionEmpty } from '../../ui/section';

/** The price books that work with no network, and how fresh they are. */
export function BooksOnDevice() {
  const { t } = useTranslation('sync');
  const formats = useFormats();
  const books = useBooks();
  return (
    <Section title={t('books.title')} count={books?.length ?? 0}>
      {books?.length === 0 && <SectionEmpty>{t('books.empty')}</SectionEmpty>}
      {books && books.length > 0 && (
        <PlainTable
          label={t('books.title')}
          rows={books}
          rowKey={({ bookId }) => bookId}
          columns={[
            { key: 'name', title: t('books.name'), render: ({ name }) => name },
            {
              key: 'currency',
              title: t('books.currency'),
              width: '100px',
              render: ({ currency }) => currency,
            },
            { key: 'version', title: t('books.version'), width: '100px', render: ({ version }) => version },
            {
              key: 'published',
              title: t('books.published'),
              width: '200px',
              render: ({ publishedAt }) => formats.instant(publishedAt),
            },
            {
              key: 'until',
              title: t('books.until'),
              width: '160px',
              render: ({ validUntil }) => (validUntil === null ? t('books.open') : formats.day(validUntil)),
            },
          ]}
        />
      )}
    </Section>
  );
}
