import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { assertNever } from '#shared/lib/assert-never';
import { idSchema } from '#shared/lib/ids';
import {
  completeVendorObligationSchema,
  vendorObligationListSchema,
  vendorObligationQuerySchema,
  vendorObligationSchema,
} from '#shared/protocol/vendor-obligation';
import { ApiFailure, errorResponses } from '../../http/api-failure';
import { sessionOf, signedInAs } from '../../http/signed-in';
import type { CompletionError, ObligationService } from './service';

/** GET /api/v1/vendor/obligations and POST /{id}/complete: see shared/protocol/vendor-obligation.ts. */
export const obligationRoutes: FastifyPluginAsyncZod<{ obligations: ObligationService }> = async (
  app,
  { obligations },
) => {
  app.get(
    '/vendor/obligations',
    {
      onRequest: signedInAs('channel', 'admin'),
      schema: {
        summary: 'What is owed in partners’ deals',
        querystring: vendorObligationQuerySchema,
        response: { 200: vendorObligationListSchema, ...errorResponses },
      },
    },
    async (request, reply) =>
      reply.header('cache-control', 'no-store').send(await obligations.list(request.query)),
  );

  app.post(
    '/vendor/obligations/:id/complete',
    {
      onRequest: signedInAs('channel', 'admin'),
      schema: {
        summary: 'Complete an obligation of the vendor',
        params: z.object({ id: idSchema }),
        body: completeVendorObligationSchema,
        response: { 200: vendorObligationSchema, ...errorResponses },
      },
    },
    async (request) => {
      const { id } = request.params;
      const completed = await obligations.complete(sessionOf(request), id, request.body.note);
      if (completed.ok) return completed.value;
      throw failureOf(completed.error);
    },
  );
};

function failureOf(error: CompletionError): ApiFailure {
  switch (error) {
    case 'not-found':
      return new ApiFailure('not-found', 'There is no such obligation');
    case 'not-the-vendors':
      return new ApiFailure('conflict', 'This is the partner’s to do');
    case 'done-already':
      return new ApiFailure('conflict', 'It is done already');
    default:
      return assertNever(error);
  }
}
