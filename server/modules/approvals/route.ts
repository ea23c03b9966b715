import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { idSchema } from '#shared/lib/ids';
import {
  vendorApprovalDecidedSchema,
  vendorApprovalDecisionSchema,
  vendorApprovalListSchema,
  vendorApprovalSchema,
} from '#shared/protocol/vendor-approval';
import { ApiFailure, errorResponses } from '../../http/api-failure';
import { sessionOf, signedInAs } from '../../http/signed-in';
import type { ApprovalService } from './service';

/** GET /api/v1/vendor/approvals, GET /{id} and POST /{id}/decision: see shared/protocol/vendor-approval.ts. */
export const approvalRoutes: FastifyPluginAsyncZod<{ approvals: ApprovalService }> = async (
  app,
  { approvals },
) => {
  app.get(
    '/vendor/approvals',
    {
      onRequest: signedInAs('channel', 'admin'),
      schema: {
        summary: 'Requests for approval of all partners',
        response: { 200: vendorApprovalListSchema, ...errorResponses },
      },
    },
    async (_request, reply) => reply.header('cache-control', 'no-store').send(await approvals.list()),
  );

  app.get(
    '/vendor/approvals/:id',
    {
      onRequest: signedInAs('channel', 'admin'),
      schema: {
        summary: 'One request with its quote as the server prices it',
        params: z.object({ id: idSchema }),
        response: { 200: vendorApprovalSchema, ...errorResponses },
      },
    },
    async (request, reply) => {
      const found = await approvals.find(request.params.id);
      if (!found) throw noSuchRequest();
      return reply.header('cache-control', 'no-store').send(found);
    },
  );

  app.post(
    '/vendor/approvals/:id/decision',
    {
      onRequest: signedInAs('channel', 'admin'),
      schema: {
        summary: 'Approve, reject or counter a request',
        params: z.object({ id: idSchema }),
        body: vendorApprovalDecisionSchema,
        response: { 200: vendorApprovalDecidedSchema, ...errorResponses },
      },
    },
    async (request) => {
      const decided = await approvals.decide(sessionOf(request), request.params.id, request.body);
      if (decided.ok) return { approval: decided.value };
      if (decided.error.type === 'not-found') throw noSuchRequest();
      throw new ApiFailure(
        'conflict',
        `The request is ${decided.error.state}, or it is not the vendor’s turn`,
      );
    },
  );
};

const noSuchRequest = () => new ApiFailure('not-found', 'There is no such request');
