import { z } from 'zod';
import { daySchema, instantSchema } from '../../lib/clock';
import { idSchema } from '../../lib/ids';

export const activityKinds = ['call', 'meeting', 'email', 'note', 'task'] as const;
export const activityKindSchema = z.enum(activityKinds);
export type ActivityKind = z.infer<typeof activityKindSchema>;

/** What an activity can be about. */
export const activitySubjectTypes = ['account', 'opportunity', 'lead'] as const;

/** OPP-1: something done, or to be done, about a customer or a deal. */
export const activitySchema = z.object({
  id: idSchema,
  partnerId: idSchema,
  ownerId: idSchema,
  kind: activityKindSchema,
  about: z.object({ type: z.enum(activitySubjectTypes), id: idSchema }),
  subject: z.string().trim().min(1).max(200),
  text: z.string().max(20_000),
  /** When it took place, or will; of a task, when it was written down. */
  at: instantSchema,
  /** Of a task, the day it is to be done; null: none, and for what is no task. */
  dueOn: daySchema.nullable(),
  /** Of a task that is done. */
  done: z.object({ by: idSchema, at: instantSchema }).nullable(),
  createdAt: instantSchema,
  updatedAt: instantSchema,
  updatedBy: idSchema.nullish(),
  /** SY-14: who wrote each field last, by its name. */
  writtenBy: z.record(z.string().max(60), idSchema).nullish(),
});
export type Activity = z.infer<typeof activitySchema>;
