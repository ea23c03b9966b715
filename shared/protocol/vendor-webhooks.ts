import { z } from 'zod';
import { instantSchema } from '../lib/clock';
import { isStorable, notStorable } from '../lib/storable-text';
import { eventTypes } from './event-types';

/** What CloudEvents call a type: ours, led by this. */
export const cloudEventType = (type: string): string => `com.fieldquote.${type}`;

/** Types that an endpoint wants; "*" alone is all of them, those of later releases too. */
const wantedTypesSchema = z.union([
  z.tuple([z.literal('*')]),
  z.array(z.enum(eventTypes)).min(1).max(eventTypes.length),
]);

/** For how long a secret that was replaced still signs, beside the new one. */
export const previousSecretHours = 24;

export const webhookEndpointSchema = z.object({
  id: z.string(),
  url: z.string(),
  description: z.string(),
  types: z.array(z.string()),
  enabled: z.boolean(),
  /** Why it is off; null while it is on. "by-hand", "gone" (it answered 410), or "failures": one delivery failed as often as it is tried. */
  offReason: z.string().nullable(),
  /** Until then the previous secret signs too. */
  previousSecretUntil: instantSchema.nullable(),
  createdAt: instantSchema,
  createdBy: z.string(),
  waiting: z.number(),
  failed: z.number(),
  lastDeliveredAt: instantSchema.nullable(),
});
export type WebhookEndpoint = z.infer<typeof webhookEndpointSchema>;

/** GET /api/v1/vendor/webhooks (admin). */
export const webhookListSchema = z.object({ webhooks: z.array(webhookEndpointSchema) });

const urlSchema = z
  .url({ protocol: /^https?$/ })
  .max(500)
  .refine(isStorable, notStorable);
const descriptionSchema = z.string().max(200).refine(isStorable, notStorable);

/** POST /api/v1/vendor/webhooks (admin): the secret is told once. An address that is not allowed is `bad-request`. */
export const newWebhookSchema = z.object({
  url: urlSchema,
  description: descriptionSchema,
  types: wantedTypesSchema,
});
export type NewWebhook = z.infer<typeof newWebhookSchema>;

/** The answer to a new endpoint and to a new secret: POST /api/v1/vendor/webhooks/{id}/secret. */
export const webhookWithSecretSchema = z.object({ webhook: webhookEndpointSchema, secret: z.string() });
export type WebhookWithSecret = z.infer<typeof webhookWithSecretSchema>;

/** POST /api/v1/vendor/webhooks/{id} (admin). Switched on again, it goes on with what still waits. */
export const editWebhookSchema = z.object({ ...newWebhookSchema.shape, enabled: z.boolean() }).partial();
export type EditWebhook = z.infer<typeof editWebhookSchema>;

export const webhookDeliverySchema = z.object({
  id: z.string(),
  seq: z.number(),
  eventId: z.string(),
  type: z.string(),
  subject: z.object({ type: z.string(), id: z.string() }),
  at: instantSchema,
  state: z.enum(['waiting', 'delivered', 'failed']),
  attempts: z.number(),
  isReplay: z.boolean(),
  /** Of one that waits: when it is tried next, if those before it are through. */
  nextAt: instantSchema.nullable(),
  lastAt: instantSchema.nullable(),
  /** The HTTP status; null: no answer. */
  lastStatus: z.number().nullable(),
  lastError: z.string().nullable(),
  lastMs: z.number().nullable(),
});
export type WebhookDelivery = z.infer<typeof webhookDeliverySchema>;

/** GET /api/v1/vendor/webhooks/{id}/deliveries (admin), the newest first. */
export const webhookDeliveriesQuerySchema = z.object({
  state: z.enum(['waiting', 'delivered', 'failed']).optional(),
  before: z.coerce.number().int().positive().optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
export const webhookDeliveriesSchema = z.object({
  deliveries: z.array(webhookDeliverySchema),
  next: z.number().nullable(),
});

/** POST /api/v1/vendor/webhooks/{id}/replay (admin): one delivery again, or all that happened since, in their order; told as `webhook-id` before. */
export const replayWebhookSchema = z.union([
  z.object({ deliveryId: z.string().max(64) }),
  z.object({ since: instantSchema }),
]);
export type ReplayWebhook = z.infer<typeof replayWebhookSchema>;

/** How many are told again. */
export const replayedWebhookSchema = z.object({ count: z.number() });
/** The most that one replay tells again. */
export const maxReplayed = 10_000;
