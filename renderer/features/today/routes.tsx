import type { RouteObject } from 'react-router';
import { TodayScreen } from './today-screen';

export const routes: RouteObject[] = [{ index: true, Component: TodayScreen }];
