import { z } from 'zod';
import { delegatedAuthoritySchema } from '../domain/approval/delegated-authority';
import { bundleGroupSchema, bundleOptionSchema, bundleSchema } from '../domain/catalog/bundle';
import { localizedSchema } from '../domain/catalog/localized';
import { chargeSchema, productKinds, productSchema } from '../domain/catalog/product';
import { accountSchema } from '../domain/deal/account';
import { quantitySchema } from '../domain/money/amount';
import {
  agreementSchema,
  brandSchema,
  partnerSchema,
  roleSchema,
  taxPolicySchema,
} from '../domain/partner/partner';
import { contractLineSchema, contractSchema } from '../domain/pricing/contract';
import {
  dealRegistrationSchema,
  specialBidSchema,
  specialBidTermSchema,
} from '../domain/pricing/granted-terms';
import {
  buyStepNames,
  defaultPricingPolicy,
  marginFloorSchema,
  pricingPolicySchema,
  roundingPolicySchema,
  waterfallStepSchema,
} from '../domain/pricing/policy';
import { priceBookHeaderSchema, priceEntrySchema } from '../domain/pricing/price-book';
import { promotionSchema } from '../domain/pricing/promotion';
import { volumeScheduleSchema } from '../domain/pricing/volume-bands';
import { lineTermSchema } from '../domain/quote/line-term';
import { maxQuoteItems, quoteLineSchema, quoteSchema } from '../domain/quote/quote';
import { daySchema, instantSchema } from '../lib/clock';
import { idSchema } from '../lib/ids';

/** The most bytes of a document, in a file as over HTTP. */
export const maxPriceDocumentBytes = 10_000_000;
/** How deep a document may nest; nothing but conditions within conditions gets deep. */
export const maxPriceDocumentDepth = 100;
/** Each step makes exact figures longer, so their number is bounded: nobody keeps the server busy with one document. */
const maxSteps = 40;
const maxPromotions = 500;
const maxFloors = 200;

// What a price does not depend on has a default. Ids are optional: `toPriceQuoteInput` gives what is left out a name by its place.
const anInstant = instantSchema.default('2000-01-01T00:00:00.000Z');
/** A day long before every pricing date: "always so far". */
const sinceEver = daySchema.default('1970-01-01');
const open = daySchema.nullable().default(null);
const id = idSchema.optional();
const emptyText = z.string().default('');

const policy = pricingPolicySchema.extend({
  rounding: roundingPolicySchema
    .extend({
      unit: roundingPolicySchema.shape.unit.default(null),
      line: roundingPolicySchema.shape.line.default('half-up'),
      tax: roundingPolicySchema.shape.tax.default('half-up'),
    })
    .prefault({}),
  buySteps: z
    .array(
      waterfallStepSchema.extend({
        basis: waterfallStepSchema.shape.basis.default('running'),
        bestOf: waterfallStepSchema.shape.bestOf.default(null),
      }),
    )
    .max(maxSteps)
    .prefault(buyStepNames.map((step) => ({ step }))),
  tierDiscounts: z
    .array(
      pricingPolicySchema.shape.tierDiscounts.element.extend({ family: z.string().nullable().default(null) }),
    )
    .default([]),
  volumeSchedules: z
    .array(
      volumeScheduleSchema.extend({
        id: volumeScheduleSchema.shape.id.default('volume'),
        family: z.string().nullable().default(null),
      }),
    )
    .default([]),
  quoteValidityDays: pricingPolicySchema.shape.quoteValidityDays.default(
    defaultPricingPolicy.quoteValidityDays,
  ),
  maxManualDiscount: pricingPolicySchema.shape.maxManualDiscount.default(
    defaultPricingPolicy.maxManualDiscount,
  ),
  marginFloors: z
    .array(marginFloorSchema.extend({ family: z.string().nullable().default(null) }))
    .max(maxFloors)
    .default([]),
});

export const headerToPriceSchema = priceBookHeaderSchema.extend({
  bookId: idSchema.default('book'),
  version: priceBookHeaderSchema.shape.version.default(1),
  name: priceBookHeaderSchema.shape.name.default('Price book'),
  catalogId: idSchema.default('catalog'),
  tier: priceBookHeaderSchema.shape.tier.default(null),
  validFrom: sinceEver,
  validUntil: open,
  publishedAt: anInstant,
  policy: policy.prefault({}),
});

