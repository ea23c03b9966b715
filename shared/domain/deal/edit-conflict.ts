import { z } from 'zod';
import { instantSchema } from '../../lib/clock';
import { idSchema } from '../../lib/ids';

/** Records whose fields merge when two people change them at the same time (SY-14). */
export const mergedTypes = ['account', 'contact', 'opportunity', 'activity'] as const;
export type MergedType = (typeof mergedTypes)[number];

export const isMergedType = (type: string): type is MergedType =>
  mergedTypes.some((merged) => merged === type);

/** What both changed to something else. Fields that only make sense together (an amount and its currency) are one. */
const bothChangedSchema = z.object({
  /** Names of the record's fields; `base`, `kept` and `other` hold their values in this order. */
  fields: z.array(z.string().min(1).max(60)).min(1).max(4),
  /** What both started from. */
  base: z.array(z.string()),
  /** What came first and is in the record. */
  kept: z.array(z.string()),
  /** What came later. */
  other: z.array(z.string()),
});
export type BothChanged = z.infer<typeof bothChangedSchema>;

/** SY-14: two people gave one field different values. The first stays in the record until somebody chooses; the other's is here, not lost. */
export const editConflictSchema = z.object({
  id: idSchema,
  partnerId: idSchema,
  recordType: z.enum(mergedTypes),
  recordId: idSchema,
  /** Who wrote what is kept; null: not known. */
  keptBy: idSchema.nullable(),
  otherBy: idSchema,
  /** When the other was captured, by that device's clock. */
  otherAt: instantSchema,
  both: z.array(bothChangedSchema).min(1).max(30),
  state: z.enum(['open', 'settled']),
  settled: z
    .object({ by: idSchema, at: instantSchema, took: z.array(z.enum(['kept', 'other'])).max(30) })
    .nullable(),
  createdAt: instantSchema,
});
export type EditConflict = z.infer<typeof editConflictSchema>;
