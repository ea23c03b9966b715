import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { vendorWaitingSchema } from '#shared/protocol/vendor-waiting';
import type { Clock } from '../../clock';
import type { Database } from '../../db/database';
import { errorResponses } from '../../http/api-failure';
import { sessionOf, signedInAs } from '../../http/signed-in';
import { countWaiting } from './repository';

interface WaitingOptions {
  readonly database: Database;
  readonly clock: Clock;
}

/** GET /api/v1/vendor/waiting: see shared/protocol/vendor-waiting.ts. */
export const waitingRoutes: FastifyPluginAsyncZod<WaitingOptions> = async (app, { database, clock }) => {
  app.get(
    '/vendor/waiting',
    {
      onRequest: signedInAs('channel', 'admin'),
      schema: {
        summary: 'How much waits for the vendor’s people, by list',
        response: { 200: vendorWaitingSchema, ...errorResponses },
      },
    },
    async (request, reply) => {
      const counts = await countWaiting(database, sessionOf(request).userId, clock());
      return reply.header('cache-control', 'no-store').send(counts);
    },
  );
};
