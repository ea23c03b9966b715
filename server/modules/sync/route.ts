import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { pullRequestSchema, pullResponseSchema } from '#shared/protocol/pull';
import { pushRequestSchema, pushResponseSchema } from '#shared/protocol/push';
import { oldestProtocolVersion, protocolVersion } from '#shared/protocol/version';
import { ApiFailure, errorResponses } from '../../http/api-failure';
import { sessionOf, signedInAs } from '../../http/signed-in';
import type { PullService } from './pull.service';
import type { PushService } from './push.service';

export interface SyncRouteOptions {
  readonly push: PushService;
  readonly pull: PullService;
}

/** A quote of 5,000 lines pasted at once still fits; what is larger is refused as too large. */
const maxPushBytes = 64 * 1024 * 1024;

/** POST /api/v1/sync/push and /api/v1/sync/pull. */
export const syncRoutes: FastifyPluginAsyncZod<SyncRouteOptions> = async (app, { push, pull }) => {
  app.post(
    '/sync/push',
    {
      bodyLimit: maxPushBytes,
      onRequest: signedInAs(),
      schema: {
        summary: 'Send mutations',
        body: pushRequestSchema,
        response: { 200: pushResponseSchema, ...errorResponses },
      },
    },
    async (request) => {
      checkProtocol(request.body.protocolVersion);
      const pushed = await push(sessionOf(request), request.body);
      if (!pushed.ok) throw foreignClient();
      return pushed.value;
    },
  );

  app.post(
    '/sync/pull',
    {
      onRequest: signedInAs(),
      schema: {
        summary: 'Get what changed',
        body: pullRequestSchema,
        response: { 200: pullResponseSchema, ...errorResponses },
      },
    },
    async (request) => {
      checkProtocol(request.body.protocolVersion);
      const pulled = await pull(sessionOf(request), request.body);
      if (!pulled.ok) throw foreignClient();
      return pulled.value;
    },
  );
};

function checkProtocol(version: number): void {
  if (version < oldestProtocolVersion)
    throw new ApiFailure('protocol-too-old', 'The application is too old for this server');
  if (version > protocolVersion)
    throw new ApiFailure('protocol-too-new', 'The server is too old for this application');
}

const foreignClient = (): ApiFailure =>
  new ApiFailure('forbidden', 'This device’s queue belongs to someone else');
