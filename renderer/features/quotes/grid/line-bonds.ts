import type { QuoteItem, QuoteLine } from '#shared/domain/quote/quote';

/** What is wrong with a group of alternatives: none of them counts, several do, or there is only one. Said on its first line. */
export type AlternativeIssue = 'none-chosen' | 'several-chosen' | 'alone';

/** How the lines of a quote hang together: bundles with their parts, and alternatives. */
export interface LineBonds {
  /** The bundle's line, when it is on the quote. */
  readonly parentOf: (line: QuoteLine) => QuoteLine | undefined;
  /** How many parts the bundle's line has. */
  readonly partsOf: (lineId: string) => number;
  readonly numberOf: (lineId: string) => string;
  readonly alternativeIssueOf: (line: QuoteLine) => AlternativeIssue | null;
}

export function lineBonds(items: readonly QuoteItem[]): LineBonds {
  const lines = new Map<string, QuoteLine>();
  const groups = new Map<string, { readonly first: string; lines: number; chosen: number }>();
  for (const item of items) {
    if (item.kind !== 'line') continue;
    lines.set(item.id, item);
    if (!item.alternative) continue;
    const group = groups.get(item.alternative.group) ?? { first: item.id, lines: 0, chosen: 0 };
    group.lines += 1;
    if (item.alternative.chosen) group.chosen += 1;
    groups.set(item.alternative.group, group);
  }
  const parentOf = ({ component }: QuoteLine) => (component ? lines.get(component.parentId) : undefined);

  const parts = new Map<string, number>();
  const numbers = new Map<string, string>();
  let top = 0;
  for (const line of lines.values()) {
    if (!parentOf(line)) numbers.set(line.id, String((top += 1)));
  }
  for (const line of lines.values()) {
    const parent = parentOf(line);
    if (!parent) continue;
    const place = (parts.get(parent.id) ?? 0) + 1;
    parts.set(parent.id, place);
    numbers.set(line.id, `${numbers.get(parent.id) ?? ''}.${place}`);
  }
  return {
    parentOf,
    partsOf: (lineId) => parts.get(lineId) ?? 0,
    numberOf: (lineId) => numbers.get(lineId) ?? '',
    alternativeIssueOf: ({ id, alternative }) => {
      const group = alternative ? groups.get(alternative.group) : undefined;
      if (group?.first !== id) return null;
      if (group.lines === 1) return 'alone';
      if (group.chosen === 1) return null;
      return group.chosen === 0 ? 'none-chosen' : 'several-chosen';
    },
  };
}
