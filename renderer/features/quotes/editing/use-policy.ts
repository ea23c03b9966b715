import { useMemo } from 'react';
import type { Breach } from '#shared/domain/pricing/priced';
import type { PolicyVerdict } from '../header/next-steps';
import { useOpenQuote } from './open-quote';

export interface PolicyState {
  readonly verdict: PolicyVerdict;
  /** PR-24: floors that no approval can lift. */
  readonly blocking: readonly Breach[];
  readonly asking: readonly Breach[];
}

/** What the price book's policy says to letting the quote out as it is, found out on this device (PR-60). */
export function usePolicy(): PolicyState {
  const { priced } = useOpenQuote();
  return useMemo<PolicyState>(() => {
    const breaches = priced?.breaches ?? [];
    const blocking = breaches.filter(({ onBreach }) => onBreach.action === 'block');
    const asking = breaches.filter(({ onBreach }) => onBreach.action === 'approval');
    const verdict = !priced
      ? 'unknown'
      : blocking.length > 0
        ? 'blocked'
        : asking.length > 0
          ? 'needs-approval'
          : 'inside';
    return { verdict, blocking, asking };
  }, [priced]);
}
