import type { RouteObject } from 'react-router';

/** Loaded when first opened: most days nobody registers a deal. */
export const routes: RouteObject[] = [
  {
    path: 'registrations',
    HydrateFallback: () => null,
    lazy: async () => ({ Component: (await import('./registration-list')).RegistrationList }),
  },
  {
    path: 'registrations/:requestId',
    HydrateFallback: () => null,
    lazy: async () => ({ Component: (await import('./registration-page')).RegistrationPage }),
  },
];
