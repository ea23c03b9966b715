import { wrap, type Remote } from 'comlink';
import { useCallback, useEffect, useRef } from 'react';
import type { TableDesk } from '../../workers/table-desk';

interface Running {
  readonly thread: Worker;
  readonly desk: Remote<TableDesk>;
}

/** The worker that reads and plans, for as long as the screen is there. `restart` ends what it is at: an answer to that never comes. */
export function useTableDesk(): { readonly desk: () => Remote<TableDesk>; readonly restart: () => void } {
  const running = useRef<Running | null>(null);
  const restart = useCallback(() => {
    running.current?.thread.terminate();
    running.current = null;
  }, []);
  useEffect(() => restart, [restart]);
  const desk = useCallback(() => (running.current ??= start()).desk, []);
  return { desk, restart };
}

function start(): Running {
  const thread = new Worker(new URL('../../workers/table-file.worker.ts', import.meta.url), {
    type: 'module',
  });
  return { thread, desk: wrap<TableDesk>(thread) };
}
