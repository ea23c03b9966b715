import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { idSchema } from '#shared/lib/ids';
import {
  specialBidDecidedSchema,
  specialBidDecisionSchema,
  vendorSpecialBidListSchema,
  vendorSpecialBidSchema,
} from '#shared/protocol/vendor-special-bid';
import { ApiFailure, errorResponses } from '../../http/api-failure';
import { sessionOf, signedInAs } from '../../http/signed-in';
import type { SpecialBidService } from './service';

/** GET /api/v1/vendor/special-bids, GET /{id} and POST /{id}/decision: see shared/protocol/vendor-special-bid.ts. */
export const specialBidRoutes: FastifyPluginAsyncZod<{ specialBids: SpecialBidService }> = async (
  app,
  { specialBids },
) => {
  app.get(
    '/vendor/special-bids',
    {
      onRequest: signedInAs('channel', 'admin'),
      schema: {
        summary: 'Requests for special prices of all partners',
        response: { 200: vendorSpecialBidListSchema, ...errorResponses },
      },
    },
    async (_request, reply) => reply.header('cache-control', 'no-store').send(await specialBids.list()),
  );

  app.get(
    '/vendor/special-bids/:id',
    {
      onRequest: signedInAs('channel', 'admin'),
      schema: {
        summary: 'One request with its quote as the server prices it',
        params: z.object({ id: idSchema }),
        response: { 200: vendorSpecialBidSchema, ...errorResponses },
      },
    },
    async (request, reply) => {
      const found = await specialBids.find(request.params.id);
      if (!found) throw noSuchBid();
      return reply.header('cache-control', 'no-store').send(found);
    },
  );

  app.post(
    '/vendor/special-bids/:id/decision',
    {
      onRequest: signedInAs('channel', 'admin'),
      schema: {
        summary: 'Grant or reject special prices',
        params: z.object({ id: idSchema }),
        body: specialBidDecisionSchema,
        response: { 200: specialBidDecidedSchema, ...errorResponses },
      },
    },
    async (request) => {
      const decided = await specialBids.decide(sessionOf(request), request.params.id, request.body);
      if (decided.ok) return { specialBid: decided.value };
      const { error } = decided;
      if (error.type === 'not-found') throw noSuchBid();
      if (error.type === 'already-decided') {
        throw new ApiFailure('conflict', `The request is ${error.state}; only a waiting one is decided`);
      }
      throw new ApiFailure('bad-request', 'These terms cannot be granted', [error]);
    },
  );
};

const noSuchBid = () => new ApiFailure('not-found', 'There is no such request');
