import type { RouteObject } from 'react-router';

/** The editor is loaded when first opened: its grid is not part of the app's start. */
export const routes: RouteObject[] = [
  {
    path: 'quotes',
    HydrateFallback: () => null,
    lazy: async () => ({ Component: (await import('./list/quote-list')).QuoteList }),
  },
  {
    path: 'quotes/new',
    HydrateFallback: () => null,
    lazy: async () => ({ Component: (await import('./new-quote-page')).NewQuotePage }),
  },
  {
    path: 'quotes/:quoteId',
    HydrateFallback: () => null,
    lazy: async () => ({ Component: (await import('./quote-page')).QuotePage }),
  },
  {
    path: 'quotes/:quoteId/compare',
    HydrateFallback: () => null,
    lazy: async () => ({ Component: (await import('./compare/compare-page')).ComparePage }),
  },
];
