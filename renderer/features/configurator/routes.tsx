import type { RouteObject } from 'react-router';

const HydrateFallback = () => null;

/** Loaded when first opened: nobody needs them at the app's start. */
export const routes: RouteObject[] = [
  {
    path: 'quotes/:quoteId/configure/:lineId',
    HydrateFallback,
    lazy: async () => ({ Component: (await import('./configure-page')).ConfigurePage }),
  },
  {
    path: 'quotes/:quoteId/guide',
    HydrateFallback,
    lazy: async () => ({ Component: (await import('./guide/quote-guide-page')).QuoteGuidePage }),
  },
  {
    path: 'catalog/guide',
    HydrateFallback,
    lazy: async () => ({ Component: (await import('./guide/catalog-guide-page')).CatalogGuidePage }),
  },
];
