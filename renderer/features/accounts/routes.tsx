import type { RouteObject } from 'react-router';
import { AccountList } from './account-list';
import { AccountPage } from './account-page';

export const routes: RouteObject[] = [
  { path: 'accounts', Component: AccountList },
  { path: 'accounts/:accountId', Component: AccountPage },
];
