import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { idSchema } from '#shared/lib/ids';
import {
  priceBookVersionsSchema,
  publishedPriceBookSchema,
  publishPriceBookSchema,
  vendorPriceBookListSchema,
} from '#shared/protocol/vendor-price-book';
import { ApiFailure, errorResponses } from '../../http/api-failure';
import { sessionOf, signedInAs } from '../../http/signed-in';
import type { PriceBookService } from './service';

/** GET /api/v1/vendor/price-books and POST /api/v1/vendor/price-books/{bookId}/publish: see shared/protocol/vendor-price-book.ts. */
export const priceBookRoutes: FastifyPluginAsyncZod<{ priceBooks: PriceBookService }> = async (
  app,
  { priceBooks },
) => {
  app.get(
    '/vendor/price-books',
    {
      onRequest: signedInAs('channel', 'admin'),
      schema: {
        summary: 'Newest version of every price book',
        response: { 200: vendorPriceBookListSchema, ...errorResponses },
      },
    },
    async (request, reply) =>
      reply.header('cache-control', 'no-store').send(await priceBooks.list(sessionOf(request))),
  );

  app.get(
    '/vendor/price-books/:bookId/versions',
    {
      onRequest: signedInAs('channel', 'admin'),
      schema: {
        summary: 'Versions of a price book',
        params: z.object({ bookId: idSchema }),
        response: { 200: priceBookVersionsSchema, ...errorResponses },
      },
    },
    async (request, reply) => {
      const versions = await priceBooks.versions(request.params.bookId);
      if (versions.length === 0) throw new ApiFailure('not-found', 'There is no such price book');
      return reply.header('cache-control', 'no-store').send({ versions });
    },
  );

  app.post(
    '/vendor/price-books/:bookId/publish',
    {
      onRequest: signedInAs('admin'),
      schema: {
        summary: 'Publish a price book’s next version with raised prices',
        params: z.object({ bookId: idSchema }),
        body: publishPriceBookSchema,
        response: { 200: publishedPriceBookSchema, ...errorResponses },
      },
    },
    async (request) => {
      const published = await priceBooks.publish(sessionOf(request), request.params.bookId, request.body);
      if (published.ok) return published.value;
      if (published.error.type === 'not-found')
        throw new ApiFailure('not-found', 'There is no such price book');
      const issues = [{ path: 'family', message: 'no product of the book is of it' }];
      throw new ApiFailure('bad-request', 'No product of the book is of that family', issues);
    },
  );
};
