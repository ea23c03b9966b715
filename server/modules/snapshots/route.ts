import { createHash } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { idSchema } from '#shared/lib/ids';
import { hashSchema, manifestSchema, snapshotListSchema } from '#shared/protocol/snapshot';
import type { Database } from '../../db/database';
import { ApiFailure, errorResponses } from '../../http/api-failure';
import { sessionOf, signedInAs } from '../../http/signed-in';
import type { ChunkStore } from './chunk-store';
import { findManifest, mayReadChunk, newestManifests } from './repository';

const kindSchema = z.enum(['catalog', 'price-book']);
const versionParams = z.object({
  kind: kindSchema,
  id: idSchema,
  version: z.coerce.number().int().positive().max(2_147_483_647),
});
const chunkParams = z.object({ kind: kindSchema, id: idSchema, hash: hashSchema });

/** Bytes named by their hash never change. */
const forEver = 'private, max-age=31536000, immutable';
/** Everything else is asked for anew: the list grows, and a number means another version in another database. */
const askAgain = 'private, no-cache';

export interface SnapshotRouteOptions {
  readonly database: Database;
  readonly chunks: ChunkStore;
}

/** GET /api/v1/snapshots, /{kind}/{id}/{version} and /{kind}/{id}/chunks/{hash}: see shared/protocol/snapshot.ts. */
export const snapshotRoutes: FastifyPluginAsyncZod<SnapshotRouteOptions> = async (
  app,
  { database, chunks },
) => {
  app.addHook('onRequest', async (_request, reply) => {
    // PRI-1: what a browser keeps for one person is not for the next one who signs in there.
    reply.header('vary', 'Cookie, Authorization');
  });

  app.get(
    '/snapshots',
    {
      onRequest: signedInAs(),
      schema: {
        summary: 'Newest catalogs and price books',
        response: { 200: snapshotListSchema, ...errorResponses },
      },
    },
    async (request, reply) => {
      const snapshots = await newestManifests(database, sessionOf(request));
      reply.header('cache-control', askAgain);
      if (isKnown(request, reply, tagOf(snapshots))) return reply;
      return reply.send({ snapshots });
    },
  );

  app.get(
    '/snapshots/:kind/:id/:version',
    {
      onRequest: signedInAs(),
      schema: {
        summary: 'Manifest of one version',
        params: versionParams,
        response: { 200: manifestSchema, ...errorResponses },
      },
    },
    async (request, reply) => {
      const manifest = await findManifest(database, sessionOf(request), request.params);
      if (!manifest) throw notThere();
      reply.header('cache-control', askAgain);
      if (isKnown(request, reply, tagOf(manifest))) return reply;
      return reply.send(manifest);
    },
  );

  app.get(
    '/snapshots/:kind/:id/chunks/:hash',
    { onRequest: signedInAs(), schema: { summary: 'Rows of a chunk, as bytes', params: chunkParams } },
    async (request, reply) => {
      if (!(await mayReadChunk(database, sessionOf(request), request.params))) throw notThere();
      reply.header('cache-control', forEver);
      if (isKnown(request, reply, request.params.hash)) return reply;
      return reply.type('application/json; charset=utf-8').send(await chunks.get(request.params.hash));
    },
  );
};

/** What a partner may not have does not exist for it. */
const notThere = (): ApiFailure => new ApiFailure('not-found', 'There is no such snapshot');

const tagOf = (content: unknown): string =>
  createHash('sha256').update(JSON.stringify(content)).digest('hex').slice(0, 32);

/** Sets the ETag; answers 304 when the asker has it. */
function isKnown(request: FastifyRequest, reply: FastifyReply, tag: string): boolean {
  const etag = `"${tag}"`;
  reply.header('etag', etag);
  const known = (request.headers['if-none-match'] ?? '')
    .split(',')
    .map((one) => one.trim().replace(/^W\//, ''));
  if (!known.includes(etag)) return false;
  reply.code(304).send();
  return true;
}
