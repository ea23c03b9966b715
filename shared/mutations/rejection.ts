import { z } from 'zod';
import { recordTypes, type RecordType } from '../domain/records';
import { idSchema } from '../lib/ids';
import { err } from '../lib/result';

const recordTypeSchema = z.enum(recordTypes as [RecordType, ...RecordType[]]);

/** SY-4: why a mutation was refused, typed so that the client can explain it in the person's language. Never a sentence. */
export const rejectionSchema = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('invalid-arguments'),
    issues: z.array(z.object({ path: z.string(), message: z.string() })),
  }),
  z.object({ type: z.literal('unknown-mutation'), name: z.string() }),
  z.object({ type: z.literal('unsupported-version'), name: z.string(), version: z.number() }),
  z.object({ type: z.literal('not-allowed'), role: z.string() }),
  z.object({ type: z.literal('not-found'), recordType: recordTypeSchema, id: idSchema }),
  z.object({ type: z.literal('already-exists'), recordType: recordTypeSchema, id: idSchema }),
  z.object({
    type: z.literal('wrong-state'),
    recordType: recordTypeSchema,
    id: idSchema,
    state: z.string(),
    wanted: z.string(),
  }),
  z.object({ type: z.literal('item-not-found'), itemId: idSchema }),
  z.object({ type: z.literal('too-many-items'), limit: z.number() }),
  z.object({ type: z.literal('quote-empty') }),
  /** PR-61: the content asked about is not what the server has; both hashes. */
  z.object({ type: z.literal('content-changed'), client: z.string(), server: z.string() }),
  /** PR-24, PR-60: it needs approval that it does not have, or breaks a floor that nobody may lift; ids of the rules and floors. */
  z.object({ type: z.literal('approval-needed'), reasons: z.array(z.string()) }),
  z.object({ type: z.literal('floor-broken'), floors: z.array(z.string()) }),
  /** PR-62: the authority does not cover it: its budget is spent, or the discount, family or day is outside. */
  z.object({ type: z.literal('authority-exceeded'), authorityId: idSchema }),
  /** PR-62: not signed by the vendor. */
  z.object({ type: z.literal('authority-invalid'), authorityId: idSchema }),
  z.object({ type: z.literal('account-missing') }),
  /** The same business id came before with other arguments. */
  z.object({ type: z.literal('duplicate-business-id'), businessId: z.string() }),
  z.object({ type: z.literal('price-book-unavailable'), bookId: idSchema, version: z.number() }),
  /** PR-33: both totals as decimal strings. */
  z.object({
    type: z.literal('price-mismatch'),
    client: z.string(),
    server: z.string(),
    currency: z.string(),
  }),
  z.object({ type: z.literal('quote-not-priceable'), skus: z.array(z.string()) }),
  z.object({ type: z.literal('quote-expired'), until: z.string(), because: z.string() }),
  /** It depends on an earlier mutation of this device that was refused; it waits with it. */
  z.object({ type: z.literal('depends-on-refused'), seq: z.number() }),
]);
export type Rejection = z.infer<typeof rejectionSchema>;

export const refuse = (rejection: Rejection): { readonly ok: false; readonly error: Rejection } =>
  err(rejection);
