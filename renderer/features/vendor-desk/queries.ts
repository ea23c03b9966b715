import { useCallback, useEffect, useState } from 'react';
import {
  requestOrderLines,
  requestVendorOrders,
  type DeskProblem,
  type OrderLine,
  type VendorOrder,
} from './vendor-desk-api';

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

/** Milliseconds an order stays selected before its lines are asked for: holding an arrow key down asks for the last one only. */
const settles = 120;

type LinesAnswer = Awaited<ReturnType<typeof requestOrderLines>>;

export interface OrderLinesFile {
  /** undefined: not read yet, or not readable now. */
  readonly lines: readonly OrderLine[] | undefined;
  readonly problem: DeskProblem | null;
  readonly retry: () => void;
}

/** The lines of one order, for a component that lives as long as that order is selected. What failed is tried again after each good reading of the list. */
export function useOrderLines(orderId: string, listReadAt: string | null): OrderLinesFile {
  const [answer, setAnswer] = useState<{
    readonly result: LinesAnswer;
    readonly listReadAt: string | null;
  }>();
  const done = answer !== undefined && (answer.result.ok || answer.listReadAt === listReadAt);
  useEffect(() => {
    if (done) return undefined;
    const leaving = new AbortController();
    const read = async (): Promise<void> => {
      const result = await requestOrderLines((path, init) => fetch(path, init), orderId, leaving.signal);
      if (!leaving.signal.aborted) setAnswer({ result, listReadAt });
    };
    const timer = setTimeout(() => void read(), settles);
    return () => {
      leaving.abort();
      clearTimeout(timer);
    };
  }, [done, orderId, listReadAt]);
  return {
    lines: answer?.result.ok ? answer.result.value : undefined,
    problem: answer && !answer.result.ok ? answer.result.error : null,
    retry: () => setAnswer(undefined),
  };
}
