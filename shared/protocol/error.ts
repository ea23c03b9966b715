import { z } from 'zod';

/** Every answer that is not a success has this body; `type` decides what the client does, never the text or the status alone. */
export const apiErrorSchema = z.object({
  error: z.object({
    type: z.enum([
      'bad-request',
      'not-signed-in',
      'signed-in-as-another',
      'wrong-credentials',
      'forbidden',
      'not-found',
      'conflict',
      'too-large',
      /** A file of a kind that is not taken. */
      'unsupported-media-type',
      'too-many-requests',
      'protocol-too-old',
      'protocol-too-new',
      'internal',
      'unavailable',
    ]),
    message: z.string(),
    /** Where in the request, for bad-request. */
    issues: z.array(z.object({ path: z.string(), message: z.string() })).optional(),
  }),
});
export type ApiError = z.infer<typeof apiErrorSchema>['error'];
export type ApiErrorType = ApiError['type'];
