import type { FastifyReply, FastifyRequest } from 'fastify';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { pullRequestSchema, pullResponseSchema } from '#shared/protocol/pull';
import { pushRequestSchema, pushResponseSchema } from '#shared/protocol/push';
import { oldestProtocolVersion, protocolVersion } from '#shared/protocol/version';
import { ApiFailure, errorResponses } from '../../http/api-failure';
import { isNestedDeeper } from '../../http/nesting';
import { sessionOf, signedInAs } from '../../http/signed-in';
import type { DeviceService } from '../devices/service';
import type { PullService } from './pull.service';
import type { PushService } from './push.service';
import type { PushSlots } from './push-slots';

export interface SyncRouteOptions {
  readonly push: PushService;
  readonly pull: PullService;
  readonly slots: PushSlots;
  readonly devices: DeviceService;
}

/** A quote of 5,000 lines pasted at once still fits; what is larger is refused as too large. */
const maxPushBytes = 16 * 1024 * 1024;
/** No arguments of ours come near it; what is deeper cannot be looked through, nor kept. */
const deepestNesting = 64;

/** POST /api/v1/sync/push and /api/v1/sync/pull. */
export const syncRoutes: FastifyPluginAsyncZod<SyncRouteOptions> = async (
  app,
  { push, pull, slots, devices },
) => {
  // Before the body is looked at closer: another version's may well be of another shape.
  app.addHook('preValidation', async ({ body }) => {
    checkProtocol(body);
    if (isNestedDeeper(body, deepestNesting))
      throw new ApiFailure('bad-request', 'The request is nested too deep');
  });

  const makeRoom = async (request: FastifyRequest, reply: FastifyReply): Promise<void> => {
    const size = Number(request.headers['content-length'] ?? maxPushBytes);
    const done = slots.makeRoom(Math.min(size, maxPushBytes));
    reply.raw.once('close', done);
  };

  app.post(
    '/sync/push',
    {
      bodyLimit: maxPushBytes,
      onRequest: [signedInAs(), makeRoom],
      schema: {
        summary: 'Send mutations',
        body: pushRequestSchema,
        response: { 200: pushResponseSchema, ...errorResponses },
      },
    },
    async (request) => {
      const session = sessionOf(request);
      const pushed = await slots.run(session.partnerId, () => push(session, request.body));
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
      const session = sessionOf(request);
      const pulled = await pull(session, request.body);
      if (!pulled.ok) throw foreignClient();
      await devices.seen(session, request.body.clientId, request.body.device);
      return pulled.value;
    },
  );
};

function checkProtocol(body: unknown): void {
  const asked = protocolSchema.safeParse(body);
  if (!asked.success) return; // the route's own schema says what is missing
  if (asked.data.protocolVersion < oldestProtocolVersion)
    throw new ApiFailure('protocol-too-old', 'The application is too old for this server');
  if (asked.data.protocolVersion > protocolVersion)
    throw new ApiFailure('protocol-too-new', 'The server is too old for this application');
}
const protocolSchema = z.object({ protocolVersion: z.number().int() });

const foreignClient = (): ApiFailure =>
  new ApiFailure('forbidden', 'This device’s queue belongs to someone else');
