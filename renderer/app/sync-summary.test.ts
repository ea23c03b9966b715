import { expect, test } from 'vitest';
import type { SyncStatus } from '../sync/sync-controller';
import { syncSummary } from './sync-summary';

const status = (change: Partial<SyncStatus>): SyncStatus => ({
  online: true,
  phase: 'idle',
  progress: null,
  waiting: 0,
  attention: 0,
  lastSuccessAt: '2026-11-21T10:00:00.000Z',
  lastTryAt: '2026-11-21T10:00:00.000Z',
  problem: null,
  clockSkew: null,
  ...change,
});
const keyOf = (change: Partial<SyncStatus>) => syncSummary(status(change)).key;

test('what needs the person comes before everything else (SY-4)', () => {
  expect(keyOf({ attention: 1, problem: { type: 'offline' }, waiting: 3 })).toBe('needsAttention');
});

test('no network is said with what waits, and is no alarm', () => {
  expect(syncSummary(status({ problem: { type: 'offline' }, waiting: 3 }))).toEqual({
    key: 'offlineWaiting',
    tone: 'warn',
  });
  expect(keyOf({ online: false })).toBe('offline');
});

test('SY-8 only the last request proves the network: unknown is not offline', () => {
  expect(keyOf({ online: null })).toBe('synced');
});

test('a session that ended, a full disk and another version ask for the person', () => {
  expect(keyOf({ problem: { type: 'session-expired' } })).toBe('signInAgain');
  expect(keyOf({ problem: { type: 'disk-full' } })).toBe('diskFull');
  expect(keyOf({ problem: { type: 'protocol-too-old' } })).toBe('updateNeeded');
});

test('a short exchange is not announced, a download is', () => {
  expect(keyOf({ phase: 'pulling' })).toBe('synced');
  expect(keyOf({ phase: 'downloading' })).toBe('working');
  expect(keyOf({ phase: 'pulling', lastSuccessAt: null })).toBe('working');
  expect(keyOf({ lastSuccessAt: null })).toBe('never');
});
