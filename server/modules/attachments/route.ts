import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { maxAttachmentBytes } from '#shared/domain/conversation/message';
import { assertNever } from '#shared/lib/assert-never';
import { idSchema } from '#shared/lib/ids';
import {
  attachmentContentType,
  attachmentQuerySchema,
  storedAttachmentSchema,
} from '#shared/protocol/attachments';
import { ApiFailure, errorResponses } from '../../http/api-failure';
import { sessionOf, signedInAs } from '../../http/signed-in';
import { asDownload } from './content-disposition';
import type { AttachmentService, UploadError } from './service';
import { uploadSlots } from './upload-slots';

declare module 'fastify' {
  interface FastifyRequest {
    /** Ends the upload's place among those at once. */
    endUpload: (() => void) | null;
  }
}

const uploadsAtOnce = 16;

/** PUT and GET /api/v1/attachments/{id}: see shared/protocol/attachments.ts. */
export const attachmentRoutes: FastifyPluginAsyncZod<{ attachments: AttachmentService }> = async (
  app,
  { attachments },
) => {
  app.addContentTypeParser(
    attachmentContentType,
    { parseAs: 'buffer', bodyLimit: maxAttachmentBytes },
    (_request, body, done) => done(null, body),
  );
  const slots = uploadSlots(uploadsAtOnce);
  app.decorateRequest('endUpload', null);
  const endUpload = (request: { endUpload: (() => void) | null }): void => {
    request.endUpload?.();
    request.endUpload = null;
  };
  app.addHook('onResponse', async (request) => endUpload(request));
  app.addHook('onRequestAbort', async (request) => endUpload(request));

  app.put(
    '/attachments/:id',
    {
      bodyLimit: maxAttachmentBytes,
      onRequest: [
        signedInAs(),
        async (request) => {
          request.endUpload = slots.take();
        },
      ],
      schema: {
        summary: 'Bytes of an attachment that a message or an order names',
        params: z.object({ id: idSchema }),
        querystring: attachmentQuerySchema,
        body: z.instanceof(Buffer).meta({ description: 'The bytes as they are' }),
        consumes: [attachmentContentType],
        response: { 200: storedAttachmentSchema, ...errorResponses },
      },
    },
    async (request) => {
      const { type, record } = request.query;
      const kept = await attachments.upload(
        sessionOf(request),
        { type, id: record },
        request.params.id,
        request.body,
      );
      if (!kept.ok) throw asFailure(kept.error);
      return kept.value;
    },
  );

  app.get(
    '/attachments/:id',
    {
      onRequest: signedInAs(),
      schema: {
        summary: 'Bytes of an attachment',
        params: z.object({ id: idSchema }),
        querystring: attachmentQuerySchema,
        response: { 200: z.any().describe('The bytes as they are'), ...errorResponses },
      },
    },
    async (request, reply) => {
      const { type, record } = request.query;
      const found = await attachments.download(sessionOf(request), { type, id: record }, request.params.id);
      if (!found) throw noSuchAttachment();
      return (
        reply
          .type(found.mediaType)
          .header('content-disposition', asDownload(found.name))
          .header('x-content-type-options', 'nosniff')
          // Whatever it is and however it is opened: nothing in it runs, and it reaches nothing of ours.
          .header('content-security-policy', "default-src 'none'; sandbox")
          // The device keeps it for its person; the browser's cache would keep it for the next one too.
          .header('cache-control', 'no-store')
          .send(found.bytes)
      );
    },
  );
};

const noSuchAttachment = () => new ApiFailure('not-found', 'There is no such attachment, or not yet');

function asFailure(error: UploadError): ApiFailure {
  switch (error.type) {
    case 'not-named':
      return noSuchAttachment();
    case 'other-bytes':
      return new ApiFailure('bad-request', 'These are not the bytes that the record names', [
        { path: error.what, message: 'differs' },
      ]);
    case 'id-taken':
      return new ApiFailure('conflict', 'Other bytes were kept under this id before');
    case 'executable':
      return new ApiFailure('unsupported-media-type', `Programs are not taken (${error.mediaType})`);
    default:
      return assertNever(error);
  }
}
