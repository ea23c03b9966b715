import { useCallback, useMemo } from 'react';
import { useRemembered } from '../../../ui/use-remembered';
import { draftKey, type CellDraft, type FigureField } from './cell-draft';

export interface CellDrafts {
  readonly byKey: Readonly<Record<string, CellDraft>>;
  readonly keep: (drafts: readonly CellDraft[]) => void;
  readonly drop: (itemId: string, field: FigureField) => void;
}

/** Texts that are not figures yet, kept per quote over a restart so that nothing typed is lost. */
export function useCellDrafts(quoteId: string): CellDrafts {
  const [byKey, setByKey] = useRemembered<Readonly<Record<string, CellDraft>>>(`quote-cells:${quoteId}`, {});
  const keep = useCallback(
    (drafts: readonly CellDraft[]) =>
      setByKey((before) => ({
        ...before,
        ...Object.fromEntries(drafts.map((draft) => [draftKey(draft.itemId, draft.field), draft])),
      })),
    [setByKey],
  );
  const drop = useCallback(
    (itemId: string, field: FigureField) =>
      setByKey((before) => {
        const { [draftKey(itemId, field)]: dropped, ...rest } = before;
        return dropped ? rest : before;
      }),
    [setByKey],
  );
  return useMemo(() => ({ byKey, keep, drop }), [byKey, keep, drop]);
}
