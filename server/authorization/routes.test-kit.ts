import type { Database } from '../db/database';
import { file, fileBytes } from './records.test-kit';
import { admin, signedIn, vendor, who, type Who } from './who.test-kit';

/** Ids of real records, of the asker's own partner or of another one. The vendor's people reach both. */
export interface Aim {
  /** The id of a record of that kind: see records.test-kit.ts. */
  readonly id: (kind: string) => string;
  readonly isOwn: boolean;
}

export interface RouteRule {
  /** Nobody else: 401 for nobody, 403 for the others. */
  readonly may: readonly Who[];
  /** What stands in the address; then a partner's people get 404 for another partner's. */
  readonly params?: (aim: Aim) => Readonly<Record<string, string>>;
  readonly query?: (aim: Aim) => Readonly<Record<string, string>>;
  /** What must be in the database besides the records. */
  readonly prepare?: (aim: Aim, database: Database) => Promise<unknown>;
  /** {} without. A body that the route finds fault with (400) has passed the check of who asks. */
  readonly body?: (aim: Aim) => object | Buffer;
  /** It ends the session it is asked with. */
  readonly signsOut?: true;
}

const one = (kind: string) => (aim: Aim) => ({ id: aim.id(kind) });
const aboutQuote = (aim: Aim) => ({ type: 'quote', id: aim.id('quote') });
const ownBook = ({ isOwn }: Aim) => (isOwn ? 'book-1' : 'book-2');

const draft: Pick<RouteRule, 'params' | 'prepare'> = {
  params: (aim) => ({ bookId: ownBook(aim), draftId: `draft-${ownBook(aim)}` }),
  prepare: (aim, database) =>
    database
      .insertInto('price_draft')
      .values({
        id: `draft-${ownBook(aim)}`,
        book_id: ownBook(aim),
        file_name: 'prices.csv',
        note: '',
        rows: '[]',
        row_count: 0,
        bad_rows: '[]',
        bad_count: 0,
        state: 'draft',
        created_at: new Date(),
        created_by: 'Somebody',
      })
      .onConflict((conflict) => conflict.doNothing())
      .execute(),
};

/** An endpoint of the vendor's own; each case has its own, since one of them removes it. */
const webhook: Pick<RouteRule, 'params' | 'prepare'> = {
  params: ({ isOwn }) => ({ id: isOwn ? 'webhook-1' : 'webhook-2' }),
  prepare: ({ isOwn }, database) =>
    database
      .insertInto('webhook_endpoint')
      .values({
        id: isOwn ? 'webhook-1' : 'webhook-2',
        url: 'https://example.com',
        description: '',
        types: '["*"]',
        secret: 'whsec_AAAA',
        enabled: true,
        created_at: new Date(),
        created_by: 'Somebody',
      })
      .onConflict((conflict) => conflict.doNothing())
      .execute(),
};

/** One of the vendor's own leads, which is nobody's record. */
const vendorLead: Pick<RouteRule, 'params' | 'prepare'> = {
  params: () => ({ id: 'vendor-lead-1' }),
  prepare: (_aim, database) =>
    database
      .insertInto('vendor_lead')
      .values({
        id: 'vendor-lead-1',
        number: 'LD-1',
        state: 'closed',
        facts: JSON.stringify({
          company: {
            name: 'Tatra Hotels',
            country: 'PL',
            segment: 'public',
            city: '',
            street: '',
            postalCode: '',
            taxId: '',
            website: '',
          },
          contact: { name: '', jobTitle: '', email: '', phone: '' },
          source: '',
          need: '',
          families: [],
          estimate: null,
        }),
        waiting_comment: '',
        created_by: 'Somebody',
        created_at: new Date(),
        updated_at: new Date(),
      })
      .onConflict((conflict) => conflict.doNothing())
      .execute(),
};
const ruleSet = () => ({ kind: 'lead-routing' });

/**
 * Every route of the server: who may ask. A new route is listed here by its method and address, with who may, and with `params` if it names a
 * record. Kept in the order of the addresses.
 */
