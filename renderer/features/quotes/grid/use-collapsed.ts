import { useCallback, useMemo } from 'react';
import { useRemembered } from '../../../ui/use-remembered';

/** The bundles of a quote whose parts are folded away; remembered. */
export function useCollapsed(quoteId: string): {
  readonly collapsed: ReadonlySet<string>;
  readonly toggle: (lineId: string) => void;
} {
  const [ids, setIds] = useRemembered<readonly string[]>(`quote-collapsed:${quoteId}`, []);
  const collapsed = useMemo(() => new Set(ids), [ids]);
  const toggle = useCallback(
    (lineId: string) =>
      setIds((before) =>
        before.includes(lineId) ? before.filter((id) => id !== lineId) : [...before, lineId],
      ),
    [setIds],
  );
  return { collapsed, toggle };
}
