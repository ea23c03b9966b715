import { z } from 'zod';
import { daySchema, instantSchema } from '../../lib/clock';
import { idSchema } from '../../lib/ids';
import { currencySchema, exchangeRateSchema, percentSchema, quantitySchema } from '../money/amount';
import { languageSchema } from '../catalog/localized';
import { skuSchema } from '../catalog/product';
import { sellBasisSchema } from '../pricing/sell-basis';
import { lineTermSchema } from './line-term';
import { quoteApprovalSchema } from './quote-approval';

export type { SellBasis } from '../pricing/sell-basis';

export const quoteLineSchema = z.object({
  kind: z.literal('line'),
  id: idSchema,
  sku: skuSchema,
  /** The product's name in the quote's document language when it was added; the rep may reword it. */
  description: z.string().max(10_000),
  quantity: quantitySchema,
  sell: sellBasisSchema,
  /** The line's manual discount. */
  discountPercent: percentSchema,
  /** Shown to the customer under the line. */
  note: z.string().max(10_000),
  /** Offered apart, not in the totals. */
  optional: z.boolean(),
  // What came after the first release is absent from older records, and null once it was taken back.
  /** CAT-3: a part of the bundle on the line `parentId`, one of its product's options. `quantity` is then the option's (PR-14). */
  component: z.object({ parentId: idSchema, optionId: z.string().min(1).max(60) }).nullish(),
  /** PR-10, PR-12: from when to when a recurring charge runs, how it is billed, and how it grows. */
  term: lineTermSchema.nullish(),
  /** Of the lines with the same `group`, all alternatives to each other, only the chosen one counts in the totals. */
  alternative: z.object({ group: idSchema, chosen: z.boolean() }).nullish(),
  /** PR-50, PR-51: what the line does to a line of the quote's contract. */
  contractChange: z
    .object({ contractLineId: idSchema, action: z.enum(['add', 'reduce', 'renew']) })
    .nullish(),
  /** PR-32: priced from this older version of the quote's book, because the rep kept the price. */
  keptVersion: z.number().int().positive().nullish(),
});
export type QuoteLine = z.infer<typeof quoteLineSchema>;

/** A heading; it holds the lines that follow it up to the next heading. */
export const quoteSectionSchema = z.object({
  kind: z.literal('section'),
  id: idSchema,
  title: z.string().max(200),
});
export type QuoteSection = z.infer<typeof quoteSectionSchema>;

export const quoteItemSchema = z.discriminatedUnion('kind', [quoteLineSchema, quoteSectionSchema]);
export type QuoteItem = z.infer<typeof quoteItemSchema>;

/** QUO-2. The transitions are in lifecycle.ts. */
export const quoteStates = [
  'draft',
  'in-approval',
  'approved',
  'presented',
  'accepted',
  'rejected',
  'expired',
  'ordered',
] as const;
export const quoteStateSchema = z.enum(quoteStates);
export type QuoteState = z.infer<typeof quoteStateSchema>;

/** The most items (lines and sections) a quote can hold. */
export const maxQuoteItems = 5_000;

export const quoteSchema = z.object({
  id: idSchema,
  partnerId: idSchema,
  ownerId: idSchema,
  /** Made on the device, e.g. "Q-7K2M-0042": a device code and a counter, so two offline devices never collide. */
  number: z.string().min(1).max(40),
  revision: z.number().int().positive(),
  state: quoteStateSchema,
  title: z.string().max(200),
  accountId: idSchema.nullable(),
  contactId: idSchema.nullable(),
  opportunityId: idSchema.nullable(),
  currency: currencySchema,
  /** PR-32: a draft names the version it was priced from. */
  priceBook: z.object({ bookId: idSchema, version: z.number().int().positive() }),
  /** PR-30: a day in the partner's time zone. */
  pricingDate: daySchema,
  /** The quote's own expiry: it can be used before this day, not on it. */
  expiresOn: daySchema,
  documentLanguage: languageSchema,
  /** PR-20: the quote-level discount, allocated over the lines that are not optional (PR-4). */
  discountPercent: percentSchema,
  items: z.array(quoteItemSchema).max(maxQuoteItems),
  /** Printed on the proposal. */
  introduction: z.string().max(20_000),
  terms: z.string().max(20_000),
  /** Never shown to the customer. */
  internalNotes: z.string().max(20_000),
  /** PR-5: frozen for a quote in another currency than its book's; one of the book version's rates. */
  exchangeRate: z.object({ rate: exchangeRateSchema, date: daySchema }).nullish(),
  /** PR-13, PR-50: the contract that its lines join, change or renew. */
  contractId: idSchema.nullish(),
  dealRegistrationId: idSchema.nullish(),
  specialBidId: idSchema.nullish(),
  /** SY-13: the edit that last changed its content. Two people's edits of one quote are never merged; the later is put beside it. */
  lastEdit: idSchema.nullish(),
  /** PR-61: set in the state `approved` and after; an edit clears it. */
  approval: quoteApprovalSchema.nullish(),
  /** ORD-3: made by the server to renew its contract; absent: made by a person. */
  madeToRenew: z.boolean().nullish(),
  createdAt: instantSchema,
  updatedAt: instantSchema,
});
export type Quote = z.infer<typeof quoteSchema>;

export const linesOf = (quote: Pick<Quote, 'items'>): QuoteLine[] =>
  quote.items.filter((item): item is QuoteLine => item.kind === 'line');
