import { z } from 'zod';
import { accountSchema } from '../domain/deal/account';
import { registrationRefusals, registrationRequestSchema } from '../domain/deal/registration-request';
import { daySchema } from '../lib/clock';
import { percentSchema } from '../domain/money/amount';

/** A request as the vendor's desk lists it. */
export const vendorRegistrationSchema = z.object({
  request: registrationRequestSchema,
  partnerName: z.string(),
  ownerName: z.string(),
  /** The end customer; null: no longer there. */
  account: accountSchema.nullable(),
});
export type VendorRegistration = z.infer<typeof vendorRegistrationSchema>;

/** GET /api/v1/vendor/registrations: those that wait first, then the newest. */
export const vendorRegistrationListSchema = z.object({ registrations: z.array(vendorRegistrationSchema) });

/** POST /api/v1/vendor/registrations/{requestId}/decision: channel or admin. Answers VendorRegistration; `conflict` when it was decided before. */
export const registrationDecisionSchema = z.discriminatedUnion('decision', [
  z.object({
    decision: z.literal('grant'),
    comment: z.string().max(2_000),
    validUntil: daySchema,
    /** Off everything in the deal. */
    percent: percentSchema,
  }),
  z.object({
    decision: z.literal('refuse'),
    comment: z.string().max(2_000),
    refusal: z.enum(registrationRefusals),
  }),
]);
export type RegistrationDecision = z.infer<typeof registrationDecisionSchema>;
