import { z } from 'zod';
import type { PriceStep } from '../domain/pricing/priced';
import { recordTypes, type RecordType } from '../domain/records';
import { idSchema } from '../lib/ids';
import { err } from '../lib/result';

/** PR-33: as many lines as one looks through to see what went wrong. */
export const maxLineDifferences = 5;

/** PR-26: written by a server of this or a later release; steps it knows more of are shown by their names. */
const priceStepSchema = z.looseObject({
  step: z.string(),
  rule: z.string(),
  basis: z.string(),
  per: z.string(),
  rate: z.string().nullable(),
  amount: z.string().nullable(),
  before: z.string(),
  after: z.string(),
  parts: z.array(z.looseObject({ kind: z.string(), units: z.string(), figure: z.string() })),
  note: z.string().nullable(),
}) as unknown as z.ZodType<PriceStep>;

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
  /** SY-13: somebody else, or this person elsewhere, changed it since it was last seen here. */
  z.object({ type: z.literal('edited-elsewhere'), recordType: recordTypeSchema, id: idSchema }),
  /** SY-4: the server failed over this one; the vendor finds it by the reference. What came after it went on. */
  z.object({ type: z.literal('server-failed'), reference: z.string() }),
  z.object({ type: z.literal('item-not-found'), itemId: idSchema }),
  z.object({ type: z.literal('too-many-items'), limit: z.number() }),
  /** More at once than one request to the server may hold; both in bytes of JSON. Said where it is captured, so that it never waits in vain. */
  z.object({ type: z.literal('too-large'), bytes: z.number(), limit: z.number() }),
  z.object({ type: z.literal('quote-empty') }),
  /** PR-61: the content asked about is not what the server has; both hashes. */
  z.object({ type: z.literal('content-changed'), client: z.string(), server: z.string() }),
  /** PR-24, PR-60: it needs approval that it does not have, or breaks a floor that nobody may lift; ids of the rules and floors. */
  z.object({ type: z.literal('approval-needed'), reasons: z.array(z.string()) }),
  z.object({ type: z.literal('floor-broken'), floors: z.array(z.string()) }),
  /** PR-180: bundles that hold what their products do not allow. */
  z.object({ type: z.literal('bundle-unfit'), skus: z.array(z.string()) }),
  /** QUO-3: nothing in the quote needs approval: it can be let out as it is. */
  z.object({ type: z.literal('nothing-to-approve') }),
  /** PR-62: the authority does not cover it: its budget is spent, or the discount, family or day is outside. */
  z.object({ type: z.literal('authority-exceeded'), authorityId: idSchema }),
  /** PR-62: not signed by the vendor. */
  z.object({ type: z.literal('authority-invalid'), authorityId: idSchema }),
  z.object({ type: z.literal('account-missing') }),
  /** The same business id came before with other arguments. */
  z.object({ type: z.literal('duplicate-business-id'), businessId: z.string() }),
  z.object({
    type: z.literal('price-book-unavailable'),
    bookId: idSchema,
    version: z.number(),
    /** The book's newest version that the partner may have; null: none any more. Absent: not looked for. */
    newestVersion: z.number().nullish(),
  }),
  /** PR-33: both totals as decimal strings. */
  z.object({
    type: z.literal('price-mismatch'),
    client: z.string(),
    server: z.string(),
    currency: z.string(),
    /** The first lines that differ, with what each side came to and how the server got there. A difference of the whole quote has none. */
    differences: z
      .array(
        z.object({
          lineId: idSchema,
          sku: z.string(),
          /** Of the line, as an order binds it; null: this side does not order the line. */
          client: z.object({ sell: z.string(), buy: z.string() }).nullable(),
          server: z.object({ sell: z.string(), buy: z.string() }).nullable(),
          buySteps: z.array(priceStepSchema),
          sellSteps: z.array(priceStepSchema),
        }),
      )
      .max(maxLineDifferences)
      .optional(),
  }),
  z.object({ type: z.literal('quote-not-priceable'), skus: z.array(z.string()) }),
  /** PR-50, PR-51: other orders take more of the contract's units away, or renew more of them, than it leaves. */
  z.object({ type: z.literal('contract-overdrawn'), skus: z.array(z.string()) }),
  z.object({
    type: z.literal('quote-expired'),
    until: z.string(),
    because: z.string(),
    /** The newest version of the quote's book that the partner may have; null: none any more. Absent: not looked for. */
    newestVersion: z.number().nullish(),
  }),
  /** It depends on an earlier mutation of this device that was refused; it waits with it. */
  z.object({ type: z.literal('depends-on-refused'), seq: z.number() }),
  /** SY-10: a reason that only later versions of the app can read, as it came. */
  z.object({ type: z.literal('unknown'), original: z.unknown() }),
]);
export type Rejection = z.infer<typeof rejectionSchema>;

/** SY-10: a refusal must reach the person even if its reason is new to this app. */
export const receivedRejectionSchema = rejectionSchema.catch(({ value }) => ({
  type: 'unknown' as const,
  original: value,
}));

export const refuse = (rejection: Rejection): { readonly ok: false; readonly error: Rejection } =>
  err(rejection);
