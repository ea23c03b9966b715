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
  {
    path: 'vendor-desk/conversations',
    HydrateFallback: () => null,
    lazy: async () => ({
      Component: (await import('./conversations/desk-conversations-page')).DeskConversationsPage,
    }),
  },
  {
    path: 'vendor-desk/conversations/:type/:id',
    HydrateFallback: () => null,
    lazy: async () => ({
      Component: (await import('./conversations/desk-conversation-page')).DeskConversationPage,
    }),
  },
  {
    path: 'vendor-desk/leads',
    HydrateFallback: () => null,
    lazy: async () => ({ Component: (await import('./leads/desk-leads-page')).DeskLeadsPage }),
  },
  {
    path: 'vendor-desk/leads/statistics',
    HydrateFallback: () => null,
    lazy: async () => ({ Component: (await import('./leads/statistics-page')).LeadStatisticsPage }),
  },
  {
    path: 'vendor-desk/leads/:leadId',
    HydrateFallback: () => null,
    lazy: async () => ({ Component: (await import('./leads/desk-lead-page')).DeskLeadPage }),
  },
  {
    path: 'vendor-desk/rules',
    HydrateFallback: () => null,
    lazy: async () => ({ Component: (await import('./rules/rules-page')).RulesPage }),
  },
  {
    path: 'vendor-desk/rules/:kind',
    HydrateFallback: () => null,
    lazy: async () => ({ Component: (await import('./rules/rules-page')).RulesPage }),
  },
  {
    path: 'vendor-desk/obligations',
    HydrateFallback: () => null,
    lazy: async () => ({
      Component: (await import('./obligations/desk-obligations-page')).DeskObligationsPage,
    }),
  },
  {
    path: 'vendor-desk/partners',
    HydrateFallback: () => null,
    lazy: async () => ({ Component: (await import('./partners/desk-partners-page')).DeskPartnersPage }),
  },
  {
    path: 'vendor-desk/partners/:partnerId',
    HydrateFallback: () => null,
    lazy: async () => ({ Component: (await import('./partners/desk-partner-page')).DeskPartnerPage }),
  },
  {
    path: 'vendor-desk/price-books',
    HydrateFallback: () => null,
    lazy: async () => ({
      Component: (await import('./price-books/desk-price-books-page')).DeskPriceBooksPage,
    }),
  },
  {
    path: 'vendor-desk/price-books/:bookId',
    HydrateFallback: () => null,
    lazy: async () => ({ Component: (await import('./price-books/desk-price-book-page')).DeskPriceBookPage }),
  },
  {
    path: 'vendor-desk/price-books/:bookId/drafts/:draftId',
    HydrateFallback: () => null,
    lazy: async () => ({
      Component: (await import('./price-books/desk-price-draft-page')).DeskPriceDraftPage,
    }),
  },
  {
    path: 'vendor-desk/audit',
    HydrateFallback: () => null,
    lazy: async () => ({ Component: (await import('./audit/desk-audit-page')).DeskAuditPage }),
  },
  {
    path: 'vendor-desk/webhooks',
    HydrateFallback: () => null,
    lazy: async () => ({ Component: (await import('./webhooks/desk-webhooks-page')).DeskWebhooksPage }),
  },
  {
    path: 'vendor-desk/webhooks/:webhookId',
    HydrateFallback: () => null,
    lazy: async () => ({ Component: (await import('./webhooks/desk-webhook-page')).DeskWebhookPage }),
  },
];
