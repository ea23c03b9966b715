import { z } from 'zod';
import { daySchema } from '../../lib/clock';
import { idSchema } from '../../lib/ids';
import { currencySchema, decimalSchema, percentSchema } from '../money/amount';

/** PR-62: what the vendor signs: whom it lets take off more by hand, on what, how much and until when. */
export const authorityTokenSchema = z.object({
  id: idSchema,
  partnerId: idSchema,
  /** The rep. */
  personId: idSchema,
  /** null: every family. */
  family: z.string().nullable(),
  /** Percentage points on top of what the role may give on a line. */
  maxExtraDiscount: percentSchema,
  /** The money it is good for: what all lines give beyond the role's own limit, summed over its life. */
  budget: z.object({ amount: decimalSchema, currency: currencySchema }),
  validFrom: daySchema,
  /** Not good on this day (PR-30). */
  validUntil: daySchema,
});
export type AuthorityToken = z.infer<typeof authorityTokenSchema>;

/** The token with its signature, and what of its budget is spent so far, quote by quote. The server counts each quote revision once. */
export const delegatedAuthoritySchema = z.object({
  id: idSchema,
  partnerId: idSchema,
  token: authorityTokenSchema,
  keyId: z.string().max(60),
  /** Ed25519 over the RFC 8785 JSON of `token` in UTF-8; 64 bytes in lower-case hex. */
  signature: z.string().regex(/^[0-9a-f]{128}$/),
  uses: z.array(
    z.object({ quoteId: idSchema, quoteRevision: z.number().int().positive(), amount: decimalSchema }),
  ),
});
export type DelegatedAuthority = z.infer<typeof delegatedAuthoritySchema>;
