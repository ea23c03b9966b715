import { z } from 'zod';
import { instantSchema } from '../../lib/clock';
import { idSchema } from '../../lib/ids';
import { segmentSchema } from '../deal/account';
import { currencySchema, nonNegativeDecimalSchema } from '../money/amount';
import { countrySchema } from '../partner/partner';

/**
 * `missed`: not answered in time, and taken back. `withdrawn`: taken back by the vendor. `converted`: it became an account and an opportunity.
 * Of a lead that a partner does not have any more (declined, returned, missed, withdrawn) the company's name alone is left to it.
 */
export const leadStates = [
  'offered',
  'accepted',
  'declined',
  'returned',
  'missed',
  'withdrawn',
  'converted',
] as const;
export const leadStateSchema = z.enum(leadStates);
export type LeadState = z.infer<typeof leadStateSchema>;

/** Why a partner declines a lead, or returns one it had accepted. */
export const leadReasons = [
  'no-capacity',
  'outside-region',
  'outside-competence',
  'already-a-customer',
  'not-reachable',
  'no-need',
  'other',
] as const;

/** OPP-3: the partner answers, the vendor verifies or sends back, and may judge otherwise. */
export const qualificationStates = ['draft', 'sent', 'verified', 'sent-back'] as const;

/** The most characters of the partner's note. */
export const maxNote = 10_000;

const points = z.number().int().min(0).max(100);

export const qualificationSchema = z.object({
  /** The chosen option of each criterion, by its id. */
  answers: z.record(z.string().min(1).max(60), z.string().min(1).max(60)),
  note: z.string().max(maxNote),
  /** Of the partner's answers. */
  score: points,
  state: z.enum(qualificationStates),
  by: idSchema,
  at: instantSchema,
  /** Null until the vendor looked at it. A score of its own where it judged otherwise. */
  vendor: z
    .object({
      by: z.string().max(200),
      at: instantSchema,
      comment: z.string().max(2_000),
      score: points.nullable(),
    })
    .nullable(),
});
export type Qualification = z.infer<typeof qualificationSchema>;

/** OPP-2: a customer who asked the vendor, given to one partner. Made by the vendor; the partner answers before `acceptBy`. */
export const leadSchema = z.object({
  id: idSchema,
  partnerId: idSchema,
  number: z.string().min(1).max(40),
  /** Who accepted it; null while it is offered. */
  ownerId: idSchema.nullable(),
  company: z.object({
    name: z.string().trim().min(1).max(200),
    country: countrySchema,
    city: z.string().max(100),
    street: z.string().max(200),
    postalCode: z.string().max(20),
    taxId: z.string().max(40),
    website: z.string().max(200),
    segment: segmentSchema,
  }),
  contact: z.object({
    name: z.string().max(200),
    jobTitle: z.string().max(120),
    email: z.string().max(200),
    phone: z.string().max(60),
  }),
  /** Where it came from: a fair, the web site, a campaign; the vendor's words. */
  source: z.string().max(120),
  /** What the customer asked for. */
  need: z.string().max(10_000),
  /** Product families it is about; none: not said. */
  families: z.array(z.string().min(1).max(60)).max(50),
  estimate: z.object({ amount: nonNegativeDecimalSchema, currency: currencySchema }).nullable(),
  state: leadStateSchema,
  offeredAt: instantSchema,
  /** By the server's clock (SY-11). */
  acceptBy: instantSchema,
  /** The last answer; null: none yet. `at` is the server's once it was received, the device's till then. */
  answer: z
    .object({
      by: idSchema,
      at: instantSchema,
      /** Of one that was declined or returned. */
      reason: z.enum(leadReasons).nullable(),
      text: z.string().max(2_000),
    })
    .nullable(),
  qualification: qualificationSchema.nullable(),
  converted: z
    .object({
      accountId: idSchema,
      contactId: idSchema.nullable(),
      opportunityId: idSchema,
      at: instantSchema,
    })
    .nullable(),
  updatedAt: instantSchema,
});
export type Lead = z.infer<typeof leadSchema>;
