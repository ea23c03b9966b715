import type { RouteObject } from 'react-router';

/** Loaded when first opened: most quotes need no approval. */
export const routes: RouteObject[] = [
  {
    path: 'approvals',
    HydrateFallback: () => null,
    lazy: async () => ({ Component: (await import('./approval-list')).ApprovalList }),
  },
  {
    path: 'approvals/:approvalId',
    HydrateFallback: () => null,
    lazy: async () => ({ Component: (await import('./approval-page')).ApprovalPage }),
  },
  {
    path: 'quotes/:quoteId/approval',
    HydrateFallback: () => null,
    lazy: async () => ({ Component: (await import('./quote-approval-page')).QuoteApprovalPage }),
  },
  {
    path: 'quotes/:quoteId/special-bid',
    HydrateFallback: () => null,
    lazy: async () => ({ Component: (await import('./special-bid/special-bid-page')).SpecialBidPage }),
  },
];
