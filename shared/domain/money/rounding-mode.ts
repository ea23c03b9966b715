import { z } from 'zod';

/** PR-2. half-up: away from zero at the tie; half-even: to the even neighbour; up: away from zero; down: towards zero. */
export const roundingModeSchema = z.enum(['half-up', 'half-even', 'up', 'down']);
export type RoundingMode = z.infer<typeof roundingModeSchema>;
