import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { auditFilterSchema, auditPageSchema, auditQuerySchema } from '#shared/protocol/vendor-audit';
import { errorResponses } from '../../http/api-failure';
import { signedInAs } from '../../http/signed-in';
import type { AuditService } from './service';

/** GET /api/v1/vendor/audit and /api/v1/vendor/audit.csv: see shared/protocol/vendor-audit.ts. */
export const auditRoutes: FastifyPluginAsyncZod<{ audit: AuditService }> = async (app, { audit }) => {
  app.get(
    '/vendor/audit',
    {
      onRequest: signedInAs('channel', 'admin'),
      schema: {
        summary: 'What happened, the newest first',
        querystring: auditQuerySchema,
        response: { 200: auditPageSchema, ...errorResponses },
      },
    },
    async (request, reply) => {
      const { before, limit, ...filter } = request.query;
      return reply.header('cache-control', 'no-store').send(await audit.find(filter, { before, limit }));
    },
  );

  app.get(
    '/vendor/audit.csv',
    {
      onRequest: signedInAs('channel', 'admin'),
      schema: {
        summary: 'What happened, as a CSV file',
        querystring: auditFilterSchema,
        produces: ['text/csv'],
        response: {
          200: z
            .any()
            .describe('CSV in UTF-8 with a head; cells that look like formulas begin with an apostrophe'),
          ...errorResponses,
        },
      },
    },
    (request, reply) =>
      reply
        .header('cache-control', 'no-store')
        .header('content-disposition', 'attachment; filename="audit.csv"')
        .type('text/csv; charset=utf-8')
        .send(audit.csv(request.query)),
  );
};
