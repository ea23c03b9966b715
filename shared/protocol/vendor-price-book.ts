import { z } from 'zod';
import { priceBookHeaderSchema } from '../domain/pricing/price-book';
import { instantSchema } from '../lib/clock';
import { isStorable, notStorable } from '../lib/storable-text';

/** GET /api/v1/vendor/price-books (channel, admin): the newest version of every book. */
export const vendorPriceBookListSchema = z.object({
  priceBooks: z.array(
    z.object({
      ...priceBookHeaderSchema.pick({
        bookId: true,
        version: true,
        name: true,
        currency: true,
        tier: true,
        publishedAt: true,
      }).shape,
      rows: z.number(),
      /** Who may have it; "*" is every partner. */
      partnerIds: z.array(z.string()),
    }),
  ),
});

/**
 * POST /api/v1/vendor/price-books/{bookId}/publish (admin): publishes the book's next version with other list prices (PRI-1). Nothing else
 * of it changes. Without such a book: `not-found`; a family that no product of it is of: `bad-request`.
 */
export const publishPriceBookSchema = z.object({
  /** null: every family. */
  family: z.string().min(1).max(80).nullable(),
  /** Percent that list prices, their bands and minimum prices rise by, "5" or "-2.5"; the number of decimals of each price stays. */
  percent: z.string().regex(/^-?\d{1,2}(\.\d{1,6})?$|^100$/, 'not a percentage from -99 to 100'),
  /** Why, in the vendor's words; kept with the version. */
  note: z.string().max(500).refine(isStorable, notStorable),
});
export type PublishPriceBook = z.infer<typeof publishPriceBookSchema>;

export const publishedPriceBookSchema = z.object({
  bookId: z.string(),
  version: z.number(),
  /** How many prices are not what they were. 0: nothing was published and `version` is the newest as before. */
  changed: z.number(),
});

/** GET /api/v1/vendor/price-books/{bookId}/versions (channel, admin): the newest first. */
export const priceBookVersionsSchema = z.object({
  versions: z.array(
    z.object({
      version: z.number(),
      publishedAt: z.string(),
      validFrom: z.string(),
      rows: z.number(),
      note: z.string(),
    }),
  ),
});

/**
 * A price list that was read and waits to become a book's next version. Partners see nothing of it before it is published: it is no version yet.
 * `scheduled`: the server publishes it at `publishAt`, as what the book is then, with these list prices.
 */
export const priceDraftSchema = z.object({
  id: z.string(),
  bookId: z.string(),
  fileName: z.string(),
  note: z.string(),
  rows: z.number(),
  badCount: z.number(),
  /** The first ones that are left out, with why, in English for the operator's log and as a code. */
  badRows: z.array(z.object({ line: z.number(), column: z.string(), value: z.string(), reason: z.string() })),
  state: z.enum(['draft', 'scheduled', 'published', 'cancelled']),
  publishAt: instantSchema.nullable(),
  createdAt: instantSchema,
  createdBy: z.string(),
  decidedBy: z.string().nullable(),
  publishedVersion: z.number().nullable(),
  /** Why it could not be published at its time; it is a draft again. */
  problem: z.string().nullable(),
});
export type PriceDraft = z.infer<typeof priceDraftSchema>;

/** GET /api/v1/vendor/price-books/{bookId}/drafts (admin). */
export const priceDraftListSchema = z.object({ drafts: z.array(priceDraftSchema) });

/**
 * POST /api/v1/vendor/price-books/{bookId}/drafts?fileName=&note= (admin): the bytes of a CSV file, as they are. It names every product that the
 * book is to have: what it leaves out is no longer offered. A known product stays as it is but for its list price. `bad-request` with `issues`
 * when nothing of the file can be used.
 */
export const newPriceDraftQuerySchema = z.object({
  fileName: z.string().min(1).max(200).refine(isStorable, notStorable),
  note: z.string().max(500).refine(isStorable, notStorable).default(''),
});
export const priceListContentType = 'application/octet-stream';

/** GET /api/v1/vendor/price-books/{bookId}/drafts/{draftId}/changes (admin): against the book as it is now. */
export const priceChangesSchema = z.object({
  /** The version it is compared with. */
  version: z.number(),
  currency: z.string(),
  added: z.number(),
  removed: z.number(),
  changed: z.number(),
  unchanged: z.number(),
  /** The biggest changes first, in percent; then what is added and what is removed, by SKU. At most `maxPriceChanges` of each kind. */
  rows: z.array(
    z.object({
      kind: z.enum(['changed', 'added', 'removed']),
      sku: z.string(),
      name: z.string(),
      from: z.string().nullable(),
      to: z.string().nullable(),
      difference: z.string().nullable(),
      percent: z.string().nullable(),
      /** Its other prices (by quantity, minimum, partner’s) stay as they are. */
      hasOtherPrices: z.boolean(),
    }),
  ),
});
export type PriceChanges = z.infer<typeof priceChangesSchema>;
export const maxPriceChanges = 500;

/** POST /api/v1/vendor/price-books/{bookId}/drafts/{draftId}/publish (admin): null is now; a time that is past is `bad-request`. */
export const publishPriceDraftSchema = z.object({ at: instantSchema.nullable() });
