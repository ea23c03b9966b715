import { z } from 'zod';
import { instantSchema } from '../../lib/clock';
import { idSchema } from '../../lib/ids';

/** Sorted hashes, each of `bytes` bytes, one after the other. */
const hashes = z.base64().max(4_000_000);

/**
 * OPP-5: says without a network whether a customer's deal may be registered already, by whomever. Holds no name: keyed, shortened hashes of
 * normalized keys. Written by the vendor, for each partner with a key of its own. What it gives away is in docs/adr.
 */
export const registrationIndexSchema = z.object({
  id: idSchema,
  partnerId: idSchema,
  builtAt: instantSchema,
  /** Lower-case hex. */
  key: z.string().regex(/^[0-9a-f]{64}$/),
  /** Of the key derivation: what a guess costs. */
  rounds: z.number().int().min(1).max(1_000_000),
  bytes: z.number().int().min(2).max(8),
  /** By kind of key. */
  names: hashes,
  taxIds: hashes,
  domains: hashes,
});
export type RegistrationIndex = z.infer<typeof registrationIndexSchema>;
