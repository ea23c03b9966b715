import { err, ok, type Result } from '#shared/lib/result';
import type { LeadReason } from './commands';

export type RefusalProblem = 'reason' | 'text';

/** Why a lead is not taken, or what is missing: "another reason" says nothing by itself. */
export function readRefusal(
  reason: LeadReason | null,
  typed: string,
): Result<{ readonly reason: LeadReason; readonly text: string }, RefusalProblem> {
  const text = typed.trim();
  if (reason === null) return err('reason');
  return reason === 'other' && text === '' ? err('text') : ok({ reason, text });
}
