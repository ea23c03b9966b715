import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconArrowBackUp } from '@tabler/icons-react';
import { useCallback, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommands, type Command } from './commands';
import classes from './use-undo.module.css';

interface UndoableChange {
  /** What was done, in the person's words. */
  readonly text: string;
  undo(): Promise<unknown>;
}

/**
 * Says what was done, once it is stored, and offers to undo it, by button or by the key Z, instead of asking beforehand. Only the last change is on
 * offer, from the moment it begins: what was before it would be taken back under it. Resolves to what `stored` does; false: nothing to undo.
 */
export function useUndo(): (stored: Promise<boolean>, change: UndoableChange) => Promise<boolean> {
  const { t } = useTranslation('forms');
  const [last, setLast] = useState<UndoableChange | null>(null);
  const notice = useRef<string | null>(null);
  const newest = useRef<UndoableChange | null>(null);

  const withdraw = useCallback(() => {
    if (notice.current !== null) notifications.hide(notice.current);
    notice.current = null;
    newest.current = null;
    setLast(null);
  }, []);
  // The button is there for a moment after it was pressed, or the offer withdrawn.
  const undo = useCallback(
    (change: UndoableChange) => {
      if (newest.current !== change) return;
      withdraw();
      void change.undo();
    },
    [withdraw],
  );

  const commands = useMemo<readonly Command[]>(
    () =>
      last
        ? [
            {
              id: 'undo-last-change',
              title: t('undoThis', { change: last.text }),
              group: t('undoGroup'),
              shortcut: 'Z',
              icon: IconArrowBackUp,
              run: () => undo(last),
            },
          ]
        : [],
    [last, t, undo],
  );
  useCommands(commands);

  return useCallback(
    async (stored, change) => {
      withdraw();
      newest.current = change;
      if (!(await stored)) return false;
      if (newest.current !== change) return true;
      setLast(change);
      notice.current = notifications.show({
        autoClose: 8_000,
        withBorder: true,
        message: (
          <span className={classes['notice']}>
            <span className={classes['text']}>{change.text}</span>
            <Button variant="subtle" onClick={() => undo(change)}>
              {t('undo')}
            </Button>
          </span>
        ),
      });
      return true;
    },
    [t, undo, withdraw],
  );
}
