import type { FastifyError } from 'fastify';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import type { z } from 'zod';
import { priceDocumentText } from '#shared/protocol/price-document';
import { priceError, priceFailureSchema } from '#shared/protocol/price-error';
import { maxPriceDocumentBytes, priceRequestSchema } from '#shared/protocol/price-request';
import { priceResponseSchema } from '#shared/protocol/price-response';
import { errorResponses } from '../../http/api-failure';

export interface PriceRouteOptions {
  /** Documents per minute from one address: pricing keeps a processor busy. */
  readonly pricesPerMinute: number;
}

/**
 * POST /api/v1/price: the engine for anyone who can send JSON, the same as `npm run price`. It needs no session because it reads nothing
 * that is stored: all that a price depends on is in the document, and nothing of it is kept.
 */
export const priceRoutes: FastifyPluginAsyncZod<PriceRouteOptions> = async (app, { pricesPerMinute }) => {
  // As text: priceDocumentText finds what is wrong and says where, which Fastify's own parser and validator would say in another shape.
  app.removeContentTypeParser('application/json');
  app.addContentTypeParser(
    'application/json',
    { parseAs: 'string', bodyLimit: maxPriceDocumentBytes },
    (_request, body, done) => done(null, body),
  );
  app.post(
    '/price',
    {
      bodyLimit: maxPriceDocumentBytes,
      config: { rateLimit: { max: pricesPerMinute, timeWindow: '1 minute' } },
      schema: {
        summary: 'Price one document, with every step explained',
        description:
          'Stateless: reads nothing that is stored and keeps nothing. docs/spec/price-api.md has examples.',
        security: [],
        body: priceRequestSchema,
        response: {
          200: priceResponseSchema,
          400: priceFailureSchema,
          413: priceFailureSchema,
          ...errorResponses,
        },
      },
      validatorCompiler: () => (value) => ({ value }),
      // The answer's types are its schema's; 5,000 explained lines need no second check.
      serializerCompiler: () => (value) => JSON.stringify(value),
      errorHandler: (error: FastifyError, _request, reply) => {
        if (error.statusCode !== 413) throw error;
        const tooLarge = priceError('too-large', [], `more than ${maxPriceDocumentBytes} bytes`);
        return reply.code(413).send({ error: tooLarge });
      },
    },
    async (request, reply) => {
      // What the content type parser above made of it.
      const priced = priceDocumentText(request.body as unknown as string);
      reply.header('cache-control', 'no-store');
      if (!priced.ok) return reply.code(400).send({ error: priced.error });
      return reply.send(priced.value as z.infer<typeof priceResponseSchema>);
    },
  );
};
