import { describe, expect, it } from 'vitest';
import { stateShown } from './state-shown';

describe('QUO-2 the state that is shown', () => {
  it.each(['draft', 'in-approval', 'approved', 'presented', 'accepted'] as const)(
    'is expired from the day on which a quote that is %s ends',
    (state) => {
      expect(stateShown({ state, expiresOn: '2026-11-22' }, '2026-11-21')).toBe(state);
      expect(stateShown({ state, expiresOn: '2026-11-22' }, '2026-11-22')).toBe('expired');
    },
  );

  it.each(['ordered', 'rejected', 'expired'] as const)('stays %s however long ago it ended', (state) => {
    expect(stateShown({ state, expiresOn: '2020-01-01' }, '2026-11-21')).toBe(state);
  });
});
