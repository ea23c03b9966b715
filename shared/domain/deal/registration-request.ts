import { z } from 'zod';
import { daySchema, instantSchema } from '../../lib/clock';
import { idSchema } from '../../lib/ids';
import { currencySchema, nonNegativeDecimalSchema } from '../money/amount';

export const registrationStates = ['submitted', 'granted', 'refused', 'withdrawn'] as const;
export const registrationStateSchema = z.enum(registrationStates);
export type RegistrationState = z.infer<typeof registrationStateSchema>;

/** Why the vendor does not grant it. */
export const registrationRefusals = [
  /** Another partner registered this customer's deal before. */
  'registered-before',
  /** The vendor sells to this customer directly. */
  'direct-customer',
  'not-eligible',
  'not-enough-detail',
  'other',
] as const;

/** How often a partner can appeal. */
export const maxAppeals = 20;

/** OPP-4: a rep asks the vendor to protect a deal. Provisional until the vendor grants it as a deal registration (PR-20). */
export const registrationRequestSchema = z.object({
  id: idSchema,
  partnerId: idSchema,
  ownerId: idSchema,
  accountId: idSchema,
  opportunityId: idSchema.nullable(),
  /** What the customer wants and what the partner did for it, in the rep's words. */
  description: z.string().max(10_000),
  amount: nonNegativeDecimalSchema,
  currency: currencySchema,
  closeOn: daySchema,
  /** Product families it is about; none: not said. */
  families: z.array(z.string().min(1).max(60)).max(50),
  state: registrationStateSchema,
  /** By the device's clock; orders nothing (SY-11). */
  capturedAt: instantSchema,
  /** By the server's clock; null until it was received: till then the request is provisional. */
  receivedAt: instantSchema.nullable(),
  /** What the partner says against a refusal, oldest first; each sends the request back to the vendor. */
  appeals: z
    .array(z.object({ by: idSchema, at: instantSchema, text: z.string().max(10_000) }))
    .max(maxAppeals),
  decision: z
    .object({
      by: z.string(),
      at: instantSchema,
      comment: z.string().max(2_000),
      /** null: granted. */
      refusal: z.enum(registrationRefusals).nullable(),
    })
    .nullable(),
  /** The deal registration that was granted. */
  registrationId: idSchema.nullable(),
  // Since protocol version 3.
  /** Who at the customer; null or absent: nobody named. */
  contactId: idSchema.nullish(),
  /** Whom the customer might buy from otherwise, in the rep's words. */
  competitor: z.string().max(200).nullish(),
  /** What the partner asks to have the protection extended to, and the vendor's word on it; the last one asked for. */
  extension: z
    .object({
      by: idSchema,
      askedAt: instantSchema,
      until: daySchema,
      reason: z.string().max(2_000),
      decision: z
        .object({
          by: z.string().max(200),
          at: instantSchema,
          /** The new last day but one (PR-30); null: not extended. */
          until: daySchema.nullable(),
          comment: z.string().max(2_000),
        })
        .nullable(),
    })
    .nullish(),
  /** Somebody else registered the same deal; whoever it is stays unnamed. The vendor hears both sides and decides. */
  conflict: z
    .object({
      openedAt: instantSchema,
      /** By the server's clock; afterwards the vendor decides with what it has. */
      answerBy: instantSchema,
      /** The families that both asked for; none: everything. */
      families: z.array(z.string().min(1).max(60)).max(50),
      /** What this partner says; null: nothing so far. */
      statement: z.object({ by: idSchema, at: instantSchema, text: z.string().max(10_000) }).nullable(),
      outcome: z
        .object({
          by: z.string().max(200),
          at: instantSchema,
          /** `kept`: this partner's deal is protected. `shared`: both are. */
          result: z.enum(['kept', 'lost', 'shared']),
          comment: z.string().max(2_000),
        })
        .nullable(),
    })
    .nullish(),
  /** The protection ended before its day; null or absent: it did not. */
  ended: z
    .object({
      by: z.string().max(200),
      at: instantSchema,
      why: z.enum(['transferred', 'revoked']),
      comment: z.string().max(2_000),
    })
    .nullish(),
  updatedAt: instantSchema,
});
export type RegistrationRequest = z.infer<typeof registrationRequestSchema>;
