import { createBrowserRouter, type RouteObject } from 'react-router';
import { routes as accounts } from '../features/accounts/routes';
import { routes as approvals } from '../features/approvals/routes';
import { routes as attention } from '../features/attention/routes';
import { routes as catalog } from '../features/catalog/routes';
import { routes as configurator } from '../features/configurator/routes';
import { routes as conflicts } from '../features/conflicts/routes';
import { routes as contracts } from '../features/contracts/routes';
import { routes as importExport } from '../features/import-export/routes';
import { routes as leads } from '../features/leads/routes';
import { routes as opportunities } from '../features/opportunities/routes';
import { routes as orders } from '../features/orders/routes';
import { routes as priceDrift } from '../features/price-drift/routes';
import { routes as proposals } from '../features/proposals/routes';
import { routes as quotes } from '../features/quotes/routes';
import { routes as registrations } from '../features/registrations/routes';
import { routes as settings } from '../features/settings/routes';
import { routes as syncStatus } from '../features/sync-status/routes';
import { routes as team } from '../features/team/routes';
import { routes as today } from '../features/today/routes';
import { routes as vendorDesk } from '../features/vendor-desk/routes';
import { Frame } from './frame';
import { NotFoundScreen, RouteErrorScreen, ScreenBoundary } from './route-error';

/** Every screen of every feature, inside the frame. Addresses can be copied; back and forward work. */
const screens: RouteObject[] = [
  ...today,
  ...leads,
  ...opportunities,
  ...accounts,
  ...quotes,
  ...approvals,
  ...priceDrift,
  ...configurator,
  ...proposals,
  ...orders,
  ...contracts,
  ...registrations,
  ...team,
  ...importExport,
  ...conflicts,
  ...catalog,
  ...vendorDesk,
  ...settings,
  ...syncStatus,
  ...attention,
  { path: '*', Component: NotFoundScreen },
];

export const createRouter = () =>
  createBrowserRouter([
    {
      path: '/',
      Component: Frame,
      ErrorBoundary: RouteErrorScreen,
      children: [{ Component: ScreenBoundary, children: screens }],
    },
  ]);
