import { linesOf, type Quote } from './quote';

export interface AlternativeProblem {
  readonly group: string;
  readonly why: 'none-chosen' | 'several-chosen';
  /** The lines to choose from, or those that are chosen. */
  readonly lineIds: readonly string[];
}

/** QUO-1, PR-158: of the lines of one group exactly one is chosen; these are the groups of which that is not so, in the quote's order. */
export function alternativeProblems(quote: Pick<Quote, 'items'>): AlternativeProblem[] {
  const groups = new Map<string, { readonly id: string; readonly chosen: boolean }[]>();
  for (const { id, alternative } of linesOf(quote)) {
    if (!alternative) continue;
    const { group, chosen } = alternative;
    groups.set(group, [...(groups.get(group) ?? []), { id, chosen }]);
  }
  return [...groups].flatMap(([group, lines]): AlternativeProblem[] => {
    const chosen = lines.filter((line) => line.chosen).map(({ id }) => id);
    if (chosen.length === 1) return [];
    return chosen.length === 0
      ? [{ group, why: 'none-chosen', lineIds: lines.map(({ id }) => id) }]
      : [{ group, why: 'several-chosen', lineIds: chosen }];
  });
}
