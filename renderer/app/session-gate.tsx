import { useCallback, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { assertNever } from '#shared/lib/assert-never';
import type { Session } from '#shared/protocol/session';
import { currentSession, signOut } from '../features/sign-in/session-api';
import { SignIn } from '../features/sign-in/sign-in';
import { usePreferences } from '../ui/preferences';
import { RememberedScope } from '../ui/use-remembered';
import { ClientGate } from './client-gate';
import { SessionActionsContext } from '../client/session-actions';
import {
  changedElsewhere,
  knownSession,
  storeSession,
  storeSignedOut,
  wasSignedOut,
  type KnownSession,
} from './stored-session';

type State =
  | { readonly type: 'asking' }
  /** The window in which the person signed out tells the server; the others only close. */
  | { readonly type: 'signed-out'; readonly elsewhere: boolean }
  | { readonly type: 'signed-in'; readonly session: Session }
  /** The server ended the session; the person's work stays where it is until they sign in again. */
  | { readonly type: 'returning'; readonly session: Session };

function stateOf(known: KnownSession, elsewhere: boolean): State {
  switch (known.type) {
    case 'signed-in':
      return known;
    case 'signed-out':
      return { type: 'signed-out', elsewhere };
    case 'unknown':
      return { type: 'asking' };
    default:
      return assertNever(known);
  }
}

/** Opens at once for the person this device knows, with or without a network; else asks the server, else the person. */
export function SessionGate() {
  const { i18n } = useTranslation();
  const { language } = usePreferences();
  const [state, setState] = useState<State>(() => stateOf(knownSession(), false));

  const enter = useCallback(
    (session: Session) => {
      storeSession(session);
      if (language === null) void i18n.changeLanguage(session.language);
      setState({ type: 'signed-in', session });
    },
    [i18n, language],
  );
  useEffect(() => {
    if (state.type !== 'asking') return;
    void currentSession().then((known) =>
      known.ok ? enter(known.value) : setState({ type: 'signed-out', elsewhere: false }),
    );
  }, [state.type, enter]);

  useEffect(() => {
    // The server may not have heard of it: the sign-out was offline.
    if (state.type === 'signed-out' && !state.elsewhere && wasSignedOut()) void signOut();
  }, [state]);

  useEffect(() => {
    // One browser, one person: a window must not stay open on the data of someone who signed out in another.
    const onStorage = ({ key, storageArea }: StorageEvent) => {
      if (storageArea !== localStorage) return;
      setState((before) => {
        const hereUserId = 'session' in before ? before.session.userId : null;
        const changed = changedElsewhere(key, hereUserId, knownSession());
        return changed ? stateOf(changed, true) : before;
      });
    };
    window.addEventListener('storage', onStorage);
    return () => window.removeEventListener('storage', onStorage);
  }, []);

  const leave = useCallback(() => {
    storeSignedOut();
    setState({ type: 'signed-out', elsewhere: false });
  }, []);
  const signInAgain = useCallback(() => {
    setState((before) => (before.type === 'signed-in' ? { ...before, type: 'returning' } : before));
  }, []);

  switch (state.type) {
    case 'asking':
      return null;
    case 'signed-out':
      return <SignIn onSignedIn={enter} />;
    case 'returning':
      return <SignIn onSignedIn={enter} returning={state.session} />;
    case 'signed-in':
      return (
        <SessionActionsContext value={{ session: state.session, signInAgain, signOut: leave }}>
          <RememberedScope value={state.session.userId}>
            <ClientGate key={state.session.userId} session={state.session} />
          </RememberedScope>
        </SessionActionsContext>
      );
    default:
      return assertNever(state);
  }
}
