import { beforeEach, expect, test, vi } from 'vitest';
import {
  changedElsewhere,
  knownSession,
  readStoredSession,
  storeSession,
  storeSignedOut,
  wasSignedOut,
} from './stored-session';

const session = {
  userId: 'u1',
  partnerId: 'p1',
  name: 'Anna',
  email: 'anna@reseller.example',
  role: 'rep',
  language: 'pl',
  partnerName: 'Reseller',
} as const;

/** Another window, which looks whenever something has been written. */
let afterWrite: () => void;

beforeEach(() => {
  afterWrite = () => undefined;
  const kept = new Map<string, string>();
  vi.stubGlobal('localStorage', {
    getItem: (name: string) => kept.get(name) ?? null,
    setItem: (name: string, value: string) => {
      kept.set(name, value);
      afterWrite();
    },
    removeItem: (name: string) => {
      kept.delete(name);
      afterWrite();
    },
  });
});

test('the device knows who was signed in, with no network', () => {
  storeSession(session);
  expect(readStoredSession()).toEqual(session);
});

test('a damaged note counts as nobody', () => {
  localStorage.setItem('fieldquote:session', '{"userId":');
  expect(readStoredSession()).toBeNull();
  localStorage.setItem('fieldquote:session', '{"userId":"u1","role":"owner"}');
  expect(readStoredSession()).toBeNull();
});

test('SY-12 who signed out without a network stays signed out until someone signs in', () => {
  storeSession(session);
  storeSignedOut();
  expect(readStoredSession()).toBeNull();
  expect(wasSignedOut()).toBe(true);
  storeSession(session);
  expect(wasSignedOut()).toBe(false);
});

test('a device that forbids storage still works, for this run', () => {
  const forbid = () => {
    throw new Error('forbidden');
  };
  vi.stubGlobal('localStorage', { getItem: forbid, setItem: forbid, removeItem: forbid });
  expect(() => storeSession(session)).not.toThrow();
  expect(readStoredSession()).toBeNull();
});

const here = session.userId;

test('who signs out in one window is signed out in the others', () => {
  storeSession(session);
  storeSignedOut();
  expect(changedElsewhere('fieldquote:session', here, knownSession())).toEqual({ type: 'signed-out' });
});

test('no other window finds the session gone before it can see that the person signed out', () => {
  storeSession(session);
  const seen: string[] = [];
  afterWrite = () => seen.push(knownSession().type);
  storeSignedOut();
  expect(seen).toEqual(['signed-in', 'signed-out']);
});

test('a window goes over to whoever signed in elsewhere, and stays as it is for the same person', () => {
  storeSession({ ...session, userId: 'u2', name: 'Piotr' });
  expect(changedElsewhere('fieldquote:session', here, knownSession())).toMatchObject({
    type: 'signed-in',
    session: { userId: 'u2' },
  });
  expect(changedElsewhere('fieldquote:session', null, knownSession())).toMatchObject({ type: 'signed-in' });
  storeSession({ ...session, language: 'en' });
  expect(changedElsewhere('fieldquote:session', here, knownSession())).toBeNull();
});

test('a preference changed in another window signs nobody out; forgetting everything asks the server again', () => {
  expect(changedElsewhere('fieldquote:language', here, knownSession())).toBeNull();
  expect(changedElsewhere(null, here, knownSession())).toEqual({ type: 'unknown' });
});
