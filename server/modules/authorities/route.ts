import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import {
  issueAuthoritySchema,
  issuedAuthoritySchema,
  vendorAuthorityListSchema,
} from '#shared/protocol/vendor-authority';
import { ApiFailure, errorResponses } from '../../http/api-failure';
import { signedInAs } from '../../http/signed-in';
import type { AuthorityService } from './service';

/** GET and POST /api/v1/vendor/authorities: see shared/protocol/vendor-authority.ts. */
export const authorityRoutes: FastifyPluginAsyncZod<{ authorities: AuthorityService }> = async (
  app,
  { authorities },
) => {
  app.get(
    '/vendor/authorities',
    {
      onRequest: signedInAs('channel', 'admin'),
      schema: {
        summary: 'Delegated authorities of all partners',
        response: { 200: vendorAuthorityListSchema, ...errorResponses },
      },
    },
    async (_request, reply) => reply.header('cache-control', 'no-store').send(await authorities.list()),
  );

  app.post(
    '/vendor/authorities',
    {
      onRequest: signedInAs('channel', 'admin'),
      schema: {
        summary: 'Sign a delegated authority for a partner’s person',
        body: issueAuthoritySchema,
        response: { 200: issuedAuthoritySchema, ...errorResponses },
      },
    },
    async (request) => {
      const issued = await authorities.issue(request.body);
      if (issued.ok) return issued.value;
      const issues = [{ path: 'personId', message: 'nobody of that partner' }];
      throw new ApiFailure('bad-request', 'There is no such person at that partner', issues);
    },
  );
};