export const routeRules: Readonly<Record<string, RouteRule>> = {
  'GET /*': { may: who },
  'GET /healthz': { may: who },
  'GET /openapi.json': { may: who },

  'GET /api/v1/attachments/:id': {
    may: signedIn,
    params: () => ({ id: file.id }),
    query: (aim) => ({ type: 'message', record: aim.id('message-with-file') }),
    prepare: (aim, database) =>
      database
        .insertInto('attachment')
        .values({
          id: file.id,
          partner_id: aim.isOwn ? 'partner-1' : 'partner-2',
          uploaded_by: 'rep-1',
          size: file.size,
          sha256: file.sha256,
          media_type: file.mediaType,
          received_at: new Date(),
          bytes: fileBytes,
        })
        .onConflict((conflict) => conflict.doNothing())
        .execute(),
  },
  'PUT /api/v1/attachments/:id': {
    may: signedIn,
    params: () => ({ id: file.id }),
    query: (aim) => ({ type: 'message', record: aim.id('message-with-file') }),
    body: () => fileBytes,
  },
  'GET /api/v1/devices': { may: signedIn },
  'POST /api/v1/devices/:clientId': {
    may: signedIn,
    params: ({ isOwn }) => ({ clientId: isOwn ? 'own-device' : 'other-device' }),
    body: () => ({ name: 'Laptop' }),
  },
  // Signed by the vendor's systems, with a secret of their own.
  'POST /api/v1/integration/order-status': { may: who },
  'POST /api/v1/price': { may: who },
  'POST /api/v1/session': { may: who, body: () => ({ email: 'rep-1@example.com', password: 'wrong' }) },
  'GET /api/v1/session': { may: signedIn },
  'DELETE /api/v1/session': { may: who, signsOut: true },
  'GET /api/v1/snapshots': { may: signedIn },
  'GET /api/v1/snapshots/:kind/:id/:version': {
    may: signedIn,
    params: (aim) => ({ kind: 'price-book', id: ownBook(aim), version: '1' }),
  },
  'GET /api/v1/snapshots/:kind/:id/chunks/:hash': {
    may: signedIn,
    params: (aim) => ({ kind: 'price-book', id: ownBook(aim), hash: aim.id('chunk') }),
  },
  'GET /api/v1/snapshots/keys': { may: signedIn },
  'GET /api/v1/sync/events': { may: signedIn },
  'POST /api/v1/sync/pull': { may: signedIn },
  'POST /api/v1/sync/push': { may: signedIn },

  'GET /api/v1/vendor/approvals': { may: vendor },
  'GET /api/v1/vendor/approvals/:id': { may: vendor, params: one('approval') },
  'POST /api/v1/vendor/approvals/:id/decision': { may: vendor, params: one('approval') },
  'GET /api/v1/vendor/audit': { may: vendor },
  'GET /api/v1/vendor/audit.csv': { may: vendor },
  'GET /api/v1/vendor/authorities': { may: vendor },
  'POST /api/v1/vendor/authorities': { may: vendor },
  'GET /api/v1/vendor/conversations': { may: vendor },
  'GET /api/v1/vendor/conversations/:type/:id': { may: vendor, params: aboutQuote },
  'POST /api/v1/vendor/conversations/:type/:id/messages': { may: vendor, params: aboutQuote },
  'POST /api/v1/vendor/conversations/:type/:id/read': { may: vendor, params: aboutQuote },
  'GET /api/v1/vendor/leads': { may: vendor },
  'POST /api/v1/vendor/leads': { may: vendor },
  'GET /api/v1/vendor/leads/:id': { may: vendor, ...vendorLead },
  'POST /api/v1/vendor/leads/:id/close': { may: vendor, ...vendorLead },
  'POST /api/v1/vendor/leads/:id/offer': { may: vendor, ...vendorLead },
  'POST /api/v1/vendor/leads/:id/qualification': { may: vendor, ...vendorLead },
  'POST /api/v1/vendor/leads/:id/route': { may: vendor, ...vendorLead },
  'POST /api/v1/vendor/leads/:id/take-back': { may: vendor, ...vendorLead },
  'POST /api/v1/vendor/leads/import': { may: vendor },
  'GET /api/v1/vendor/leads/statistics': { may: vendor },
  'GET /api/v1/vendor/obligations': { may: vendor },
  'POST /api/v1/vendor/obligations/:id/complete': { may: vendor, params: one('obligation') },
  'GET /api/v1/vendor/orders': { may: vendor },
  'GET /api/v1/vendor/orders/:id': { may: vendor, params: one('order') },
  'POST /api/v1/vendor/orders/:id/decision': { may: vendor, params: one('order') },
  'POST /api/v1/vendor/orders/:id/reports': { may: vendor, params: one('order') },
  'POST /api/v1/vendor/orders/status-import': { may: vendor },
  'GET /api/v1/vendor/price-books': { may: vendor },
  'GET /api/v1/vendor/partners': { may: vendor },
  'GET /api/v1/vendor/partners/:id': {
    may: vendor,
    params: ({ isOwn }) => ({ id: isOwn ? 'partner-1' : 'partner-2' }),
  },
  'GET /api/v1/vendor/price-books/:bookId/versions': {
    may: vendor,
    params: (aim) => ({ bookId: ownBook(aim) }),
  },
  'GET /api/v1/vendor/price-books/:bookId/drafts': {
    may: admin,
    params: (aim) => ({ bookId: ownBook(aim) }),
  },
  'POST /api/v1/vendor/price-books/:bookId/drafts': {
    may: admin,
    params: (aim) => ({ bookId: ownBook(aim) }),
  },
  'GET /api/v1/vendor/price-books/:bookId/drafts/:draftId/changes': { may: admin, ...draft },
  'POST /api/v1/vendor/price-books/:bookId/drafts/:draftId/publish': { may: admin, ...draft },
  'POST /api/v1/vendor/price-books/:bookId/drafts/:draftId/cancel': { may: admin, ...draft },
  'POST /api/v1/vendor/price-books/:bookId/publish': {
    may: admin,
    params: (aim) => ({ bookId: ownBook(aim) }),
  },
  'GET /api/v1/vendor/registrations': { may: vendor },
  'GET /api/v1/vendor/registrations/:id': { may: vendor, params: one('request-submitted') },
  'POST /api/v1/vendor/registrations/:id/decision': { may: vendor, params: one('request-submitted') },
  'POST /api/v1/vendor/registrations/:id/conflict': { may: vendor, params: one('request-granted') },
  'POST /api/v1/vendor/registrations/:id/conflict/decision': { may: vendor, params: one('request-granted') },
  'POST /api/v1/vendor/registrations/:id/extension': { may: vendor, params: one('request-granted') },
  'POST /api/v1/vendor/registrations/:id/revocation': { may: vendor, params: one('request-granted') },
  'POST /api/v1/vendor/registrations/:id/transfer': { may: vendor, params: one('request-granted') },
  'GET /api/v1/vendor/rules/:kind': { may: vendor, params: ruleSet },
  'PUT /api/v1/vendor/rules/:kind': { may: admin, params: ruleSet },
  'POST /api/v1/vendor/rules/:kind/bench': { may: vendor, params: ruleSet },
  'POST /api/v1/vendor/rules/:kind/check': { may: vendor, params: ruleSet },
  'GET /api/v1/vendor/special-bids': { may: vendor },
  'GET /api/v1/vendor/special-bids/:id': { may: vendor, params: one('bid-requested') },
  'POST /api/v1/vendor/special-bids/:id/decision': { may: vendor, params: one('bid-requested') },

  'GET /api/v1/vendor/waiting': { may: vendor },
  'GET /api/v1/vendor/webhooks': { may: admin },
  'POST /api/v1/vendor/webhooks': { may: admin },
  'POST /api/v1/vendor/webhooks/:id': { may: admin, ...webhook },
  'DELETE /api/v1/vendor/webhooks/:id': { may: admin, ...webhook },
  'POST /api/v1/vendor/webhooks/:id/secret': { may: admin, ...webhook },
  'POST /api/v1/vendor/webhooks/:id/test': { may: admin, ...webhook },
  'GET /api/v1/vendor/webhooks/:id/deliveries': { may: admin, ...webhook },
  'POST /api/v1/vendor/webhooks/:id/replay': { may: admin, ...webhook },
};
