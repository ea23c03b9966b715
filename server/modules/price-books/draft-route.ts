import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { idSchema } from '#shared/lib/ids';
import type { Result } from '#shared/lib/result';
import {
  newPriceDraftQuerySchema,
  priceChangesSchema,
  priceDraftListSchema,
  priceDraftSchema,
  priceListContentType,
  publishPriceDraftSchema,
} from '#shared/protocol/vendor-price-book';
import { ApiFailure, errorResponses } from '../../http/api-failure';
import { sessionOf, signedInAs } from '../../http/signed-in';
import { maxImportBytes } from '../catalog-import/decode-file';
import { explainFile } from '../catalog-import/explain';
import type { DraftError, PriceDraftService } from './drafts';

const bookParams = z.object({ bookId: idSchema });
const draftParams = z.object({ bookId: idSchema, draftId: idSchema });

/** /api/v1/vendor/price-books/{bookId}/drafts and below, for the administrator: see shared/protocol/vendor-price-book.ts. */
export const priceDraftRoutes: FastifyPluginAsyncZod<{ drafts: PriceDraftService }> = async (
  app,
  { drafts },
) => {
  app.addHook('onRequest', signedInAs('admin'));
  app.addContentTypeParser(
    priceListContentType,
    { parseAs: 'buffer', bodyLimit: maxImportBytes },
    (_request, body, done) => done(null, body),
  );

  app.get(
    '/vendor/price-books/:bookId/drafts',
    {
      schema: {
        summary: 'Price lists that were imported for a book',
        params: bookParams,
        response: { 200: priceDraftListSchema, ...errorResponses },
      },
    },
    async (request, reply) =>
      reply.header('cache-control', 'no-store').send({ drafts: await drafts.list(request.params.bookId) }),
  );

  app.post(
    '/vendor/price-books/:bookId/drafts',
    {
      bodyLimit: maxImportBytes,
      schema: {
        summary: 'Import a CSV price list as a draft of a book’s next version',
        params: bookParams,
        querystring: newPriceDraftQuerySchema,
        body: z.instanceof(Buffer).meta({ description: 'The CSV file as it is' }),
        consumes: [priceListContentType],
        response: { 200: priceDraftSchema, ...errorResponses },
      },
    },
    async (request) => {
      const { fileName, note } = request.query;
      const file = { fileName, note, bytes: request.body };
      return orFail(await drafts.add(sessionOf(request), request.params.bookId, file));
    },
  );

  app.get(
    '/vendor/price-books/:bookId/drafts/:draftId/changes',
    {
      schema: {
        summary: 'What a draft would change in the book as it is now',
        params: draftParams,
        response: { 200: priceChangesSchema, ...errorResponses },
      },
    },
    async (request, reply) => {
      const found = await drafts.changes(request.params.bookId, request.params.draftId);
      if (!found) throw noSuchDraft();
      return reply.header('cache-control', 'no-store').send(found);
    },
  );

  app.post(
    '/vendor/price-books/:bookId/drafts/:draftId/publish',
    {
      schema: {
        summary: 'Publish a draft now or at a time',
        params: draftParams,
        body: publishPriceDraftSchema,
        response: { 200: priceDraftSchema, ...errorResponses },
      },
    },
    async (request) => {
      const { bookId, draftId } = request.params;
      return orFail(await drafts.publish(sessionOf(request), bookId, draftId, request.body.at));
    },
  );

  app.post(
    '/vendor/price-books/:bookId/drafts/:draftId/cancel',
    {
      schema: {
        summary: 'Give a draft up, scheduled or not',
        params: draftParams,
        response: { 200: priceDraftSchema, ...errorResponses },
      },
    },
    async (request) =>
      orFail(await drafts.cancel(sessionOf(request), request.params.bookId, request.params.draftId)),
  );
};

const noSuchDraft = () => new ApiFailure('not-found', 'There is no such price book or draft');

function orFail<T>(result: Result<T, DraftError>): T {
  if (result.ok) return result.value;
  const { error } = result;
  if (error.type === 'not-found') throw noSuchDraft();
  if (error.type === 'wrong-state')
    throw new ApiFailure('conflict', `The draft is ${error.state}; only one that waits can be decided on`);
  if (error.type === 'in-the-past')
    throw new ApiFailure('bad-request', 'This time is past', [{ path: 'at', message: 'is past' }]);
  throw new ApiFailure('bad-request', `Nothing of the file can be used: ${explainFile(error.problem)}`, [
    { path: 'file', message: error.problem.type },
  ]);
}
