import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import type { Opportunity, Stage } from '#shared/domain/deal/opportunity';
import { newId } from '#shared/lib/ids';
import { useSave } from '../../records/use-save';
import { useUndo } from '../../ui/use-undo';
import { valuesBefore, type OpportunityChanges, type opportunityFields } from './opportunity-form';

export interface OpportunityCommands {
  /** Resolves to the new record's id, or null when it could not be stored (the person has been told). */
  readonly create: (fields: z.infer<typeof opportunityFields>) => Promise<string | null>;
  /** Changes fields and offers to undo it; `what` names the change. Resolves to false when it could not be stored. */
  readonly edit: (opportunity: Opportunity, changes: OpportunityChanges, what: string) => Promise<boolean>;
  /** Moves a deal along the sales path and offers to undo it. */
  readonly move: (opportunity: Opportunity, stage: Stage) => Promise<boolean>;
}

/** What can be done with deals. Every change works offline, goes out by itself and can be undone. */
export function useOpportunityCommands(): OpportunityCommands {
  const save = useSave();
  const offerUndo = useUndo();
  const { t } = useTranslation(['opportunities', 'records']);
  return useMemo(() => {
    const edit: OpportunityCommands['edit'] = async (opportunity, changes, what) => {
      const { id } = opportunity;
      if (!(await save('editOpportunity', { id, changes }))) return false;
      const before = valuesBefore(opportunity, changes);
      offerUndo({ text: what, undo: () => save('editOpportunity', { id, changes: before }) });
      return true;
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
  }, [save, offerUndo, t]);
}
