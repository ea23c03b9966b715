import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useCallback, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ImportKind } from '#shared/import-export/fields';
import type { PlannedRow } from '#shared/import-export/plan-import';
import { newId } from '#shared/lib/ids';
import { useClient } from '../../client/client-context';
import { useRecords } from '../../client/hooks';
import { runImport, type ImportOutcome } from './run-import';

/** How often, in milliseconds, the screen says how far it is. */
const pace = 100;

/**
 * Carries a plan out, tells how far it is, stops when asked, and goes on with what is left. Who leaves the screen meanwhile is told in a notice
 * that has the same button.
 */
export function useRunImport(kind: ImportKind) {
  const client = useClient();
  const { t } = useTranslation('import-export');
  const accounts = useRecords('account');
  const contacts = useRecords('contact');
  const opportunities = useRecords('opportunity');
  const [progress, setProgress] = useState({ done: 0, count: 0 });
  const [running, setRunning] = useState(false);
  const [outcome, setOutcome] = useState<ImportOutcome | null>(null);
  const stop = useRef<AbortController | null>(null);
  /** Says how far it is to whoever left. */
  const tellLeaver = useRef<(() => void) | null>(null);
  const onScreen = useRef(true);
  const records = { accounts, contacts, opportunities }[kind];

  useEffect(() => {
    onScreen.current = true;
    return () => {
      onScreen.current = false;
      tellLeaver.current?.();
    };
  }, []);
  useEffect(() => {
    if (!running) return undefined;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [running]);

  const run = (rows: readonly PlannedRow[], duplicates: 'skip' | 'update') => {
    const abort = new AbortController();
    stop.current = abort;
    const seen = new Map(records?.map((record) => [record.id, record]));
    const before = outcome;
    const count = rows.length;
    let [done, shownAt] = [0, 0];
    const notice = {
      id: newId(),
      withBorder: true,
      autoClose: false,
      withCloseButton: false,
    } as const;
    const words = () => (
      <>
        {t('running', { done, count })}
        <Button mt="xs" size="xs" variant="default" display="block" onClick={() => abort.abort()}>
          {t('cancel')}
        </Button>
      </>
    );
    tellLeaver.current = () => {
      notifications.show({ ...notice, loading: true, title: t(`of.${kind}`), message: words() });
    };
    const onProgress = (now: number) => {
      done = now;
      if (performance.now() - shownAt < pace) return;
      shownAt = performance.now();
      if (onScreen.current) setProgress({ done, count });
      else notifications.update({ ...notice, loading: true, title: t(`of.${kind}`), message: words() });
    };
    const all = async () => {
      setProgress({ done: 0, count });
      setRunning(true);
      const result = await runImport(client, rows, {
        kind,
        duplicates,
        find: (id) => seen.get(id),
        signal: abort.signal,
        onProgress,
      });
      tellLeaver.current = null;
      const sum = before ? added(before, result) : result;
      setOutcome(sum);
      setRunning(false);
      if (onScreen.current) return;
      notifications.update({
        ...notice,
        loading: false,
        withCloseButton: true,
        title: t(sum.stopped === null ? 'finished' : 'stopped.cancelled'),
        message: [
          t('created', { count: sum.created }),
          t('updated', { count: sum.updated }),
          t('notReached', { count: sum.left.length }),
        ].join(' · '),
      });
    };
    void all();
  };
  const cancel = useCallback(() => stop.current?.abort(), []);
  const clear = useCallback(() => setOutcome(null), []);
  return { run, running, progress, outcome, cancel, clear };
}

/** What both parts of an import did. */
const added = (first: ImportOutcome, second: ImportOutcome): ImportOutcome => ({
  created: first.created + second.created,
  updated: first.updated + second.updated,
  skipped: first.skipped + second.skipped,
  failed: [...first.failed, ...second.failed],
  left: second.left,
  stopped: second.stopped,
});
