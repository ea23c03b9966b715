import type { RouteObject } from 'react-router';
import { SettingsScreen } from './settings-screen';

export const routes: RouteObject[] = [{ path: 'settings', Component: SettingsScreen }];
