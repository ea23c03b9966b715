import { z } from 'zod';
import { instantSchema } from '../../lib/clock';
import { idSchema } from '../../lib/ids';
import { quoteSchema } from './quote';

/** QUO-2: a quote as it stood when it went back to draft. Kept for comparison; never changes. Its id is `revisionId`. */
export const quoteRevisionSchema = z.object({
  id: idSchema,
  partnerId: idSchema,
  quoteId: idSchema,
  revision: z.number().int().positive(),
  quote: quoteSchema,
  replacedAt: instantSchema,
});

export const revisionId = (quoteId: string, revision: number): string => `${quoteId}.r${revision}`;
