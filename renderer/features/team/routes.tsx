import type { RouteObject } from 'react-router';
import { TeamPage } from './team-page';

export const routes: RouteObject[] = [{ path: 'team', Component: TeamPage }];
