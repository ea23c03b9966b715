import type { Bench, BenchCase, BenchOutcome } from '#shared/protocol/vendor-rules';

/** Days (UTC), both included. */
export interface BenchDays {
  readonly from: string;
  readonly until: string;
}

/** As many cases as one answer holds. */
export const mostCases = 500;

/** From the first instant of the first day to the first after the last. */
export function instantsOf({ from, until }: BenchDays): { readonly start: Date; readonly end: Date } {
  const end = new Date(`${until}T00:00:00Z`);
  end.setUTCDate(end.getUTCDate() + 1);
  return { start: new Date(`${from}T00:00:00Z`), end };
}

/**
 * The same kind of outcome, and of an offer the same partner. Where the draft leaves it to a person, whatever a person did is the same.
 */
export const isSame = (draft: BenchOutcome, happened: BenchOutcome, byPerson: boolean): boolean => {
  if (draft.kind === 'offered' && happened.kind === 'offered') return draft.partnerId === happened.partnerId;
  return draft.kind === happened.kind || (draft.kind === 'waits' && byPerson);
};

/** `rules` in their order. */
export function summarized(rules: readonly { readonly id: string }[], cases: readonly BenchCase[]): Bench {
  const same = cases.filter((one) => one.same).length;
  const countOf = (ruleId: string | null) => cases.filter((one) => one.ruleId === ruleId).length;
  return {
    cases: [...cases],
    total: cases.length,
    same,
    different: cases.length - same,
    byRule: [...rules.map(({ id }) => id), null].map((ruleId) => ({ ruleId, count: countOf(ruleId) })),
  };
}
