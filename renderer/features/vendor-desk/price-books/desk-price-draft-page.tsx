import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { ok } from '#shared/lib/result';
import type { PriceChanges, PriceDraft } from '#shared/protocol/vendor-price-book';
import { Amount } from '../../../ui/amount';
import { Crumb } from '../../../ui/crumb';
import { DataTable, type Column } from '../../../ui/data-table';
import { ErrorNotice } from '../../../ui/error-notice';
import { useFormats } from '../../../ui/formats';
import { ListCount } from '../../../ui/list-count';
import { Page } from '../../../ui/page';
import { sortableDecimal } from '../../../ui/sortable-decimal';
import { AdminOnly } from '../admin-only';
import { DeskNotice, DeskRecord } from '../desk-record';
import type { Fetch } from '../desk-request';
import { usePolled, type Polled } from '../queries';
import classes from '../vendor-desk.module.css';
import { requestBook, requestChanges, type DeskBook } from './desk-price-books-api';
import { DraftState } from './draft-state';
import { PublishDraft } from './publish-draft';

interface DraftFile {
  readonly book: DeskBook;
  readonly draft: PriceDraft;
  readonly changes: PriceChanges;
}
type ChangedPrice = PriceChanges['rows'][number];

/** `/vendor-desk/price-books/:bookId/drafts/:draftId`: what a price list changes, and when it counts. */
export function DeskPriceDraftPage() {
  const { bookId = '', draftId = '' } = useParams();
  const { t } = useTranslation('vendor-admin');
  return (
    <AdminOnly title={t('books.title')}>
      <OneDraft key={draftId} bookId={bookId} draftId={draftId} />
    </AdminOnly>
  );
}

function OneDraft({ bookId, draftId }: { readonly bookId: string; readonly draftId: string }) {
  const { t } = useTranslation('vendor-admin');
  const read = useCallback(
    async (signal?: AbortSignal) => {
      const asks: Fetch = (path, init) => fetch(path, init);
      const [book, changes] = await Promise.all([
        requestBook(asks, bookId, signal),
        requestChanges(asks, bookId, draftId, signal),
      ]);
      if (!book.ok) return book;
      if (!changes.ok) return changes;
      const draft = book.value.drafts?.find(({ id }) => id === draftId);
      if (!draft) return { ok: false, error: { type: 'refused', why: 'not-found' } } as const;
      return ok<DraftFile>({ book: book.value.book, draft, changes: changes.value });
    },
    [bookId, draftId],
  );
  const polled = usePolled(read);
  return (
    <DeskRecord title={t('books.title')} polled={polled}>
      {(file) => <ReadDraft file={file} polled={polled} />}
    </DeskRecord>
  );
}

interface ReadDraftProps {
  readonly file: DraftFile;
  readonly polled: Polled<DraftFile>;
}

function ReadDraft({ file: { book, draft, changes }, polled }: ReadDraftProps) {
  const { t } = useTranslation('vendor-admin');
  const formats = useFormats();
  const waits = draft.state === 'draft' || draft.state === 'scheduled';
  const columns: readonly Column<ChangedPrice>[] = [
    {
      key: 'kind',
      title: t('books.change'),
      width: 88,
      render: ({ kind }) => t(`books.kind.${kind}`),
      sortValue: ({ kind }) => kind,
    },
    { key: 'sku', title: t('books.sku'), width: 172, render: ({ sku }) => sku, sortValue: ({ sku }) => sku },
    {
      key: 'name',
      title: t('books.product'),
      width: 'minmax(110px, 1.6fr)',
      render: ({ name, hasOtherPrices }) => (
        <span title={hasOtherPrices ? t('books.otherPrices') : name}>
          {name}
          {hasOtherPrices && ' *'}
        </span>
      ),
    },
    {
      key: 'from',
      title: t('books.from'),
      width: 100,
      align: 'right',
      render: ({ from }) =>
        from === null ? '\u2014' : <Amount value={from} unit currency={changes.currency} />,
      sortValue: ({ from }) => from && sortableDecimal(from),
    },
    {
      key: 'to',
      title: t('books.to'),
      width: 100,
      align: 'right',
      render: ({ to }) => (to === null ? '\u2014' : <Amount value={to} unit currency={changes.currency} />),
      sortValue: ({ to }) => to && sortableDecimal(to),
    },
    {
      key: 'difference',
      title: t('books.difference'),
      width: 100,
      align: 'right',
      render: ({ difference }) =>
        difference === null ? '\u2014' : <Amount value={difference} unit currency={changes.currency} />,
      sortValue: ({ difference }) => difference && sortableDecimal(difference),
    },
    {
      key: 'percent',
      title: t('books.percent'),
      width: 76,
      align: 'right',
      render: ({ percent }) => (percent === null ? '\u2014' : formats.percent(percent)),
      sortValue: ({ percent }) => percent && sortableDecimal(percent),
    },
  ];
  const { added, removed, changed, unchanged } = changes;
  return (
    <Page
      title={
        <Crumb to={`/vendor-desk/price-books/${book.bookId}`} list={book.name}>
          {draft.fileName}
        </Crumb>
      }
      actions={<DraftState draft={draft} />}
      toolbar={
        <ListCount>
          {[
            t('books.changedCount', { count: changed }),
            t('books.addedCount', { count: added }),
            t('books.removedCount', { count: removed }),
            t('books.unchangedCount', { count: unchanged }),
            t('books.against', { version: changes.version }),
          ].join(' · ')}
        </ListCount>
      }
      aside={<PublishDraft draft={draft} waits={waits} removed={removed} refresh={polled.refresh} />}
    >
      <div className={classes['desk']}>
        <DeskNotice polled={polled} />
        {draft.problem !== null && (
          <div className={classes['notice']}>
            <ErrorNotice title={t('books.notPublished')} what={draft.problem} safe={t('books.draftKept')} />
          </div>
        )}
        <div className={classes['table']}>
          <DataTable
            label={t('books.changes')}
            columns={columns}
            rows={changes.rows}
            rowKey={({ sku }) => sku}
            emptyState={<p className={classes['loading']}>{t('books.nothingChanges')}</p>}
          />
        </div>
      </div>
    </Page>
  );
}
