import { createContext, use, useDeferredValue, useMemo, type ReactNode } from 'react';
import type { ApprovalReason } from '#shared/domain/approval/approval-reason';
import { approvalReasons, blockingBreaches } from '#shared/domain/approval/approval-reasons';
import type { Breach } from '#shared/domain/pricing/priced';
import { unfitBundles } from '#shared/domain/quote/unfit-bundles';
import type { PolicyVerdict } from '../header/next-steps';
import { useOpenQuote } from './open-quote';

export interface PolicyState {
  readonly verdict: PolicyVerdict;
  /** PR-24: floors that no approval can lift. */
  readonly blocking: readonly Breach[];
  /** PR-180: SKUs of bundles that hold what they may not; nor can these go out. */
  readonly unfit: readonly string[];
  /** PR-60: everything that asks for approval. */
  readonly reasons: readonly ApprovalReason[];
}

const PolicyContext = createContext<PolicyState | null>(null);

/** What the price book's policy says to letting the quote out as it is, found out on this device (PR-60). */
export function usePolicy(): PolicyState {
  const policy = use(PolicyContext);
  if (!policy) throw new Error('usePolicy outside PolicyProvider');
  return policy;
}

/** Finds it out once for all that ask: every edit would otherwise look through all lines for each of them. */
export function PolicyProvider({ children }: { readonly children: ReactNode }) {
  // Behind the typing: the button and the bar may follow a moment later.
  const { input, priced } = useDeferredValue(useOpenQuote());
  const policy = useMemo<PolicyState>(() => {
    if (!priced || !input) return { verdict: 'unknown', blocking: [], unfit: [], reasons: [] };
    const blocking = blockingBreaches(priced);
    const reasons = approvalReasons(input, priced);
    const unfit = unfitBundles(input.quote, input.product);
    const verdict =
      blocking.length + unfit.length > 0 ? 'blocked' : reasons.length > 0 ? 'needs-approval' : 'inside';
    return { verdict, blocking, unfit, reasons };
  }, [input, priced]);
  return <PolicyContext value={policy}>{children}</PolicyContext>;
}
