import { z } from 'zod';
import { percentSchema, priceSchema, upliftSchema } from '../money/amount';

/** PR-20: where the customer's price starts, before the manual and the quote-level discount. */
export const sellBasisSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('list') }),
  z.object({ kind: z.literal('markup'), percent: upliftSchema }),
  z.object({ kind: z.literal('margin'), percent: percentSchema }),
  z.object({ kind: z.literal('fixed'), unitPrice: priceSchema }),
]);
export type SellBasis = z.infer<typeof sellBasisSchema>;
