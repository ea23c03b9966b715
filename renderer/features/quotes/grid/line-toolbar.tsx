import { ActionIcon, TextInput, Tooltip } from '@mantine/core';
import {
  IconArrowBackUp,
  IconArrowDown,
  IconArrowForwardUp,
  IconArrowsSplit2,
  IconArrowUp,
  IconCopyPlus,
  IconHeading,
  IconPercentage,
  IconSquareRoundedPlus,
  IconTrash,
  IconX,
} from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import type { IconComponent } from '../../../ui/icon';
import { ShortcutKeys } from '../../../ui/shortcut-keys';
import { useEditorTools } from '../editing/editor-tools';
import { useOpenQuote } from '../editing/open-quote';
import { readPercent } from '../input/read-figure';
import classes from './line-toolbar.module.css';

/** What can be done with the line under the cursor or the ticked ones; every button has its key. */
export function LineToolbar() {
  const { t } = useTranslation('quotes');
  const { editor, selection, quote, editable, drafts, pricedLines } = useOpenQuote();
  const { actions, announce, editCell } = useEditorTools();
  const past = useStore(editor.store, (state) => state.past.length);
  const future = useStore(editor.store, (state) => state.future.length);
  const hasActive = useStore(selection, (state) => state.activeId !== null);
  const selected = useStore(selection, (state) => state.ids.size);
  if (!editable) return null;
  const none = selected === 0 && !hasActive;
  const looks = linesToLookAt(quote.items, pricedLines, drafts.byKey);
  return (
    <div className={classes['bar']} role="toolbar" aria-label={t('toolbar')}>
      <Tool
        icon={IconArrowBackUp}
        label={t('command.undo')}
        keys="mod+Z"
        disabled={past === 0}
        run={editor.undo}
      />
      <Tool
        icon={IconArrowForwardUp}
        label={t('command.redo')}
        keys="mod+shift+Z"
        disabled={future === 0}
        run={editor.redo}
      />
      <span className={classes['rule']} />
      <Tool
        icon={IconHeading}
        label={t('command.section')}
        keys="mod+shift+S"
        run={() => editCell(actions.addSection(), 'sku')}
      />
      <Tool
        icon={IconSquareRoundedPlus}
        label={t('command.optional')}
        keys="mod+shift+O"
        disabled={none}
        run={actions.toggleOptional}
      />
      <Tool
        icon={IconArrowsSplit2}
        label={t('command.alternatives')}
        keys="mod+shift+A"
        disabled={none}
        run={actions.toggleAlternatives}
      />
      <Tool
        icon={IconCopyPlus}
        label={t('command.duplicate')}
        keys="mod+D"
        disabled={none}
        run={actions.duplicate}
      />
      <Tool
        icon={IconArrowUp}
        label={t('command.up')}
        keys="alt+ArrowUp"
        disabled={none}
        run={() => actions.move(-1)}
      />
      <Tool
        icon={IconArrowDown}
        label={t('command.down')}
        keys="alt+ArrowDown"
        disabled={none}
        run={() => actions.move(1)}
      />
      <Tool
        icon={IconTrash}
        label={t('command.remove')}
        keys="Delete"
        disabled={none}
        run={() => announce(t('said.removed', { count: actions.remove() }))}
      />
      {selected > 0 && (
        <>
          <span className={classes['rule']} />
          <span className={classes['count']}>{t('selected', { count: selected })}</span>
          <BulkDiscount />
          <Tool icon={IconX} label={t('clearSelection')} keys="Escape" run={actions.clearSelection} />
        </>
      )}
      {looks > 0 && <span className={classes['looks']}>{t('needLook', { count: looks })}</span>}
    </div>
  );
}

function linesToLookAt(
  items: readonly { readonly id: string }[],
  priced: ReadonlyMap<string, { readonly status: string }>,
  drafts: Readonly<Record<string, { readonly itemId: string }>>,
): number {
  const withDraft = new Set(Object.values(drafts).map(({ itemId }) => itemId));
  return items.filter(({ id }) => priced.get(id)?.status === 'problem' || withDraft.has(id)).length;
}

function Tool({
  icon: Icon,
  label,
  keys,
  disabled = false,
  run,
}: {
  readonly icon: IconComponent;
  readonly label: string;
  readonly keys: string;
  readonly disabled?: boolean;
  readonly run: () => void;
}) {
  return (
    <Tooltip
      label={
        <span className={classes['tip']}>
          {label} <ShortcutKeys shortcut={keys} />
        </span>
      }
    >
      <ActionIcon aria-label={label} disabled={disabled} onClick={() => run()}>
        <Icon size={16} stroke={1.7} aria-hidden />
      </ActionIcon>
    </Tooltip>
  );
}

/** One discount for all ticked lines. */
function BulkDiscount() {
  const { t } = useTranslation('quotes');
  const { locale } = useOpenQuote();
  const { actions } = useEditorTools();
  const [text, setText] = useState('');
  const read = readPercent(text, locale);
  return (
    <TextInput
      className={classes['discount'] ?? ''}
      leftSection={<IconPercentage size={14} aria-hidden />}
      aria-label={t('bulkDiscount')}
      placeholder={t('bulkDiscount')}
      inputMode="decimal"
      value={text}
      error={!read.ok}
      onChange={(event) => setText(event.currentTarget.value)}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' || !read.ok || text.trim() === '') return;
        actions.setDiscount(read.value);
        setText('');
      }}
    />
  );
}
