import type { FastifyError, FastifyInstance, FastifyReply } from 'fastify';
import { hasZodFastifySchemaValidationErrors } from 'fastify-type-provider-zod';
import { apiErrorSchema, type ApiError, type ApiErrorType } from '#shared/protocol/error';
import { isTemporary } from '../temporary-failure';

const statusOf: Readonly<Record<ApiErrorType, number>> = {
  'bad-request': 400,
  'not-signed-in': 401,
  // Not 401: the session it came with is in order and goes on.
  'signed-in-as-another': 403,
  'wrong-credentials': 401,
  forbidden: 403,
  'not-found': 404,
  conflict: 409,
  'too-large': 413,
  'unsupported-media-type': 415,
  'protocol-too-old': 426,
  'protocol-too-new': 400,
  'too-many-requests': 429,
  internal: 500,
  unavailable: 503,
};

/** Thrown by routes to answer with a typed error; the only throw that reaches a client with its message. */
export class ApiFailure extends Error {
  readonly type: ApiErrorType;
  readonly issues: ApiError['issues'];
  /** Whole seconds after which to try again, for the header Retry-After. */
  readonly retryAfter: number | undefined;

  constructor(type: ApiErrorType, message: string, issues?: ApiError['issues'], retryAfter?: number) {
    super(message);
    this.type = type;
    this.issues = issues;
    this.retryAfter = retryAfter;
  }
}

/** For the `response` of a route's schema: every answer that is no success. */
export const errorResponses = { '4xx': apiErrorSchema, '5xx': apiErrorSchema };

/** Every error, whoever raises it, leaves in the shape of shared/protocol/error.ts. Unexpected ones are logged and say nothing of the inside. */
export function answerErrorsTyped(app: FastifyInstance): void {
  app.setErrorHandler((error: FastifyError | ApiFailure, request, reply) => {
    const failure = typedFailure(error);
    if (failure.type === 'internal') request.log.error(error);
    else if (failure !== error && isTemporary(error)) request.log.warn(error);
    return sendFailure(reply, failure);
  });
}

export function sendFailure(
  reply: FastifyReply,
  { type, message, issues, retryAfter }: ApiFailure,
): FastifyReply {
  if (retryAfter !== undefined) reply.header('retry-after', retryAfter);
  const error: ApiError = issues === undefined ? { type, message } : { type, message, issues };
  // An error is never kept by a cache, whatever the route said of its success.
  return reply
    .code(statusOf[type])
    .header('cache-control', 'no-store')
    .type('application/json')
    .send({ error });
}

function typedFailure(error: FastifyError | ApiFailure): ApiFailure {
  if (error instanceof ApiFailure) return error;
  if (hasZodFastifySchemaValidationErrors(error)) {
    const issues = error.validation.slice(0, 20).map(({ instancePath, message }) => ({
      path: instancePath.replace(/^\//, '').replaceAll('/', '.'),
      message: message ?? 'not valid',
    }));
    return new ApiFailure('bad-request', 'The request is not as the interface describes it', issues);
  }
  if (isTemporary(error))
    return new ApiFailure('unavailable', 'The server cannot do it right now; nothing was changed');
  const status = error.statusCode ?? 500;
  if (status === 413) return new ApiFailure('too-large', 'The request is too large');
  if (status === 429) return new ApiFailure('too-many-requests', error.message);
  if (status === 404) return new ApiFailure('not-found', 'There is nothing at this address');
  if (status >= 400 && status < 500) return new ApiFailure('bad-request', error.message);
  return new ApiFailure('internal', 'The server failed; nothing was changed');
}
