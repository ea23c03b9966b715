import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { idSchema } from '#shared/lib/ids';
import type { Result } from '#shared/lib/result';
import {
  editWebhookSchema,
  newWebhookSchema,
  replayedWebhookSchema,
  replayWebhookSchema,
  webhookDeliveriesQuerySchema,
  webhookDeliveriesSchema,
  webhookEndpointSchema,
  webhookListSchema,
  webhookWithSecretSchema,
} from '#shared/protocol/vendor-webhooks';
import { ApiFailure, errorResponses } from '../../http/api-failure';
import { sessionOf, signedInAs } from '../../http/signed-in';
import type { WebhookError, WebhookService } from './service';

const params = z.object({ id: idSchema });

/** /api/v1/vendor/webhooks and below, for the vendor's administrator: see shared/protocol/vendor-webhooks.ts. */
export const webhookRoutes: FastifyPluginAsyncZod<{ webhooks: WebhookService }> = async (
  app,
  { webhooks },
) => {
  app.addHook('onRequest', signedInAs('admin'));
  app.addHook('onSend', async (_request, reply) => {
    reply.header('cache-control', 'no-store');
  });

  app.get(
    '/vendor/webhooks',
    {
      schema: {
        summary: 'Whom the vendor tells what happened',
        response: { 200: webhookListSchema, ...errorResponses },
      },
    },
    async () => ({ webhooks: await webhooks.list() }),
  );

  app.post(
    '/vendor/webhooks',
    {
      schema: {
        summary: 'Add an endpoint; its secret is told once',
        body: newWebhookSchema,
        response: { 200: webhookWithSecretSchema, ...errorResponses },
      },
    },
    async (request) => orFail(await webhooks.add(sessionOf(request), request.body)),
  );

  app.post(
    '/vendor/webhooks/:id',
    {
      schema: {
        summary: 'Change an endpoint, switch it on or off',
        params,
        body: editWebhookSchema,
        response: { 200: webhookEndpointSchema, ...errorResponses },
      },
    },
    async (request) => orFail(await webhooks.edit(sessionOf(request), request.params.id, request.body)),
  );

  app.delete(
    '/vendor/webhooks/:id',
    { schema: { summary: 'Remove an endpoint', params, response: { 204: z.null(), ...errorResponses } } },
    async (request, reply) => {
      orFail(await webhooks.remove(sessionOf(request), request.params.id));
      return reply.code(204).send(null);
    },
  );

  app.post(
    '/vendor/webhooks/:id/secret',
    {
      schema: {
        summary: 'Replace the secret; both sign for a day',
        params,
        response: { 200: webhookWithSecretSchema, ...errorResponses },
      },
    },
    async (request) => orFail(await webhooks.rotate(sessionOf(request), request.params.id)),
  );

  app.post(
    '/vendor/webhooks/:id/test',
    { schema: { summary: 'Send a test event', params, response: { 204: z.null(), ...errorResponses } } },
    async (request, reply) => {
      orFail(await webhooks.test(sessionOf(request), request.params.id));
      return reply.code(204).send(null);
    },
  );

  app.get(
    '/vendor/webhooks/:id/deliveries',
    {
      schema: {
        summary: 'What was sent, and what came of it',
        params,
        querystring: webhookDeliveriesQuerySchema,
        response: { 200: webhookDeliveriesSchema, ...errorResponses },
      },
    },
    async (request) => {
      const { state, before, limit } = request.query;
      return orFail(await webhooks.deliveries(request.params.id, { state, before, limit }));
    },
  );

  app.post(
    '/vendor/webhooks/:id/replay',
    {
      schema: {
        summary: 'Send one delivery again, or all since a time',
        params,
        body: replayWebhookSchema,
        response: { 200: replayedWebhookSchema, ...errorResponses },
      },
    },
    async (request) => ({
      count: orFail(await webhooks.replay(sessionOf(request), request.params.id, request.body)),
    }),
  );
};

function orFail<T>(result: Result<T, WebhookError>): T {
  if (result.ok) return result.value;
  const { error } = result;
  if (error.type === 'not-found') throw new ApiFailure('not-found', 'There is no such endpoint or delivery');
  if (error.type === 'switched-off') throw new ApiFailure('conflict', 'The endpoint is switched off');
  throw new ApiFailure('bad-request', `The address is not allowed: ${error.why}`, [
    { path: 'url', message: error.why },
  ]);
}
