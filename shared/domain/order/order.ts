import { z } from 'zod';
import { instantSchema } from '../../lib/clock';
import { idSchema } from '../../lib/ids';
import { currencySchema, decimalSchema, nonNegativeDecimalSchema, percentSchema } from '../money/amount';
import { skuSchema } from '../catalog/product';
import { attachmentSchema } from '../conversation/message';
import { orderedTermsSchema } from './ordered-terms';

/** ORD-1. `placed` is what the device knows; `received` and after are the vendor's words. */
export const orderStates = [
  'placed',
  'received',
  'accepted',
  'rejected',
  'shipped',
  'invoiced',
  'paid',
] as const;
export const orderStateSchema = z.enum(orderStates);
export type OrderState = z.infer<typeof orderStateSchema>;

export const orderLineSchema = z.object({
  lineId: idSchema,
  sku: skuSchema,
  description: z.string().max(10_000),
  /** Of a part of a bundle all that the bundles have of it (PR-14), so with up to 6 decimals; of a ramp the largest. */
  quantity: nonNegativeDecimalSchema,
  /** Rounded to the currency's minor unit; totals are sums of these (PR-3). Below zero for a credit (PR-50). */
  sellNet: decimalSchema,
  buyNet: decimalSchema,
  // Since protocol version 3.
  /** ORD-2: what it begins or changes when it is fulfilled. */
  terms: orderedTermsSchema.nullish(),
});

/** The figures an order binds: the client's, checked by the server to the cent (PR-33). */
export const orderTotalsSchema = z.object({
  sellNet: decimalSchema,
  tax: decimalSchema,
  gross: decimalSchema,
  buyNet: decimalSchema,
  taxGroups: z.array(
    z.object({ category: z.string(), percent: percentSchema, net: decimalSchema, tax: decimalSchema }),
  ),
});

/** The most documents that hang on one order. */
export const maxOrderDocuments = 20;

/** The most steps that are kept of one order. */
export const maxOrderReports = 500;

export const orderReportKinds = ['confirmed', 'shipped', 'delivered', 'invoiced', 'paid'] as const;

/** ORD-1: one step on an order's way, as the vendor's systems tell it. */
export const orderReportSchema = z.object({
  id: idSchema,
  kind: z.enum(orderReportKinds),
  at: instantSchema,
  /** The number of the delivery note, invoice or payment. */
  reference: z.string().max(120),
  note: z.string().max(2_000),
  /** Of an invoice or payment, in the order's currency; null: not said. */
  amount: decimalSchema.nullable(),
});
export type OrderReport = z.infer<typeof orderReportSchema>;

export const orderSchema = z.object({
  id: idSchema,
  partnerId: idSchema,
  ownerId: idSchema,
  /** SY-3: unique for ever; the same order sent twice is the same order. */
  businessId: z.uuid(),
  quoteId: idSchema,
  quoteNumber: z.string(),
  quoteRevision: z.number().int().positive(),
  accountId: idSchema,
  currency: currencySchema,
  priceBook: z.object({ bookId: idSchema, version: z.number().int().positive() }),
  lines: z.array(orderLineSchema),
  totals: orderTotalsSchema,
  purchaseOrderNumber: z.string().max(60),
  note: z.string().max(10_000),
  state: orderStateSchema,
  /** The vendor's own number, once received. */
  vendorOrderNumber: z.string().nullable(),
  decision: z.object({ by: z.string(), at: instantSchema, reason: z.string().max(2_000) }).nullable(),
  /** SY-11: when the rep placed it by the device's clock, and when the server received it by its own. */
  placedAt: instantSchema,
  receivedAt: instantSchema.nullable(),
  // Since protocol version 3.
  /** What the vendor reported since, oldest first. */
  reports: z.array(orderReportSchema).max(maxOrderReports).nullish(),
  /** ORD-2: when its lines became contracts and assets; that happens once. */
  fulfilledAt: instantSchema.nullish(),
  /** The customer's purchase order and the like. */
  documents: z.array(attachmentSchema).max(maxOrderDocuments).nullish(),
});
export type Order = z.infer<typeof orderSchema>;
