import { join } from 'node:path';
import { constants } from 'node:zlib';
import compress from '@fastify/compress';
import cookie from '@fastify/cookie';
import rateLimit from '@fastify/rate-limit';
import underPressure from '@fastify/under-pressure';
import Fastify, { type FastifyInstance } from 'fastify';
import { serializerCompiler, validatorCompiler } from 'fastify-type-provider-zod';
import { systemClock, type Clock } from './clock';
import type { Database } from './db/database';
import { noFailpoints, type ReachFailpoint } from './failpoint';
import { answerErrorsTyped } from './http/api-failure';
import { closeGracefully } from './http/graceful-close';
import { describeInterface } from './http/open-api';
import { refuseOtherOrigins } from './http/same-origin';
import { busyLimits } from './http/busy';
import { sendSecurityHeaders } from './http/security-headers';
import { healthRoutes, type DemoAccess } from './modules/health/route';
import { approvalRoutes } from './modules/approvals/route';
import { approvalService } from './modules/approvals/service';
import { auditRoutes } from './modules/audit/route';
import { auditService } from './modules/audit/service';
import { attachmentRoutes } from './modules/attachments/route';
import { attachmentService } from './modules/attachments/service';
import { authorityRoutes } from './modules/authorities/route';
import { authorityService } from './modules/authorities/service';
import { conversationRoutes } from './modules/conversations/route';
import { conversationService } from './modules/conversations/service';
import { waitingRoutes } from './modules/desk-waiting/route';
import { deviceRoutes } from './modules/devices/route';
import { deviceService } from './modules/devices/service';
import { eventHub, defaultEventLimits, type EventLimits } from './modules/events/event-hub';
import { eventRoutes } from './modules/events/route';
import { integrationRoutes } from './modules/orders/integration-route';
import { statusReceiver } from './modules/orders/receive-status';
import { followingPushes } from './modules/leads/following-pushes';
import { leadRoutes } from './modules/leads/route';
import { leadService } from './modules/leads/service';
import { obligationRoutes } from './modules/obligations/route';
import { obligationService } from './modules/obligations/service';
import { orderRoutes } from './modules/orders/route';
import { orderService } from './modules/orders/service';
import { partnerRoutes } from './modules/partners/route';
import { partnerService } from './modules/partners/service';
import { priceDraftRoutes } from './modules/price-books/draft-route';
import { priceDraftService } from './modules/price-books/drafts';
import { priceBookRoutes } from './modules/price-books/route';
import { priceBookService } from './modules/price-books/service';
import { priceRoutes } from './modules/price/route';
import { registrationRoutes } from './modules/registrations/route';
import { registrationService } from './modules/registrations/service';
import { webhookRoutes } from './modules/webhooks/route';
import { webhookService } from './modules/webhooks/service';
import { ruleNames } from './modules/rules/known';
import { ruleRoutes } from './modules/rules/route';
import { ruleService } from './modules/rules/service';
import { serveRenderer } from './modules/web-app/route';
import { passwordIdentity } from './modules/session/identity';
import { sessionRepository } from './modules/session/repository';
import { resumeSessions, sessionRoutes } from './modules/session/route';
import { sessionService } from './modules/session/service';
import { specialBidRoutes } from './modules/special-bids/route';
import { specialBidService } from './modules/special-bids/service';
import { folderChunkStore, type ChunkStore } from './modules/snapshots/chunk-store';
import { priceBookSource } from './modules/snapshots/price-book-source';
import { snapshotRoutes } from './modules/snapshots/route';
import { pullService } from './modules/sync/pull.service';
import { defaultPushLimits, pushSlots, type PushLimits } from './modules/sync/push-slots';
import { pushService } from './modules/sync/push.service';
import { syncRoutes } from './modules/sync/route';

export interface AppOptions {
  readonly database: Database;
  /** Snapshot files are in its folder "snapshots". */
  readonly dataDir: string;
  /** Where snapshot files are kept instead of that folder. */
  readonly chunks?: ChunkStore;
  /** The built renderer. */
  readonly rendererDir: string;
  readonly clock?: Clock;
  readonly signInsPerMinute?: number;
  readonly pricesPerMinute?: number;
  /** Believe the X-Forwarded-* of the one proxy in front: only behind one that sets them. */
  readonly trustProxy?: boolean;
  /** Webhooks may go to private addresses and over plain HTTP. */
  readonly privateWebhooks?: boolean;
  /** Said to everyone who asks: only for a demo. */
  readonly demo?: DemoAccess | undefined;
  /** Errors to stderr. */
  readonly log?: boolean;
  /** Records in one page of a pull; small in tests that look at what happens between pages. */
  readonly recordsPerPage?: number;
  /** What is turned away so that the rest is served (docs/adr/0017). */
  readonly limits?: {
    readonly pushes?: Partial<PushLimits>;
    readonly events?: Partial<EventLimits>;
    /** Mean delay of the event loop; 0: never turn away for it. */
    readonly eventLoopDelayMs?: number;
  };
  /** How long requests under way may take to finish when the app is closed. */
  readonly stopGraceMs?: number;
  /** Of the vendor's systems that report on orders, "whsec_" and base64; null: none may. */
  readonly orderStatusSecret?: string | null;
  /** Only for tests that break the server on purpose. */
  readonly failpoint?: ReachFailpoint;
}

