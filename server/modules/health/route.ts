import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { sql } from 'kysely';
import { z } from 'zod';
import { roleSchema } from '#shared/domain/partner/partner';
import { protocolVersion } from '#shared/protocol/version';
import type { Database } from '../../db/database';
import { ApiFailure, errorResponses } from '../../http/api-failure';

const demoAccessSchema = z.object({
  password: z.string(),
  accounts: z.array(
    z.object({ email: z.string(), name: z.string(), role: roleSchema, partnerName: z.string() }),
  ),
});
/** Whom a demo can be tried as, all with one password. Its people are invented and guard nothing. */
export type DemoAccess = z.infer<typeof demoAccessSchema>;

const healthSchema = z.object({
  status: z.literal('ok'),
  protocolVersion: z.number(),
  /** Only where the server was started as a demo: the sign-in page offers it. */
  demo: demoAccessSchema.optional(),
});

export interface HealthRouteOptions {
  readonly database: Database;
  readonly demo?: DemoAccess | undefined;
}

/** GET /healthz: 200 when the database answers, else 503. */
export const healthRoutes: FastifyPluginAsyncZod<HealthRouteOptions> = async (app, { database, demo }) => {
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
      return reply.header('cache-control', 'no-store').send({ status: 'ok' as const, protocolVersion, demo });
    },
  );
};
