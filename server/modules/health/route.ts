import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { sql } from 'kysely';
import { z } from 'zod';
import { protocolVersion } from '#shared/protocol/version';
import type { Database } from '../../db/database';
import { ApiFailure, errorResponses } from '../../http/api-failure';

const healthSchema = z.object({ status: z.literal('ok'), protocolVersion: z.number() });

/** GET /healthz: 200 when the database answers, else 503. */
export const healthRoutes: FastifyPluginAsyncZod<{ database: Database }> = async (app, { database }) => {
  app.get(
    '/healthz',
    {
      schema: {
        summary: 'Is the server able to work',
        security: [],
        response: { 200: healthSchema, ...errorResponses },
      },
    },
    async (request, reply) => {
      try {
        await sql`select 1`.execute(database);
      } catch (error) {
        request.log.error(error);
        throw new ApiFailure('unavailable', 'The database does not answer');
      }
      return reply.header('cache-control', 'no-store').send({ status: 'ok' as const, protocolVersion });
    },
  );
};
