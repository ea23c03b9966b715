import type { QuoteLine } from './quote';

/** Optional, or an alternative that was not chosen: by what stands on the line itself. */
export const isLeftOut = ({ optional, alternative }: Pick<QuoteLine, 'optional' | 'alternative'>): boolean =>
  optional || alternative?.chosen === false;

/** PR-14, QUO-1: which lines count in no total: those left out themselves, and the parts of a bundle that is. */
export function outsideTotals(lines: readonly QuoteLine[]): (line: QuoteLine) => boolean {
  const byId = new Map(lines.map((line) => [line.id, line]));
  return (line) => {
    const seen = new Set<QuoteLine>();
    for (let at: QuoteLine | undefined = line; at && !seen.has(at); at = parentOf(at, byId)) {
      if (isLeftOut(at)) return true;
      seen.add(at);
    }
    return false;
  };
}

const parentOf = ({ component }: QuoteLine, byId: ReadonlyMap<string, QuoteLine>): QuoteLine | undefined =>
  component ? byId.get(component.parentId) : undefined;
