import { z } from 'zod';
import { instantSchema } from '../../lib/clock';
import { idSchema } from '../../lib/ids';

export const viewedLists = ['opportunities', 'accounts', 'leads', 'quotes', 'orders', 'contracts'] as const;

/** A person's own way of looking at a list, on all their devices. */
export const savedViewSchema = z.object({
  id: idSchema,
  partnerId: idSchema,
  ownerId: idSchema,
  list: z.enum(viewedLists),
  name: z.string().trim().min(1).max(80),
  /** The list's own filter and order, as it writes them into the address. */
  query: z.string().max(2_000),
  updatedAt: instantSchema,
});
export type SavedView = z.infer<typeof savedViewSchema>;
