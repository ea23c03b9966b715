import { z } from 'zod';
import { idSchema } from '../../lib/ids';
import { daySchema } from '../../lib/clock';
import { currencySchema, percentSchema } from '../money/amount';
import { languageSchema } from '../catalog/localized';
import { skuSchema } from '../catalog/product';

/** PRG-2, lowest first. */
export const tiers = ['registered', 'certified', 'silver', 'gold', 'platinum'] as const;
export const tierSchema = z.enum(tiers);
export type Tier = z.infer<typeof tierSchema>;

/** rep and manager work for a partner; channel and admin for the vendor. */
export const roles = ['rep', 'manager', 'channel', 'admin'] as const;
export const roleSchema = z.enum(roles);
export type Role = z.infer<typeof roleSchema>;

/** Two-letter ISO 3166-1 country code. */
export const countrySchema = z.string().regex(/^[A-Z]{2}$/);

/** PR-40: the rates by customer country and category, and when a business customer abroad is billed without tax. */
export const taxPolicySchema = z.object({
  sellerCountry: countrySchema,
  pricesIncludeTax: z.boolean(),
  rates: z.array(z.object({ country: countrySchema, category: z.string(), percent: percentSchema })),
  /** Countries whose business customers (with a tax id) pay no tax here because they account for it themselves. */
  reverseChargeCountries: z.array(countrySchema),
});
export type TaxPolicy = z.infer<typeof taxPolicySchema>;

export const brandSchema = z.object({
  /** Name as it stands on a proposal. */
  displayName: z.string().max(120),
  /** sRGB hex, "#0a5fd8". */
  accentColor: z.string().regex(/^#[0-9a-f]{6}$/),
  /** The logo as an SVG document (no scripts, no outside references). */
  logoSvg: z.string().max(60_000),
  /** Lines of the address block and footer. */
  contactLines: z.array(z.string().max(200)),
});
export type Brand = z.infer<typeof brandSchema>;

/** A reseller or distributor, as its own people see it; written by the vendor only. */
export const partnerSchema = z.object({
  id: idSchema,
  partnerId: idSchema,
  name: z.string().max(200),
  kind: z.enum(['distributor', 'reseller']),
  tier: tierSchema,
  country: countrySchema,
  region: z.string().max(40),
  currency: currencySchema,
  /** IANA zone: pricing dates are days in it (PR-30). */
  timeZone: z.string(),
  taxPolicy: taxPolicySchema,
  brand: brandSchema,
  vendorBrand: brandSchema,
  /** Default text of the proposal's terms, per language. */
  proposalTerms: z.partialRecord(languageSchema, z.string()),
  /** PR-62: the vendor's Ed25519 public keys (32 bytes, lower-case hex) by name; what is signed says which. */
  signingKeys: z
    .array(z.object({ keyId: z.string(), publicKey: z.string().regex(/^[0-9a-f]{64}$/) }))
    .optional(),
  // Since protocol version 3.
  /** What it is certified for; the vendor's names. */
  certifications: z.array(z.string().min(1).max(80)).max(100).nullish(),
  /** The vendor's people who look after it. */
  vendorContacts: z
    .array(z.object({ userId: idSchema, name: z.string().max(200) }))
    .max(20)
    .nullish(),
});
export type Partner = z.infer<typeof partnerSchema>;

/** A person with an account, as colleagues see them (no secrets). */
export const personSchema = z.object({
  id: idSchema,
  partnerId: idSchema,
  name: z.string().max(200),
  email: z.email(),
  role: roleSchema,
  phone: z.string().max(60),
});
export type Person = z.infer<typeof personSchema>;

/** PR-20 step "agreement": what this partner negotiated. A discount without a SKU or family is for everything. */
export const agreementSchema = z.object({
  id: idSchema,
  partnerId: idSchema,
  name: z.string().max(200),
  /** Applies on its first day and not on the day that ends it (PR-30). */
  validFrom: daySchema,
  validUntil: daySchema.nullable(),
  discounts: z.array(
    z.object({ family: z.string().nullable(), sku: skuSchema.nullable(), percent: percentSchema }),
  ),
});
export type Agreement = z.infer<typeof agreementSchema>;
