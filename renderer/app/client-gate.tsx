import { useCallback, useEffect, useRef, useState } from 'react';
import { RouterProvider } from 'react-router';
import { assertNever } from '#shared/lib/assert-never';
import type { Session } from '#shared/protocol/session';
import type { Client } from '../client/client';
import { ClientProvider } from '../client/client-context';
import { createClient } from '../client/create-client';
import { ReopenContext } from '../client/reopen';
import type { OpenError } from '../db/storage-error';
import { createPlatform } from '../platform/create-platform';
import { CommandsProvider } from '../ui/commands';
import { PlaceProvider } from '../ui/place';
import { keepStorage } from './keep-storage';
import { OpenFailure } from './open-failure';
import { createRouter } from './router';

type State =
  | { readonly type: 'opening' }
  | { readonly type: 'open'; readonly client: Client; readonly router: ReturnType<typeof createRouter> }
  | { readonly type: 'failed'; readonly error: OpenError };

/** Opens the person's data on this device and shows the screens over it. */
export function ClientGate({ session }: { readonly session: Session }) {
  const [attempt, setAttempt] = useState(0);
  const retry = useCallback(() => setAttempt((before) => before + 1), []);
  return <OpenClient key={attempt} session={session} onRetry={retry} />;
}

interface OpenClientProps {
  readonly session: Session;
  readonly onRetry: () => void;
}

function OpenClient({ session, onRetry }: OpenClientProps) {
  const [state, setState] = useState<State>({ type: 'opening' });
  // One client at a time: the next is opened only after the one before has closed.
  const lastClosed = useRef<Promise<void>>(Promise.resolve());
  useEffect(() => {
    const leaving = new AbortController();
    const left = new Promise<void>((resolve) => leaving.signal.addEventListener('abort', () => resolve()));
    const live = async () => {
      if (leaving.signal.aborted) return;
      const result = await createClient(session, createPlatform());
      if (!result.ok) {
        if (!leaving.signal.aborted) setState({ type: 'failed', error: result.error });
        return;
      }
      if (!leaving.signal.aborted) {
        setState({ type: 'open', client: result.value, router: createRouter() });
        // SY-10: another window has a newer version of the app, and this store is its now.
        result.value.db.on('versionchange', ({ newVersion }) => {
          if (newVersion !== null) setState({ type: 'failed', error: { type: 'store-too-new' } });
        });
        void keepStorage();
        await left;
      }
      result.value.close();
    };
    lastClosed.current = lastClosed.current.then(live);
    return () => leaving.abort();
  }, [session]);

  switch (state.type) {
    case 'opening':
      return null;
    case 'failed':
      return <OpenFailure userId={session.userId} error={state.error} onRetry={onRetry} />;
    case 'open':
      return (
        <ClientProvider client={state.client}>
          <ReopenContext value={onRetry}>
            <CommandsProvider>
              <PlaceProvider>
                <RouterProvider router={state.router} />
              </PlaceProvider>
            </CommandsProvider>
          </ReopenContext>
        </ClientProvider>
      );
    default:
      return assertNever(state);
  }
}
