import { beforeEach, expect, test, vi } from 'vitest';
import { readStoredSession, storeSession, storeSignedOut, wasSignedOut } from './stored-session';

const session = {
  userId: 'u1',
  partnerId: 'p1',
  name: 'Anna',
  email: 'anna@reseller.example',
  role: 'rep',
  language: 'pl',
  partnerName: 'Reseller',
} as const;

beforeEach(() => {
  const kept = new Map<string, string>();
  vi.stubGlobal('localStorage', {
    getItem: (name: string) => kept.get(name) ?? null,
    setItem: (name: string, value: string) => kept.set(name, value),
    removeItem: (name: string) => kept.delete(name),
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
