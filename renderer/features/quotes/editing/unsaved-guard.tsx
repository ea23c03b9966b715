import { Button, Group } from '@mantine/core';
import { useCallback, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useBlocker, type BlockerFunction } from 'react-router';
import { useStore } from 'zustand';
import { useClient } from '../../../client/client-context';
import { Dialog } from '../../../ui/dialog';
import { useOpenQuote } from './open-quote';

/**
 * Nobody leaves the quote by accident while a change of theirs is not stored: what is being stored is waited for, and what could
 * not be stored is asked about.
 */
export function UnsavedGuard() {
  const { t } = useTranslation('quotes');
  const { editor } = useOpenQuote();
  const failure = useStore(editor.store, (state) => state.failure);
  const blocker = useLeavingBlocker();
  const { closing, stayOpen } = useClosingBlocker();
  const blocked = blocker.state === 'blocked';
  if (!failure || (!blocked && !closing)) return null;

  const stay = () => {
    stayOpen();
    if (blocked) blocker.reset();
  };
  const leave = async (): Promise<void> => {
    await editor.discardUnsaved();
    if (blocked) blocker.proceed();
    else window.close();
  };
  const storage =
    failure.type === 'disk-full' || failure.type === 'storage-failed' || failure.type === 'read-only';
  return (
    <Dialog opened onClose={stay} title={t('leaving.title')}>
      <p>{storage ? t(`failure.${failure.type}`) : t('failure.refused')}</p>
      <p>{t('leaving.safe')}</p>
      <Group justify="flex-end" mt="lg" gap="sm">
        <Button variant="default" onClick={() => void leave()}>
          {t('leaving.leave')}
        </Button>
        <Button
          data-autofocus
          onClick={() => {
            stay();
            editor.retry();
          }}
        >
          {t('leaving.stay')}
        </Button>
      </Group>
    </Dialog>
  );
}

/** Holds a change of screen until everything is stored, and then lets it go on by itself. */
function useLeavingBlocker() {
  const { editor } = useOpenQuote();
  const shouldBlock = useCallback<BlockerFunction>(
    ({ currentLocation, nextLocation }) =>
      currentLocation.pathname !== nextLocation.pathname && editor.store.getState().saving !== 'saved',
    [editor],
  );
  const blocker = useBlocker(shouldBlock);
  useEffect(() => {
    if (blocker.state !== 'blocked') return undefined;
    const answered = new AbortController();
    const goOnWhenStored = async (): Promise<void> => {
      const saving = await editor.settled();
      if (saving === 'saved' && !answered.signal.aborted) blocker.proceed();
    };
    void goOnWhenStored();
    return () => answered.abort();
  }, [blocker, editor]);
  return blocker;
}

/** The browser asks in its own words before it closes or reloads; the desktop window only stays open, so that the question is ours. */
function useClosingBlocker() {
  const { editor } = useOpenQuote();
  const desktop = useClient().platform.kind === 'electron';
  const [closing, setClosing] = useState(false);
  useEffect(() => {
    const onBeforeUnload = (event: BeforeUnloadEvent) => {
      if (editor.store.getState().saving === 'saved') return;
      event.preventDefault();
      if (!desktop) return;
      void editor.settled().then((saving) => (saving === 'saved' ? window.close() : setClosing(true)));
    };
    window.addEventListener('beforeunload', onBeforeUnload);
    return () => window.removeEventListener('beforeunload', onBeforeUnload);
  }, [editor, desktop]);
  return { closing, stayOpen: () => setClosing(false) };
}
