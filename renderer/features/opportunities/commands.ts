import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import { baseOf } from '#shared/domain/deal/merge-fields';
import type { Opportunity, Stage } from '#shared/domain/deal/opportunity';
import { newId } from '#shared/lib/ids';
import { useSave } from '../../records/use-save';
import { useUndo } from '../../ui/use-undo';
import { valuesBefore, type OpportunityChanges, type opportunityFields } from './opportunity-form';

export interface OpportunityCommands {
  /** Resolves to the new record's id, or null when it could not be stored (the person has been told). */
  readonly create: (fields: z.infer<typeof opportunityFields>) => Promise<string | null>;
  /**
   * Changes fields and offers to undo it; `what` names the change. `seen` is the deal as it was when the person began: what a colleague
   * changed since then merges or is asked about (SY-14). Resolves to false when it could not be stored.
   */
  readonly edit: (seen: Opportunity, changes: OpportunityChanges, what: string) => Promise<boolean>;
  /** Moves a deal, as it was seen, along the sales path and offers to undo it. */
  readonly move: (opportunity: Opportunity, stage: Stage) => Promise<boolean>;
}

/** What can be done with deals. Every change works offline, goes out by itself and can be undone. */
export function useOpportunityCommands(): OpportunityCommands {
  const save = useSave();
  const undoable = useUndo();
  const { t } = useTranslation(['opportunities', 'records']);
  return useMemo(() => {
    const write = (seen: Opportunity, changes: OpportunityChanges) =>
      save('editOpportunity', {
        id: seen.id,
        changes,
        base: baseOf<OpportunityChanges>('opportunity', seen, changes),
        conflictId: newId(),
      });
    const edit: OpportunityCommands['edit'] = (seen, changes, what) => {
      const before = valuesBefore(seen, changes);
      const undo = () => write({ ...seen, ...changes }, before);
      return undoable(write(seen, changes), { text: what, undo });
    };
    return {
      create: async (fields) => {
        const id = newId();
        return (await save('createOpportunity', { id, ...fields })) ? id : null;
      },
      edit,
      move: (opportunity, stage) =>
        edit(
          opportunity,
          { stage },
          t('moved', { name: opportunity.name, stage: t(`records:stage.${stage}`) }),
        ),
    };
  }, [save, undoable, t]);
}
