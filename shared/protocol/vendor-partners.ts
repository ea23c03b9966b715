import { z } from 'zod';
import { agreementSchema, partnerSchema, personSchema } from '../domain/partner/partner';
import { instantSchema } from '../lib/clock';

const factsSchema = partnerSchema.pick({
  id: true,
  name: true,
  kind: true,
  tier: true,
  country: true,
  region: true,
  currency: true,
});

/** GET /api/v1/vendor/partners (channel, admin). */
export const vendorPartnerListSchema = z.object({
  partners: z.array(
    factsSchema.extend({
      people: z.number(),
      /** What waits for the vendor or the partner. */
      leads: z.number(),
      registrations: z.number(),
      bids: z.number(),
      orders: z.number(),
      lastOrderAt: instantSchema.nullable(),
    }),
  ),
});
export type VendorPartnerRow = z.infer<typeof vendorPartnerListSchema>['partners'][number];

/** How many records of a type stand in each state. */
const countsSchema = z.array(z.object({ state: z.string(), count: z.number() }));

/** GET /api/v1/vendor/partners/{id} (channel, admin). */
export const vendorPartnerSchema = z.object({
  partner: factsSchema.extend({
    timeZone: z.string(),
    certifications: z.array(z.string()),
    vendorContacts: z.array(z.object({ userId: z.string(), name: z.string() })),
  }),
  people: z.array(personSchema.pick({ id: true, name: true, email: true, role: true, phone: true })),
  counts: z.object({
    leads: countsSchema,
    registrations: countsSchema,
    bids: countsSchema,
    approvals: countsSchema,
    orders: countsSchema,
    opportunities: countsSchema,
    contracts: z.number(),
  }),
  agreements: z.array(agreementSchema),
  /** Books it may have, by their names. */
  priceBooks: z.array(
    z.object({ bookId: z.string(), name: z.string(), version: z.number(), currency: z.string() }),
  ),
});
export type VendorPartner = z.infer<typeof vendorPartnerSchema>;
