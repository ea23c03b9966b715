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

/** Says what was just done and offers to undo it, by button or by the key Z, instead of asking beforehand. */
export function useUndo(): (change: UndoableChange) => void {
  const { t } = useTranslation('forms');
  const [last, setLast] = useState<UndoableChange | null>(null);
  const notice = useRef<string | null>(null);

  const undo = useCallback((change: UndoableChange) => {
    if (notice.current !== null) notifications.hide(notice.current);
    notice.current = null;
    setLast(null);
    void change.undo();
  }, []);

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
    (change) => {
      if (notice.current !== null) notifications.hide(notice.current);
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
    },
    [t, undo],
  );
}
