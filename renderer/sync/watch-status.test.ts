import { describe, expect, it } from 'vitest';
import { firstStatus, notInTheFuture } from './watch-status';

describe('instants of a clock that was set (SY-11)', () => {
  const synced = { ...firstStatus, lastSuccessAt: '2036-01-01T00:00:00.000Z', lastTryAt: null };

  it('are never later than now', () => {
    expect(notInTheFuture(synced, new Date('2026-01-01T00:00:00.000Z'))).toEqual({
      ...synced,
      lastSuccessAt: '2026-01-01T00:00:00.000Z',
    });
  });

  it('stay as they are when they are past', () => {
    expect(notInTheFuture(synced, new Date('2046-01-01T00:00:00.000Z'))).toEqual(synced);
  });
});
