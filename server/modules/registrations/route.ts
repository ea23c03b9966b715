import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { idSchema } from '#shared/lib/ids';
import {
  registrationDecisionSchema,
  vendorRegistrationFileSchema,
  vendorRegistrationListSchema,
} from '#shared/protocol/vendor-registration';
import { ApiFailure, errorResponses } from '../../http/api-failure';
import { sessionOf, signedInAs } from '../../http/signed-in';
import type { RegistrationService } from './service';

/** GET /api/v1/vendor/registrations, GET /{id} and POST /{id}/decision: see shared/protocol/vendor-registration.ts. */
export const registrationRoutes: FastifyPluginAsyncZod<{ registrations: RegistrationService }> = async (
  app,
  { registrations },
) => {
  app.get(
    '/vendor/registrations',
    {
      onRequest: signedInAs('channel', 'admin'),
      schema: {
        summary: 'Deal registrations that partners ask for',
        response: { 200: vendorRegistrationListSchema, ...errorResponses },
      },
    },
    async (_request, reply) => reply.header('cache-control', 'no-store').send(await registrations.list()),
  );

  app.get(
    '/vendor/registrations/:id',
    {
      onRequest: signedInAs('channel', 'admin'),
      schema: {
        summary: 'One request for a deal registration',
        params: z.object({ id: idSchema }),
        response: { 200: vendorRegistrationFileSchema, ...errorResponses },
      },
    },
    async (request, reply) => {
      const found = await registrations.find(request.params.id);
      if (!found) throw noSuchRequest();
      return reply.header('cache-control', 'no-store').send(found);
    },
  );

  app.post(
    '/vendor/registrations/:id/decision',
    {
      onRequest: signedInAs('channel', 'admin'),
      schema: {
        summary: 'Grant or refuse a deal registration',
        params: z.object({ id: idSchema }),
        body: registrationDecisionSchema,
        response: { 200: vendorRegistrationFileSchema, ...errorResponses },
      },
    },
    async (request) => {
      const decided = await registrations.decide(sessionOf(request), request.params.id, request.body);
      if (decided.ok) return decided.value;
      const { error } = decided;
      if (error.type === 'not-found') throw noSuchRequest();
      if (error.type === 'already-decided') {
        throw new ApiFailure('conflict', `The request is ${error.state}; only a waiting one is decided`);
      }
      if (error.type === 'changed') throw new ApiFailure('conflict', 'The request was changed meanwhile');
      throw new ApiFailure('bad-request', 'This cannot be granted', [error]);
    },
  );
};

const noSuchRequest = () => new ApiFailure('not-found', 'There is no such request');
