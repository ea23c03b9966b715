import { z } from 'zod';
import { priceBookHeaderSchema } from '../domain/pricing/price-book';
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
