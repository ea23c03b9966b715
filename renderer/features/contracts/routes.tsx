import type { RouteObject } from 'react-router';

export const routes: RouteObject[] = [
  {
    path: 'contracts',
    HydrateFallback: () => null,
    lazy: async () => ({ Component: (await import('./contract-list')).ContractList }),
  },
  {
    path: 'contracts/:contractId',
    HydrateFallback: () => null,
    lazy: async () => ({ Component: (await import('./contract-page')).ContractPage }),
  },
];
