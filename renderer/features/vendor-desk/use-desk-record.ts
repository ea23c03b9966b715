import { useCallback } from 'react';
import type { Result } from '#shared/lib/result';
import type { DeskProblem, Fetch } from './desk-request';
import { usePolled, type Polled } from './queries';

/** One record at the desk, as the server has it now. `request` must stay the same function. */
export function useDeskRecord<T>(
  request: (fetch: Fetch, id: string, signal?: AbortSignal) => Promise<Result<T, DeskProblem>>,
  id: string,
): Polled<T> {
  const read = useCallback(
    (signal?: AbortSignal) => request((path, init) => fetch(path, init), id, signal),
    [request, id],
  );
  return usePolled(read);
}
