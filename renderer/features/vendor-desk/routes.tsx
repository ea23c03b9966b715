import type { RouteObject } from 'react-router';
import { VendorDeskPage } from './vendor-desk-page';

/** Orders are where the vendor's people start; the rest is loaded when first opened. */
export const routes: RouteObject[] = [
  { path: 'vendor-desk', Component: VendorDeskPage },
  {
    path: 'vendor-desk/approvals',
    HydrateFallback: () => null,
    lazy: async () => ({ Component: (await import('./approvals/desk-approvals-page')).DeskApprovalsPage }),
  },
  {
    path: 'vendor-desk/approvals/:approvalId',
    HydrateFallback: () => null,
    lazy: async () => ({ Component: (await import('./approvals/desk-approval-page')).DeskApprovalPage }),
  },
  {
    path: 'vendor-desk/special-bids',
    HydrateFallback: () => null,
    lazy: async () => ({ Component: (await import('./special-bids/desk-bids-page')).DeskBidsPage }),
  },
  {
    path: 'vendor-desk/special-bids/:bidId',
    HydrateFallback: () => null,
    lazy: async () => ({ Component: (await import('./special-bids/desk-bid-page')).DeskBidPage }),
  },
  {
    path: 'vendor-desk/registrations',
    HydrateFallback: () => null,
    lazy: async () => ({
      Component: (await import('./registrations/desk-registrations-page')).DeskRegistrationsPage,
    }),
  },
  {
    path: 'vendor-desk/registrations/:requestId',
    HydrateFallback: () => null,
    lazy: async () => ({
      Component: (await import('./registrations/desk-registration-page')).DeskRegistrationPage,
    }),
  },
];
