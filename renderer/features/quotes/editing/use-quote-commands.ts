import {
  IconArrowBackUp,
  IconAdjustments,
  IconArrowDown,
  IconArrowForwardUp,
  IconArrowsSplit2,
  IconArrowUp,
  IconCircleDot,
  IconCopy,
  IconCopyPlus,
  IconFileText,
  IconHeading,
  IconInfoCircle,
  IconPlus,
  IconSquareRoundedPlus,
  IconTrash,
} from '@tabler/icons-react';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useCommands, type Command } from '../../../ui/commands';
import type { EditorTools } from './editor-tools';
import { useOpenQuote } from './open-quote';

/** Every action of the editor, for the palette and the list of shortcuts. */
export function useQuoteCommands(
  { actions, announce, editCell, focusAddBox, showLine }: EditorTools,
  others: { readonly togglePanel: () => void; readonly clone: () => void },
): void {
  const { t } = useTranslation('quotes');
  const navigate = useNavigate();
  const { editor, quote, editable, selection } = useOpenQuote();
  const { togglePanel, clone } = others;
  const commands = useMemo<readonly Command[]>(() => {
    const lines = t('command.lines');
    const group = t('command.quote');
    const removeLines = () => {
      const count = actions.remove();
      if (count > 0) announce(t('said.removed', { count }));
    };
    const editing: readonly Command[] = [
      {
        id: 'quote-undo',
        title: t('command.undo'),
        group,
        shortcut: 'mod+Z',
        icon: IconArrowBackUp,
        run: () => void editor.undo(),
      },
      {
        id: 'quote-redo',
        title: t('command.redo'),
        group,
        shortcut: 'mod+shift+Z',
        icon: IconArrowForwardUp,
        run: () => void editor.redo(),
      },
      {
        id: 'quote-redo-y',
        title: t('command.redo'),
        group,
        shortcut: 'mod+Y',
        icon: IconArrowForwardUp,
        run: () => void editor.redo(),
      },
      {
        id: 'quote-add',
        title: t('command.add'),
        group: lines,
        shortcut: 'mod+Enter',
        icon: IconPlus,
        run: focusAddBox,
      },
      {
        id: 'quote-add-slash',
        title: t('command.add'),
        group: lines,
        shortcut: '/',
        icon: IconPlus,
        run: focusAddBox,
      },
      {
        id: 'quote-section',
        title: t('command.section'),
        group: lines,
        shortcut: 'mod+shift+S',
        icon: IconHeading,
        run: () => editCell(actions.addSection(), 'sku'),
      },
      {
        id: 'quote-duplicate',
        title: t('command.duplicate'),
        group: lines,
        shortcut: 'mod+D',
        icon: IconCopyPlus,
        run: actions.duplicate,
      },
      {
        id: 'quote-optional',
        title: t('command.optional'),
        group: lines,
        shortcut: 'mod+shift+O',
        icon: IconSquareRoundedPlus,
        run: actions.toggleOptional,
      },
      {
        id: 'quote-alternatives',
        title: t('command.alternatives'),
        group: lines,
        shortcut: 'mod+shift+A',
        icon: IconArrowsSplit2,
        run: actions.toggleAlternatives,
      },
      {
        id: 'quote-choose-alternative',
        title: t('command.chooseAlternative'),
        group: lines,
        icon: IconCircleDot,
        run: () => {
          const { activeId } = selection.getState();
          if (activeId !== null) actions.chooseAlternative(activeId);
        },
      },
      {
        id: 'quote-configure',
        title: t('command.configure'),
        group: lines,
        icon: IconAdjustments,
        run: () => {
          const { activeId } = selection.getState();
          if (activeId !== null) void navigate(`/quotes/${quote.id}/configure/${activeId}`);
        },
      },
      {
        id: 'quote-up',
        title: t('command.up'),
        group: lines,
        shortcut: 'alt+ArrowUp',
        icon: IconArrowUp,
        run: () => actions.move(-1),
      },
      {
        id: 'quote-down',
        title: t('command.down'),
        group: lines,
        shortcut: 'alt+ArrowDown',
        icon: IconArrowDown,
        run: () => actions.move(1),
      },
      {
        id: 'quote-remove',
        title: t('command.remove'),
        group: lines,
        shortcut: 'Delete',
        icon: IconTrash,
        run: removeLines,
      },
    ];
    return [
      ...(editable ? editing : []),
      {
        id: 'quote-why',
        title: t('command.why'),
        group: lines,
        shortcut: 'mod+I',
        icon: IconInfoCircle,
        run: showLine,
      },
      {
        id: 'quote-panel',
        title: t('command.panel'),
        group,
        shortcut: ']',
        icon: IconInfoCircle,
        run: togglePanel,
      },
      { id: 'quote-clone', title: t('command.clone'), group, icon: IconCopy, run: clone },
      {
        id: 'quote-proposal',
        title: t('command.proposal'),
        group,
        shortcut: 'mod+P',
        icon: IconFileText,
        run: () => void navigate(`/quotes/${quote.id}/proposal`),
      },
    ];
  }, [
    t,
    editor,
    editable,
    actions,
    announce,
    editCell,
    focusAddBox,
    showLine,
    togglePanel,
    clone,
    navigate,
    quote.id,
    selection,
  ]);
  useCommands(commands);
}