export const entryToPriceSchema = priceEntrySchema.extend({ validFrom: open, validUntil: open });
const bookVersion = z.object({ header: headerToPriceSchema, entries: z.array(entryToPriceSchema) });

const bundle = bundleSchema.extend({
  discountCascades: z.boolean().default(false),
  groups: z.array(
    bundleGroupSchema.extend({
      id: bundleGroupSchema.shape.id.default('options'),
      name: localizedSchema.default({ en: '' }),
      choose: bundleGroupSchema.shape.choose.default({ min: 0, max: null }),
      options: z
        .array(
          bundleOptionSchema.extend({
            quantity: quantitySchema.default('1'),
            min: quantitySchema.nullable().default(null),
            max: quantitySchema.nullable().default(null),
            scaling: bundleOptionSchema.shape.scaling.default('per-bundle'),
          }),
        )
        .min(1),
    }),
  ),
});

const [oneTime, recurring, usage] = chargeSchema.options;
/** As long as a line's own term can be: a payment for each month of a term without end would fill any memory. */
const maxTermMonths = 600;
const product = productSchema.extend({
  charge: z.discriminatedUnion('kind', [
    oneTime,
    recurring.extend({ termMonths: recurring.shape.termMonths.max(maxTermMonths) }),
    usage,
  ]),
  kind: z.enum(productKinds).default('licence'),
  name: localizedSchema.default({ en: '' }),
  description: localizedSchema.default({ en: '' }),
  vendor: productSchema.shape.vendor.default(''),
  unit: productSchema.shape.unit.default('piece'),
  orderableFrom: open,
  orderableUntil: open,
  successorSku: productSchema.shape.successorSku.default(null),
  stock: productSchema.shape.stock.default(null),
  attributes: productSchema.shape.attributes.default({}),
  bundle: bundle.optional(),
});

const brand = brandSchema.default({ displayName: '', accentColor: '#000000', logoSvg: '', contactLines: [] });
const partner = partnerSchema.extend({
  id: idSchema.default('partner'),
  partnerId: id,
  name: partnerSchema.shape.name.default('Partner'),
  country: partnerSchema.shape.country.optional(),
  region: partnerSchema.shape.region.default(''),
  currency: partnerSchema.shape.currency.optional(),
  timeZone: partnerSchema.shape.timeZone.default('UTC'),
  taxPolicy: taxPolicySchema.extend({
    pricesIncludeTax: z.boolean().default(false),
    reverseChargeCountries: taxPolicySchema.shape.reverseChargeCountries.default([]),
  }),
  brand,
  vendorBrand: brand,
  proposalTerms: partnerSchema.shape.proposalTerms.default({}),
});

const discount = agreementSchema.shape.discounts.element.extend({
  family: z.string().nullable().default(null),
  sku: agreementSchema.shape.discounts.element.shape.sku.default(null),
});
const agreement = agreementSchema.extend({
  id,
  partnerId: id,
  name: agreementSchema.shape.name.optional(),
  validFrom: sinceEver,
  validUntil: open,
  discounts: z.array(discount),
});

const conditions = promotionSchema.shape.conditions.shape;
const promotion = promotionSchema.extend({
  id,
  partnerId: id,
  name: promotionSchema.shape.name.optional(),
  conditions: z
    .object({
      skus: conditions.skus.default(null),
      families: conditions.families.default(null),
      minQuantity: conditions.minQuantity.default(null),
      segments: conditions.segments.default(null),
      tiers: conditions.tiers.default(null),
      regions: conditions.regions.default(null),
    })
    .prefault({}),
  validFrom: sinceEver,
  validUntil: open,
  maxUnits: promotionSchema.shape.maxUnits.default(null),
  exclusiveGroup: promotionSchema.shape.exclusiveGroup.default(null),
  priority: promotionSchema.shape.priority.default(0),
});

const dealRegistration = dealRegistrationSchema.extend({
  partnerId: id,
  number: dealRegistrationSchema.shape.number.optional(),
  accountId: id,
  validFrom: sinceEver,
  discounts: z.array(discount),
});

