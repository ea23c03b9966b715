import type { RouteObject } from 'react-router';
import { VendorDeskPage } from './vendor-desk-page';

export const routes: RouteObject[] = [{ path: 'vendor-desk', Component: VendorDeskPage }];
