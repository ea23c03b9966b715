import type { RouteObject } from 'react-router';

export const routes: RouteObject[] = [
  {
    path: 'quotes/:quoteId/prices',
    HydrateFallback: () => null,
    lazy: async () => ({ Component: (await import('./price-drift-page')).PriceDriftPage }),
  },
];
