import { z } from 'zod';
import { languageSchema } from '../domain/catalog/localized';
import { roleSchema } from '../domain/partner/partner';
import { idSchema } from '../lib/ids';
import { isStorable, notStorable } from '../lib/storable-text';

/**
 * SY-12: a request may name, in this header, the user it is made for. When the session it comes with is somebody else's, who signed in
 * on the same device meanwhile, the answer is `signed-in-as-another`.
 */
export const madeForHeader = 'x-fieldquote-user';

/** POST /api/v1/session */
export const signInSchema = z.object({
  email: z.string().trim().min(1).max(200).refine(isStorable, notStorable),
  password: z.string().min(1).max(500),
});

/** Who is signed in; kept on the device so that the app opens offline. Vendor people belong to the partner id "vendor". */
export const sessionSchema = z.object({
  userId: idSchema,
  partnerId: idSchema,
  name: z.string(),
  email: z.string(),
  role: roleSchema,
  language: languageSchema,
  partnerName: z.string(),
});
export type Session = z.infer<typeof sessionSchema>;
