import { z } from 'zod';

const count = z.number().int().nonnegative();

/** GET /api/v1/vendor/waiting (channel, admin): how much waits for the vendor's people, by the list of the desk it is in. */
export const vendorWaitingSchema = z.object({
  /** Nobody has them, or a partner's answers are to be verified. */
  leads: count,
  registrations: count,
  /** Those in which the channel manager's word is the next. */
  approvals: count,
  specialBids: count,
  orders: count,
  /** With something of the last 90 days that whoever asks has not read. */
  conversations: count,
  /** What the vendor itself owes by today (UTC), or owed before. */
  obligations: count,
});
export type VendorWaiting = z.infer<typeof vendorWaitingSchema>;
