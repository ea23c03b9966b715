import type { Obligation } from '#shared/domain/deal/obligation';

export type ObligationStanding = 'escalated' | 'overdue' | 'today' | 'open' | 'done';

/** OPP-7: `today` in the partner's zone. A step is overdue the day after it was due. */
export function obligationStanding(
  { done, dueOn, escalation }: Pick<Obligation, 'done' | 'dueOn' | 'escalation'>,
  today: string,
): ObligationStanding {
  if (done) return 'done';
  if (dueOn > today) return 'open';
  if (dueOn === today) return 'today';
  return escalation ? 'escalated' : 'overdue';
}

/** What is open first, by its day; then what is done, newest first. */
export const inOrder = (obligations: readonly Obligation[]): readonly Obligation[] =>
  obligations.toSorted((a, b) => {
    if (!a.done || !b.done) return a.done ? 1 : b.done ? -1 : a.dueOn.localeCompare(b.dueOn);
    return b.done.at.localeCompare(a.done.at);
  });
