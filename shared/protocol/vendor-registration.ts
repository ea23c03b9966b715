import { z } from 'zod';
import { accountSchema } from '../domain/deal/account';
import {
  registrationRefusals,
  registrationRequestSchema,
  registrationStateSchema,
} from '../domain/deal/registration-request';
import { reasonCodes } from '../domain/deal/same-customer/same-customer';
import { percentSchema } from '../domain/money/amount';
import { dealRegistrationSchema } from '../domain/pricing/granted-terms';
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

/** What the vendor sees of an end customer, to put two side by side. */
const customerSchema = accountSchema.pick({
  name: true,
  taxId: true,
  country: true,
  city: true,
  website: true,
});

/** Another request for a customer that is the same or looks like it (OPP-4). */
const sameCustomerSchema = z.object({
  requestId: idSchema,
  partnerName: z.string(),
  ownerName: z.string(),
  accountName: z.string(),
  account: customerSchema,
  state: registrationStateSchema,
  ended: registrationRequestSchema.shape.ended,
  amount: registrationRequestSchema.shape.amount,
  currency: registrationRequestSchema.shape.currency,
  description: registrationRequestSchema.shape.description,
  /** By the other device's clock: orders nothing. */
  capturedAt: instantSchema,
  /** By the server's clock: who was received first was first. */
  receivedAt: instantSchema.nullable(),
  /** Taken for the same; otherwise it only looks like it. */
  same: z.boolean(),
  /** 0 to 1. */
  score: z.number(),
  reasons: z.array(
    z.object({ code: z.enum(reasonCodes), speaks: z.enum(['for', 'against']), a: z.string(), b: z.string() }),
  ),
  /** Product families that both are about, empty: everything; null: none. */
  families: z.array(z.string()).nullable(),
  /** It still asks for the deal, or has it. */
  isLive: z.boolean(),
  validUntil: daySchema.nullable(),
  /** Of the same partner: nothing to hear two sides about. */
  isOwn: z.boolean(),
});
export type SameCustomer = z.infer<typeof sameCustomerSchema>;

/** GET /api/v1/vendor/registrations/{requestId}: all that a decision is made on. */
export const vendorRegistrationFileSchema = vendorRegistrationSchema.extend({
  /** Of the partner's people who wrote in it, by id. */
  personNames: z.record(idSchema, z.string()),
  /** OPP-4: the duplicate check; whoever was received first comes first. */
  sameCustomer: z.array(sameCustomerSchema),
  /** What protects the deal; null: nothing. */
  registration: dealRegistrationSchema.nullable(),
  /** The conflict that was opened last, with the other side; null: none. */
  conflictWith: z
    .object({
      requestId: idSchema,
      partnerName: z.string(),
      accountName: z.string(),
      capturedAt: instantSchema,
      receivedAt: instantSchema.nullable(),
      state: registrationStateSchema,
      /** What the other side says; null: nothing so far. */
      statement: z.string().nullable(),
      /** Whether it has a protection that would be kept. */
      isProtected: z.boolean(),
    })
    .nullable(),
  /** Whether the deal is protected on the server's day in the partner's zone. */
  isProtected: z.boolean(),
});
export type VendorRegistrationFile = z.infer<typeof vendorRegistrationFileSchema>;

/** GET /api/v1/vendor/registrations: those that wait first, then the newest. */
export const vendorRegistrationListSchema = z.object({ registrations: z.array(vendorRegistrationSchema) });

/** The `updatedAt` of the request that was read: the partner may correct it until it is decided, and what it asks for is what is granted. */
const readAt = instantSchema;

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
type Unread<T> = T extends unknown ? Omit<T, 'readAt'> : never;
/** What is decided, apart from what was read for it. */
export type RegistrationVerdict = Unread<RegistrationDecision>;

const comment = z.string().max(2_000);

/**
 * POST .../{requestId}/extension: the vendor's word on more time that was asked for. `until` null: not extended. Answers as GET does, like all
 * that follow; `conflict` when there is nothing to decide.
 */
export const extensionDecisionSchema = z.object({ until: daySchema.nullable(), comment });
export type ExtensionDecision = z.infer<typeof extensionDecisionSchema>;

/** POST .../{requestId}/conflict: hears both sides of this and another partner's request. Neither is told who the other is. */
export const openConflictSchema = z.object({ withRequestId: idSchema, answerBy: instantSchema });
export type OpenConflict = z.infer<typeof openConflictSchema>;

/** POST .../{requestId}/conflict/decision: `kept`: this request's deal is protected, the other one's not. */
export const conflictDecisionSchema = z.object({
  result: z.enum(['kept', 'lost', 'shared']),
  /** What this partner reads. */
  comment,
  /** What the other one reads. */
  otherComment: comment,
  /** For whoever wins without being protected already; null: nobody needs it. */
  terms: z.object({ validUntil: daySchema, percent: percentSchema }).nullable(),
});
export type ConflictDecision = z.infer<typeof conflictDecisionSchema>;

/** POST .../{requestId}/transfer: the protection ends here and goes on, until the same day, for another partner's request. */
export const transferSchema = z.object({ toRequestId: idSchema, comment, otherComment: comment });
export type Transfer = z.infer<typeof transferSchema>;

/** POST .../{requestId}/revocation: the protection ends today. */
export const revocationSchema = z.object({ comment: comment.trim().min(1) });
export type Revocation = z.infer<typeof revocationSchema>;
