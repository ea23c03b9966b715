import { z } from 'zod';
import { percentSchema, priceSchema, quantitySchema } from '../money/amount';

const from = quantitySchema;
const noTwoAlike = (bands: readonly { readonly from: string }[]): boolean =>
  new Set(bands.map((band) => Number(band.from))).size === bands.length;
const overlap = 'two bands begin at the same quantity';

/** Bands of prices: in a book entry, where they replace the list price (PR-11). They name their lower bound only, inclusive. */
export const priceBandsSchema = z.discriminatedUnion('kind', [
  z.object({
    /** `range`: all units at the price of the band reached. `slab`: each unit at its own band's price. */
    kind: z.enum(['range', 'slab']),
    scope: z.enum(['line', 'family']),
    bands: z
      .array(z.object({ from, price: priceSchema }))
      .min(1)
      .refine(noTwoAlike, overlap),
  }),
  z.object({
    /** Each band names the price of the whole block. */
    kind: z.literal('block'),
    scope: z.enum(['line', 'family']),
    bands: z
      .array(z.object({ from, price: priceSchema }))
      .min(1)
      .refine(noTwoAlike, overlap),
    /** The price of each unit above the last band's lower bound; null: the last block holds any quantity. */
    overage: priceSchema.nullable(),
  }),
]);
export type PriceBands = z.infer<typeof priceBandsSchema>;

/** Bands of percentages off: a volume schedule of the policy, step "volume" of the buy waterfall. Below the first band nothing is off. */
export const volumeScheduleSchema = z.object({
  id: z.string().min(1).max(60),
  /** Absent: `range`. */
  kind: z.enum(['range', 'slab']).optional(),
  /** By the line's quantity, or by the family's across the quote. */
  scope: z.enum(['line', 'family']),
  /** null: every family. */
  family: z.string().nullable(),
  bands: z
    .array(z.object({ from, percent: percentSchema }))
    .min(1)
    .refine(noTwoAlike, overlap),
});
export type VolumeSchedule = z.infer<typeof volumeScheduleSchema>;
