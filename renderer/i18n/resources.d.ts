import 'i18next';
import type accounts from './locales/en/accounts.json';
import type app from './locales/en/app.json';
import type approvals from './locales/en/approvals.json';
import type attention from './locales/en/attention.json';
import type catalog from './locales/en/catalog.json';
import type common from './locales/en/common.json';
import type conflicts from './locales/en/conflicts.json';
import type configurator from './locales/en/configurator.json';
import type contracts from './locales/en/contracts.json';
import type conversation from './locales/en/conversation.json';
import type forms from './locales/en/forms.json';
import type leads from './locales/en/leads.json';
import type obligations from './locales/en/obligations.json';
import type opportunities from './locales/en/opportunities.json';
import type activities from './locales/en/activities.json';
import type team from './locales/en/team.json';
import type importExport from './locales/en/import-export.json';
import type orders from './locales/en/orders.json';
import type paste from './locales/en/paste.json';
import type priceDrift from './locales/en/price-drift.json';
import type proposals from './locales/en/proposals.json';
import type quotes from './locales/en/quotes.json';
import type records from './locales/en/records.json';
import type registrations from './locales/en/registrations.json';
import type settings from './locales/en/settings.json';
import type signIn from './locales/en/sign-in.json';
import type storage from './locales/en/storage.json';
import type sync from './locales/en/sync.json';
import type today from './locales/en/today.json';
import type ui from './locales/en/ui.json';
import type vendorLeads from './locales/en/vendor-leads.json';
import type vendorRules from './locales/en/vendor-rules.json';
import type vendorAdmin from './locales/en/vendor-admin.json';
import type vendorDesk from './locales/en/vendor-desk.json';

/** Keys of `t()` are checked against the English texts. */
declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'common';
    resources: {
      accounts: typeof accounts;
      app: typeof app;
      approvals: typeof approvals;
      attention: typeof attention;
      catalog: typeof catalog;
      common: typeof common;
      conflicts: typeof conflicts;
      configurator: typeof configurator;
      contracts: typeof contracts;
      conversation: typeof conversation;
      forms: typeof forms;
      leads: typeof leads;
      obligations: typeof obligations;
      opportunities: typeof opportunities;
      activities: typeof activities;
      team: typeof team;
      'import-export': typeof importExport;
      orders: typeof orders;
      paste: typeof paste;
      'price-drift': typeof priceDrift;
      proposals: typeof proposals;
      quotes: typeof quotes;
      records: typeof records;
      registrations: typeof registrations;
      settings: typeof settings;
      'sign-in': typeof signIn;
      storage: typeof storage;
      sync: typeof sync;
      today: typeof today;
      ui: typeof ui;
      'vendor-leads': typeof vendorLeads;
      'vendor-rules': typeof vendorRules;
      'vendor-admin': typeof vendorAdmin;
      'vendor-desk': typeof vendorDesk;
    };
  }
}
