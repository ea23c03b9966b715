import { useMemo } from 'react';
import { usePolled } from '../queries';
import { requestRuleSet } from './rules-api';

const read = (signal?: AbortSignal) =>
  requestRuleSet((path, init) => fetch(path, init), 'lead-routing', signal);

const nothing = { partners: [], families: [], regions: [], certifications: [] } as const;

/** What rules and forms of the desk can name, as the server knows it; empty while it is read. */
export function useRuleNames() {
  const { value } = usePolled(read);
  return useMemo(() => value?.known ?? nothing, [value]);
}
