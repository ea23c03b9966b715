import { v7 } from 'uuid';
import { z } from 'zod';

/** Ids are made by whoever creates the record, offline included: UUID version 7 (RFC 9562), so they also sort by time. */
export const idSchema = z
  .string()
  .min(1)
  .max(64)
  .regex(/^[A-Za-z0-9._:-]+$/);

export const newId = (): string => v7();
