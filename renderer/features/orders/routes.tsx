import type { RouteObject } from 'react-router';
import { OrderList } from './order-list';
import { OrderPage } from './order-page';

export const routes: RouteObject[] = [
  { path: 'orders', Component: OrderList },
  { path: 'orders/:orderId', Component: OrderPage },
];
