import { createHash } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { idSchema } from '#shared/lib/ids';
import {
  hashSchema,
  manifestSchema,
  snapshotKeysSchema,
  snapshotListSchema,
  type Manifest,
} from '#shared/protocol/snapshot';
import { systemClock, type Clock } from '../../clock';
import type { Database } from '../../db/database';
import { ApiFailure, errorResponses } from '../../http/api-failure';
import { sessionOf, signedInAs } from '../../http/signed-in';
import { publicKeys } from '../signing/signing-key';
import type { ChunkStore } from './chunk-store';
import { packedChunks } from './packed-chunks';
import { findStored, mayReadChunk, newestStored } from './repository';
import { signedManifests } from './signed-manifests';

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
  readonly clock?: Clock;
}

/** GET /api/v1/snapshots, /keys, /{kind}/{id}/{version} and /{kind}/{id}/chunks/{hash}: see shared/protocol/snapshot.ts. */
export const snapshotRoutes: FastifyPluginAsyncZod<SnapshotRouteOptions> = async (
  app,
  { database, chunks, clock = systemClock },
) => {
  const packed = packedChunks(chunks);
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
      const stored = await newestStored(database, sessionOf(request));
      const snapshots = await signedManifests(database, stored, clock);
      reply.header('cache-control', askAgain);
      if (isKnown(request, reply, tagOf(snapshots))) return reply;
      return asSigned(reply).send({ snapshots: snapshots as Manifest[] });
    },
  );

  app.get(
    '/snapshots/keys',
    {
      onRequest: signedInAs(),
      schema: {
        summary: 'What manifests are verified with',
        response: { 200: snapshotKeysSchema, ...errorResponses },
      },
    },
    async (_request, reply) =>
      reply.header('cache-control', 'no-store').send({ keys: await publicKeys(database) }),
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
      const stored = await findStored(database, sessionOf(request), request.params);
      if (!stored) throw notThere();
      const [manifest] = await signedManifests(database, [stored], clock);
      reply.header('cache-control', askAgain);
      if (isKnown(request, reply, tagOf(manifest))) return reply;
      return asSigned(reply).send(manifest as Manifest);
    },
  );

  app.get(
    '/snapshots/:kind/:id/chunks/:hash',
    {
      onRequest: signedInAs(),
      schema: {
        summary: 'Rows of a chunk, as bytes',
        params: chunkParams,
        response: {
          200: z.any().describe('JSON as it was hashed; see shared/protocol/snapshot.ts'),
          ...errorResponses,
        },
      },
    },
    async (request, reply) => {
      if (!(await mayReadChunk(database, sessionOf(request), request.params))) throw notThere();
      reply.header('cache-control', forEver);
      if (isKnown(request, reply, request.params.hash)) return reply;
      reply.type('application/json; charset=utf-8').header('vary', 'Cookie, Authorization, Accept-Encoding');
      if (!takesGzip(request)) return reply.send(await chunks.get(request.params.hash));
      // Set last: an error is not in gzip.
      const bytes = await packed.get(request.params.hash);
      return reply.header('content-encoding', 'gzip').send(bytes);
    },
  );
};

/** Sends the stored JSON itself: what the schema does not know is signed too, and what it would fill in is not. */
const asSigned = <T extends FastifyReply>(reply: T): T => {
  reply.serializer((payload) => JSON.stringify(payload));
  return reply;
};

const takesGzip = (request: FastifyRequest): boolean =>
  /(^|[\s,])gzip\s*(;\s*q=(?!0(\.0+)?\s*(,|$))|,|$)/i.test(request.headers['accept-encoding'] ?? '');

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
