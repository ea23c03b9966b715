import { z } from 'zod';
import { instantSchema } from '../lib/clock';
import { idSchema } from '../lib/ids';
import { isStorable, notStorable } from '../lib/storable-text';
import { eventTypes } from './event-types';

const word = z.string().trim().min(1).max(200).refine(isStorable, notStorable);

/** What an event is: a whole type, or all of a subject: "order.*". */
const typeOrGroupSchema = z
  .string()
  .max(60)
  .refine(
    (text) =>
      (eventTypes as readonly string[]).includes(text) ||
      eventTypes.some((type) => text === `${type.split('.')[0] ?? ''}.*`),
    'is no type of event',
  );

/**
 * GET /api/v1/vendor/audit (channel, admin): ADM-5, what happened, the newest first. Every filter narrows; instants are the server's. The next
 * page begins `before` the last one's `next`. GET /api/v1/vendor/audit.csv: the same filters, all pages as one CSV file (at most
 * `maxAuditRows`), its cells harmless to spreadsheets.
 */
export const auditFilterSchema = z.object({
  partnerId: idSchema.optional(),
  subjectType: z.string().min(1).max(60).optional(),
  subjectId: idSchema.optional(),
  type: typeOrGroupSchema.optional(),
  /** A person's id, or a part of the name. */
  actor: word.optional(),
  from: instantSchema.optional(),
  /** Not itself. */
  until: instantSchema.optional(),
});
export type AuditFilter = z.infer<typeof auditFilterSchema>;

export const maxAuditRows = 100_000;

export const auditQuerySchema = auditFilterSchema.extend({
  before: z.coerce.number().int().positive().optional(),
  limit: z.coerce.number().int().min(1).max(500).default(100),
});

export const auditEventSchema = z.object({
  id: z.string(),
  /** Grows with time, with gaps. */
  seq: z.number(),
  /** One of shared/protocol/event-types.ts; a later server may know more. */
  type: z.string(),
  partnerId: z.string(),
  partnerName: z.string(),
  subject: z.object({ type: z.string(), id: z.string() }),
  /** Null: the server itself. */
  actor: z.object({ id: z.string(), name: z.string() }).nullable(),
  at: instantSchema,
  data: z.record(z.string(), z.unknown()),
});
export type AuditEvent = z.infer<typeof auditEventSchema>;

export const auditPageSchema = z.object({
  events: z.array(auditEventSchema),
  /** Null: that was all. */
  next: z.number().nullable(),
});
export type AuditPage = z.infer<typeof auditPageSchema>;
