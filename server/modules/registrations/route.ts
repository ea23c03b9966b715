import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { idSchema } from '#shared/lib/ids';
import { assertNever } from '#shared/lib/assert-never';
import type { Result } from '#shared/lib/result';
import type { Session } from '#shared/protocol/session';
import {
  conflictDecisionSchema,
  extensionDecisionSchema,
  openConflictSchema,
  registrationDecisionSchema,
  revocationSchema,
  transferSchema,
  vendorRegistrationFileSchema,
  vendorRegistrationListSchema,
  type VendorRegistrationFile,
} from '#shared/protocol/vendor-registration';
import { ApiFailure, errorResponses } from '../../http/api-failure';
import { sessionOf, signedInAs } from '../../http/signed-in';
import type { DeskError } from './registration-desk';
import type { RegistrationService } from './service';

/** GET /api/v1/vendor/registrations, GET /{id} and what is decided by POST /{id}/...: see shared/protocol/vendor-registration.ts. */
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

  /** A vendor's decision about one request; answers with its file as it is then. */
  const decides = <Body>(
    path: string,
    summary: string,
    body: z.ZodType<Body>,
    act: (session: Session, id: string, body: Body) => Promise<Result<VendorRegistrationFile, DeskError>>,
  ): void => {
    app.post(
      `/vendor/registrations/:id/${path}`,
      {
        onRequest: signedInAs('channel', 'admin'),
        schema: {
          summary,
          params: z.object({ id: idSchema }),
          body,
          response: { 200: vendorRegistrationFileSchema, ...errorResponses },
        },
      },
      async (request) => {
        const done = await act(sessionOf(request), request.params.id, body.parse(request.body));
        if (done.ok) return done.value;
        throw failureOf(done.error);
      },
    );
  };
  decides(
    'decision',
    'Grant or refuse a deal registration',
    registrationDecisionSchema,
    registrations.decide,
  );
  decides(
    'extension',
    'Decide on more time for a protected deal',
    extensionDecisionSchema,
    registrations.decideExtension,
  );
  decides('conflict', 'Hear both sides of two requests', openConflictSchema, registrations.openConflict);
  decides(
    'conflict/decision',
    'Decide whose deal it is',
    conflictDecisionSchema,
    registrations.decideConflict,
  );
  decides('transfer', 'Give a protection to another partner', transferSchema, registrations.transfer);
  decides('revocation', 'End a protection', revocationSchema, registrations.revoke);
};

const noSuchRequest = () => new ApiFailure('not-found', 'There is no such request');

function failureOf(error: DeskError): ApiFailure {
  switch (error.type) {
    case 'not-found':
      return noSuchRequest();
    case 'already-decided':
      return new ApiFailure('conflict', `The request is ${error.state}; only a waiting one is decided`);
    case 'changed':
      return new ApiFailure('conflict', 'The request was changed meanwhile');
    case 'not-now':
      return new ApiFailure('conflict', error.message);
    case 'bad-terms':
      return new ApiFailure('bad-request', 'This cannot be granted', [error]);
    default:
      return assertNever(error);
  }
}
