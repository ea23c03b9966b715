import { useCallback, useEffect, useState } from 'react';
import { requestVendorOrders, type DeskProblem, type VendorOrder } from './vendor-desk-api';

const refreshEvery = 15_000;

export interface VendorOrders {
  /** undefined: nothing has been read yet. What was read stays when a later refresh fails. */
  readonly orders: readonly VendorOrder[] | undefined;
  /** Instant of the last answer, by this device's clock. */
  readonly readAt: string | null;
  /** Why the last refresh failed; null after a good one. */
  readonly problem: DeskProblem | null;
  readonly refresh: () => Promise<void>;
}

const nothingYet = { orders: undefined, readAt: null, problem: null } as const;

/** The orders of all partners as the server has them: read now, every 15 seconds while the window is seen, and when it is seen again. */
export function useVendorOrders(): VendorOrders {
  const [state, setState] = useState<Omit<VendorOrders, 'refresh'>>(nothingYet);

  const refresh = useCallback(async (signal?: AbortSignal): Promise<void> => {
    const answer = await requestVendorOrders((path, init) => fetch(path, init), signal);
    if (signal?.aborted) return;
    setState((before) =>
      answer.ok
        ? { orders: answer.value, readAt: new Date().toISOString(), problem: null }
        : { ...before, problem: answer.error },
    );
  }, []);

  useEffect(() => {
    const leaving = new AbortController();
    const read = () => {
      if (document.visibilityState === 'visible') void refresh(leaving.signal);
    };
    read();
    const timer = setInterval(read, refreshEvery);
    window.addEventListener('focus', read);
    document.addEventListener('visibilitychange', read);
    return () => {
      leaving.abort();
      clearInterval(timer);
      window.removeEventListener('focus', read);
      document.removeEventListener('visibilitychange', read);
    };
  }, [refresh]);

  const refreshNow = useCallback(() => refresh(), [refresh]);
  return { ...state, refresh: refreshNow };
}
