import { useCallback, useEffect, useState } from 'react';
import type { Result } from '#shared/lib/result';
import type { DeskProblem } from './desk-request';
import { requestOrderLines, requestVendorOrders, type OrderLine, type VendorOrder } from './vendor-desk-api';

const refreshEvery = 15_000;

/** Event of the window: a list of the desk was read again on purpose, as after each decision. */
export const deskReadAgain = 'fieldquote:desk-read-again';

/** Something the server has, read again and again. */
export interface Polled<T> {
  /** undefined: nothing has been read yet. What was read stays when a later refresh fails. */
  readonly value: T | undefined;
  /** Instant of the last answer, by this device's clock. */
  readonly readAt: string | null;
  /** Why the last refresh failed; null after a good one. */
  readonly problem: DeskProblem | null;
  readonly refresh: () => Promise<void>;
}

const nothingYet = { value: undefined, readAt: null, problem: null } as const;

/** Read now, every 15 seconds while the window is seen, when it is seen again, and on that event of the window. `read` must stay the same function. */
export function usePolled<T>(
  read: (signal?: AbortSignal) => Promise<Result<T, DeskProblem>>,
  alsoOn?: string,
): Polled<T> {
  const [state, setState] = useState<Omit<Polled<T>, 'refresh'>>(nothingYet);

  const refresh = useCallback(
    async (signal?: AbortSignal): Promise<void> => {
      const answer = await read(signal);
      if (signal?.aborted) return;
      setState((before) =>
        answer.ok
          ? { value: answer.value, readAt: new Date().toISOString(), problem: null }
          : { ...before, problem: answer.error },
      );
    },
    [read],
  );

  useEffect(() => {
    const leaving = new AbortController();
    const readIfSeen = () => {
      if (document.visibilityState === 'visible') void refresh(leaving.signal);
    };
    readIfSeen();
    const timer = setInterval(readIfSeen, refreshEvery);
    window.addEventListener('focus', readIfSeen);
    if (alsoOn !== undefined) window.addEventListener(alsoOn, readIfSeen);
    document.addEventListener('visibilitychange', readIfSeen);
    return () => {
      leaving.abort();
      clearInterval(timer);
      window.removeEventListener('focus', readIfSeen);
      if (alsoOn !== undefined) window.removeEventListener(alsoOn, readIfSeen);
      document.removeEventListener('visibilitychange', readIfSeen);
    };
  }, [refresh, alsoOn]);

  const refreshNow = useCallback(async () => {
    await refresh();
    window.dispatchEvent(new Event(deskReadAgain));
  }, [refresh]);
  return { ...state, refresh: refreshNow };
}

const readOrders = (signal?: AbortSignal) => requestVendorOrders((path, init) => fetch(path, init), signal);

/** The orders of all partners as the server has them. */
export const useVendorOrders = (): Polled<readonly VendorOrder[]> => usePolled(readOrders);

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
