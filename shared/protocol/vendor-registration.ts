import { z } from 'zod';
import { accountSchema } from '../domain/deal/account';
import {
  registrationRefusals,
  registrationRequestSchema,
  registrationStateSchema,
} from '../domain/deal/registration-request';
import { percentSchema } from '../domain/money/amount';
import { daySchema, instantSchema } from '../lib/clock';
import { idSchema } from '../lib/ids';

/** A request as the vendor's desk lists it. */
export const vendorRegistrationSchema = z.object({
  request: registrationRequestSchema,
  partnerName: z.string(),
  ownerName: z.string(),
  /** The end customer; null: no longer there. */
  account: accountSchema.nullable(),
});
export type VendorRegistration = z.infer<typeof vendorRegistrationSchema>;

/** The same customer in another request: by tax id, or by name in the same country. */
const sameCustomerSchema = z.object({
  requestId: idSchema,
  partnerName: z.string(),
  accountName: z.string(),
  state: registrationStateSchema,
  receivedAt: instantSchema.nullable(),
});

/** GET /api/v1/vendor/registrations/{requestId}: all that a decision is made on. */
export const vendorRegistrationFileSchema = vendorRegistrationSchema.extend({
  /** Of the partner's people who wrote in it, by id. */
  personNames: z.record(idSchema, z.string()),
  /** OPP-4: the duplicate check; whoever was received first comes first. */
  sameCustomer: z.array(sameCustomerSchema),
});
export type VendorRegistrationFile = z.infer<typeof vendorRegistrationFileSchema>;

/** GET /api/v1/vendor/registrations: those that wait first, then the newest. */
export const vendorRegistrationListSchema = z.object({ registrations: z.array(vendorRegistrationSchema) });

/** The `updatedAt` of the request that was read: the partner may correct it until it is decided, and what it asks for is what is granted. */
const readAt = instantSchema.optional();

/**
 * POST /api/v1/vendor/registrations/{requestId}/decision: channel or admin. Answers as GET does; `conflict` when it was decided before, or
 * changed since `readAt`.
 */
export const registrationDecisionSchema = z.discriminatedUnion('decision', [
  z.object({
    decision: z.literal('grant'),
    readAt,
    comment: z.string().max(2_000),
    validUntil: daySchema,
    /** Off everything in the deal. */
    percent: percentSchema,
  }),
  z.object({
    decision: z.literal('refuse'),
    readAt,
    comment: z.string().max(2_000),
    refusal: z.enum(registrationRefusals),
  }),
]);
export type RegistrationDecision = z.infer<typeof registrationDecisionSchema>;
