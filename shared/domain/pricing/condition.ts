import { z } from 'zod';
import { decimalSchema } from '../money/amount';
import { comparisons, type Comparison } from '../money/comparison';

/** PR-60: figures of the whole priced quote that an approval rule can look at. Amounts are in the quote's currency. */
export const quoteFigureNames = [
  'list',
  'buy',
  'sell',
  'margin',
  'margin-percent',
  'markup-percent',
  /** Percent that sell is below list, all discounts together. */
  'discount-percent',
  /** Percent of the quote-level discount, as typed. */
  'quote-discount-percent',
] as const;

/** Figures of one line. */
export const lineFigureNames = [
  'quantity',
  'list',
  'buy',
  'sell',
  'margin',
  'margin-percent',
  'markup-percent',
  'discount-percent',
  /** Percent of the line's manual discount, as typed. */
  'line-discount-percent',
] as const;

const compare = z.enum(comparisons);

/** What a rule can be about besides figures; a list is met by any of its members. */
export const attributeNames = [
  'tier',
  'region',
  'country',
  'segment',
  'currency',
  'partner',
  'role',
] as const;

export type Condition =
  | {
      readonly kind: 'quote-figure';
      readonly figure: QuoteFigureName;
      readonly compare: Comparison;
      readonly value: string;
    }
  | {
      readonly kind: 'line-figure';
      readonly figure: LineFigureName;
      readonly compare: Comparison;
      readonly value: string;
      /** Only lines of these families; null: any. */
      readonly families: readonly string[] | null;
    }
  | { readonly kind: 'attribute'; readonly attribute: AttributeName; readonly anyOf: readonly string[] }
  /** Some line is of one of these families, or one of these SKUs. */
  | { readonly kind: 'has-family'; readonly anyOf: readonly string[] }
  | { readonly kind: 'has-sku'; readonly anyOf: readonly string[] }
  | { readonly kind: 'all'; readonly of: readonly Condition[] }
  | { readonly kind: 'any'; readonly of: readonly Condition[] }
  | { readonly kind: 'not'; readonly of: Condition };
export type QuoteFigureName = (typeof quoteFigureNames)[number];
export type LineFigureName = (typeof lineFigureNames)[number];
export type AttributeName = (typeof attributeNames)[number];

const anyOf = z.array(z.string().min(1).max(80)).min(1).max(500).readonly();

/** PR-60: a condition over a priced quote, as data. Evaluated by approval/condition-holds.ts. */
export const conditionSchema: z.ZodType<Condition> = z.lazy(() =>
  z.discriminatedUnion('kind', [
    z.object({
      kind: z.literal('quote-figure'),
      figure: z.enum(quoteFigureNames),
      compare,
      value: decimalSchema,
    }),
    z.object({
      kind: z.literal('line-figure'),
      figure: z.enum(lineFigureNames),
      compare,
      value: decimalSchema,
      families: anyOf.nullable(),
    }),
    z.object({ kind: z.literal('attribute'), attribute: z.enum(attributeNames), anyOf }),
    z.object({ kind: z.literal('has-family'), anyOf }),
    z.object({ kind: z.literal('has-sku'), anyOf }),
    z.object({ kind: z.literal('all'), of: z.array(conditionSchema).min(1).readonly() }),
    z.object({ kind: z.literal('any'), of: z.array(conditionSchema).min(1).readonly() }),
    z.object({ kind: z.literal('not'), of: conditionSchema }),
  ]),
);

/** Who may approve: the partner's own manager, or the vendor's channel manager. */
export const approverSchema = z.enum(['manager', 'channel']);
export type Approver = z.infer<typeof approverSchema>;

export const approvalRuleSchema = z.object({
  id: z.string().min(1).max(60),
  /** What people read; rules are the vendor's own words. */
  name: z.string().min(1).max(200),
  when: conditionSchema,
  approver: approverSchema,
  /** Approvers are asked in this order, lowest first; rules of one order together. */
  order: z.number().int().min(0).max(99),
});
export type ApprovalRule = z.infer<typeof approvalRuleSchema>;
