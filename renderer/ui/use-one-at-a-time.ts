import { useCallback, useEffect, useRef, useState } from 'react';

interface OneAtATime {
  /** While it is so, fields whose words go with what is under way are `inert`: what was typed then would be lost with them. */
  readonly busy: boolean;
  /** Runs the work, or nothing while the work before is under way: a double click or a second Enter makes nothing twice. */
  readonly run: (work: () => Promise<unknown>) => Promise<void>;
}

/**
 * Storing takes seconds on a slow disk. The focus, which inert or disabled elements lose, comes back when the work is done, and what is typed until
 * then is no shortcut.
 */
export function useOneAtATime(): OneAtATime {
  const [busy, setBusy] = useState(false);
  const running = useRef(false);
  const focused = useRef<Element | null>(null);
  const run = useCallback(async (work: () => Promise<unknown>): Promise<void> => {
    if (running.current) return;
    running.current = true;
    focused.current = document.activeElement;
    setBusy(true);
    try {
      await work();
    } finally {
      running.current = false;
      setBusy(false);
    }
  }, []);
  useEffect(() => {
    if (busy) {
      window.addEventListener('keydown', swallow, { capture: true });
      return () => window.removeEventListener('keydown', swallow, { capture: true });
    }
    const { activeElement, body } = document;
    if (activeElement === body && focused.current instanceof HTMLElement) focused.current.focus();
    focused.current = null;
    return undefined;
  }, [busy]);
  return { busy, run };
}

/** Text that somebody goes on typing where nothing has the focus any more. */
function swallow(event: KeyboardEvent): void {
  const { target, key, ctrlKey, metaKey, altKey } = event;
  if (target !== document.body || ctrlKey || metaKey || altKey || key === 'Escape' || key === 'Tab') return;
  event.preventDefault();
  event.stopImmediatePropagation();
}
