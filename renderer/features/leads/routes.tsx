import type { RouteObject } from 'react-router';

export const routes: RouteObject[] = [
  {
    path: 'leads',
    HydrateFallback: () => null,
    lazy: async () => ({ Component: (await import('./lead-list')).LeadList }),
  },
  {
    path: 'leads/:leadId',
    HydrateFallback: () => null,
    lazy: async () => ({ Component: (await import('./lead-page')).LeadPage }),
  },
];
