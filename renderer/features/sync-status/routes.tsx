import type { RouteObject } from 'react-router';
import { SyncScreen } from './sync-screen';

export const routes: RouteObject[] = [{ path: 'sync', Component: SyncScreen }];
