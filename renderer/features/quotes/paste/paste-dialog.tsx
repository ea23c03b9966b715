import { Button, Progress, SegmentedControl, Switch, Textarea } from '@mantine/core';
import { useState, type DragEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { newId } from '#shared/lib/ids';
import { Dialog } from '../../../ui/dialog';
import { ErrorNotice } from '../../../ui/error-notice';
import { useFormats } from '../../../ui/formats';
import { useEditorTools } from '../editing/editor-tools';
import { useOpenQuote } from '../editing/open-quote';
import { pasteItems } from './paste-items';
import {
  countStates,
  duplicates,
  isDecided,
  isSuggested,
  stateOf,
  type PasteRow,
  type RowState,
} from './paste-rows';
import { PasteTable } from './paste-table';
import { PasteTalk } from './paste-talk';
import classes from './paste.module.css';
import type { OrderPaste } from './use-order-paste';
import { useAfter } from './use-after';

interface PasteDialogProps {
  readonly paste: OrderPaste;
  readonly onClose: () => void;
}

export function PasteDialog({ paste, onClose }: PasteDialogProps) {
  const { t } = useTranslation('paste');
  return (
    <Dialog opened onClose={onClose} title={t('title')} size="wide">
      {paste.waiting === 0 ? (
        <OrderText paste={paste} />
      ) : paste.rows === null ? (
        <Looking paste={paste} />
      ) : (
        <OrderRows paste={paste} rows={paste.rows} onClose={onClose} />
      )}
    </Dialog>
  );
}

/** Where an order is pasted, typed or dropped as a file. */
function OrderText({ paste: { text, setText, read, talk } }: { readonly paste: OrderPaste }) {
  const { t } = useTranslation('paste');
  const drop = (event: DragEvent) => {
    const [file] = event.dataTransfer.files;
    if (!file) return;
    event.preventDefault();
    void file.text().then(read);
  };
  return (
    <div className={classes['text']} onDrop={drop} onDragOver={(event) => event.preventDefault()}>
      <Textarea
        label={t('text.label')}
        description={t('text.hint')}
        data-autofocus
        minRows={12}
        maxRows={18}
        autosize
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      {talk.length > 0 && <p className={classes['hint']}>{t('text.noRows')}</p>}
      <div className={classes['foot']}>
        <Button disabled={text.trim() === ''} onClick={() => read(text)}>
          {t('text.read')}
        </Button>
      </div>
    </div>
  );
}

function Looking({ paste: { progress, backToText } }: { readonly paste: OrderPaste }) {
  const { t } = useTranslation('paste');
  // A second is short enough for nothing to move.
  const long = useAfter(1_000);
  if (!progress || !long) return <div className={classes['looking']} aria-busy />;
  const { done, total } = progress;
  return (
    <div className={classes['looking']}>
      <p>{t('looking', { done, total })}</p>
      <Progress value={(100 * done) / total} aria-label={t('looking', { done, total })} />
      <Button variant="default" onClick={backToText}>
        {t('cancel')}
      </Button>
    </div>
  );
}

type Filter = 'all' | RowState;

function OrderRows({ paste, rows, onClose }: PasteDialogProps & { readonly rows: readonly PasteRow[] }) {
  const { t } = useTranslation('paste');
  const formats = useFormats();
  const { quote } = useOpenQuote();
  const { actions, announce } = useEditorTools();
  const [filter, setFilter] = useState<Filter>('all');
  const [merge, setMerge] = useState(false);
  const [takePrices, setTakePrices] = useState(false);
  const counts = countStates(rows);
  const suggested = rows.filter(isSuggested).length;
  const doubled = duplicates(rows);
  const shown = filter === 'all' ? rows : rows.filter((row) => stateOf(row) === filter);
  const items = pasteItems(rows, {
    language: quote.documentLanguage,
    newId,
    merge: merge && doubled.size > 0,
    takePrices,
  });

  const add = () => {
    if (items.length > 0 && !actions.insert(items, [])) {
      onClose();
      return;
    }
    const left = rows.filter((row) => !isDecided(row));
    paste.keepOnly(new Set(left.map(({ id }) => id)));
    setFilter('all');
    announce(t('added', { count: items.length }));
    if (left.length === 0) onClose();
  };

  return (
    <div className={classes['rows']}>
      {paste.bookMissing && (
        <ErrorNotice
          title={t('noBook.title')}
          what={t('noBook.what', { version: quote.priceBook.version })}
          safe={t('noBook.safe')}
          tone="calm"
        />
      )}
      <div className={classes['tools']}>
        <output className={classes['count']} aria-live="polite">
          {[
            t('count.rows', { count: rows.length }),
            t('count.matched', { count: counts.matched }),
            t('count.check', { count: counts.check }),
            t('count.notFound', { count: counts['not-found'] }),
            ...(counts.left > 0 ? [t('count.left', { count: counts.left })] : []),
          ].join(' · ')}
        </output>
        <SegmentedControl
          size="xs"
          aria-label={t('filter.label')}
          value={filter}
          onChange={setFilter}
          data={(['all', 'check', 'not-found'] as const).map((value) => ({
            value,
            label: t(`filter.${value}`),
          }))}
        />
        {suggested > 0 && (
          <Button size="compact-sm" variant="default" onClick={paste.confirmAll}>
            {t('confirmAll', { count: suggested })}
          </Button>
        )}
      </div>
      <div className={classes['table']}>
        <PasteTable paste={paste} rows={shown} currency={quote.currency} onShowAll={() => setFilter('all')} />
      </div>
      <PasteTalk talk={paste.talk} onTake={paste.takeLine} />
      <div className={classes['foot']}>
        {doubled.size > 0 && (
          <Switch
            size="xs"
            label={t('merge', { count: doubled.size })}
            checked={merge}
            onChange={(event) => setMerge(event.currentTarget.checked)}
          />
        )}
        {rows.some(({ price }) => price !== null) && (
          <Switch
            size="xs"
            label={t('takePrices')}
            checked={takePrices}
            onChange={(event) => setTakePrices(event.currentTarget.checked)}
          />
        )}
        <span className={classes['grow']} />
        <Button variant="subtle" onClick={paste.backToText}>
          {t('backToText')}
        </Button>
        <Button disabled={counts.matched + counts.left === 0} onClick={add}>
          {items.length > 0
            ? t('add', { count: items.length, shown: formats.number(items.length) })
            : t('drop')}
        </Button>
      </div>
      {counts.check + counts['not-found'] > 0 && (
        <p className={classes['hint']}>{t('stays', { count: counts.check + counts['not-found'] })}</p>
      )}
    </div>
  );
}