export const snapshotFolder = (dataDir: string): string => join(dataDir, 'snapshots');

/** The whole server over a database, not yet listening. It keeps no state of its own: several over one database behave as one. */
export async function buildApp(options: AppOptions): Promise<FastifyInstance> {
  const { database, clock = systemClock, failpoint = noFailpoints } = options;
  const app = Fastify({
    logger: options.log === true ? { level: 'warn', stream: process.stderr } : false,
    // One hop: what came before the proxy is the sender's own word, and would get round the limit of sign-ins.
    trustProxy: options.trustProxy === true ? (_address, hop) => hop === 0 : false,
    forceCloseConnections: 'idle',
    // A stop answers in the way of the interface: see closeGracefully.
    return503OnClosing: false,
    requestTimeout: 300_000,
  });
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(serializerCompiler);
  app.decorateRequest('session', null);
  app.decorateRequest('sessionKey', null);
  answerErrorsTyped(app);
  closeGracefully(app, options.stopGraceMs ?? 10_000);
  refuseOtherOrigins(app);
  await sendSecurityHeaders(app);
  await app.register(compress, { brotliOptions: { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } } });
  await app.register(cookie);
  await app.register(rateLimit, { global: false });
  await describeInterface(app);

  const chunks = options.chunks ?? folderChunkStore(snapshotFolder(options.dataDir));
  const books = priceBookSource(chunks);
  const repository = sessionRepository(database);
  const sessions = sessionService(repository, passwordIdentity(repository), clock);
  const events = eventHub(
    database,
    (keys) => sessions.stillOpen(keys),
    (error) => app.log.warn(error),
    { ...defaultEventLimits, ...options.limits?.events },
  );
  app.addHook('preClose', async () => events.endAll());
  app.addHook('onClose', () => events.close());
  const devices = deviceService(database, clock);
  await app.register(healthRoutes, { database, demo: options.demo });
  await app.register(
    async (api) => {
      await api.register(underPressure, busyLimits(options.limits?.eventLoopDelayMs));
      resumeSessions(api, sessions);
      await api.register(sessionRoutes, { sessions, signInsPerMinute: options.signInsPerMinute ?? 20 });
      await api.register(priceRoutes, { pricesPerMinute: options.pricesPerMinute ?? 60 });
      await api.register(syncRoutes, {
        push: followingPushes(
          pushService({
            database,
            books,
            clock,
            failpoint,
            onBroken: ({ error, ...broken }) =>
              app.log.error(
                { err: error, ...broken },
                'A mutation was refused because the server failed over it',
              ),
          }),
          { database, books, clock },
          (error) => app.log.error(error),
        ),
        pull: pullService(database, failpoint, options.recordsPerPage),
        slots: pushSlots({ ...defaultPushLimits, ...options.limits?.pushes }),
        devices,
      });
      await api.register(eventRoutes, { events });
      await api.register(deviceRoutes, { devices });
      await api.register(snapshotRoutes, { database, chunks, clock });
      await api.register(approvalRoutes, { approvals: approvalService(database, books, clock) });
      await api.register(auditRoutes, { audit: auditService(database) });
      await api.register(webhookRoutes, {
        webhooks: webhookService(database, clock, { allowPrivate: options.privateWebhooks === true }),
      });
      await api.register(authorityRoutes, { authorities: authorityService(database, books, clock) });
      await api.register(specialBidRoutes, { specialBids: specialBidService(database, books, clock) });
      await api.register(leadRoutes, { leads: leadService({ database, books, clock }) });
      await api.register(obligationRoutes, { obligations: obligationService(database, books, clock) });
      await api.register(ruleRoutes, { rules: ruleService(database, ruleNames(chunks), clock) });
      await api.register(registrationRoutes, {
        registrations: registrationService(database, books, clock),
      });
      await api.register(partnerRoutes, { partners: partnerService(database) });
      await api.register(priceDraftRoutes, { drafts: priceDraftService(database, chunks, clock) });
      await api.register(priceBookRoutes, { priceBooks: priceBookService(database, chunks, clock) });
      await api.register(conversationRoutes, {
        conversations: conversationService(database, books, clock),
      });
      await api.register(waitingRoutes, { database, clock });
      await api.register(attachmentRoutes, { attachments: attachmentService(database, clock) });
      await api.register(orderRoutes, { orders: orderService(database, books, clock) });
      await api.register(integrationRoutes, {
        receiver: statusReceiver(database, books, clock),
        secret: options.orderStatusSecret ?? null,
        clock,
      });
    },
    { prefix: '/api/v1' },
  );
  await serveRenderer(app, options.rendererDir);
  return app;
}
