import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useClient } from '../../client/client-context';
import type { AttentionRow } from '../../db/rows';
import { useWorkText } from '../../records/use-work-text';
import { useUndo } from '../../ui/use-undo';

/** A little longer than the offer to undo stands. */
const patienceMs = 8_500;

/** Takes an item off the list at once and gives it up for good only when the time to undo has passed. */
export function useDiscard(): {
  readonly leaving: ReadonlySet<string>;
  readonly discard: (item: AttentionRow) => void;
} {
  const { t } = useTranslation('attention');
  const { attention } = useClient();
  const textOf = useWorkText();
  const undoable = useUndo();
  const [leaving, setLeaving] = useState<ReadonlySet<string>>(new Set());
  const discard = useCallback(
    (item: AttentionRow) => {
      const put = (id: string, gone: boolean) =>
        setLeaving((before) => new Set(gone ? [...before, id] : [...before].filter((each) => each !== id)));
      put(item.id, true);
      // What cannot be stored comes back to the list: nothing was given up.
      const timer = setTimeout(
        () => void attention.discard(item.id).then(() => put(item.id, false)),
        patienceMs,
      );
      void undoable(Promise.resolve(true), {
        text: t('discarded', { what: textOf(item) }),
        undo: async () => {
          clearTimeout(timer);
          put(item.id, false);
        },
      });
    },
    [attention, undoable, t, textOf],
  );
  return { leaving, discard };
}
