import { useCallback, useEffect, useMemo, useState } from 'react';
import { useSearchParams } from 'react-router';
import { useRemembered } from '../../ui/use-remembered';
import { firstLook, lookOf, queryOf, type OpportunitiesLook } from './opportunities-address';

interface UsedLook extends OpportunitiesLook {
  /** The look as it stands in the address. */
  readonly query: string;
  readonly look: (changes: Partial<OpportunitiesLook>) => void;
}

/** The look that the address asks for; without one, the last one used on this device, which then stands in the address. */
export function useOpportunitiesLook(): UsedLook {
  const [address, setAddress] = useSearchParams();
  const [last, remember] = useRemembered('opportunities:query', queryOf(firstLook));
  // The address follows a moment later; what is typed must not wait for it.
  const [ahead, setAhead] = useState<string | null>(null);
  const asked = useMemo(() => lookOf(address), [address]);
  const addressed = asked && queryOf(asked);
  if (ahead !== null && ahead === addressed) setAhead(null);
  const query = ahead ?? addressed ?? last;
  const inUse = useMemo(() => lookOf(new URLSearchParams(query)) ?? firstLook, [query]);
  const bare = asked === null && [...address.keys()].length === 0;
  useEffect(() => {
    if (bare) setAddress(query, { replace: true });
    else remember(query);
  }, [bare, query, setAddress, remember]);
  const look = useCallback(
    (changes: Partial<OpportunitiesLook>) => {
      const next = queryOf({ ...inUse, ...changes });
      setAhead(next);
      setAddress(next, { replace: true });
    },
    [inUse, setAddress],
  );
  return { ...inUse, query, look };
}
