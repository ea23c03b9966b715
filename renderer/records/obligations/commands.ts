import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Obligation } from '#shared/domain/deal/obligation';
import type { PlannedObligation } from '#shared/domain/deal/obligation-plan';
import { newId } from '#shared/lib/ids';
import type { ArgsOf } from '#shared/mutations/registry';
import { useMe } from '../../client/hooks';
import { useUndo } from '../../ui/use-undo';
import { useSave } from '../use-save';
import { useObligationText } from './use-obligation-text';

export type ObligationChanges = ArgsOf<'editObligation'>['changes'];

/** Each resolves to false when it could not be stored; the person has been told. */
export interface ObligationCommands {
  readonly plan: (opportunityId: string, steps: readonly PlannedObligation[]) => Promise<boolean>;
  readonly edit: (seen: Obligation, changes: ObligationChanges) => Promise<boolean>;
  readonly complete: (obligation: Obligation, note: string) => Promise<boolean>;
  readonly reopen: (obligation: Obligation) => Promise<boolean>;
  readonly remove: (obligation: Obligation) => Promise<boolean>;
}

/** OPP-7: what can be done with the partner's own steps. Every change works offline and can be undone. */
export function useObligationCommands(): ObligationCommands {
  const { t } = useTranslation('obligations');
  const save = useSave();
  const undoable = useUndo();
  const me = useMe();
  const textOf = useObligationText();
  return useMemo(() => {
    const write = ({ id, text }: Pick<Obligation, 'id' | 'text'>, changes: ObligationChanges) =>
      save('editObligation', { id, changes, ...(changes.text ? { base: { text } } : {}) });
    const plan: ObligationCommands['plan'] = (opportunityId, steps) =>
      save('planObligations', { opportunityId, obligations: [...steps] });
    const finish = ({ id }: Obligation, note: string) =>
      save('completeObligation', { id, note, ...(me ? { by: me.name } : {}) });
    const openAgain = ({ id }: Obligation) => save('reopenObligation', { id });
    return {
      plan,
      edit: (seen, changes) => {
        const before = Object.fromEntries(
          Object.keys(changes).map((field) => [field, seen[field as keyof ObligationChanges]]),
        );
        return undoable(write(seen, changes), {
          text: t('saved', { text: textOf(seen) }),
          undo: () => write({ id: seen.id, text: changes.text ?? seen.text }, before),
        });
      },
      complete: (obligation, note) => {
        const text = t('completed', { text: textOf(obligation) });
        return undoable(finish(obligation, note), { text, undo: () => openAgain(obligation) });
      },
      reopen: (obligation) => {
        const note = obligation.done?.note ?? '';
        const text = t('reopened', { text: textOf(obligation) });
        return undoable(openAgain(obligation), { text, undo: () => finish(obligation, note) });
      },
      remove: (obligation) => {
        const { id, opportunityId, templateId, text, side, ownerId, dueOn, earlier } = obligation;
        return undoable(save('removeObligation', { id }), {
          text: t('removed', { text: textOf(obligation) }),
          // A step of the sales path has the same id on every device; somebody's own gets a new one.
          undo: () =>
            plan(opportunityId, [
              { id: templateId === null ? newId() : id, templateId, text, side, ownerId, dueOn, earlier },
            ]),
        });
      },
    };
  }, [save, undoable, me, textOf, t]);
}
