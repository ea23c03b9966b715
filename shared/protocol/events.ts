import { z } from 'zod';

/**
 * GET /api/v1/sync/events: server-sent events for the signed-in person (SY-8). Each is a hint that a pull would bring something, never the
 * news itself: lost, doubled or late ones do no harm. A comment line comes every `keepAliveSeconds`, so that a dead connection is noticed.
 */
export const syncEventSchema = z.object({
  /** `records`: the partner's records changed. `snapshots`: a catalog or price book was published, or who may have one changed. */
  about: z.enum(['records', 'snapshots']),
});
export type SyncEvent = z.infer<typeof syncEventSchema>;

/** The event's name in the stream; its data is a SyncEvent as JSON. Others are to be ignored. */
export const syncEventName = 'changed';
export const keepAliveSeconds = 25;
