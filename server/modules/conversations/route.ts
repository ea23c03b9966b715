import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { conversationKeySchema } from '#shared/domain/conversation/message';
import {
  vendorConversationFileSchema,
  vendorConversationListSchema,
  vendorMessageSchema,
  vendorReadSchema,
} from '#shared/protocol/vendor-conversation';
import { ApiFailure, errorResponses } from '../../http/api-failure';
import { sessionOf, signedInAs } from '../../http/signed-in';
import type { ConversationService } from './service';

/** Under /api/v1/vendor/conversations: see shared/protocol/vendor-conversation.ts. */
export const conversationRoutes: FastifyPluginAsyncZod<{ conversations: ConversationService }> = async (
  app,
  { conversations },
) => {
  app.get(
    '/vendor/conversations',
    {
      onRequest: signedInAs('channel', 'admin'),
      schema: {
        summary: 'Conversations with partners',
        response: { 200: vendorConversationListSchema, ...errorResponses },
      },
    },
    async (request, reply) =>
      reply.header('cache-control', 'no-store').send(await conversations.list(sessionOf(request))),
  );

  app.get(
    '/vendor/conversations/:type/:id',
    {
      onRequest: signedInAs('channel', 'admin'),
      schema: {
        summary: 'One conversation',
        params: conversationKeySchema,
        response: { 200: vendorConversationFileSchema, ...errorResponses },
      },
    },
    async (request, reply) => {
      const found = await conversations.find(sessionOf(request), request.params);
      if (!found) throw nothingThere();
      return reply.header('cache-control', 'no-store').send(found);
    },
  );

  app.post(
    '/vendor/conversations/:type/:id/messages',
    {
      onRequest: signedInAs('channel', 'admin'),
      schema: {
        summary: 'Write to the partner',
        params: conversationKeySchema,
        body: vendorMessageSchema,
        response: { 200: vendorConversationFileSchema, ...errorResponses },
      },
    },
    async (request) => {
      const posted = await conversations.post(sessionOf(request), request.params, request.body);
      if (posted.ok) return posted.value;
      if (posted.error.type === 'not-found') throw nothingThere();
      throw new ApiFailure('conflict', 'Another message has this id');
    },
  );

  app.post(
    '/vendor/conversations/:type/:id/read',
    {
      onRequest: signedInAs('channel', 'admin'),
      schema: {
        summary: 'Up to where one has read',
        params: conversationKeySchema,
        body: vendorReadSchema,
        response: { 204: z.null(), ...errorResponses },
      },
    },
    async (request, reply) => {
      const { upTo } = request.body;
      if (!(await conversations.markRead(sessionOf(request), request.params, upTo))) throw nothingThere();
      return reply.code(204).send(null);
    },
  );
};

const nothingThere = () => new ApiFailure('not-found', 'There is nothing to talk about at this address');
