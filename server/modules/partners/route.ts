import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { idSchema } from '#shared/lib/ids';
import { vendorPartnerListSchema, vendorPartnerSchema } from '#shared/protocol/vendor-partners';
import { ApiFailure, errorResponses } from '../../http/api-failure';
import { signedInAs } from '../../http/signed-in';
import type { PartnerService } from './service';

/** GET /api/v1/vendor/partners and /{id}: see shared/protocol/vendor-partners.ts. */
export const partnerRoutes: FastifyPluginAsyncZod<{ partners: PartnerService }> = async (
  app,
  { partners },
) => {
  app.get(
    '/vendor/partners',
    {
      onRequest: signedInAs('channel', 'admin'),
      schema: {
        summary: 'The vendor’s partners, with what waits',
        response: { 200: vendorPartnerListSchema, ...errorResponses },
      },
    },
    async (_request, reply) =>
      reply.header('cache-control', 'no-store').send({ partners: await partners.list() }),
  );

  app.get(
    '/vendor/partners/:id',
    {
      onRequest: signedInAs('channel', 'admin'),
      schema: {
        summary: 'One partner: facts, people, agreements, and how much of everything it has',
        params: z.object({ id: idSchema }),
        response: { 200: vendorPartnerSchema, ...errorResponses },
      },
    },
    async (request, reply) => {
      const found = await partners.find(request.params.id);
      if (!found) throw new ApiFailure('not-found', 'There is no such partner');
      return reply.header('cache-control', 'no-store').send(found);
    },
  );
};
