import type { RouteObject } from 'react-router';
import { OpportunitiesPage } from './opportunities-page';
import { OpportunityPage } from './opportunity-page';

export const routes: RouteObject[] = [
  { path: 'opportunities', Component: OpportunitiesPage },
  { path: 'opportunities/:opportunityId', Component: OpportunityPage },
];
