import type { RouteObject } from 'react-router';

/** Loaded when first opened: most days nobody needs them. */
export const routes: RouteObject[] = [
  {
    path: 'conflicts/:conflictId',
    HydrateFallback: () => null,
    lazy: async () => ({ Component: (await import('./fields/conflict-page')).ConflictPage }),
  },
  {
    path: 'conflicts/quote/:quoteId',
    HydrateFallback: () => null,
    lazy: async () => ({ Component: (await import('./quote/quote-conflict-page')).QuoteConflictPage }),
  },
];
