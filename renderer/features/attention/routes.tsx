import type { RouteObject } from 'react-router';
import { AttentionScreen } from './attention-screen';

export const routes: RouteObject[] = [
  { path: 'attention', Component: AttentionScreen },
  {
    path: 'attention/orders/:attentionId',
    HydrateFallback: () => null,
    lazy: async () => ({ Component: (await import('./order/order-conflict-page')).OrderConflictPage }),
  },
];
