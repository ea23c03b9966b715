import { useMemo } from 'react';
import type { Obligation } from '#shared/domain/deal/obligation';
import { useClient } from '../../client/client-context';
import { useRecords } from '../../client/hooks';
import { useToday } from '../use-today';
import { inOrder, obligationStanding, type ObligationStanding } from './obligation-standing';

export interface DueObligation {
  readonly obligation: Obligation;
  readonly standing: Exclude<ObligationStanding, 'open' | 'done'>;
}

/** OPP-7: the person's own steps that are due today or overdue, the oldest first. undefined: loading. */
export function useDueObligations(): readonly DueObligation[] | undefined {
  const { userId } = useClient().session;
  const obligations = useRecords('obligation');
  const today = useToday();
  return useMemo(
    () =>
      obligations &&
      inOrder(obligations).flatMap((obligation) => {
        const standing = obligationStanding(obligation, today);
        return obligation.side === 'partner' &&
          obligation.ownerId === userId &&
          standing !== 'open' &&
          standing !== 'done'
          ? [{ obligation, standing }]
          : [];
      }),
    [obligations, userId, today],
  );
}