const specialBid = specialBidSchema.extend({
  partnerId: id,
  ownerId: idSchema.default('rep'),
  quoteId: id,
  quoteNumber: emptyText,
  accountId: idSchema.nullable().optional(),
  currency: specialBidSchema.shape.currency.optional(),
  state: specialBidSchema.shape.state.default('granted'),
  justification: emptyText,
  competitor: emptyText,
  wanted: specialBidSchema.shape.wanted.optional(),
  terms: z.array(specialBidTermSchema.extend({ maxQuantity: quantitySchema.nullable().default(null) })),
  number: specialBidSchema.shape.number.optional(),
  validFrom: open,
  validUntil: open,
  decision: specialBidSchema.shape.decision.default(null),
  requestedAt: anInstant,
  updatedAt: anInstant,
});

const contract = contractSchema.extend({
  partnerId: id,
  accountId: id,
  number: contractSchema.shape.number.optional(),
  lines: z.array(contractLineSchema.extend({ description: emptyText })).min(1),
});

const line = quoteLineSchema.extend({
  kind: z.literal('line').default('line'),
  id,
  description: emptyText,
  sell: quoteLineSchema.shape.sell.default({ kind: 'list' }),
  discountPercent: quoteLineSchema.shape.discountPercent.default('0'),
  note: emptyText,
  optional: z.boolean().default(false),
  term: lineTermSchema
    .extend({
      startsOn: open,
      billing: lineTermSchema.shape.billing.default('upfront'),
      ramp: lineTermSchema.shape.ramp.default([]),
    })
    .nullish(),
});

const { shape } = quoteSchema;
const quote = z.object({
  id: idSchema.default('quote'),
  number: shape.number.default('Q-1'),
  revision: shape.revision.default(1),
  /** Absent: the book's. */
  currency: shape.currency.optional(),
  pricingDate: daySchema,
  /** Absent: the policy's quoteValidityDays after the pricing date. */
  expiresOn: daySchema.optional(),
  discountPercent: shape.discountPercent.default('0'),
  lines: z.array(line).max(maxQuoteItems),
  terms: shape.terms.default(''),
  exchangeRate: shape.exchangeRate,
  contractId: shape.contractId,
  dealRegistrationId: shape.dealRegistrationId,
  specialBidId: shape.specialBidId,
});

const account = accountSchema
  .extend({
    id: idSchema.default('customer'),
    partnerId: id,
    ownerId: idSchema.default('rep'),
    name: accountSchema.shape.name.default('Customer'),
    taxId: accountSchema.shape.taxId.default(''),
    city: emptyText,
    street: emptyText,
    postalCode: emptyText,
    website: emptyText,
    notes: emptyText,
    createdAt: anInstant,
    updatedAt: anInstant,
  })
  .nullable()
  .default(null);

const delegation = z.object({
  personId: idSchema,
  /** The day on which it is used; absent: the pricing date. */
  day: daySchema.optional(),
  authorities: z.array(
    delegatedAuthoritySchema.extend({ uses: delegatedAuthoritySchema.shape.uses.default([]) }),
  ),
});

/**
 * What POST /api/v1/price and `npm run price` take: one document with everything a price depends on, and nothing else. Keys that are not
 * in here are errors (unknown-key.ts): a misspelt discount must not silently count for nothing. docs/spec/price-api.md has examples.
 */
export const priceRequestSchema = z.object({
  /** For editors that check a file while it is written. Ignored. */
  $schema: z.string().optional(),
  priceBook: bookVersion.extend({
    /** PR-32: other versions of the same book, for lines with `keptVersion`. */
    olderVersions: z.array(bookVersion).default([]),
  }),
  products: z.array(product),
  partner,
  terms: z
    .object({
      agreements: z.array(agreement).default([]),
      promotions: z.array(promotion).max(maxPromotions).default([]),
      dealRegistrations: z.array(dealRegistration).default([]),
      specialBids: z.array(specialBid).default([]),
      contracts: z.array(contract).default([]),
    })
    .prefault({}),
  /** The customer. null: none yet, taxed as at home. */
  account,
  /** Who quotes: decides how much may be taken off by hand (PR-24). */
  role: roleSchema.default('rep'),
  quote,
  /** PR-62: who quotes, and what the vendor signed for that person. Keys to check it with are the partner's `signingKeys`. */
  delegation: delegation.nullish(),
  /** Ids of the lines whose steps are wanted; absent: all. The other lines come without steps. */
  explain: z.array(idSchema).optional(),
});
export type PriceRequest = z.infer<typeof priceRequestSchema>;
/** As it is written: what has a default may be left out. */
export type PriceRequestDocument = z.input<typeof priceRequestSchema>;
