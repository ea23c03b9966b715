import type { RouteObject } from 'react-router';

/** Loaded when first opened: the PDF reader is not part of the app's start. */
export const routes: RouteObject[] = [
  {
    path: 'quotes/:quoteId/proposal',
    HydrateFallback: () => null,
    lazy: async () => ({ Component: (await import('./proposal-page')).ProposalPage }),
  },
];
