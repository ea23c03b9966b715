import { z } from 'zod';
import { idSchema } from '../lib/ids';
import { deviceFactsSchema } from './devices';
import { refusedSchema } from './push';

/** POST /api/v1/sync/pull (SY-5). */
export const pullRequestSchema = z.object({
  protocolVersion: z.number().int(),
  clientId: idSchema,
  /** Opaque; null the first time. */
  cookie: z.string().max(400).nullable(),
  /** Continues a patch that came in pages; null for its first page. */
  page: z.string().max(400).nullable(),
  /** The lowest seq the client still holds: refusals from it on are sent again. null: none. */
  refusedFrom: z.number().int().positive().nullable(),
  /** Since protocol version 2: how this device is to be listed. */
  device: deviceFactsSchema.nullish(),
});
export type PullRequest = z.infer<typeof pullRequestSchema>;

export const recordChangeSchema = z.object({
  /** One of `recordTypes`, or one that only later versions know: kept aside until this app does (SY-10). */
  type: z.string().min(1).max(80),
  id: idSchema,
  version: z.number().int().positive(),
  /** Parsed with the record type's schema by the receiver; null is a tombstone. */
  record: z.unknown(),
});

export const pullResponseSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('patch'),
    changes: z.array(recordChangeSchema),
    /** Not null: more pages of the same snapshot follow; nothing is applied until the last has come. */
    nextPage: z.string().nullable(),
    /** Last seq processed of each of this person's clients. */
    lastSeqs: z.record(idSchema, z.number().int().nonnegative()),
    refused: z.array(refusedSchema),
    cookie: z.string(),
    /**
     * SY-15, since protocol version 2: `editId` of the asking client's mutation number `lastSeqs[clientId]`; null: not known. A store that has
     * another one at that number was copied, and what it has pending is not what the server counts.
     */
    lastEditId: idSchema.nullish(),
  }),
  /** The cookie is too old: drop the records, keep the outbox, pull from null (SY-6). */
  z.object({ kind: z.literal('reset') }),
]);
export type PullResponse = z.infer<typeof pullResponseSchema>;
export type RecordChange = z.infer<typeof recordChangeSchema>;
