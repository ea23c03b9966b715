import { z } from 'zod';
import { obligationSchema } from '../domain/deal/obligation';
import { isStorable, notStorable } from '../lib/storable-text';

/** GET /api/v1/vendor/obligations?side=&state= (channel, admin): at most 500, the first due first; of the vendor's side unless asked otherwise. */
export const vendorObligationQuerySchema = z.object({
  side: z.enum(['vendor', 'partner', 'both']).default('vendor'),
  state: z.enum(['open', 'done']).default('open'),
});
export type VendorObligationQuery = z.infer<typeof vendorObligationQuerySchema>;

export const vendorObligationSchema = z.object({
  obligation: obligationSchema,
  partnerName: z.string(),
  accountName: z.string(),
  opportunityName: z.string(),
  ownerName: z.string(),
});
export type VendorObligation = z.infer<typeof vendorObligationSchema>;
export const vendorObligationListSchema = z.object({ obligations: z.array(vendorObligationSchema) });

/**
 * POST /api/v1/vendor/obligations/{obligationId}/complete (channel, admin): one of the vendor's side. `conflict` of the partner's, and when
 * it is done already. Answers it.
 */
export const completeVendorObligationSchema = z.object({
  note: z.string().max(2_000).refine(isStorable, notStorable),
});
