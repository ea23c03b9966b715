import { Button } from '@mantine/core';
import { IconClipboardList, IconClipboardPlus } from '@tabler/icons-react';
import { useCallback, useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommands, type Command } from '../../../ui/commands';
import { useEditorTools } from '../editing/editor-tools';
import { useOpenQuote } from '../editing/open-quote';
import { orderTextOf, rowsOfFieldquote } from './order-text';
import { PasteDialog } from './paste-dialog';
import classes from './paste.module.css';
import { useOrderPaste } from './use-order-paste';

/** An order from somewhere else, pasted or typed into the quote: its command, its dialog, and a bar while some of it is undecided. */
export function PasteOrder() {
  const { t } = useTranslation(['paste', 'quotes']);
  const { editable } = useOpenQuote();
  const { addBox } = useEditorTools();
  const paste = useOrderPaste();
  const { read } = paste;
  const [opened, setOpened] = useState(false);
  const open = useCallback(() => setOpened(true), []);

  useEffect(() => {
    if (!editable) return undefined;
    // Before the editor's own handler: rows that Fieldquote copied, and single cells, are its business.
    const onPaste = (event: ClipboardEvent) => {
      const data = event.clipboardData;
      if (!data || data.types.includes(rowsOfFieldquote)) return;
      if (isInText(event.target) && event.target !== addBox.current) return;
      const text = orderTextOf(data);
      if (text === null) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      read(text);
      setOpened(true);
    };
    document.addEventListener('paste', onPaste, { capture: true });
    return () => document.removeEventListener('paste', onPaste, { capture: true });
  }, [editable, addBox, read]);

  const commands = useMemo<readonly Command[]>(
    () =>
      editable
        ? [
            {
              id: 'quote-paste-order',
              title: t('command'),
              group: t('quotes:command.lines'),
              shortcut: 'mod+shift+V',
              icon: IconClipboardPlus,
              run: open,
            },
          ]
        : [],
    [editable, open, t],
  );
  useCommands(commands);

  if (!editable) return null;
  return (
    <>
      {paste.waiting > 0 && !opened && (
        <div className={classes['bar']}>
          <IconClipboardList size={15} stroke={1.8} aria-hidden />
          <span className={classes['words']}>{t('waiting', { count: paste.waiting })}</span>
          <Button variant="subtle" size="compact-xs" onClick={open}>
            {t('goOn')}
          </Button>
        </div>
      )}
      {opened && <PasteDialog paste={paste} onClose={() => setOpened(false)} />}
    </>
  );
}

const isInText = (target: EventTarget | null): boolean =>
  target instanceof Element &&
  target.closest('input:not([type=checkbox]), textarea, [contenteditable], [role=dialog]') !== null;
