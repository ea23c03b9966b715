import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { ApiFailure, errorResponses } from '../../http/api-failure';
import { retryAfter } from '../../http/retry-after';
import { sessionOf, signedInAs } from '../../http/signed-in';
import type { EventHub } from './event-hub';

export interface EventRouteOptions {
  readonly events: EventHub;
}

/** GET /api/v1/sync/events: see shared/protocol/events.ts. */
export const eventRoutes: FastifyPluginAsyncZod<EventRouteOptions> = async (app, { events }) => {
  app.get(
    '/sync/events',
    {
      onRequest: signedInAs(),
      exposeHeadRoute: false,
      // What is compressed waits in a buffer until there is more of it.
      compress: false,
      schema: {
        summary: 'Hints that a pull would bring something',
        produces: ['text/event-stream'],
        response: {
          200: z.string().describe('Server-sent events; each one’s data is a SyncEvent'),
          ...errorResponses,
        },
      },
    },
    async (request, reply) => {
      const stream = await events.open(sessionOf(request).partnerId, request.sessionKey ?? '');
      if (!stream)
        throw new ApiFailure('too-many-requests', 'Too many listen already', undefined, retryAfter(30));
      reply
        .header('content-type', 'text/event-stream; charset=utf-8')
        .header('cache-control', 'no-store')
        .header('x-accel-buffering', 'no')
        // When the stream ends, so does the connection: nothing is left that a stop would have to wait for.
        .header('connection', 'close');
      return reply.send(stream as unknown as string);
    },
  );
};
