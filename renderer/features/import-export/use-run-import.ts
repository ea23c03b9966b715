import { useCallback, useRef, useState } from 'react';
import type { ImportKind } from '#shared/import-export/fields';
import type { PlannedRow } from '#shared/import-export/plan-import';
import { useClient } from '../../client/client-context';
import { useRecords } from '../../client/hooks';
import { runImport, type ImportOutcome } from './run-import';

/** Carries a plan out, tells how far it is, and stops when asked. */
export function useRunImport(kind: ImportKind) {
  const client = useClient();
  const accounts = useRecords('account');
  const contacts = useRecords('contact');
  const opportunities = useRecords('opportunity');
  const [done, setDone] = useState(0);
  const [running, setRunning] = useState(false);
  const [outcome, setOutcome] = useState<ImportOutcome | null>(null);
  const stop = useRef<AbortController | null>(null);
  const records = { accounts, contacts, opportunities }[kind];

  const run = (plan: readonly PlannedRow[], duplicates: 'skip' | 'update') => {
    const abort = new AbortController();
    stop.current = abort;
    const seen = new Map(records?.map((record) => [record.id, record]));
    setDone(0);
    setRunning(true);
    let shownAt = 0;
    const onProgress = (count: number) => {
      const now = performance.now();
      if (now - shownAt < 100) return;
      shownAt = now;
      setDone(count);
    };
    const all = async () => {
      const result = await runImport(client, plan, {
        kind,
        duplicates,
        find: (id) => seen.get(id),
        signal: abort.signal,
        onProgress,
      });
      setOutcome(result);
      setRunning(false);
    };
    void all();
  };
  const cancel = useCallback(() => stop.current?.abort(), []);
  const clear = useCallback(() => setOutcome(null), []);
  return { run, running, done, outcome, cancel, clear };
}
